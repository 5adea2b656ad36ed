//! What a table gives for a field, and how it goes into an item.

use super::{Field, Part};
use crate::model::{
    AgencyId, Capex, Channel, Estimate, Estimated, GoalId, GoalShare, Item, ItemId, ItemKind,
    Measure, PhaseId, Provenance, Requires, Score, Source, StaffNeed, Text,
};

/// What a field holds, or a table gives for it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words of one language.
    Words(String),
    /// What sort of thing it is.
    Kind(ItemKind),
    /// Who answers for it.
    Agency(AgencyId),
    /// A number and what is told of its range.
    Amount {
        /// The value to plan with.
        best: f64,
        /// The lowest plausible one.
        low: Option<f64>,
        /// The highest plausible one.
        high: Option<f64>,
    },
    /// A level of a criterion, by its id.
    Level(String),
    /// Phases.
    Count(u32),
    /// A phase.
    Phase(PhaseId),
    /// Yes or no.
    Flag(bool),
    /// Goals.
    Goals(Vec<GoalId>),
    /// What must come first.
    Items(Vec<ItemId>),
    /// A share of 0..1.
    Share(f64),
    /// How far a value can be trusted.
    Source(Source),
    /// Nothing any more: what was there was taken away.
    Nothing,
}

impl Value {
    /// A number without a range.
    pub fn exactly(best: f64) -> Self {
        Self::Amount { best, low: None, high: None }
    }

    /// True if a table that gives this says nothing new to who has `was`.
    pub(super) fn says_nothing_new(&self, was: &Self) -> bool {
        match (self, was) {
            (
                Self::Amount { best, low, high },
                Self::Amount { best: own, low: own_low, high: own_high },
            ) => {
                let told = |new: &Option<f64>, own: &Option<f64>| {
                    new.is_none_or(|new| own.is_some_and(|own| alike(new, own)))
                };
                alike(*best, *own) && told(low, own_low) && told(high, own_high)
            }
            (Self::Share(new), Self::Share(own)) => alike(*new, *own),
            // Links are added, never taken away.
            (Self::Items(new), Self::Items(own)) => new.iter().all(|id| own.contains(id)),
            (Self::Goals(new), Self::Goals(own)) => {
                new.len() == own.len() && new.iter().all(|goal| own.contains(goal))
            }
            _ => self == was,
        }
    }
}

