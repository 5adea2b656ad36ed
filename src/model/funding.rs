//! What building a candidate costs, and who pays.

use super::{Estimate, FundId, is_default};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What building an item costs: in all, or phase of work by phase of work.
///
/// In a file `3.5`, `(best: 3.5, low: 3, high: 5)` or `[1.5, 2]`.
#[derive(Debug, Clone, PartialEq)]
pub enum Capex {
    /// In all; `capex_profile` spreads it.
    Total(Estimate),
    /// One amount for each phase of work.
    PerPhase(Vec<Estimate>),
}

impl Default for Capex {
    fn default() -> Self {
        Self::Total(Estimate::default())
    }
}

impl Capex {
    /// Best estimate of the whole.
    pub fn total(&self) -> f64 {
        match self {
            Self::Total(estimate) => estimate.best,
            Self::PerPhase(amounts) => amounts.iter().map(|amount| amount.best).sum(),
        }
    }
}

impl Serialize for Capex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Total(estimate) => estimate.serialize(serializer),
            Self::PerPhase(amounts) => amounts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Capex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CapexVisitor;
        impl<'de> Visitor<'de> for CapexVisitor {
            type Value = Capex;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, (best: …, low: …, high: …), or a list with one for each phase of work")
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Capex, E> {
                Ok(Capex::Total(Estimate::exactly(number)))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Capex, E> {
                self.visit_f64(number as f64)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Capex, E> {
                self.visit_f64(number as f64)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Capex, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Capex::PerPhase)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Capex, A::Error> {
                Estimate::deserialize(MapAccessDeserializer::new(map)).map(Capex::Total)
            }
        }
        deserializer.deserialize_any(CapexVisitor)
    }
}

/// Who pays for an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Funding {
    /// The fund behind `capex`.
    #[serde(skip_serializing_if = "is_default")]
    pub main: Option<FundId>,
    /// Money on top of `capex` from other funds.
    #[serde(skip_serializing_if = "is_default")]
    pub co_funding: Vec<CoFunding>,
}

/// Money from another fund.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CoFunding {
    /// The fund.
    pub fund: FundId,
    /// How much, spread as `capex` is.
    pub amount: Estimate,
}

/// The part that private partners take.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrivateParticipation {
    /// Form of contract.
    #[serde(skip_serializing_if = "is_default")]
    pub form: String,
    /// Who pays the partner.
    #[serde(skip_serializing_if = "is_default")]
    pub payer: String,
    /// Who bears which risk.
    #[serde(skip_serializing_if = "is_default")]
    pub risk: String,
    /// Fee for each transaction, in units of the currency.
    #[serde(skip_serializing_if = "is_default")]
    pub fee_per_transaction: Option<Estimate>,
    /// Transactions a year from which on the partner earns.
    #[serde(skip_serializing_if = "is_default")]
    pub break_even_transactions_per_year: Option<Estimate>,
}
