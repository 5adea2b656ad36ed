//! serde's view of one node.

use serde::{
    Deserializer,
    de::{DeserializeSeed, Visitor},
};

use super::super::{
    path::Path,
    problem::suggestion,
    tree::{Node, Number, Value, shorten},
};
use super::{
    access::{Elements, Entries, Single},
    choice::Choice,
    error::{Fresh, Kind, ReadError},
    placeholder::Placeholder,
    state::{Hole, State},
};

/// A node to be read as some type.
#[derive(Clone, Copy)]
pub(super) struct NodeReader<'a> {
    pub(super) node: &'a Node,
    pub(super) path: &'a Path<'a>,
    pub(super) state: &'a State,
    /// The group that this is a field of, to tell where an unknown field stands.
    pub(super) field: Option<Field<'a>>,
}

/// The field that a node is the value of.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) group: &'a Node,
    pub(super) key: &'a Node,
    pub(super) allowed: &'static [&'static str],
}

impl<'a> NodeReader<'a> {
    pub(super) fn new(node: &'a Node, path: &'a Path<'a>, state: &'a State) -> Self {
        Self { node, path, state, field: None }
    }

    /// Reads the node, or a placeholder where it is known to be bad; notes what goes wrong.
    pub(super) fn descend<'de, S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, ReadError> {
        if self.state.hole(self.node) == Some(Hole::Placeholder) {
            return seed.deserialize(Placeholder::new()).map_err(|_| ReadError::noted(false));
        }
        seed.deserialize(self).map_err(|error| self.state.settle(error, self.node, self.path))
    }

    /// The same for a value whose failure ends the reading of what is around it: in the next pass
    /// it will be out of the way.
    pub(super) fn descend_or_mend<'de, S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, ReadError> {
        self.descend(seed).map_err(|error| match error.0 {
            Kind::Noted { mended: false } => ReadError::noted(self.state.worsen(self.node)),
            _ => error,
        })
    }

    /// The same reader for the content of `Some(…)`.
    fn peeled(self) -> Self {
        match &self.node.value {
            Value::Variant(name, content) if name == "Some" => {
                Self { node: content, ..self }.peeled()
            }
            _ => self,
        }
    }

    /// Reads entries as a map or struct.
    pub(super) fn entries<'de, V: Visitor<'de>>(
        self,
        entries: &'a [(Node, Node)],
        allowed: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let result = visitor.visit_map(Entries::new(self, entries, allowed));
        result.map_err(|error| match error.0 {
            Kind::Fresh(fresh) if fresh.code == "missing-field" => {
                self.state.note_lack(*fresh, self.node, self.path)
            }
            other => ReadError(other),
        })
    }

    /// Reads elements; `skips` if the length does not matter, so that a bad one can be left out.
    pub(super) fn elements<'de, V: Visitor<'de>>(
        self,
        elements: &'a [Node],
        skips: bool,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let mut access = Elements::new(self, elements, skips);
        let value = visitor.visit_seq(&mut access)?;
        if access.is_done() {
            return Ok(value);
        }
        let args = vec![
            ("found", elements.len().to_string()),
            ("expectation", (elements.len() - access.left()).to_string()),
        ];
        Err(ReadError::new("wrong-length", args))
    }

    /// Reads whatever stands here as what it looks like.
    fn any<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &self.node.value {
            Value::Null | Value::Broken => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(*yes),
            Value::Number(_) => match self.number("number")? {
                Number::Integer(n) => visitor.visit_i64(n),
                Number::Unsigned(n) => visitor.visit_u64(n),
                Number::Float(x) => visitor.visit_f64(x),
            },
            Value::String(text) | Value::Name(text) => visitor.visit_str(text),
            Value::Tuple(items) if items.is_empty() => visitor.visit_unit(),
            Value::List(items) | Value::Tuple(items) => self.elements(items, false, visitor),
            Value::Map(entries) | Value::Struct(entries) => self.entries(entries, &[], visitor),
            Value::Variant(name, content) => visitor.visit_map(Single::new(self, name, content)),
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident $type:ident $visit:ident),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            visitor.$visit(self.peeled().whole::<$type>($type::MIN.into(), $type::MAX.into())?)
        }
    )*};
}

