//! One difference of a variant from its base.

use crate::files::text::{Format, Node, Span, parse, print};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One difference of a variant from its base.
///
/// With neither [`Self::was`] nor [`Self::now`] it says that an element of a list
/// stands at another [`Self::position`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Where, as a merge names places: `items["e-tax"].scores.demand`.
    pub path: String,
    /// What the base had; none if it was not there.
    #[serde(with = "as_text", default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Node>,
    /// What the variant has; none if it is not there.
    #[serde(with = "as_text", default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Node>,
    /// Where in its list or map; none if it is at the end, or stays where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Its place in the file that it was read from.
    #[serde(skip)]
    pub(super) span: Span,
}

/// Where something stands in its list or map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Before all others.
    First,
    /// After the one with this key: its id, or what else tells it from the others.
    After(String),
}

/// A place that the variant changed and of which the base has something else now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stale {
    /// Where, as in [`Change::path`].
    pub path: String,
    /// What the base had when the variant changed it; none if it was not there.
    #[serde(with = "as_text", default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Node>,
    /// What the base has now; none if it is not there.
    #[serde(with = "as_text", default, skip_serializing_if = "Option::is_none")]
    pub base_now: Option<Node>,
    /// What the variant has, which stays; none if it is not there.
    #[serde(with = "as_text", default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<Node>,
}

impl Change {
    pub(super) fn is_move(&self) -> bool {
        self.was.is_none() && self.now.is_none()
    }

    /// The same without the places in the text that it was read from.
    pub(super) fn unplaced(self) -> Self {
        let Self { path, was, now, position, span: _ } = self;
        let (was, now) = (was.map(Node::unplaced), now.map(Node::unplaced));
        Self { path, was, now, position, span: Span::default() }
    }
}

/// A value in the journal: as text, which tells words from quoted texts.
mod as_text {
    use super::*;

    pub(super) fn serialize<S: Serializer>(
        node: &Option<Node>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        node.as_ref().map(|node| print(node, Format::Ron)).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Node>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        let node = text.map(|text| parse(&text, Format::Ron).map(Node::unplaced)).transpose();
        node.map_err(|_| de::Error::custom("a value cannot be read"))
    }
}
