//! Lists, tuples, maps and structs while serde writes them.

use serde::{
    Serialize,
    ser::{
        self, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

use super::{
    super::tree::{Node, Number, Value},
    Step, WriteError, Written, node, to_node,
};

/// A list or tuple in the making; `variant` goes around it in the end.
pub(super) struct Elements {
    items: Vec<Node>,
    list: bool,
    variant: Option<&'static str>,
}

/// A map or struct in the making.
pub(super) struct Entries {
    entries: Vec<(Node, Node)>,
    key: Option<Node>,
    map: bool,
    variant: Option<&'static str>,
}

fn around(variant: Option<&'static str>, value: Value) -> Written {
    match variant {
        Some(name) => node(Value::Variant(name.to_owned(), Box::new(Node::new(value)))),
        None => node(value),
    }
}

/// An empty list, or a tuple.
pub(super) fn elements(
    length: Option<usize>,
    list: bool,
    variant: Option<&'static str>,
) -> Elements {
    // A wrong hint must not reserve memory that is never used.
    Elements { items: Vec::with_capacity(length.unwrap_or(0).min(4096)), list, variant }
}

/// An empty map, or a struct.
pub(super) fn entries(map: bool, variant: Option<&'static str>) -> Entries {
    Entries { entries: Vec::new(), key: None, map, variant }
}

impl Elements {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let index = self.items.len();
        self.items.push(to_node(value).map_err(|error| error.inside(Step::Index(index)))?);
        Ok(())
    }

    fn close(self) -> Written {
        let Self { items, list, variant } = self;
        around(variant, if list { Value::List(items) } else { Value::Tuple(items) })
    }
}

impl Entries {
    fn push<T: Serialize + ?Sized>(&mut self, key: Node, value: &T) -> Result<(), WriteError> {
        let value = to_node(value).map_err(|error| error.inside(Step::Field(key.excerpt())))?;
        self.entries.push((key, value));
        Ok(())
    }

    fn push_field<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.push(Node::new(Value::Name(name.to_owned())), value)
    }

    fn close(self) -> Written {
        let Self { entries, key: _, map, variant } = self;
        around(variant, if map { Value::Map(entries) } else { Value::Struct(entries) })
    }
}

macro_rules! elements {
    ($($trait:ident $method:ident)*) => {$(
        impl $trait for Elements {
            type Ok = Node;
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.push(value)
            }

            fn end(self) -> Written {
                self.close()
            }
        }
    )*};
}

elements! {
    SerializeSeq serialize_element SerializeTuple serialize_element
    SerializeTupleStruct serialize_field SerializeTupleVariant serialize_field
}

macro_rules! fields {
    ($($trait:ident)*) => {$(
        impl $trait for Entries {
            type Ok = Node;
            type Error = WriteError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), WriteError> {
                self.push_field(name, value)
            }

            fn end(self) -> Written {
                self.close()
            }
        }
    )*};
}

fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for Entries {
    type Ok = Node;
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        let key = to_node(key)?;
        match &key.value {
            Value::String(_)
            | Value::Name(_)
            | Value::Number(Number::Integer(_) | Number::Unsigned(_)) => {
                self.key = Some(key);
                Ok(())
            }
            _ => Err(ser::Error::custom("a key must be a text, a name or a whole number")),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        match self.key.take() {
            Some(key) => self.push(key, value),
            None => Err(ser::Error::custom("a value without a key")),
        }
    }

    fn end(self) -> Written {
        self.close()
    }
}
