//! The layer as a whole: a sample model, broken files, random damage, and the bytes of files.

mod broken;
mod places;
mod round;
mod sentences;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Sample {
    pub schema: u32,
    pub title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<String, f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Criterion {
    pub id: String,
    pub value: ValueFunction,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ValueFunction {
    Linear { worst: f64, best: f64 },
    Log10(Ends),
    Points(Vec<(f64, f64)>),
    Levels(BTreeMap<String, f64>),
    Pair(f64, bool),
    NotScored,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Ends {
    pub worst: f64,
    pub best: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Source {
    Assumption,
    ProcessReview,
    Infrastructure,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Item {
    pub id: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default)]
    pub scores: BTreeMap<String, Score>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capex: Vec<f64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<Link>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Link {
    pub item: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag: Option<i32>,
}

/// An identifier that refuses blanks by hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Id(pub String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.is_empty() || text.contains(' ') {
            return Err(de::Error::custom(format!(
                "“{text}” is no identifier: no blanks, not empty."
            )));
        }
        Ok(Self(text))
    }
}

/// A number, or a group with an interval.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Score {
    Exact(f64),
    Interval(Interval),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Interval {
    pub low: f64,
    pub best: f64,
    pub high: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Score;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number or (low: …, best: …, high: …)")
            }
            fn visit_i64<E>(self, n: i64) -> Result<Score, E> {
                Ok(Score::Exact(n as f64))
            }
            fn visit_u64<E>(self, n: u64) -> Result<Score, E> {
                Ok(Score::Exact(n as f64))
            }
            fn visit_f64<E>(self, x: f64) -> Result<Score, E> {
                Ok(Score::Exact(x))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Score, A::Error> {
                Interval::deserialize(de::value::MapAccessDeserializer::new(map))
                    .map(Score::Interval)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// A small source of numbers that are the same on every machine.
pub(super) struct SplitMix64(pub u64);

impl SplitMix64 {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn number(&mut self) -> f64 {
        match self.below(6) {
            0 => self.below(100_000) as f64,
            1 => -(self.below(1000) as f64) / 8.0,
            2 => 10_f64.powi(self.below(40) as i32 - 20),
            3 => (self.next() as f64) * 3.0,
            4 => -0.0,
            _ => Some(f64::from_bits(self.next())).filter(|x| x.is_finite()).unwrap_or(0.1),
        }
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 12] =
            ["tax", "e-", "қазақ", "\"", "\\", "\n", " ", "\u{7}", "😀", "x.y", "None", "//"];
        (0..self.below(8)).map(|_| PIECES[self.below(12)]).collect()
    }

    pub(super) fn sample(&mut self) -> Sample {
        let source = |rng: &mut Self| {
            [
                None,
                Some(Source::Assumption),
                Some(Source::ProcessReview),
                Some(Source::Infrastructure),
            ][rng.below(4)]
        };
        let criteria = (0..self.below(7))
            .map(|i| Criterion {
                id: format!("c{i}"),
                value: match self.below(6) {
                    0 => ValueFunction::Linear { worst: self.number(), best: self.number() },
                    1 => ValueFunction::Log10(Ends { worst: self.number(), best: self.number() }),
                    2 => ValueFunction::Points(
                        (0..self.below(12)).map(|_| (self.number(), self.number())).collect(),
                    ),
                    3 => ValueFunction::Levels(
                        (0..self.below(5)).map(|_| (self.text(), self.number())).collect(),
                    ),
                    4 => ValueFunction::Pair(self.number(), self.below(2) == 0),
                    _ => ValueFunction::NotScored,
                },
            })
            .collect();
        let items = (0..self.below(6))
            .map(|i| Item {
                id: Id(format!("item-{i}")),
                note: (self.below(2) == 0).then(|| self.text()),
                scores: (0..self.below(5))
                    .map(|j| {
                        let score = if self.below(2) == 0 {
                            Score::Exact(self.number())
                        } else {
                            let (low, best, high) = (self.number(), self.number(), self.number());
                            Score::Interval(Interval { low, best, high, source: source(self) })
                        };
                        (format!("c{j}{}", self.text()), score)
                    })
                    .collect(),
                capex: (0..self.below(20)).map(|_| self.number()).collect(),
                requires: (0..self.below(3))
                    .map(|j| Link { item: Id(format!("item-{j}")), lag: (j > 0).then_some(-3) })
                    .collect(),
                source: source(self),
                count: (self.below(2) == 0).then_some(200),
            })
            .collect();
        let weights = (0..self.below(4)).map(|_| (self.text(), self.number())).collect();
        Sample { schema: 1, title: self.text(), criteria, items, weights }
    }
}
