//! What a ministry is asked about its items: sheets, blocks of columns, fields.
//!
//! It answers for facts about its own items. Weights, pins and budgets are decisions of
//! others, computed scores nobody enters, and what depends on what names other agencies'
//! items: none of them is asked.

use crate::app::importing::{Field, Part};
use crate::model::{AgencyId, Item, ItemKind, Scenario, Text, ValueFunction};

/// What a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    /// What the items are and when they can start.
    Items,
    /// Money and people.
    Costs,
    /// Scores.
    Scores,
    /// Channels and the infrastructure that they need.
    Access,
}

impl Topic {
    /// All topics, in the order of sheets.
    pub(super) const ALL: [Self; 4] = [Self::Items, Self::Costs, Self::Scores, Self::Access];

    /// Its code in the workbook, and in the keys of its words.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::Costs => "costs",
            Self::Scores => "scores",
            Self::Access => "access",
        }
    }
}

/// What a block of columns is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The item.
    Item,
    /// When it can start and how long it takes.
    Time,
    /// What building it costs.
    Capex,
    /// What running it costs.
    Opex,
    /// People.
    Staff,
    /// A criterion, by position.
    Criterion(usize),
    /// A channel, by position.
    Channel(usize),
}

/// Columns under one head.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) about: About,
    pub(super) fields: Vec<Field>,
}

/// The columns of one sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    pub(super) topic: Topic,
    pub(super) blocks: Vec<Block>,
}

impl Form {
    /// Its fields in the order of its columns.
    pub(super) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.blocks.iter().flat_map(|block| &block.fields)
    }
}

/// What an agency is asked; none is whoever answers for items without an owner.
/// `language` is that of the workbook.
pub(super) fn forms(scenario: &Scenario, agency: Option<&AgencyId>, language: &str) -> Vec<Form> {
    let forms = [
        Form { topic: Topic::Items, blocks: about_items(scenario, language) },
        Form { topic: Topic::Costs, blocks: costs(agency) },
        Form { topic: Topic::Scores, blocks: scores(scenario) },
        Form { topic: Topic::Access, blocks: access(scenario) },
    ];
    forms.into_iter().filter(|form| !form.blocks.is_empty()).collect()
}

/// True if an item has a row on a sheet: what nobody reaches by a channel has none on
/// that of channels.
pub(super) fn has_row(item: &Item, topic: Topic) -> bool {
    topic != Topic::Access || item.kind == ItemKind::Service || !item.channels.is_empty()
}

fn about_items(scenario: &Scenario, language: &str) -> Vec<Block> {
    let several = scenario.languages.len() > 1
        || scenario.items.iter().any(|item| matches!(item.description, Text::PerLanguage(_)));
    let description = Field::Description(several.then(|| language.to_owned()));
    let mut time = vec![Field::Duration];
    if !scenario.phases.is_empty() {
        time.extend([Field::EarliestPhase, Field::LatestPhase, Field::Mandatory]);
    }
    vec![
        Block { about: About::Item, fields: vec![Field::Kind, description, Field::Note] },
        Block { about: About::Time, fields: time },
    ]
}

fn costs(agency: Option<&AgencyId>) -> Vec<Block> {
    let staff = |part| match agency {
        Some(agency) => Field::StaffOf(agency.clone(), part),
        None => Field::Staff(part),
    };
    vec![
        Block { about: About::Capex, fields: estimate(Field::Capex) },
        Block { about: About::Opex, fields: estimate(Field::Opex) },
        Block { about: About::Staff, fields: estimate(staff) },
    ]
}

fn scores(scenario: &Scenario) -> Vec<Block> {
    let entered = scenario
        .criteria
        .iter()
        .enumerate()
        .filter(|(_, own)| own.value.is_some() && own.computed.is_none());
    let block = |(at, own): (usize, &crate::model::Criterion)| {
        let fields = match own.value {
            // Between levels there is no range.
            Some(ValueFunction::Levels(_)) => {
                let best = Field::Score(own.id.clone(), Part::Best);
                vec![
                    best.clone(),
                    Field::Source(best.clone().into()),
                    Field::Reference(best.into()),
                ]
            }
            _ => estimate(|part| Field::Score(own.id.clone(), part)),
        };
        Block { about: About::Criterion(at), fields }
    };
    entered.map(block).collect()
}

fn access(scenario: &Scenario) -> Vec<Block> {
    let block = |(at, channel): (usize, &crate::model::ChannelKind)| {
        let mut fields = vec![Field::Channel(channel.id.clone())];
        if let Some(measure) = &channel.measure {
            let need = |part| Field::Need(channel.id.clone(), measure.clone(), part);
            fields.extend(estimate(need));
        }
        Block { about: About::Channel(at), fields }
    };
    scenario.channels.iter().enumerate().map(block).collect()
}

/// An estimate: best, lowest, highest value, how sure, and in which document.
fn estimate(field: impl Fn(Part) -> Field) -> Vec<Field> {
    let best = field(Part::Best);
    let (source, reference) =
        (Field::Source(best.clone().into()), Field::Reference(best.clone().into()));
    vec![best, field(Part::Low), field(Part::High), source, reference]
}

/// The code of a field in the workbook: the same in every language, and one for each.
pub(super) fn code(field: &Field) -> String {
    // Ids may hold anything; a part of a code holds no single slash.
    let id = |id: &str| id.replace('/', "//");
    let part = match field.part() {
        Part::Best => "",
        Part::Low => "/low",
        Part::High => "/high",
    };
    match field {
        Field::Score(own, _) => format!("scores/{}{part}", id(own.as_str())),
        Field::Channel(own) => format!("channels/{}/share", id(own.as_str())),
        Field::Need(own, measure, _) => {
            format!("channels/{}/need/{}{part}", id(own.as_str()), id(measure.as_str()))
        }
        // Whose people they are is told by the workbook.
        Field::StaffOf(..) | Field::Staff(_) => format!("staff_months{part}"),
        Field::Source(of) => format!("source:{}", code(of)),
        Field::Reference(of) => format!("document:{}", code(of)),
        Field::Description(Some(language)) => format!("description/{}", id(language)),
        other => other.to_string().replace('.', "/"),
    }
}
