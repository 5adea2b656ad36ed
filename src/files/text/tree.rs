//! The tree between text and model: what a file says, and where.

/// Where something stands in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Line, from 1; 0 in a tree that was not read from a text.
    pub line: u32,
    /// Column in characters, from 1; 0 in a tree that was not read from a text.
    pub column: u32,
    /// Bytes before it.
    pub offset: usize,
}

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// Where it begins.
    pub span: Span,
}

/// A number as it was written. Two are equal that are the same number, however they
/// were written.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// A whole number that fits `i64`.
    Integer(i64),
    /// A whole number above `i64::MAX`.
    Unsigned(u64),
    /// Any other number; NaN and infinities are kept so that reading can refuse them in place.
    Float(f64),
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (self.as_whole(), other.as_whole()) {
            (Some(own), Some(other)) => own == other,
            (None, None) => self.as_f64() == other.as_f64(),
            _ => false,
        }
    }
}

impl Number {
    /// The number as a float.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Integer(n) => n as f64,
            Self::Unsigned(n) => n as f64,
            Self::Float(x) => x,
        }
    }

    /// The number as a whole number, if it is one exactly: `3` and `3.0`, but not `3.5`.
    #[must_use]
    pub fn as_whole(self) -> Option<i128> {
        match self {
            Self::Integer(n) => Some(n.into()),
            Self::Unsigned(n) => Some(n.into()),
            // Every float below 2^100 without a fraction is a whole number that i128 holds.
            Self::Float(x) => (x.fract() == 0.0 && x.abs() < 2_f64.powi(100)).then_some(x as i128),
        }
    }
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// JSON `null`, RON `None`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A quoted text (or a RON character).
    String(String),
    /// A bare word, such as a unit variant: RON `assumption`.
    Name(String),
    /// `[a, b]`.
    List(Vec<Node>),
    /// RON `(a, b)`; `()` too. In JSON a list (`null` when empty).
    Tuple(Vec<Node>),
    /// `{ "a": 1 }`.
    Map(Vec<(Node, Node)>),
    /// RON `(a: 1)`. In JSON a map.
    Struct(Vec<(Node, Node)>),
    /// RON `log10(worst: 1)`, `Some(1)` or a named struct; the payload of `v(1, 2)` is a tuple.
    /// In JSON a map with one entry.
    Variant(String, Box<Node>),
    /// Something unreadable that was reported already; only [`super::parse_tolerant`] makes it.
    Broken,
}

impl Node {
    /// A node that comes from no text.
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self { value, span: Span::default() }
    }

    /// The same without the places in the text that it was read from, so that it equals
    /// another that says the same.
    #[must_use]
    pub fn unplaced(self) -> Self {
        let all = |nodes: Vec<Node>| nodes.into_iter().map(Node::unplaced).collect();
        let pairs = |entries: Vec<(Node, Node)>| {
            entries.into_iter().map(|(key, value)| (key.unplaced(), value.unplaced())).collect()
        };
        Self::new(match self.value {
            Value::List(nodes) => Value::List(all(nodes)),
            Value::Tuple(nodes) => Value::Tuple(all(nodes)),
            Value::Map(entries) => Value::Map(pairs(entries)),
            Value::Struct(entries) => Value::Struct(pairs(entries)),
            Value::Variant(name, content) => Value::Variant(name, Box::new(content.unplaced())),
            plain => plain,
        })
    }

    /// The entries of a struct or map.
    #[must_use]
    pub fn entries(&self) -> Option<&[(Node, Node)]> {
        match &self.value {
            Value::Struct(entries) | Value::Map(entries) => Some(entries),
            Value::Tuple(items) if items.is_empty() => Some(&[]),
            _ => None,
        }
    }

    /// The elements of a list or tuple.
    #[must_use]
    pub fn elements(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) | Value::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The value of a field of a struct, or of a key of a map. A RON name before the brackets
    /// is looked through.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Variant(_, payload) => payload.field(name),
            _ => self.entries()?.iter().find(|(key, _)| key.is_word(name)).map(|(_, value)| value),
        }
    }

    /// The text of a quoted text or bare word.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) | Value::Name(text) => Some(text),
            _ => None,
        }
    }

    fn is_word(&self, name: &str) -> bool {
        self.word() == Some(name)
    }

    /// The identifier of a list element: its `id` field, if that is a text.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match &self.field("id")?.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// What kind of thing stands here: the words of the `found` argument of problems.
    #[must_use]
    pub(super) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "yes-no",
            Value::Number(_) => "number",
            Value::String(_) => "text",
            Value::Name(_) => "word",
            Value::List(_) | Value::Tuple(_) => "list",
            Value::Map(_) => "map",
            Value::Struct(_) => "group",
            Value::Variant(..) => "choice",
            Value::Broken => "broken",
        }
    }

    /// A short piece of what stands here, for a sentence.
    #[must_use]
    pub(super) fn excerpt(&self) -> String {
        match &self.value {
            Value::Null | Value::Broken => String::new(),
            Value::Bool(yes) => yes.to_string(),
            Value::Number(number) => super::number::plain(*number),
            Value::String(text) => shorten(text),
            Value::Name(text) => shorten(text),
            Value::Variant(name, _) => shorten(name),
            Value::List(items) | Value::Tuple(items) => items.len().to_string(),
            Value::Map(entries) | Value::Struct(entries) => entries.len().to_string(),
        }
    }
}

/// At most 40 characters of a text, on one line.
pub(super) fn shorten(text: &str) -> String {
    let mut short: String =
        text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}
