//! The way to a place in a scenario that does not depend on where in a list it stands.

use crate::files::text::{Node, Value, push_element, push_field};

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::files) enum Step {
    /// A field of a group, an entry of a map, or the content of a choice.
    Field(String),
    /// The element of a list that has this key.
    Element(String),
}

/// The way as it is written, such as `items["e-tax"].scores.demand`.
pub(in crate::files) fn path_of(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Field(name) => push_field(&mut path, name),
            Step::Element(key) => push_element(&mut path, 0, Some(key)),
        }
    }
    path
}

/// The last field on the way: it tells what a list holds.
pub(in crate::files) fn field_of(steps: &[Step]) -> &str {
    let field = steps.iter().rev().find_map(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Element(_) => None,
    });
    field.unwrap_or_default()
}

/// Lists whose elements have no id of their own, and what tells them apart.
const KEYS: [(&str, &[&str]); 13] = [
    ("requires", &["item"]),
    ("requires_any_of", &["any_of"]),
    ("goals", &["goal"]),
    ("channels", &["channel"]),
    ("staff_months", &["agency"]),
    ("co_funding", &["fund"]),
    ("raises_forecast", &["measure"]),
    ("exclusive", &["items"]),
    ("synergies", &["items"]),
    ("series", &["year"]),
    ("rank_history", &["year"]),
    ("countries", &["country"]),
    ("decisions", &["date", "what"]),
];

/// Lists of ids or codes, each of which stands for itself.
const SETS: [&str; 15] = [
    "reads",
    "keeps",
    "locked",
    "items",
    "any_of",
    "requires_any_of",
    "delivered_by_any_of",
    "hits",
    "eased_by",
    "used_in",
    "support",
    "goals",
    "kinds",
    "languages",
    "with",
];

/// True if an element of this list is what it names: changing the names makes
/// another element of it.
pub(super) fn is_named_by_content(field: &str, elements: &[Node]) -> bool {
    matches!(field, "exclusive" | "synergies" | "requires_any_of")
        || elements.iter().any(|element| element.word().is_some())
}

/// True if the order of the list means something by itself.
pub(super) fn is_ordered(field: &str) -> bool {
    field == "phases"
}

/// True if the list is in the order of its keys, which are years.
pub(super) fn is_by_year(field: &str) -> bool {
    matches!(field, "series" | "rank_history")
}

/// What tells an element of the list in this field from the others; none if
/// nothing does.
pub(in crate::files) fn key_of(field: &str, element: &Node) -> Option<String> {
    if let Some(word) = element.word() {
        return SETS.contains(&field).then(|| word.to_owned());
    }
    if let Some(id) = element.field("id") {
        return plain(id);
    }
    element.entries()?;
    let (_, fields) = KEYS.iter().find(|(list, _)| *list == field)?;
    let parts = fields.iter().map(|name| element.field(name).map_or(Some(String::new()), plain));
    Some(parts.collect::<Option<Vec<_>>>()?.join(" "))
}

/// A key in words: of several ids in any order the same.
fn plain(node: &Node) -> Option<String> {
    match &node.value {
        Value::Number(number) => number.as_whole().map(|number| number.to_string()),
        Value::List(items) => {
            let mut ids = items.iter().map(Node::word).collect::<Option<Vec<_>>>()?;
            ids.sort_unstable();
            Some(ids.join(" + "))
        }
        _ => node.word().map(str::to_owned),
    }
}
