//! The columns of the table.

use crate::model::{Criterion, Scenario};
use crate::texts::{Arg, Texts};

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name in the language of the reader.
    Name,
    /// What sort of thing it is.
    Kind,
    /// The agency that answers for it.
    Owner,
    /// Its value on all criteria, 0 to 100: a result.
    Value,
    /// The phase in which the plan starts it: a result.
    Phase,
    /// Its score on the criterion at this position of the scenario's list.
    Score(usize),
    /// What building it costs the main budget.
    Capex,
    /// What running it costs a year.
    Opex,
    /// Staff months of all agencies.
    Staff,
    /// Phases of work.
    Duration,
    /// The first phase in which it may start.
    Earliest,
    /// The last phase in which it may start.
    Latest,
    /// Whether it must start.
    Mandatory,
}

impl Field {
    /// All columns of a scenario, in their order.
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let mut fields = vec![Self::Name, Self::Kind, Self::Owner, Self::Value, Self::Phase];
        let leaves = scenario.criteria.iter().enumerate().filter(|(_, node)| node.value.is_some());
        fields.extend(leaves.map(|(at, _)| Self::Score(at)));
        fields.extend([Self::Capex, Self::Opex, Self::Staff, Self::Duration]);
        fields.extend([Self::Earliest, Self::Latest, Self::Mandatory]);
        fields
    }

    /// Its heading, with the unit where it has one: `Cost to build, USD`.
    pub fn heading(self, scenario: &Scenario, texts: &Texts) -> String {
        let name = self.name(scenario, texts);
        let unit = match self {
            Self::Capex | Self::Opex => scenario.currency.as_str(),
            Self::Score(at) => {
                scenario.criteria.get(at).map_or("", |node| node.unit.get(texts.language()))
            }
            _ => "",
        };
        if unit.is_empty() { name } else { format!("{name}, {unit}") }
    }

    /// Its name without a unit.
    pub fn name(self, scenario: &Scenario, texts: &Texts) -> String {
        let key = match self {
            Self::Score(at) => return criterion_name(scenario.criteria.get(at), texts),
            Self::Name => "sheet-name",
            Self::Kind => "sheet-kind",
            Self::Owner => "sheet-owner",
            Self::Value => "sheet-value",
            Self::Phase => "sheet-phase",
            Self::Capex => "sheet-capex",
            Self::Opex => "sheet-opex",
            Self::Staff => "sheet-staff",
            Self::Duration => "sheet-duration",
            Self::Earliest => "sheet-earliest",
            Self::Latest => "sheet-latest",
            Self::Mandatory => "sheet-mandatory",
        };
        texts.get(key)
    }

    /// True if the program works it out, so that nothing can be entered.
    pub fn is_result(self, scenario: &Scenario) -> bool {
        match self {
            Self::Value | Self::Phase => true,
            Self::Score(at) => scenario.criteria.get(at).is_none_or(|node| node.computed.is_some()),
            _ => false,
        }
    }

    /// What a cell is called: `Demand of E-taxation`.
    pub fn of(self, item: &str, scenario: &Scenario, texts: &Texts) -> String {
        let name = self.name(scenario, texts);
        texts.with("sheet-of", &[("field", Arg::from(name.as_str())), ("item", Arg::from(item))])
    }
}

fn criterion_name(criterion: Option<&Criterion>, texts: &Texts) -> String {
    let name = |node: &Criterion| node.name.get_or(texts.language(), node.id.as_str()).to_owned();
    criterion.map(name).unwrap_or_default()
}
