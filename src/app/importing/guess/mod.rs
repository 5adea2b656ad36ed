//! What the columns of a table are probably for: by their titles in several languages,
//! by what stands under them, and by the scenario that they shall fill.

mod factor;
mod fit;
mod numbers;
mod owners;
mod titles;

pub use factor::factor;
pub use titles::is_known_title;

use super::vocabulary::Topic;
use super::{ColumnMapping, Field, Mapping, Part, Reason};
use crate::files::tables::{Column, Layout, Sheet};
use crate::model::{Criterion, CriterionId, Scenario, ValueFunction};
use fit::fit;
use titles::{ENOUGH, Title};

/// A use that a column may have.
#[derive(Debug, Clone)]
struct Offer {
    /// Position in the list of columns.
    at: usize,
    field: Field,
    confidence: f64,
    reason: Reason,
}

/// Topics that one column fills.
const SINGLE: [(Topic, Field); 10] = [
    (Topic::Id, Field::Id),
    (Topic::Kind, Field::Kind),
    (Topic::Duration, Field::Duration),
    (Topic::Earliest, Field::EarliestPhase),
    (Topic::Latest, Field::LatestPhase),
    (Topic::Mandatory, Field::Mandatory),
    (Topic::Goals, Field::Goals),
    (Topic::Requires, Field::Requires),
    (Topic::Year, Field::Year),
    (Topic::Note, Field::Note),
];

/// A table with the titles of its columns taken apart: the last part of each, and all.
struct Scope<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    titles: Vec<(Title, Title)>,
}

impl<'a> Scope<'a> {
    fn new(sheet: &'a Sheet, layout: &'a Layout) -> Self {
        let titles = |column: &Column| (Title::new(&column.leaf), Title::new(&column.title));
        Self { sheet, layout, titles: layout.columns.iter().map(titles).collect() }
    }

    /// How surely the title of a column speaks of a topic: by its last part, else by all.
    fn said(&self, at: usize, topic: Topic) -> f64 {
        let (leaf, whole) = &self.titles[at];
        let said = leaf.about(topic);
        if said >= ENOUGH { said } else { said.max(0.95 * whole.about(topic)) }
    }

    /// How surely a column is about a topic: by its title and by what stands under it.
    fn about(&self, at: usize, topic: Topic) -> f64 {
        let said = self.said(at, topic);
        if said < ENOUGH {
            0.0
        } else {
            said * fit(topic, &self.layout.columns[at], self.sheet, self.layout)
        }
    }
}

/// Guesses what each column of a table fills in a scenario, and says why.
///
/// The same table and scenario always give the same guess. O(cells + columns² × rows)
/// where many columns hold numbers of one sort.
pub fn guess(sheet: &Sheet, layout: &Layout, scenario: &Scenario) -> Mapping {
    let mut mapping = Mapping::empty(layout);
    let scope = Scope::new(sheet, layout);
    let mut offers = own_names(layout);
    offers.extend(single(&scope));
    offers.extend(criteria(&scope, scenario));
    for (topic, field) in
        [(Topic::Name, Field::Name as fn(_) -> _), (Topic::Description, Field::Description)]
    {
        offers.extend(languages(topic, field, &scope));
    }
    let (owners, passed) = owners::offers(&scope);
    offers.extend(owners);
    note(&mut mapping, passed);
    for (topic, field) in [
        (Topic::Demand, Field::Score(demand_criterion(scenario), Part::Best)),
        (Topic::Capex, Field::Capex(Part::Best)),
        (Topic::Opex, Field::Opex(Part::Best)),
        (Topic::Staff, Field::Staff(Part::Best)),
    ] {
        let (chosen, passed) = numbers::offers(topic, &field, &scope);
        offers.extend(chosen);
        note(&mut mapping, passed);
    }
    assign(&mut mapping, offers);
    ids_that_come_again(&mut mapping, &scope);
    fall_back(&mut mapping, layout, scenario);
    finish(&mut mapping, sheet, layout, scenario);
    mapping
}

/// The criterion that demand is scored on: the scenario's own, or the one to be made.
pub(super) fn demand_criterion(scenario: &Scenario) -> CriterionId {
    let speaks = |criterion: &&Criterion| {
        let id = Title::new(criterion.id.as_str()).about(Topic::Demand) >= 0.8;
        id || criterion.name.all().any(|name| Title::new(name).about(Topic::Demand) >= 0.8)
    };
    let numeric = || {
        scenario.leaf_criteria().filter(|criterion| {
            let levels = matches!(criterion.value, Some(ValueFunction::Levels(_)));
            criterion.computed.is_none() && !levels
        })
    };
    let found = numeric().find(|criterion| criterion.id == "demand");
    let found = found.or_else(|| numeric().find(speaks));
    found.map_or_else(|| "demand".into(), |criterion| criterion.id.clone())
}

