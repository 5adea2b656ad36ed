//! What a variant's file says, before its base is looked at.

use super::change::{Change, Position};
use crate::files::text::{Node, Number, Span, Value, from_node};
use crate::files::to_problems;
use crate::model::{Problem, SCHEMA};
use serde::Deserialize;

/// What a variant's file says.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The way to the base, from the folder of the variant's file.
    pub(super) base: String,
    /// Where that stands.
    pub(super) base_span: Span,
    pub(super) changes: Vec<Change>,
}

/// The file without the values of its changes, which may be anything.
#[derive(Deserialize)]
struct Envelope {
    #[serde(rename = "schema")]
    _schema: u32,
    base: String,
    #[serde(default)]
    changes: Vec<Head>,
}

#[derive(Deserialize)]
struct Head {
    at: String,
    #[serde(rename = "was", default)]
    _was: Option<bool>,
    #[serde(rename = "now", default)]
    _now: Option<bool>,
    #[serde(default)]
    after: Option<String>,
    #[serde(default)]
    first: bool,
}

impl Sheet {
    /// Reads a variant's file.
    ///
    /// # Errors
    /// Everything that is wrong with it but for the values of its changes.
    pub(super) fn read(root: &Node) -> Result<Self, Vec<Problem>> {
        let (envelope, unread) = from_node::<Envelope>(&without_values(root));
        let mut problems = to_problems(unread);
        let Some(Envelope { base, changes: heads, .. }) = envelope else { return Err(problems) };
        let nodes = root.field("changes").and_then(Node::elements).unwrap_or_default();
        let mut changes = Vec::with_capacity(heads.len());
        for (Head { at, after, first, .. }, node) in heads.into_iter().zip(nodes) {
            let value = |name: &str| node.field(name).and_then(unwrapped).cloned();
            let position = match (first, after) {
                (true, None) => Some(Position::First),
                (false, after) => after.map(Position::After),
                (true, Some(_)) => {
                    problems.push(placed("variant-two-places", &at, node.span));
                    None
                }
            };
            let (was, now) = (value("was"), value("now"));
            if was.is_none() && now.is_none() && position.is_none() {
                problems.push(placed("variant-empty-change", &at, node.span));
            }
            changes.push(Change { path: at, was, now, position, span: node.span });
        }
        let base_span = root.field("base").map(|node| node.span).unwrap_or_default();
        if problems.is_empty() { Ok(Self { base, base_span, changes }) } else { Err(problems) }
    }

    /// The tree of a file.
    pub(super) fn to_node(base: &str, changes: &[Change]) -> Node {
        let changes = changes.iter().map(written).collect();
        group(vec![
            ("schema", Node::new(Value::Number(Number::Integer(SCHEMA.into())))),
            ("base", text(base)),
            ("changes", Node::new(Value::List(changes))),
        ])
    }
}

/// `Some(value)` is the value, and `None` the same as nothing.
fn unwrapped(node: &Node) -> Option<&Node> {
    match &node.value {
        Value::Null => None,
        Value::Variant(name, content) if name == "Some" => unwrapped(content),
        _ => Some(node),
    }
}

fn without_values(root: &Node) -> Node {
    let mut root = root.clone();
    let changes = entries_mut(&mut root).into_iter().flatten();
    let changes = changes.filter(|(key, _)| key.word() == Some("changes"));
    for (_, list) in changes {
        let Value::List(elements) = &mut list.value else { continue };
        for (key, value) in elements.iter_mut().filter_map(entries_mut).flatten() {
            if matches!(key.word(), Some("was" | "now")) {
                value.value = Value::Bool(true);
            }
        }
    }
    root
}

fn entries_mut(node: &mut Node) -> Option<&mut Vec<(Node, Node)>> {
    match &mut node.value {
        Value::Variant(_, content) => entries_mut(content),
        Value::Struct(entries) | Value::Map(entries) => Some(entries),
        _ => None,
    }
}

fn placed(code: &'static str, path: &str, span: Span) -> Problem {
    let problem = Problem::error(code, path);
    Problem { line: Some(span.line), column: Some(span.column), ..problem }
}

fn written(change: &Change) -> Node {
    let Change { path, was, now, position, span: _ } = change;
    let mut entries = vec![("at", text(path))];
    entries.extend(was.clone().map(|node| ("was", node)));
    entries.extend(now.clone().map(|node| ("now", node)));
    entries.extend(position.as_ref().map(|position| match position {
        Position::First => ("first", Node::new(Value::Bool(true))),
        Position::After(other) => ("after", text(other)),
    }));
    group(entries)
}

fn group(entries: Vec<(&str, Node)>) -> Node {
    let named = |(name, node): (&str, Node)| (Node::new(Value::Name(name.to_owned())), node);
    Node::new(Value::Struct(entries.into_iter().map(named).collect()))
}

fn text(text: &str) -> Node {
    Node::new(Value::String(text.to_owned()))
}
