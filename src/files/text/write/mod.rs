//! From model to tree through serde.

mod parts;

use std::fmt::{self, Display};

use serde::{Serialize, Serializer, ser};

use super::{
    path::{push_element, push_field},
    tree::{Node, Number, Value},
};

use parts::{Elements, Entries, elements, entries};

/// The tree of a model. `Some(x)` becomes plain `x`; fields that are `None` should be skipped
/// by `skip_serializing_if`.
///
/// # Errors
/// If a number is not finite (nothing is written that could not be read again), if a key of a
/// map is neither a text nor a unit variant nor a whole number, or if a type refuses.
pub fn to_node<T: Serialize + ?Sized>(model: &T) -> Result<Node, WriteError> {
    model.serialize(Writer)
}

/// Why a model cannot be written, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    /// What is wrong.
    pub message: String,
    /// The steps to it, innermost first.
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(String),
    Index(usize),
}

impl WriteError {
    fn inside(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Where it is, such as `items[3].scores.demand`.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in self.steps.iter().rev() {
            match step {
                Step::Field(name) => push_field(&mut path, name),
                Step::Index(index) => push_element(&mut path, *index, None),
            }
        }
        path
    }
}

impl Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path(), self.message)
    }
}

impl std::error::Error for WriteError {}

impl ser::Error for WriteError {
    fn custom<T: Display>(message: T) -> Self {
        Self { message: message.to_string(), steps: Vec::new() }
    }
}

#[derive(Clone, Copy)]
struct Writer;

type Written = Result<Node, WriteError>;

fn node(value: Value) -> Written {
    Ok(Node::new(value))
}

macro_rules! whole_numbers {
    ($($method:ident $type:ident)*) => {$(
        fn $method(self, n: $type) -> Written {
            super::number::whole(n.into()).map_or_else(|| Err(ser::Error::custom("this number is too large to be written")), |n| node(Value::Number(n)))
        }
    )*};
}

impl Serializer for Writer {
    type Ok = Node;
    type Error = WriteError;
    type SerializeSeq = Elements;
    type SerializeTuple = Elements;
    type SerializeTupleStruct = Elements;
    type SerializeTupleVariant = Elements;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    whole_numbers! {
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64
    }

    fn serialize_bool(self, yes: bool) -> Written {
        node(Value::Bool(yes))
    }

    fn serialize_f32(self, x: f32) -> Written {
        // By way of its shortest decimal text, 0.1 stays 0.1.
        self.serialize_f64(x.to_string().parse().unwrap_or_else(|_| x.into()))
    }

    fn serialize_f64(self, x: f64) -> Written {
        if x.is_finite() {
            node(Value::Number(Number::Float(x)))
        } else {
            Err(ser::Error::custom(format!("{x} is no finite number and cannot be written")))
        }
    }

    fn serialize_char(self, c: char) -> Written {
        node(Value::String(c.to_string()))
    }

    fn serialize_str(self, text: &str) -> Written {
        node(Value::String(text.to_owned()))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        node(Value::List(
            bytes.iter().map(|&b| Node::new(Value::Number(Number::Integer(b.into())))).collect(),
        ))
    }

    fn serialize_none(self) -> Written {
        node(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        node(Value::Tuple(Vec::new()))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        node(Value::Name(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let content =
            value.serialize(self).map_err(|error| error.inside(Step::Field(variant.to_owned())))?;
        node(Value::Variant(variant.to_owned(), Box::new(content)))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Elements, WriteError> {
        Ok(elements(length, true, None))
    }

    fn serialize_tuple(self, length: usize) -> Result<Elements, WriteError> {
        Ok(elements(Some(length), false, None))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<Elements, WriteError> {
        Ok(elements(Some(length), false, None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Elements, WriteError> {
        Ok(elements(Some(length), false, Some(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries, WriteError> {
        Ok(entries(true, None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, WriteError> {
        Ok(entries(false, None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries, WriteError> {
        Ok(entries(false, Some(variant)))
    }
}
