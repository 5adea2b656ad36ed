//! Where in a scenario something stands: a path that costs nothing until it is read.

use std::fmt::{self, Write as _};

/// A chain of steps from the top of a scenario, built on the stack while it is walked.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Top,
    Field(&'p str),
    Element(usize),
    Named(&'p str),
}

impl<'p> Place<'p> {
    /// The whole scenario.
    pub(super) const TOP: Place<'static> = Place { parent: None, step: Step::Top };

    /// A field of a group, or the entry of a map with this key.
    pub(super) fn field(&'p self, name: &'p str) -> Place<'p> {
        Place { parent: Some(self), step: Step::Field(name) }
    }

    /// An element of a list that has no id.
    pub(super) fn at(&'p self, index: usize) -> Place<'p> {
        Place { parent: Some(self), step: Step::Element(index) }
    }

    /// An element of a list by its id; by its position where the id is empty.
    pub(super) fn named(&'p self, index: usize, id: &'p str) -> Place<'p> {
        let step = if id.is_empty() { Step::Element(index) } else { Step::Named(id) };
        Place { parent: Some(self), step }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Top => Ok(()),
            Step::Element(index) => write!(f, "[{index}]"),
            Step::Named(id) => quoted(f, id),
            Step::Field(name) => {
                let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
                if name.is_empty() || !name.chars().all(plain) {
                    return quoted(f, name);
                }
                let is_first = self.parent.is_none_or(|parent| matches!(parent.step, Step::Top));
                f.write_str(if is_first { "" } else { "." })?;
                f.write_str(name)
            }
        }
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    f.write_str("[\"")?;
    for c in name.chars() {
        if matches!(c, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_str("\"]")
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn paths_read_as_in_messages() {
        let items = Place::TOP.field("items");
        let item = items.named(4, "e-tax");
        assert_eq!(item.field("requires").at(0).field("item").to_string(), {
            "items[\"e-tax\"].requires[0].item"
        });
        assert_eq!(
            item.field("scores").field("a.b").to_string(),
            "items[\"e-tax\"].scores[\"a.b\"]"
        );
        assert_eq!(items.named(4, "").to_string(), "items[4]");
        assert_eq!(items.named(4, "a\"b").to_string(), "items[\"a\\\"b\"]");
        assert_eq!(Place::TOP.to_string(), "");
    }
}
