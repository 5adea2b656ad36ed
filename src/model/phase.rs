//! Phases, and what each of them has to spend.

use super::{AgencyId, FundId, PhaseId, Provenance, Text, is_default};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A stretch of time with its money and people, usually a budget year.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    /// Unique among phases, usually the year.
    pub id: PhaseId,
    /// Its name for people; the id where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// First day, as `YYYY-MM-DD`.
    #[serde(default, with = "day", skip_serializing_if = "is_default")]
    pub start: Option<jiff::civil::Date>,
    /// Last day, as `YYYY-MM-DD`.
    #[serde(default, with = "day", skip_serializing_if = "is_default")]
    pub end: Option<jiff::civil::Date>,
    /// The stage of the programme that it belongs to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub programme_stage: Option<u32>,
    /// Money for building, in units of the currency; none is no limit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub budget: Option<f64>,
    /// Money for building from other funds, by fund.
    #[serde(default, skip_serializing_if = "is_default")]
    pub co_funding: IndexMap<FundId, f64>,
    /// Most running cost of all that is in service; none is no limit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opex_cap: Option<f64>,
    /// Staff months of the whole programme; none is no limit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub staff_months: Option<f64>,
    /// Staff months of each agency; an agency that is not named has no limit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub staff_by_agency: IndexMap<AgencyId, f64>,
    /// Where the fields come from, by field.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: IndexMap<String, Provenance>,
}

/// A day in a file, with a sentence for what is none.
mod day {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Date>, D::Error> {
        let text: Option<String> = Option::deserialize(source)?;
        let read = |text: String| {
            text.parse().map_err(|_| {
                D::Error::custom(format!("“{text}” is no date; write it as 2005-12-31."))
            })
        };
        text.map(read).transpose()
    }
}

impl Phase {
    /// The calendar year in which it starts, from its dates or from its id.
    pub fn year(&self) -> Option<i32> {
        match self.start {
            Some(date) => Some(i32::from(date.year())),
            None => self.id.as_str().get(..4).and_then(|digits| digits.parse().ok()),
        }
    }

    /// Length in years from its dates; none without both of them.
    pub fn years(&self) -> Option<f64> {
        let days = f64::from(self.start?.until(self.end?).ok()?.get_days()) + 1.0;
        Some((days / 365.25 * 12.0).round() / 12.0)
    }
}
