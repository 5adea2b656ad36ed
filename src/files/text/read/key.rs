//! serde's view of a key, and of the name of a variant.

use serde::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, Error as _, VariantAccess, Visitor},
    forward_to_deserialize_any,
};

use super::super::{
    number::{plain, understand},
    tree::{Node, Number, Value},
};
use super::{super::Format, error::ReadError};

/// The key of an entry: a text, a name, or a number.
pub(super) struct KeyReader<'a> {
    key: &'a Node,
}

impl<'a> KeyReader<'a> {
    pub(super) fn new(key: &'a Node) -> Self {
        Self { key }
    }

    /// The key as a number; JSON writes such keys in quotes.
    fn number(&self) -> Option<Number> {
        match &self.key.value {
            Value::Number(number) => Some(*number),
            _ => understand(self.key.word()?, Format::Json),
        }
    }

    /// A whole number for serde's own visitors, which check the range.
    fn whole<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.number().and_then(Number::as_whole).map(|n| (i64::try_from(n), u64::try_from(n)))
        {
            Some((Ok(n), _)) => visitor.visit_i64(n),
            Some((_, Ok(n))) => visitor.visit_u64(n),
            _ => Err(ReadError::wrong_type("whole-number", &[])),
        }
    }
}

macro_rules! whole_keys {
    ($($method:ident $type:ident $visit:ident),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            let number = self.number().ok_or_else(|| ReadError::wrong_type("whole-number", &[]))?;
            visitor.$visit(super::numbers::fit::<$type>(number, $type::MIN.into(), $type::MAX.into())?)
        }
    )*};
}

impl<'de> Deserializer<'de> for KeyReader<'_> {
    type Error = ReadError;

    whole_keys! {
        deserialize_i8 i8 visit_i8, deserialize_i16 i16 visit_i16,
        deserialize_i32 i32 visit_i32, deserialize_i64 i64 visit_i64,
        deserialize_u8 u8 visit_u8, deserialize_u16 u16 visit_u16,
        deserialize_u32 u32 visit_u32, deserialize_u64 u64 visit_u64,
    }

    forward_to_deserialize_any! {
        bool f32 f64 char bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match (self.key.word(), &self.key.value) {
            (Some(word), _) => visitor.visit_str(word),
            (_, Value::Number(_)) => self.whole(visitor),
            _ => Err(ReadError::noted(true)),
        }
        .map_err(|error| error.expecting("text"))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match (self.key.word(), &self.key.value) {
            (Some(word), _) => visitor.visit_str(word),
            (None, Value::Broken) => Err(ReadError::noted(true)),
            (None, _) => Err(ReadError::wrong_type("text", &[])),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match &self.key.value {
            Value::Number(number) => visitor.visit_str(&plain(*number)),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.key.word() {
            Some(word) => visitor.visit_enum(WordReader(word)),
            None => Err(ReadError::wrong_type("choice", variants)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_unit()
    }
}

/// A word: the name of a variant, with nothing after it.
#[derive(Clone, Copy)]
pub(super) struct WordReader<'a>(pub(super) &'a str);

impl<'de> Deserializer<'de> for WordReader<'_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_str(self.0)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for WordReader<'_> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), ReadError> {
        Ok((seed.deserialize(self)?, self))
    }
}

impl<'de> VariantAccess<'de> for WordReader<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, ReadError> {
        Err(ReadError::custom("a name of this kind cannot be a key"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, ReadError> {
        Err(ReadError::custom("a name of this kind cannot be a key"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, ReadError> {
        Err(ReadError::custom("a name of this kind cannot be a key"))
    }
}