fn offer(at: usize, field: Field, confidence: f64, reason: Reason) -> Offer {
    Offer { at, field, confidence, reason }
}

/// Titles that are fields' own names, as in tables that this program wrote.
fn own_names(layout: &Layout) -> Vec<Offer> {
    let named = |(at, column): (usize, &Column)| {
        let field: Field = column.leaf.parse().ok()?;
        // “id” and “name” are anybody's words; what stands under them decides.
        let ours = column.leaf.contains(['.', '_']) || column.leaf == "capex";
        ours.then(|| offer(at, field, 1.0, Reason::OwnName))
    };
    layout.columns.iter().enumerate().filter_map(named).collect()
}

fn single(scope: &Scope<'_>) -> Vec<Offer> {
    let mut offers = Vec::new();
    for at in 0..scope.layout.columns.len() {
        for (topic, field) in &SINGLE {
            let confidence = scope.about(at, *topic);
            if confidence > 0.0 {
                offers.push(offer(at, field.clone(), confidence, Reason::Title));
            }
        }
    }
    offers
}

/// Names and descriptions: one column for each language, by its title's word for the
/// language or, where there are several, by its title's letters.
fn languages(topic: Topic, field: fn(Option<String>) -> Field, scope: &Scope<'_>) -> Vec<Offer> {
    let mut found: Vec<(usize, f64, &Title)> = Vec::new();
    for (at, (_, title)) in scope.titles.iter().enumerate() {
        let confidence = scope.about(at, topic);
        if confidence >= ENOUGH {
            found.push((at, confidence, title));
        }
    }
    let told = found.iter().any(|(_, _, title)| title.language.is_some());
    let spelt: Vec<&str> = found.iter().map(|(_, _, title)| letters_of(&title.words)).collect();
    let differ = spelt.iter().any(|language| *language != spelt[0]);
    let offered = found.iter().zip(&spelt).map(|((at, confidence, title), spelt)| {
        let language = title.language.or_else(|| (told || differ).then_some(*spelt));
        offer(*at, field(language.map(str::to_owned)), *confidence, Reason::Title)
    });
    offered.collect()
}

/// The language that letters speak for.
fn letters_of(words: &[String]) -> &'static str {
    let any = |letters: &str| words.iter().any(|word| word.contains(|c: char| letters.contains(c)));
    if any("әғқңөұүһі") || words.iter().any(|word| word.starts_with("ата")) {
        "kk"
    } else if words.iter().any(|word| word.contains(|c: char| ('а'..='я').contains(&c))) {
        "ru"
    } else {
        "en"
    }
}

/// Columns whose titles are the names of the scenario's criteria.
fn criteria(scope: &Scope<'_>, scenario: &Scenario) -> Vec<Offer> {
    let mut offers = Vec::new();
    let scored = scenario.leaf_criteria().filter(|criterion| criterion.computed.is_none());
    for criterion in scored {
        let levels = matches!(criterion.value, Some(ValueFunction::Levels(_)));
        let names = std::iter::once(criterion.id.as_str()).chain(criterion.name.all());
        let names: Vec<Title> = names.filter(|name| !name.is_empty()).map(Title::new).collect();
        for (at, column) in scope.layout.columns.iter().enumerate() {
            let title = &scope.titles[at].0;
            let said = names.iter().map(|name| title.covers(&name.core));
            let said = said.fold(0.0, f64::max);
            let holds = if levels { 1.0 } else { column.content.numeric_share() };
            if said >= 0.7 && holds > 0.5 {
                let field = Field::Score(criterion.id.clone(), title.part);
                offers.push(offer(at, field, 0.97 * said, Reason::Criterion));
            }
        }
    }
    offers
}

fn note(mapping: &mut Mapping, passed: Vec<(usize, Reason)>) {
    for (at, reason) in passed {
        mapping.columns[at].reason = reason;
    }
}

/// Gives columns to fields, the surest first; of equals the one further left.
fn assign(mapping: &mut Mapping, mut offers: Vec<Offer>) {
    offers.retain(|offer| offer.confidence >= ENOUGH);
    offers.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(a.at.cmp(&b.at)));
    for Offer { at, field, confidence, reason } in offers {
        let is_part = matches!(reason, Reason::Part);
        let taken = mapping.filling(&field).any(|other| !(is_part && other.reason == Reason::Part));
        let own = &mut mapping.columns[at];
        if own.field.is_none() && !taken {
            *own = ColumnMapping { field: Some(field), confidence, reason, ..own.clone() };
        }
    }
}

