//! Numbers of the kinds that a model asks for.

use super::{
    super::{
        number::plain,
        tree::{Number, Value},
    },
    error::ReadError,
    node::NodeReader,
};

impl NodeReader<'_> {
    pub(super) fn number(self, expected: &'static str) -> Result<Number, ReadError> {
        match &self.node.value {
            Value::Number(Number::Float(x)) if !x.is_finite() => {
                let found = plain(Number::Float(*x));
                Err(ReadError::new("not-finite", vec![("found", found)]))
            }
            Value::Number(number) => Ok(*number),
            _ => Err(ReadError::wrong_type(expected, &[])),
        }
    }

    pub(super) fn float(self) -> Result<f64, ReadError> {
        Ok(self.number("number")?.as_f64())
    }

    pub(super) fn whole<N: TryFrom<i128>>(self, least: i128, most: i128) -> Result<N, ReadError> {
        fit(self.number("whole-number")?, least, most)
    }
}

/// A number as a whole number of a type with the given ends.
pub(super) fn fit<N: TryFrom<i128>>(
    number: Number,
    least: i128,
    most: i128,
) -> Result<N, ReadError> {
    let wrong = || ReadError::wrong_type("whole-number", &[]);
    let out = || {
        let (least, most) = (least.to_string(), most.to_string());
        let args = [("found", plain(number)), ("least", least), ("most", most)];
        ReadError::new("out-of-range", args.to_vec())
    };
    if number.as_f64().abs() > 1e30 {
        return Err(out());
    }
    N::try_from(number.as_whole().ok_or_else(wrong)?).map_err(|_| out())
}
