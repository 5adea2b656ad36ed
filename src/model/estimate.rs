//! Numbers that people enter, with their range and where they come from.

use super::is_default;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// How far a value can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Stands in a source document.
    Stated,
    /// Follows from stated values by a noted step.
    Derived,
    /// Set by the planner.
    Assumption,
}

impl Source {
    /// All sources, most trusted first.
    pub const ALL: [Self; 3] = [Self::Stated, Self::Derived, Self::Assumption];

    /// The word for it in the scenario's file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Derived => "derived",
            Self::Assumption => "assumption",
        }
    }
}

/// Where something comes from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provenance {
    /// How far it can be trusted.
    #[serde(skip_serializing_if = "is_default")]
    pub source: Option<Source>,
    /// Place in the source document.
    #[serde(rename = "ref", skip_serializing_if = "is_default")]
    pub reference: Option<String>,
    /// Free words: the step of derivation, a doubt, a reason.
    #[serde(skip_serializing_if = "is_default")]
    pub note: Option<String>,
}

/// A number with its range and its source; in a file `12.5`, or
/// `(best: 12.5, low: 10, high: 20, source: assumption, note: "…")`.
pub type Estimate = Estimated<f64>;

/// A score on a criterion: an estimate of a number or of a named level.
pub type Score = Estimated<Measure>;

/// What a score says: an amount in the criterion's unit, or a level's name.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// An amount in the criterion's unit.
    Number(f64),
    /// The id of one of the criterion's levels.
    Level(String),
}

impl Default for Measure {
    fn default() -> Self {
        Self::Number(0.0)
    }
}

/// A best value with an optional range and its source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Estimated<T> {
    /// The value to plan with.
    pub best: T,
    /// The lowest value that is still plausible; none means no range was given.
    pub low: Option<T>,
    /// The highest value that is still plausible.
    pub high: Option<T>,
    /// How far the value can be trusted.
    pub source: Option<Source>,
    /// Place in the source document.
    pub reference: Option<String>,
    /// Free words.
    pub note: Option<String>,
    /// Who gave the value.
    pub by: Option<String>,
    /// When it was given, as `YYYY-MM-DD`.
    pub date: Option<String>,
}

impl<T> Estimated<T> {
    /// A value without range or source.
    pub fn exactly(best: T) -> Self {
        Self {
            best,
            low: None,
            high: None,
            source: None,
            reference: None,
            note: None,
            by: None,
            date: None,
        }
    }

    fn is_bare(&self) -> bool {
        let Self { best: _, low, high, source, reference, note, by, date } = self;
        low.is_none()
            && high.is_none()
            && source.is_none()
            && reference.is_none()
            && note.is_none()
            && by.is_none()
            && date.is_none()
    }
}

impl Estimate {
    /// The lowest plausible value; the best one where no range was given.
    pub fn low_or_best(&self) -> f64 {
        self.low.unwrap_or(self.best)
    }

    /// The highest plausible value; the best one where no range was given.
    pub fn high_or_best(&self) -> f64 {
        self.high.unwrap_or(self.best)
    }

    /// Sets the best value; a range that no longer holds it is stretched.
    pub fn set_best(&mut self, best: f64) {
        self.low = self.low.map(|low| low.min(best));
        self.high = self.high.map(|high| high.max(best));
        self.best = best;
    }
}

impl Score {
    /// Sets the best value; a range that no longer holds it is stretched.
    pub fn set_measure(&mut self, best: Measure) {
        if let Measure::Number(number) = best {
            if let Some(Measure::Number(low)) = &mut self.low {
                *low = low.min(number);
            }
            if let Some(Measure::Number(high)) = &mut self.high {
                *high = high.max(number);
            }
        }
        self.best = best;
    }
}

impl From<f64> for Estimate {
    fn from(best: f64) -> Self {
        Self::exactly(best)
    }
}

/// The file's long form of an estimate.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>"))]
struct Fields<T> {
    best: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    low: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    high: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

impl<T: Serialize + Clone> Serialize for Estimated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_bare() {
            return self.best.serialize(serializer);
        }
        let Self { best, low, high, source, reference, note, by, date } = self.clone();
        Fields { best, low, high, source, reference, note, by, date }.serialize(serializer)
    }
}

/// What a bare value of an estimate may look like.
pub trait Bare: Sized {
    /// Words for messages.
    const EXPECTED: &'static str;
    /// From a number.
    fn from_number(number: f64) -> Self;
    /// From a name, where names are allowed.
    fn from_name(name: &str) -> Option<Self>;
}

impl Bare for f64 {
    const EXPECTED: &'static str = "a number, or (best: …, low: …, high: …)";
    fn from_number(number: f64) -> Self {
        number
    }
    fn from_name(_: &str) -> Option<Self> {
        None
    }
}

impl Bare for Measure {
    const EXPECTED: &'static str = "a number, the name of a level, or (best: …, low: …, high: …)";
    fn from_number(number: f64) -> Self {
        Self::Number(number)
    }
    fn from_name(name: &str) -> Option<Self> {
        Some(Self::Level(name.to_owned()))
    }
}

impl<'de, T: Bare + Deserialize<'de>> Deserialize<'de> for Estimated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EstimateVisitor<T>(PhantomData<T>);
        impl<'de, T: Bare + Deserialize<'de>> Visitor<'de> for EstimateVisitor<T> {
            type Value = Estimated<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(T::EXPECTED)
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Estimated::exactly(T::from_number(number)))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                self.visit_f64(number as f64)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                self.visit_f64(number as f64)
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
                T::from_name(name)
                    .map(Estimated::exactly)
                    .ok_or_else(|| E::invalid_type(Unexpected::Str(name), &self))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
                Err(A::Error::invalid_type(Unexpected::Seq, &self))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let fields = Fields::<T>::deserialize(MapAccessDeserializer::new(map))?;
                let Fields { best, low, high, source, reference, note, by, date } = fields;
                Ok(Estimated { best, low, high, source, reference, note, by, date })
            }
        }
        deserializer.deserialize_any(EstimateVisitor(PhantomData))
    }
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Level(name) => serializer.serialize_str(name),
        }
    }
}

impl<'de> Deserialize<'de> for Measure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MeasureVisitor;
        impl Visitor<'_> for MeasureVisitor {
            type Value = Measure;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or the name of a level")
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Measure, E> {
                Ok(Measure::Number(number))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Measure, E> {
                Ok(Measure::Number(number as f64))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Measure, E> {
                Ok(Measure::Number(number as f64))
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Measure, E> {
                Ok(Measure::Level(name.to_owned()))
            }
        }
        deserializer.deserialize_any(MeasureVisitor)
    }
}
