//! A conflict settled: the value that somebody chose, put in its place.

use super::Conflict;
use super::step::{Step, key_of};
use crate::files::text::{Node, Value, WriteError, from_node, to_node};
use crate::files::to_problems;
use crate::model::{Problem, Scenario};

/// Whose value is to stand at a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What both began with.
    Base,
    /// What MINE has.
    Mine,
    /// What THEIRS has.
    Theirs,
}

/// Why a conflict was not settled.
#[derive(Debug)]
pub enum SettleError {
    /// The place is not there any more: what it was part of is gone.
    Gone,
    /// A number in the scenario is not finite.
    NotWritable(WriteError),
    /// The value cannot stand there.
    Unreadable(Vec<Problem>),
}

impl Conflict {
    /// A conflict that is told and not settled in a scenario.
    pub(in crate::files) fn at(
        path: &str,
        base: Option<Node>,
        mine: Option<Node>,
        theirs: Option<Node>,
    ) -> Self {
        let path = path.to_owned();
        let (problems, steps, after) = (Vec::new(), Vec::new(), Vec::new());
        Self { path, base, mine, theirs, problems, steps, after }
    }

    /// What one of the three has at the place; none if it is not there.
    pub fn value(&self, choice: Choice) -> Option<&Node> {
        match choice {
            Choice::Base => self.base.as_ref(),
            Choice::Mine => self.mine.as_ref(),
            Choice::Theirs => self.theirs.as_ref(),
        }
    }
}

/// The scenario with the value that was chosen in the place of a conflict; what
/// is not there on the chosen side is removed.
///
/// The result may be invalid where [`Conflict::problems`] says so, or where it
/// takes another conflict to be settled too: see [`crate::model::validate`].
///
/// # Errors
/// If the place is gone, or the value cannot stand there.
pub fn settle(
    scenario: &Scenario,
    conflict: &Conflict,
    choice: Choice,
) -> Result<Scenario, SettleError> {
    let mut root = to_node(scenario).map_err(SettleError::NotWritable)?;
    let value = conflict.value(choice).cloned();
    put(&mut root, &conflict.steps, "", value, &conflict.after).ok_or(SettleError::Gone)?;
    let (scenario, problems) = from_node(&root);
    scenario.ok_or_else(|| SettleError::Unreadable(to_problems(problems)))
}

/// Puts a value at the end of the steps; none if there is no such place.
fn put(
    node: &mut Node,
    steps: &[Step],
    field: &str,
    value: Option<Node>,
    after: &[String],
) -> Option<()> {
    let Some((step, rest)) = steps.split_first() else {
        *node = value?;
        return Some(());
    };
    match (step, &mut node.value) {
        (Step::Field(name), Value::Struct(entries) | Value::Map(entries)) => {
            let at = entries.iter().position(|(key, _)| key.word() == Some(name));
            match (at, rest.is_empty(), value) {
                (Some(at), true, None) => drop(entries.remove(at)),
                (Some(at), _, value) => {
                    put(&mut entries.get_mut(at)?.1, rest, name, value, after)?;
                }
                (None, true, None) => {}
                (None, true, Some(value)) => {
                    let at = place_after(after, |key| {
                        entries.iter().position(|(entry, _)| entry.word() == Some(key))
                    });
                    let key = Node::new(Value::String(name.clone()));
                    entries.insert(at, (key, value));
                }
                // A list that is not written is empty.
                (None, false, value) => {
                    let list = matches!(rest.first(), Some(Step::Element(_)));
                    let empty = if list { Value::List(Vec::new()) } else { Value::Map(Vec::new()) };
                    let mut inner = Node::new(empty);
                    put(&mut inner, rest, name, value, after)?;
                    entries.push((Node::new(Value::String(name.clone())), inner));
                }
            }
            Some(())
        }
        (Step::Field(name), Value::Variant(choice, content)) if choice == name => {
            put(content, rest, name, value, after)
        }
        (Step::Element(key), Value::List(elements)) => {
            let find = |elements: &[Node], key: &str| {
                elements.iter().position(|node| key_of(field, node).as_deref() == Some(key))
            };
            match (find(elements, key), rest.is_empty(), value) {
                (Some(at), true, None) => drop(elements.remove(at)),
                (Some(at), _, value) => put(elements.get_mut(at)?, rest, field, value, after)?,
                (None, true, None) => {}
                (None, true, Some(value)) => {
                    let at = place_after(after, |key| find(elements, key));
                    elements.insert(at, value);
                }
                (None, false, _) => return None,
            }
            Some(())
        }
        _ => None,
    }
}

/// Where something goes that follows these keys: after the last of them that is
/// there, or at the beginning if none is.
fn place_after(after: &[String], find: impl Fn(&str) -> Option<usize>) -> usize {
    after.iter().rev().find_map(|key| find(key)).map_or(0, |at| at + 1)
}
