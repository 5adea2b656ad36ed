//! The scenario that a table goes into, with what the table adds to its lists: agencies,
//! criteria, phases, goals, channels.

use super::cells::{folded, number_at, parts, year};
use super::entries::one_line;
use super::guess::demand_criterion;
use super::slug::{code_id, free, slug};
use super::{Field, Mapping};
use crate::files::tables::{Cell, Layout, Sheet};
use crate::model::{
    Agency, AgencyId, ChannelKind, Criterion, CriterionId, Goal, GoalId, Phase, PhaseId, Scenario,
    Text, ValueFunction,
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// New members of the scenario's lists.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Additions {
    /// Owners that the scenario does not have.
    pub agencies: Vec<Agency>,
    /// Criteria that scores are given for.
    pub criteria: Vec<Criterion>,
    /// Phases, where the scenario has none.
    pub phases: Vec<Phase>,
    /// Goals, where the scenario has none.
    pub goals: Vec<Goal>,
    /// Channels that shares are given for.
    pub channels: Vec<ChannelKind>,
}

/// The lists of a scenario, with additions, as rows refer to them.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) additions: Additions,
    /// The language of texts that name none.
    pub(super) main: String,
    criteria: Vec<Criterion>,
    phases: Vec<Phase>,
    goals: HashMap<String, GoalId>,
    owners: HashMap<(String, String), AgencyId>,
}

impl Target {
    pub(super) fn new(
        sheet: &Sheet,
        layout: &Layout,
        mapping: &Mapping,
        scenario: &Scenario,
    ) -> Self {
        let main = scenario.languages.first().map_or("en", String::as_str).to_owned();
        let mut target = Self {
            additions: Additions::default(),
            main,
            criteria: scenario.criteria.clone(),
            phases: scenario.phases.clone(),
            goals: goals_by_name(&scenario.goals),
            owners: HashMap::new(),
        };
        target.add_criteria(sheet, layout, mapping, scenario);
        if scenario.phases.is_empty() {
            target.add_phases(sheet, layout, mapping);
        }
        if scenario.goals.is_empty() {
            target.add_goals(sheet, layout, mapping);
        }
        target.add_channels(mapping, scenario);
        target
    }

    /// The phase that a cell names: by id, by name, by year or by a day in it.
    pub(super) fn phase(&self, cell: &Cell) -> Option<PhaseId> {
        let shown = cell.shown();
        let text = folded(&shown);
        let named = self.phases.iter().find(|phase| {
            phase.id == *shown.trim() || phase.name.all().any(|name| folded(name) == text)
        });
        let dated = || match cell {
            Cell::Date(date) => self.phases.iter().find(|phase| {
                phase.start.is_some_and(|start| start <= *date)
                    && phase.end.is_some_and(|end| *date <= end)
            }),
            _ => None,
        };
        let of_year = || {
            let year = year(cell)?;
            self.phases.iter().find(|phase| phase.year() == Some(year))
        };
        named.or_else(dated).or_else(of_year).map(|phase| phase.id.clone())
    }

    /// The goal that a text names, by id or name.
    pub(super) fn goal(&self, name: &str) -> Option<GoalId> {
        self.goals.get(&folded(name)).cloned()
    }

    /// True if a criterion is scored by levels.
    pub(super) fn has_levels(&self, id: &CriterionId) -> bool {
        matches!(self.value_of(id), Some(ValueFunction::Levels(_)))
    }

    /// The level of a criterion that a text names.
    pub(super) fn level(&self, id: &CriterionId, text: &str) -> Option<String> {
        let criterion = self.criteria.iter().find(|criterion| criterion.id == *id)?;
        let Some(ValueFunction::Levels(levels)) = &criterion.value else { return None };
        let wanted = folded(text);
        let named = |level: &&String| {
            let names = criterion.level_names.get(*level);
            folded(level) == wanted
                || names.is_some_and(|names| names.all().any(|name| folded(name) == wanted))
        };
        levels.keys().find(named).cloned()
    }

    /// True if scores below nothing lie on a criterion's scale.
    pub(super) fn reaches_below_zero(&self, id: &CriterionId) -> bool {
        match self.value_of(id) {
            Some(ValueFunction::Linear { worst, best }) => worst.min(*best) < 0.0,
            Some(ValueFunction::Points(points)) => points.iter().any(|[score, _]| *score < 0.0),
            _ => false,
        }
    }

