//! serde's view of an enum: a word, `name(content)`, or a map with one entry.

use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, VariantAccess, Visitor},
};

use super::super::tree::{Node, Value, shorten};
use super::{error::ReadError, key::WordReader, node::NodeReader};

/// A variant's name and its content.
pub(super) struct Choice<'a> {
    reader: NodeReader<'a>,
    /// Where the name stands.
    place: &'a Node,
    name: &'a str,
    content: Option<&'a Node>,
}

impl<'a> Choice<'a> {
    /// Finds the name and content of a variant in a node.
    pub(super) fn new(
        reader: NodeReader<'a>,
        allowed: &'static [&'static str],
    ) -> Result<Self, ReadError> {
        let node = reader.node;
        let (place, name, content) = match &node.value {
            Value::String(name) | Value::Name(name) => (node, name.as_str(), None),
            Value::Variant(name, content) => (node, name.as_str(), Some(&**content)),
            Value::Null if allowed.contains(&"None") => (node, "None", None),
            Value::Map(entries) | Value::Struct(entries) => match entries.as_slice() {
                [(key, content)] => match key.word() {
                    Some(name) => (key, name, Some(content)),
                    None => return Err(ReadError::wrong_type("choice", allowed)),
                },
                _ => {
                    let args =
                        vec![("count", entries.len().to_string()), ("allowed", allowed.join(", "))];
                    return Err(ReadError::new("one-variant", args));
                }
            },
            _ => return Err(ReadError::wrong_type("choice", allowed)),
        };
        Ok(Self { reader, place, name, content })
    }

    /// Reads the content, whose place is its own.
    fn content<T>(
        &self,
        read: impl FnOnce(NodeReader<'_>) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        match self.content {
            Some(content) => {
                let path = self.reader.path.field(self.name);
                read(NodeReader::new(content, &path, self.reader.state))
            }
            None => Err(self.error("variant-content")),
        }
    }

    fn error(&self, code: &'static str) -> ReadError {
        ReadError::new(code, vec![("variant", shorten(self.name))])
    }
}

impl<'de> EnumAccess<'de> for Choice<'_> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), ReadError> {
        let name = seed.deserialize(WordReader(self.name));
        // An unknown name is wrong where it stands, not where the map around it begins.
        let name =
            name.map_err(|error| self.reader.state.settle(error, self.place, self.reader.path))?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        match self.content.map(|content| &content.value) {
            None | Some(Value::Null | Value::Broken) => Ok(()),
            Some(Value::Tuple(items)) if items.is_empty() => Ok(()),
            Some(_) => Err(self.error("variant-bare")),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, ReadError> {
        self.content(|reader| reader.descend_or_mend(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.content(|reader| {
            let read = reader.deserialize_tuple(length, visitor);
            read.map_err(|error| reader.state.settle(error, reader.node, reader.path))
        })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.content(|reader| {
            let read = reader.deserialize_struct("", fields, visitor);
            read.map_err(|error| reader.state.settle(error, reader.node, reader.path))
        })
    }
}