macro_rules! by_looks {
    ($($method:ident $expected:literal),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            self.peeled().any(visitor).map_err(|error| error.expecting($expected))
        }
    )*};
}

impl<'de> Deserializer<'de> for NodeReader<'_> {
    type Error = ReadError;

    whole_numbers! {
        deserialize_i8 i8 visit_i8, deserialize_i16 i16 visit_i16,
        deserialize_i32 i32 visit_i32, deserialize_i64 i64 visit_i64,
        deserialize_u8 u8 visit_u8, deserialize_u16 u16 visit_u16,
        deserialize_u32 u32 visit_u32, deserialize_u64 u64 visit_u64,
    }

    by_looks! {
        deserialize_any "other", deserialize_bool "yes-no", deserialize_char "character",
        deserialize_bytes "list", deserialize_byte_buf "list",
        deserialize_identifier "text",
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_f64(self.peeled().float()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &self.peeled().node.value {
            Value::String(text) => visitor.visit_str(text),
            _ => Err(ReadError::wrong_type("text", &[])),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &self.node.value {
            Value::Null => visitor.visit_none(),
            Value::Variant(name, content) if name == "Some" => {
                visitor.visit_some(Self { node: content, ..self })
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &self.peeled().node.value {
            Value::Null => visitor.visit_unit(),
            Value::Tuple(items) if items.is_empty() => visitor.visit_unit(),
            _ => Err(ReadError::wrong_type("nothing", &[])),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match &self.peeled().node.value {
            Value::Name(found) if found == name => visitor.visit_unit(),
            _ => self.deserialize_unit(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match &self.peeled().node.value {
            Value::Variant(found, content) if found == name => {
                visitor.visit_newtype_struct(Self { node: content, ..self })
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let this = self.peeled();
        match this.node.elements() {
            Some(elements) => this.elements(elements, true, visitor),
            None => this.any(visitor).map_err(|error| error.expecting("list")),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let this = self.peeled();
        match this.node.elements() {
            Some(elements) if elements.len() != length => {
                let args =
                    [("found", elements.len().to_string()), ("expectation", length.to_string())];
                Err(ReadError::new("wrong-length", args.to_vec()))
            }
            Some(elements) => this.elements(elements, false, visitor),
            None => this.any(visitor).map_err(|error| error.expecting("list")),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match &self.peeled().node.value {
            Value::Variant(found, content) if found == name => {
                Self { node: content, ..self }.deserialize_tuple(length, visitor)
            }
            _ => self.deserialize_tuple(length, visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let this = self.peeled();
        match this.node.entries() {
            Some(entries) => this.entries(entries, &[], visitor),
            None => this.any(visitor).map_err(|error| error.expecting("map")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let this = self.peeled();
        let wrong = || ReadError::wrong_type("group", fields);
        match &this.node.value {
            Value::Variant(found, content) if content.entries().is_some() => {
                if found == name {
                    Self { node: content, ..this }.deserialize_struct(name, fields, visitor)
                } else {
                    let args = [("found", shorten(found)), ("expected", name.to_owned())];
                    Err(ReadError::new("wrong-name", args.to_vec()))
                }
            }
            // Derived code would take a list by the order of the fields; people would not.
            Value::List(_) | Value::Tuple(_) | Value::Map(_) | Value::Struct(_) => {
                this.entries(this.node.entries().ok_or_else(wrong)?, fields, visitor)
            }
            _ => this.any(visitor).map_err(|error| match &error.0 {
                Kind::Fresh(fresh) if fresh.code == "wrong-type" => wrong(),
                _ => error,
            }),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let this = if variants.contains(&"Some") { self } else { self.peeled() };
        visitor.visit_enum(Choice::new(this, variants)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if let Some(Field { group, key, allowed }) = self.field.filter(|_| !self.state.is_full()) {
            let name = key.word().map_or_else(|| key.excerpt(), str::to_owned);
            let mut args = vec![("found", shorten(&name))];
            args.extend(suggestion(&name, allowed));
            let fresh = Fresh { code: "unknown-field", args };
            self.state.note_meant(group, fresh.arg("nearest"));
            self.state.note(fresh, key, self.path);
        }
        visitor.visit_unit()
    }
}