    fn value_of(&self, id: &CriterionId) -> Option<&ValueFunction> {
        self.criteria.iter().find(|criterion| criterion.id == *id)?.value.as_ref()
    }

    /// Agencies for the owners of all rows: those that the scenario has, by id or by name,
    /// and new ones. `languages` are those of names, for texts such as `A | B`.
    pub(super) fn add_owners<'e>(
        &mut self,
        owners: impl Iterator<Item = (&'e str, Option<&'e str>)>,
        scenario: &Scenario,
        languages: &[String],
    ) {
        let mut taken: HashSet<String> =
            scenario.agencies.iter().map(|a| a.id.to_string()).collect();
        let mut known: HashMap<String, AgencyId> = HashMap::new();
        for agency in &scenario.agencies {
            let names = agency.name.all().map(folded).chain([folded(agency.id.as_str())]);
            for name in names.filter(|name| !name.is_empty()) {
                known.entry(name).or_insert_with(|| agency.id.clone());
            }
        }
        for (code, name) in owners {
            let key = (code.to_owned(), name.unwrap_or_default().to_owned());
            if self.owners.contains_key(&key) {
                continue;
            }
            let called = two_languages(name.unwrap_or(code), languages);
            let found = std::iter::once(code).chain(name).chain(called.all());
            let found = found.filter_map(|text| known.get(&folded(text))).next().cloned();
            let id = found.unwrap_or_else(|| {
                let wished = match name {
                    Some(_) => code_id(code),
                    None => slug(called.all().next().unwrap_or(code)),
                };
                let id = AgencyId::from(free(&wished, "agency", &mut taken));
                let name = called.clone();
                self.additions.agencies.push(Agency { id: id.clone(), name, ..Agency::default() });
                id
            });
            for text in std::iter::once(code).chain(name) {
                known.entry(folded(text)).or_insert_with(|| id.clone());
            }
            self.owners.insert(key, id);
        }
    }

    /// The agency of an owner that was added before.
    pub(super) fn owner(&self, code: &str, name: Option<&str>) -> Option<AgencyId> {
        self.owners.get(&(code.to_owned(), name.unwrap_or_default().to_owned())).cloned()
    }

    /// Criteria for scores that the scenario has none for, scaled to the data.
    fn add_criteria(
        &mut self,
        sheet: &Sheet,
        layout: &Layout,
        mapping: &Mapping,
        scenario: &Scenario,
    ) {
        for field in mapping.fields() {
            let Field::Score(id, _) = &field else { continue };
            if self.criteria.iter().any(|criterion| criterion.id == *id) {
                continue;
            }
            let numbers = scores_of(&field, sheet, layout, mapping);
            let criterion = if *id == demand_criterion(scenario) {
                demand(id.clone(), &numbers)
            } else {
                let title =
                    mapping.filling(&field).next().map_or("", |column| column.title.as_str());
                linear(id.clone(), title, &numbers)
            };
            self.criteria.push(criterion.clone());
            self.additions.criteria.push(criterion);
        }
    }

    fn add_phases(&mut self, sheet: &Sheet, layout: &Layout, mapping: &Mapping) {
        let mut years: Vec<i32> = Vec::new();
        for field in [Field::EarliestPhase, Field::LatestPhase] {
            for column in mapping.filling(&field) {
                years.extend(
                    layout.rows.iter().filter_map(|row| year(sheet.cell(row.at, column.column))),
                );
            }
        }
        years.sort_unstable();
        let (Some(first), Some(last)) = (years.first(), years.last()) else { return };
        // A phase that is left out would let work jump over it.
        for year in *first..=(*last).min(first + 30) {
            let phase = Phase { id: PhaseId(year.to_string()), ..Phase::default() };
            self.phases.push(phase.clone());
            self.additions.phases.push(phase);
        }
    }

    fn add_goals(&mut self, sheet: &Sheet, layout: &Layout, mapping: &Mapping) {
        let mut taken = HashSet::new();
        for column in mapping.filling(&Field::Goals) {
            for row in &layout.rows {
                let shown = sheet.cell(row.at, column.column).shown().into_owned();
                for name in parts(&shown) {
                    let key = folded(name);
                    if key.is_empty() || self.goals.contains_key(&key) {
                        continue;
                    }
                    let id = GoalId(free(&slug(name), "goal", &mut taken));
                    self.goals.insert(key, id.clone());
                    let name = Text::Plain(name.to_owned());
                    self.additions.goals.push(Goal { id, name, ..Goal::default() });
                }
            }
        }
    }

    fn add_channels(&mut self, mapping: &Mapping, scenario: &Scenario) {
        for field in mapping.fields() {
            let Field::Channel(id) = field else { continue };
            if !scenario.channels.iter().any(|channel| channel.id == id) {
                let name = Text::Plain(id.to_string());
                self.additions.channels.push(ChannelKind { id, name, ..ChannelKind::default() });
            }
        }
    }
}

