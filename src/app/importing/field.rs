//! The fields of an item that a column of a table can fill.

use crate::model::{AgencyId, ChannelId, CriterionId, MeasureId};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Which value of an estimate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The value to plan with.
    #[default]
    Best,
    /// The lowest plausible one.
    Low,
    /// The highest plausible one.
    High,
}

/// A field of ours. In a mapping file it is written as the path of the model:
/// `name.ru`, `capex.low`, `scores.demand`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The id.
    Id,
    /// The name, in one language or the only one.
    Name(Option<String>),
    /// What it is, in one language or the only one.
    Description(Option<String>),
    /// What sort of thing it is.
    Kind,
    /// The agency in charge, by id or by name.
    Owner,
    /// The name of that agency, where `owner` has its id.
    OwnerName,
    /// What building it costs.
    Capex(Part),
    /// What running it costs a year.
    Opex(Part),
    /// Staff months to build it.
    Staff(Part),
    /// Phases of work.
    Duration,
    /// The first phase in which it may start.
    EarliestPhase,
    /// The last phase in which it may start.
    LatestPhase,
    /// Whether it must start.
    Mandatory,
    /// Goals that it serves, by id or name.
    Goals,
    /// What must come first, by id or name.
    Requires,
    /// A score.
    Score(CriterionId, Part),
    /// How much of the demand comes by a channel: a share, or a number beside others.
    Channel(ChannelId),
    /// The year that a row is about; of several rows of one item the latest counts.
    Year,
    /// A remark on why the item is here.
    Note,
    /// Staff months of one agency's people. No column of a foreign table fills it, nor
    /// what follows: they are asked of ministries.
    StaffOf(AgencyId, Part),
    /// The infrastructure that a channel needs, in the unit of what is measured.
    Need(ChannelId, MeasureId, Part),
    /// How far the value of a field can be trusted.
    Source(Box<Field>),
    /// The document in which the value of a field stands.
    Reference(Box<Field>),
}

impl Field {
    /// True if several columns may fill it together: numbers that add up.
    pub fn adds_up(&self) -> bool {
        matches!(self, Self::Capex(_) | Self::Opex(_) | Self::Staff(_) | Self::Score(..))
    }

    /// True if it holds a number.
    pub fn is_number(&self) -> bool {
        self.adds_up() || matches!(self, Self::Duration | Self::Channel(_))
    }

    /// The estimate that a low or high value, or a source, belongs to; the field itself
    /// otherwise.
    pub fn whole(&self) -> Self {
        match self {
            Self::Capex(_) => Self::Capex(Part::Best),
            Self::Opex(_) => Self::Opex(Part::Best),
            Self::Staff(_) => Self::Staff(Part::Best),
            Self::Score(id, _) => Self::Score(id.clone(), Part::Best),
            Self::StaffOf(agency, _) => Self::StaffOf(agency.clone(), Part::Best),
            Self::Need(channel, measure, _) => {
                Self::Need(channel.clone(), measure.clone(), Part::Best)
            }
            Self::Source(of) | Self::Reference(of) => of.whole(),
            other => other.clone(),
        }
    }

    /// Which value of an estimate it is.
    pub fn part(&self) -> Part {
        match self {
            Self::Capex(part)
            | Self::Opex(part)
            | Self::Staff(part)
            | Self::Score(_, part)
            | Self::StaffOf(_, part)
            | Self::Need(_, _, part) => *part,
            _ => Part::Best,
        }
    }

    /// The same field, another value of its estimate.
    pub fn with_part(self, part: Part) -> Self {
        match self {
            Self::Capex(_) => Self::Capex(part),
            Self::Opex(_) => Self::Opex(part),
            Self::Staff(_) => Self::Staff(part),
            Self::Score(id, _) => Self::Score(id, part),
            Self::StaffOf(agency, _) => Self::StaffOf(agency, part),
            Self::Need(channel, measure, _) => Self::Need(channel, measure, part),
            other => other,
        }
    }
}