/// An id that stands in several rows, as for each year, always stands beside the same
/// name.
fn ids_that_come_again(mapping: &mut Mapping, scope: &Scope<'_>) {
    let Scope { sheet, layout, .. } = scope;
    let name = |field: &Field| matches!(field, Field::Name(_));
    let named = mapping.columns.iter().position(|own| own.field.as_ref().is_some_and(name));
    let (Some(named), None) = (named, mapping.filling(&Field::Id).next()) else { return };
    let found = (0..layout.columns.len()).find(|at| {
        let column = &layout.columns[*at];
        let content = &column.content;
        mapping.columns[*at].field.is_none()
            && scope.said(*at, Topic::Id) >= 0.7
            && content.distinct > 1
            && content.filled * 10 >= layout.rows.len() * 8
            && content.phrases * 10 <= content.filled * 3
            && !content.counts_up
            && owners::names_one_each(*at, named, sheet, layout)
    });
    if let Some(own) = found.map(|at| &mut mapping.columns[at]) {
        own.field = Some(Field::Id);
        (own.confidence, own.reason) = (0.6, Reason::Title);
    }
}

/// Where no title speaks of names, what looks like names; where nothing is counted, the
/// only numbers.
fn fall_back(mapping: &mut Mapping, layout: &Layout, scenario: &Scenario) {
    let fields = mapping.fields();
    if !fields.iter().any(|field| matches!(field, Field::Name(_))) {
        let free = |at: &usize| mapping.columns[*at].field.is_none();
        let places = || (0..layout.columns.len()).filter(free);
        let found = places().find(|at| looks_like_names(&layout.columns[*at]));
        let found = found.or_else(|| places().find(|at| tells_rows_apart(&layout.columns[*at])));
        if let Some(at) = found {
            let own = &mut mapping.columns[at];
            own.field = Some(Field::Name(None));
            (own.confidence, own.reason) = (ENOUGH, Reason::LooksLikeNames);
        }
    }
    if fields.iter().any(Field::is_number) {
        return;
    }
    let numeric = |at: &usize| {
        let content = &layout.columns[*at].content;
        let years = content.range.is_some_and(|(least, most)| least >= 1900.0 && most <= 2100.0);
        mapping.columns[*at].field.is_none()
            && content.numeric_share() > 0.8
            && !content.counts_up
            && !years
    };
    let found: Vec<usize> = (0..layout.columns.len()).filter(numeric).collect();
    if let [only] = found.as_slice() {
        let own = &mut mapping.columns[*only];
        own.field = Some(Field::Score(demand_criterion(scenario), Part::Best));
        (own.confidence, own.reason) = (0.45, Reason::OnlyNumbers);
    }
}

fn looks_like_names(column: &Column) -> bool {
    let content = &column.content;
    content.texts * 10 > content.filled * 8
        && content.distinct_share() >= 0.6
        && (5.0..=150.0).contains(&content.mean_letters)
        && content.links == 0
        && content.phrases * 2 > content.texts
}

/// Words that differ from row to row.
fn tells_rows_apart(column: &Column) -> bool {
    let content = &column.content;
    content.texts * 10 > content.filled * 9
        && content.distinct_share() >= 0.9
        && (3.0..=150.0).contains(&content.mean_letters)
        && content.links == 0
}

/// Factors, cells that mean what stands above them, headings, and what counts rows.
fn finish(mapping: &mut Mapping, sheet: &Sheet, layout: &Layout, scenario: &Scenario) {
    for (own, column) in mapping.columns.iter_mut().zip(&layout.columns) {
        match &own.field {
            Some(field) => {
                own.factor = factor::factor(field, column, scenario);
                own.fill_down = is_filled_down(field, column, sheet, layout);
            }
            None if column.content.counts_up => own.reason = Reason::Counter,
            None => {}
        }
    }
    let headed = layout.rows.iter().filter(|row| row.section.is_some()).count();
    let has_owner = mapping.fields().contains(&Field::Owner);
    mapping.owner_from_headings = !has_owner && headed > 0 && headed * 10 >= layout.rows.len() * 8;
}

/// True if a value stands only in the first of the rows that it is for.
fn is_filled_down(field: &Field, column: &Column, sheet: &Sheet, layout: &Layout) -> bool {
    let shared = matches!(field, Field::Owner | Field::OwnerName | Field::Goals | Field::Year);
    let content = &column.content;
    let begins = layout.rows.first().is_some_and(|row| !sheet.cell(row.at, column.at).is_empty());
    shared
        && begins
        && content.filled >= 2
        && content.filled * 10 < layout.rows.len() * 6
        && content.distinct == content.filled
}
