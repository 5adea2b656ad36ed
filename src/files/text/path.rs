//! Paths such as `items["e-tax"].scores.demand`.

use std::fmt::Write as _;

use super::tree::{Node, Value};

/// A chain of steps from the root, built on the stack while a tree is walked.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Field(&'p str),
    Element(usize, &'p Node),
}

impl<'p> Path<'p> {
    pub(super) const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    pub(super) fn field(&'p self, name: &'p str) -> Path<'p> {
        Path { parent: Some(self), step: Step::Field(name) }
    }

    pub(super) fn element(&'p self, index: usize, node: &'p Node) -> Path<'p> {
        Path { parent: Some(self), step: Step::Element(index, node) }
    }

    /// The path as text; empty for the root.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(text);
        }
        match self.step {
            Step::Root => {}
            Step::Field(name) => push_field(text, name),
            Step::Element(index, node) => push_element(text, index, node.id()),
        }
    }
}

/// Adds `.name`, or `["na.me"]` where the name would not be plain.
pub(in crate::files) fn push_field(text: &mut String, name: &str) {
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if name.is_empty() || !name.chars().all(plain) {
        push_quoted(text, name);
    } else {
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(name);
    }
}

/// Adds `["id"]`, or `[3]` for an element without an identifier.
pub(in crate::files) fn push_element(text: &mut String, index: usize, id: Option<&str>) {
    match id {
        Some(id) => push_quoted(text, id),
        // Writing to a String cannot fail.
        None => drop(write!(text, "[{index}]")),
    }
}

fn push_quoted(text: &mut String, name: &str) {
    text.push_str("[\"");
    for c in name.chars() {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push_str("\"]");
}

/// The path of the innermost thing in a tree that begins at or before a byte offset.
pub(super) fn path_at(root: &Node, offset: usize) -> String {
    let mut text = String::new();
    let mut node = root;
    loop {
        match &node.value {
            Value::Struct(entries) | Value::Map(entries) => {
                let after = entries.partition_point(|(key, _)| key.span.offset <= offset);
                let Some((key, value)) = after.checked_sub(1).and_then(|i| entries.get(i)) else {
                    return text;
                };
                if key.value == Value::Broken {
                    return text;
                }
                let number = key.excerpt();
                push_field(&mut text, key.word().unwrap_or(&number));
                node = value;
            }
            Value::List(items) | Value::Tuple(items) => {
                let after = items.partition_point(|item| item.span.offset <= offset);
                let Some((i, item)) = after.checked_sub(1).and_then(|i| Some((i, items.get(i)?)))
                else {
                    return text;
                };
                push_element(&mut text, i, item.id());
                node = item;
            }
            Value::Variant(name, payload) if payload.span.offset <= offset => {
                if name != "Some" {
                    push_field(&mut text, name);
                }
                node = payload;
            }
            _ => return text,
        }
        if node.span.offset > offset {
            return text;
        }
    }
}