/// Fields without anything behind them.
const PLAIN: [(&str, Field); 17] = [
    ("id", Field::Id),
    ("name", Field::Name(None)),
    ("description", Field::Description(None)),
    ("kind", Field::Kind),
    ("owner", Field::Owner),
    ("owner.name", Field::OwnerName),
    ("capex", Field::Capex(Part::Best)),
    ("opex_per_year", Field::Opex(Part::Best)),
    ("staff_months", Field::Staff(Part::Best)),
    ("duration", Field::Duration),
    ("earliest_phase", Field::EarliestPhase),
    ("latest_phase", Field::LatestPhase),
    ("mandatory", Field::Mandatory),
    ("goals", Field::Goals),
    ("requires", Field::Requires),
    ("year", Field::Year),
    ("note", Field::Note),
];

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part() {
            Part::Best => "",
            Part::Low => ".low",
            Part::High => ".high",
        };
        match self {
            Self::Name(Some(language)) => write!(f, "name.{language}"),
            Self::Description(Some(language)) => write!(f, "description.{language}"),
            Self::Score(id, _) => write!(f, "scores.{id}{part}"),
            Self::Channel(id) => write!(f, "channels.{id}"),
            Self::StaffOf(agency, _) => write!(f, "staff_months({agency}){part}"),
            Self::Need(channel, ..) => write!(f, "channels.{channel}.need{part}"),
            Self::Source(of) => write!(f, "{of}.source"),
            Self::Reference(of) => write!(f, "{of}.ref"),
            other => {
                let plain = other.whole();
                let name =
                    PLAIN.iter().find(|(_, field)| *field == plain).map_or("", |(name, _)| name);
                write!(f, "{name}{part}")
            }
        }
    }
}

/// A word that names no field of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField(pub String);

impl fmt::Display for UnknownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no field of an item", self.0)
    }
}

impl std::error::Error for UnknownField {}

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(text: &str) -> Result<Self, UnknownField> {
        let unknown = || UnknownField(text.to_owned());
        let (base, part) = match text.rsplit_once('.') {
            Some((base, "low")) => (base, Part::Low),
            Some((base, "high")) => (base, Part::High),
            Some((base, "best")) => (base, Part::Best),
            _ => (text, Part::Best),
        };
        let named = PLAIN.iter().find(|(name, _)| *name == base);
        let field = match (named, base.split_once('.')) {
            (Some((_, field)), _) => field.clone(),
            (None, Some(("scores", id))) if !id.is_empty() => Self::Score(id.into(), Part::Best),
            (None, Some(("channels", id))) if !id.is_empty() => Self::Channel(id.into()),
            (None, Some(("name", language))) if is_language(language) => {
                Self::Name(Some(language.to_owned()))
            }
            (None, Some(("description", language))) if is_language(language) => {
                Self::Description(Some(language.to_owned()))
            }
            _ => return Err(unknown()),
        };
        if part != Part::Best && !field.adds_up() {
            return Err(unknown());
        }
        Ok(field.with_part(part))
    }
}

fn is_language(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_written_as_they_are_read() {
        let texts = [
            "id",
            "name",
            "name.ru",
            "description.kk",
            "kind",
            "owner",
            "owner.name",
            "capex",
            "capex.low",
            "opex_per_year.high",
            "staff_months",
            "duration",
            "earliest_phase",
            "latest_phase",
            "mandatory",
            "goals",
            "requires",
            "scores.demand",
            "scores.demand.low",
            "channels.web",
            "year",
            "note",
        ];
        for text in texts {
            assert_eq!(text.parse::<Field>().map(|field| field.to_string()), Ok(text.to_owned()));
        }
        assert_eq!("scores.demand.best".parse(), Ok(Field::Score("demand".into(), Part::Best)));
        for text in ["", "price", "name.low", "kind.ru", "scores.", "scores", "id.high", "Name"] {
            assert_eq!(text.parse::<Field>(), Err(UnknownField(text.to_owned())));
        }
    }
}