fn goals_by_name(goals: &[Goal]) -> HashMap<String, GoalId> {
    let mut names = HashMap::new();
    for goal in goals {
        for name in goal.name.all().chain([goal.id.as_str()]).map(folded) {
            names.entry(name).or_insert_with(|| goal.id.clone());
        }
    }
    names
}

/// `Royal Mounted Police | Gendarmerie royale` in the languages that names are given in.
fn two_languages(name: &str, languages: &[String]) -> Text {
    let halves: Vec<&str> = name.split(" | ").map(str::trim).collect();
    match (halves.as_slice(), languages) {
        ([first, second], [one, other, ..]) if !first.is_empty() && !second.is_empty() => {
            let words = [(one.clone(), one_line(first)), (other.clone(), one_line(second))];
            Text::PerLanguage(words.into_iter().collect())
        }
        _ => Text::Plain(name.to_owned()),
    }
}

/// The scores that a table gives for a criterion, in the criterion's unit.
fn scores_of(field: &Field, sheet: &Sheet, layout: &Layout, mapping: &Mapping) -> Vec<f64> {
    let columns: Vec<_> = mapping
        .filling(field)
        .filter_map(|mapped| {
            let column = layout.columns.iter().find(|column| column.at == mapped.column)?;
            Some((column, mapped.factor))
        })
        .collect();
    let sum = |row: usize| {
        let numbers = columns.iter().filter_map(|(column, factor)| {
            number_at(sheet, row, column).map(|number| number * factor)
        });
        numbers.fold(None, |sum: Option<f64>, number| Some(sum.unwrap_or(0.0) + number))
    };
    layout.rows.iter().filter_map(|row| sum(row.at)).collect()
}

/// Demand over the powers of ten between which the data lie.
fn demand(id: CriterionId, numbers: &[f64]) -> Criterion {
    let positive = || numbers.iter().copied().filter(|number| *number > 0.0);
    let least = positive().fold(f64::INFINITY, f64::min).min(1e12);
    let most = positive().fold(0.0, f64::max).max(1.0);
    let worst = 10_f64.powf(least.min(most).log10().floor());
    let best = 10_f64.powf(most.log10().ceil()).max(worst * 10.0);
    let name = [("en", "Demand"), ("ru", "Востребованность"), ("kk", "Сұраныс")];
    let unit = [("en", "transactions a year"), ("ru", "обращений в год"), ("kk", "жылына өтініш")];
    Criterion {
        id,
        name: in_languages(&name),
        unit: in_languages(&unit),
        value: Some(ValueFunction::Log10 { worst, best }),
        ..Criterion::default()
    }
}

/// Demand on a scale for a country, where there are no data to scale it by.
pub(super) fn usual_demand() -> Criterion {
    demand("demand".into(), &[1_000.0, 1_000_000.0])
}

/// A straight scale over the data, under the title of their column.
fn linear(id: CriterionId, title: &str, numbers: &[f64]) -> Criterion {
    let worst = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let best = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (worst, best) = if worst < best { (worst, best) } else { (0.0, 1.0) };
    let value = Some(ValueFunction::Linear { worst, best });
    Criterion { id, name: Text::Plain(title.to_owned()), value, ..Criterion::default() }
}

fn in_languages(words: &[(&str, &str)]) -> Text {
    let own = words.iter().map(|(language, words)| ((*language).to_owned(), (*words).to_owned()));
    Text::PerLanguage(own.collect::<IndexMap<_, _>>())
}