/// The same but for the last digits, which arithmetic with units changes.
pub(in crate::app) fn alike(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// What an item holds in a field; none where it holds nothing. `main` is the language
/// of texts that name none.
pub(super) fn held(item: &Item, field: &Field, main: &str) -> Option<Value> {
    let words = |text: &Text, language: &Option<String>| {
        let found = match (text, language) {
            (Text::PerLanguage(map), Some(language)) => map.get(language)?.as_str(),
            (text, _) => text.get(main),
        };
        (!found.is_empty()).then(|| Value::Words(found.to_owned()))
    };
    match field {
        Field::Id | Field::OwnerName | Field::Year => None,
        Field::Name(language) => words(&item.name, language),
        Field::Description(language) => words(&item.description, language),
        Field::Kind => Some(Value::Kind(item.kind)),
        Field::Owner => item.owner.clone().map(Value::Agency),
        Field::Capex(_) => match &item.capex {
            Capex::Total(estimate) => of_estimate(estimate),
            list @ Capex::PerPhase(_) => Some(Value::exactly(list.total())),
        },
        Field::Opex(_) => of_estimate(&item.opex_per_year),
        Field::Staff(_) => match item.staff_months.as_slice() {
            [] => None,
            [only] => of_estimate(&only.months),
            several => Some(Value::exactly(several.iter().map(|need| need.months.best).sum())),
        },
        Field::Duration => item.duration.map(Value::Count),
        Field::EarliestPhase => item.earliest_phase.clone().map(Value::Phase),
        Field::LatestPhase => item.latest_phase.clone().map(Value::Phase),
        Field::Mandatory => Some(Value::Flag(item.mandatory)),
        Field::Goals => {
            let goals: Vec<GoalId> = item.goals.iter().map(|share| share.goal.clone()).collect();
            (!goals.is_empty()).then_some(Value::Goals(goals))
        }
        Field::Requires => {
            let links: Vec<ItemId> = item.hard_requires().map(|link| link.item.clone()).collect();
            (!links.is_empty()).then_some(Value::Items(links))
        }
        Field::Score(id, _) => {
            let score = item.scores.get(id)?;
            let number = |measure: &Measure| match measure {
                Measure::Number(number) => Some(*number),
                Measure::Level(_) => None,
            };
            Some(match &score.best {
                Measure::Level(level) => Value::Level(level.clone()),
                Measure::Number(best) => Value::Amount {
                    best: *best,
                    low: score.low.as_ref().and_then(number),
                    high: score.high.as_ref().and_then(number),
                },
            })
        }
        Field::Channel(id) => {
            let channel = item.channels.iter().find(|channel| channel.channel == *id)?;
            Some(Value::Share(channel.share))
        }
        Field::Note => item.provenance.get("item")?.note.clone().map(Value::Words),
        Field::StaffOf(..) | Field::Need(..) | Field::Source(_) | Field::Reference(_) => None,
    }
}

/// None for the nought that stands where nobody has entered anything.
fn of_estimate(estimate: &Estimate) -> Option<Value> {
    let entered = *estimate != Estimate::default();
    entered.then_some(Value::Amount { best: estimate.best, low: estimate.low, high: estimate.high })
}

/// Puts a value into an item; `place` is where it stands, for the value's source.
pub(super) fn put(item: &mut Item, field: &Field, value: &Value, place: &str, main: &str) {
    match (field, value) {
        (Field::Name(language), Value::Words(words)) => set(&mut item.name, language, words, main),
        (Field::Description(language), Value::Words(words)) => {
            set(&mut item.description, language, words, main);
        }
        (Field::Kind, Value::Kind(kind)) => item.kind = *kind,
        (Field::Owner, Value::Agency(agency)) => put_owner(item, agency),
        (Field::Capex(_), value) => put_capex(item, value, place),
        (Field::Opex(_), value) => renew(&mut item.opex_per_year, value, place),
        (Field::Staff(_), value) => put_staff(item, value, place),
        (Field::Duration, Value::Count(phases)) => put_duration(item, *phases),
        (Field::EarliestPhase, Value::Phase(phase)) => item.earliest_phase = Some(phase.clone()),
        (Field::LatestPhase, Value::Phase(phase)) => item.latest_phase = Some(phase.clone()),
        (Field::Mandatory, Value::Flag(flag)) => item.mandatory = *flag,
        (Field::Goals, Value::Goals(goals)) => put_goals(item, goals),
        (Field::Requires, Value::Items(items)) => put_links(item, items),
        (Field::Score(id, _), value) => {
            let score = item.scores.entry(id.clone()).or_default();
            put_score(score, value, place);
        }
        (Field::Channel(id), Value::Share(share)) => {
            match item.channels.iter_mut().find(|channel| channel.channel == *id) {
                Some(channel) => channel.share = *share,
                None => item.channels.push(Channel {
                    channel: id.clone(),
                    share: *share,
                    opens_gate: true,
                    need: None,
                    requires_any_of: Vec::new(),
                    lag: 0,
                }),
            }
        }
        (Field::Note, Value::Words(words)) => {
            item.provenance.entry("item".to_owned()).or_default().note = Some(words.clone());
        }
        // A value of another sort belongs to another field.
        _ => return,
    }
    note_place(item, field, place);
}

/// Texts and choices have their source beside them, by field.
fn note_place(item: &mut Item, field: &Field, place: &str) {
    let key = match field {
        Field::Kind => "kind",
        Field::Owner => "owner",
        Field::Duration => "duration",
        Field::EarliestPhase => "earliest_phase",
        Field::LatestPhase => "latest_phase",
        Field::Mandatory => "mandatory",
        Field::Goals => "goals",
        Field::Requires => "requires",
        Field::Channel(_) => "channels",
        _ => return,
    };
    item.provenance.insert(key.to_owned(), stated(place));
}

/// “Stated, there.”
pub(super) fn stated(place: &str) -> Provenance {
    Provenance { source: Some(Source::Stated), reference: None, note: Some(place.to_owned()) }
}

fn set(text: &mut Text, language: &Option<String>, words: &str, main: &str) {
    match language {
        Some(language) => {
            if let Text::Plain(plain) = text {
                let plain = std::mem::take(plain);
                let kept =
                    (!plain.is_empty() && language != main).then(|| (main.to_owned(), plain));
                *text = Text::PerLanguage(kept.into_iter().collect());
            }
            text.set(language, words);
        }
        None => text.set(main, words),
    }
}

/// Staff that counted for the owner alone goes with it.
fn put_owner(item: &mut Item, agency: &AgencyId) {
    let before = item.owner.replace(agency.clone());
    if let [only] = item.staff_months.as_mut_slice()
        && only.agency == before
        && before.is_some()
    {
        only.agency = Some(agency.clone());
    }
}

fn put_capex(item: &mut Item, value: &Value, place: &str) {
    let Value::Amount { best, low, high } = value else { return };
    let total = item.capex.total();
    match &mut item.capex {
        Capex::Total(estimate) => renew(estimate, value, place),
        // The amounts by phase keep their proportions.
        Capex::PerPhase(amounts) if total > 0.0 && low.is_none() && high.is_none() => {
            for amount in amounts {
                let share = amount.best / total;
                renew(amount, &Value::exactly(best * share), place);
            }
        }
        Capex::PerPhase(amounts) => {
            let phases = u32::try_from(amounts.len()).unwrap_or(u32::MAX);
            item.duration = item.duration.or(Some(phases));
            item.capex = Capex::Total(Estimate::default());
            put_capex(item, value, place);
        }
    }
}

fn put_staff(item: &mut Item, value: &Value, place: &str) {
    let Value::Amount { best, .. } = value else { return };
    let total: f64 = item.staff_months.iter().map(|need| need.months.best).sum();
    match item.staff_months.as_mut_slice() {
        [] => {
            let mut months = Estimate::default();
            renew(&mut months, value, place);
            item.staff_months.push(StaffNeed { agency: item.owner.clone(), months });
        }
        [only] => renew(&mut only.months, value, place),
        // Agencies keep their proportions.
        several => {
            let count = several.len() as f64;
            for need in several {
                let share = if total > 0.0 { need.months.best / total } else { 1.0 / count };
                renew(&mut need.months, &Value::exactly(best * share), place);
            }
        }
    }
}

/// Profiles of another length make no sense any more: work is then spread evenly.
fn put_duration(item: &mut Item, phases: u32) {
    item.duration = Some(phases);
    let fits = |length: usize| usize::try_from(phases).is_ok_and(|phases| phases == length);
    if !fits(item.capex_profile.len()) {
        item.capex_profile.clear();
    }
    if !fits(item.staff_profile.len()) {
        item.staff_profile.clear();
    }
    if let Capex::PerPhase(amounts) = &item.capex
        && !fits(amounts.len())
    {
        let (first, total) = (amounts.first().cloned().unwrap_or_default(), item.capex.total());
        item.capex = Capex::Total(Estimate { best: total, low: None, high: None, ..first });
    }
}

/// Goals that were there keep their shares where all of them stay.
fn put_goals(item: &mut Item, goals: &[GoalId]) {
    let share = 1.0 / goals.len().max(1) as f64;
    item.goals = goals.iter().map(|goal| GoalShare { goal: goal.clone(), share }).collect();
}

fn put_links(item: &mut Item, items: &[ItemId]) {
    for other in items {
        if !item.hard_requires().any(|link| link.item == *other) {
            let source = Some(Source::Stated);
            item.requires.push(Requires { item: other.clone(), source, ..Requires::default() });
        }
    }
}

/// A new best value, with the range that is told, else with the old one where that
/// still holds it.
fn renew(estimate: &mut Estimate, value: &Value, place: &str) {
    let Value::Amount { best, low, high } = value else { return };
    let old = (estimate.low, estimate.high);
    *estimate = Estimated { note: Some(place.to_owned()), ..Estimate::exactly(*best) };
    estimate.source = Some(Source::Stated);
    estimate.low = low.or(old.0.filter(|low| low <= best));
    estimate.high = high.or(old.1.filter(|high| high >= best));
}

fn put_score(score: &mut Score, value: &Value, place: &str) {
    let number = |measure: &Option<Measure>| match measure {
        Some(Measure::Number(number)) => Some(*number),
        _ => None,
    };
    let note = Some(place.to_owned());
    let source = Some(Source::Stated);
    *score = match value {
        Value::Level(level) => {
            Score { source, note, ..Score::exactly(Measure::Level(level.clone())) }
        }
        Value::Amount { best, low, high } => Score {
            low: low.or(number(&score.low).filter(|low| low <= best)).map(Measure::Number),
            high: high.or(number(&score.high).filter(|high| high >= best)).map(Measure::Number),
            source,
            note,
            ..Score::exactly(Measure::Number(*best))
        },
        _ => return,
    };
}

/// The value of an estimate that a part of it names.
pub(super) fn set_part(amount: &mut (Option<f64>, Option<f64>, Option<f64>), part: Part, add: f64) {
    let place = match part {
        Part::Best => &mut amount.0,
        Part::Low => &mut amount.1,
        Part::High => &mut amount.2,
    };
    *place = Some(place.unwrap_or(0.0) + add);
}
