//! Explanations in words: the same sentences in commands and in the window.

use super::snapshot::Snapshot;
use super::words::{
    conflict_words, held_words, item_name, phase_name, resource_amount, resource_name,
};
use crate::explain::{
    Binding, Change, ChangeKind, Displaced, Entry, Explanation, Forced, Range, Scarce, User, Waits,
};
use crate::model::Scenario;
use crate::sequencing::Reason;
use crate::sequencing::compile::Compiled;
use crate::texts::{Arg, Texts};

/// One line of a binding chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainWords {
    /// 0 for what holds the item itself, 1 for what holds that, ….
    pub depth: usize,
    /// The reason as a sentence.
    pub words: String,
    /// The item that the reason names.
    pub item: Option<usize>,
}

/// A binding chain line by line.
pub fn chain_words(chain: &Binding, snapshot: &Snapshot, texts: &Texts) -> Vec<ChainWords> {
    let scenario = &snapshot.scenario;
    let line = |line: crate::explain::ChainLine<'_>| {
        let (reason, item) = held_words(line.held, line.item, snapshot, texts);
        let words = if line.depth == 0 {
            reason
        } else {
            let held = item_name(scenario, line.item, texts);
            let args = [("item", Arg::from(held.as_str())), ("reason", Arg::from(reason.as_str()))];
            texts.with("chain-behind", &args)
        };
        ChainWords { depth: line.depth, words, item }
    };
    chain.lines().into_iter().map(line).collect()
}

/// Value-point years: one decimal, two below one.
pub fn points(amount: f64, texts: &Texts) -> String {
    texts.number(amount, if amount.abs() < 0.995 { 2 } else { 1 })
}

/// A range of value-point years, such as `1.2` or `0.4 to 0.9`.
pub fn range_words(range: Range, texts: &Texts) -> String {
    let (least, most) = (points(range.at_least, texts), points(range.at_most, texts));
    if least == most {
        return most;
    }
    if range.at_least < 5e-3 {
        return texts.with("range-at-most", &[("most", Arg::from(most.as_str()))]);
    }
    let args = [("least", Arg::from(least.as_str())), ("most", Arg::from(most.as_str()))];
    texts.with("range-points", &args)
}

/// A phase, or "not at all".
pub fn place_words(scenario: &Scenario, phase: Option<u32>, texts: &Texts) -> String {
    match phase {
        Some(phase) => phase_name(scenario, phase, texts),
        None => texts.get("explain-never"),
    }
}

/// What it costs to force the item `own` into a phase; if it is impossible, why.
pub fn forced_words(row: &Forced, own: usize, snapshot: &Snapshot, texts: &Texts) -> String {
    let Some(loss) = &row.loss else {
        let why = why_not(row, own, snapshot, texts);
        let key = match (row.impossible, why.is_empty()) {
            (true, true) => "explain-impossible",
            (true, false) => "explain-impossible-because",
            (false, _) => "explain-not-found",
        };
        return texts.with(key, &[("why", Arg::from(why.as_str()))]);
    };
    let pushes = ("pushes", Arg::from(row.pushes.len() as f64));
    if loss.at_most < 5e-3 {
        return texts.with("explain-loss-nothing", &[pushes]);
    }
    let lost = range_words(*loss, texts);
    texts.with("explain-loss", &[("points", Arg::from(lost.as_str())), pushes])
}

/// What it costs to force an item elsewhere, phase by phase: where, and the words.
/// Phases in a row of which the same is said share a line.
pub fn forced_lines(
    told: &Explanation,
    snapshot: &Snapshot,
    texts: &Texts,
) -> Vec<(String, String)> {
    let scenario = &snapshot.scenario;
    let mut lines: Vec<(Option<u32>, Option<u32>, String)> = Vec::new();
    for row in told.by_phase() {
        let words = forced_words(row, told.item, snapshot, texts);
        match lines.last_mut() {
            Some((_, last, said))
                if *said == words && last.map(|last| last + 1) == row.phase && last.is_some() =>
            {
                *last = row.phase;
            }
            _ => lines.push((row.phase, row.phase, words)),
        }
    }
    let place = |first: Option<u32>, last: Option<u32>| {
        let first_words = place_words(scenario, first, texts);
        if first == last {
            return first_words;
        }
        let last_words = place_words(scenario, last, texts);
        let args = [("first", first_words.as_str().into()), ("last", last_words.as_str().into())];
        texts.with("explain-places", &args)
    };
    lines.into_iter().map(|(first, last, words)| (place(first, last), words)).collect()
}

/// What the pin of an item costs, in words.
pub fn pin_price_words(price: Range, texts: &Texts) -> String {
    let key = if price.at_most < 5e-3 { "explain-pin-nothing" } else { "explain-pin-price" };
    texts.with(key, &[("points", Arg::from(range_words(price, texts).as_str()))])
}

/// The shortest reason for which an item cannot be in a phase.
fn why_not(row: &Forced, own: usize, snapshot: &Snapshot, texts: &Texts) -> String {
    if !row.against.is_empty() {
        let words = row.against.iter().map(|held| held_words(held, own, snapshot, texts).0);
        return words.collect::<Vec<_>>().join("; ");
    }
    let (Some(conflict), Some(plan)) = (&row.conflict, snapshot.planned()) else {
        return String::new();
    };
    // That it starts there, and nowhere else, was only supposed.
    let supposed = |reason: &Reason| match reason {
        Reason::Mandatory(item) => *item == own && row.phase.is_some(),
        Reason::Window(item) => *item == own,
        _ => false,
    };
    let mut conflict = conflict.clone();
    if !conflict.reasons.iter().all(supposed) {
        conflict.reasons.retain(|reason| !supposed(reason));
    }
    let mut lines = conflict_words(&conflict, &plan.compiled, &snapshot.scenario, texts);
    lines.truncate(4);
    lines.join("; ")
}

/// An item that another plan puts elsewhere: `E-tax: 2006 → 2007`.
pub fn displaced_words(row: &Displaced, scenario: &Scenario, texts: &Texts) -> String {
    let at = scenario.items.iter().position(|item| item.id == *row.id.as_str());
    let name = at.map_or_else(|| row.id.clone(), |at| item_name(scenario, at, texts));
    let place = |phase: Option<u32>| match phase {
        Some(phase) => phase_name(scenario, phase, texts),
        None => texts.get("roadmap-not-planned"),
    };
    let (from, to) = (place(row.from), place(row.to));
    let args = [
        ("item", Arg::from(name.as_str())),
        ("from", Arg::from(from.as_str())),
        ("to", Arg::from(to.as_str())),
    ];
    texts.with("displaced-line", &args)
}

/// A single change, and where the item then goes.
pub fn change_words(
    change: &Change,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> String {
    let what = kind_words(&change.kind, compiled, scenario, texts);
    let to = place_words(scenario, change.phase, texts);
    let args = [("change", Arg::from(what.as_str())), ("phase", Arg::from(to.as_str()))];
    let key = match (change.phase, change.certain) {
        (Some(_), true) => "change-then-starts",
        (Some(_), false) => "change-then-may-start",
        (None, true) => "change-then-out",
        (None, false) => "change-then-may-be-out",
    };
    texts.with(key, &args)
}

/// What would bring a left-out item in: `3.2 M USD more in 2006 (money to build):
/// then it starts in 2006`.
pub fn entry_words(
    entry: &Entry,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> String {
    let each = entry.changes.iter().map(|kind| kind_words(kind, compiled, scenario, texts));
    let what = each.collect::<Vec<_>>().join(" + ");
    let to = phase_name(scenario, entry.phase, texts);
    let args = [("change", Arg::from(what.as_str())), ("phase", Arg::from(to.as_str()))];
    let key = if entry.certain { "change-then-starts" } else { "change-then-may-start" };
    texts.with(key, &args)
}

/// What would bring a left-out item in, way by way, or that nothing does.
pub fn waiting_words(
    row: &Waits,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> Vec<String> {
    if row.enters.is_empty() {
        let key = if row.never { "waiting-never" } else { "waiting-not-found" };
        return vec![texts.get(key)];
    }
    row.enters.iter().map(|entry| entry_words(entry, compiled, scenario, texts)).collect()
}

fn kind_words(
    kind: &ChangeKind,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> String {
    let item = |id: &str| {
        let at = scenario.items.iter().position(|item| item.id == *id);
        Arg::from(at.map_or_else(|| id.to_owned(), |at| item_name(scenario, at, texts)).as_str())
    };
    let phase = |number: u32| Arg::from(phase_name(scenario, number, texts).as_str());
    let language = texts.language();
    match kind {
        ChangeKind::Resource { what, in_phase, more } => {
            let info = compiled.resources.iter().find(|info| info.name.id() == *what);
            let name =
                info.map_or_else(|| what.clone(), |i| resource_name(&i.name, scenario, texts));
            let money = info.is_none_or(|info| info.name.is_money());
            let amount = amount_words(more.abs(), money, scenario, texts);
            let key = if *more < 0.0 { "change-resource-less" } else { "change-resource" };
            let args = [
                ("amount", Arg::from(amount.as_str())),
                ("what", Arg::from(name.as_str())),
                ("phase", phase(*in_phase)),
            ];
            texts.with(key, &args)
        }
        ChangeKind::Gate { what, in_phase, more } => {
            let measure = scenario.forecast.measures.iter().find(|m| m.id == *what.as_str());
            let name = measure.map_or("", |measure| measure.name.get(language));
            let name = if name.is_empty() { what } else { name };
            // The hair on top of it is for adding up, not for reading.
            let more = (more * 1e4).round() / 1e4;
            let args = [
                ("more", Arg::from(texts.exact_number(more).as_str())),
                ("what", Arg::from(name)),
                ("phase", phase(*in_phase)),
            ];
            texts.with("change-gate", &args)
        }
        ChangeKind::Lag { what, of } => {
            texts.with("change-lag", &[("what", item(what)), ("of", item(of))])
        }
        ChangeKind::Window { what, earliest } => {
            texts.with("change-window", &[("what", item(what)), ("phase", phase(*earliest))])
        }
        ChangeKind::Pin { what } => texts.with("change-pin", &[("what", item(what))]),
        ChangeKind::Weight { what, set, from, to } => {
            let criterion = scenario.criterion(what).map_or("", |c| c.name.get(language));
            let criterion = if criterion.is_empty() { what } else { criterion };
            let of = scenario.weight_set(set).map_or("", |set| set.name.get(language));
            let of = if of.is_empty() { set } else { of };
            let args = [
                ("what", Arg::from(criterion)),
                ("set", Arg::from(of)),
                ("from", Arg::from(texts.exact_number(*from).as_str())),
                ("to", Arg::from(texts.exact_number(*to).as_str())),
            ];
            texts.with("change-weight", &args)
        }
    }
}

/// An amount of money or of staff months, as people write it.
pub fn amount_words(amount: f64, money: bool, scenario: &Scenario, texts: &Texts) -> String {
    if money {
        return texts.money(amount, &scenario.currency);
    }
    let months = (amount * 100.0).round() / 100.0;
    let args = [("months", Arg::from(texts.exact_number(months).as_str()))];
    texts.with("amount-months", &args)
}

/// What one more step of something scarce buys, as a sentence.
pub fn scarce_words(
    row: &Scarce,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> String {
    let Some(info) = compiled.resources.get(row.resource) else { return String::new() };
    let step = amount_words(row.step, info.name.is_money(), scenario, texts);
    let name = resource_name(&info.name, scenario, texts);
    let phase = phase_name(scenario, row.phase, texts);
    let checked = if row.checked.at_most < 5e-3 {
        texts.get("scarce-nothing")
    } else {
        let buys = range_words(row.checked, texts);
        texts.with("scarce-buys", &[("points", Arg::from(buys.as_str()))])
    };
    let about = row.about.map(|about| {
        let about = points(about, texts);
        texts.with("scarce-about", &[("points", Arg::from(about.as_str()))])
    });
    let effect = match about {
        Some(about) => format!("{about}; {checked}"),
        None => checked,
    };
    let args = [
        ("step", Arg::from(step.as_str())),
        ("what", Arg::from(name.as_str())),
        ("phase", Arg::from(phase.as_str())),
        ("effect", Arg::from(effect.as_str())),
    ];
    texts.with("scarce-line", &args)
}

/// Who uses a resource in a phase: `E-tax 30.0 M USD`, the most first.
pub fn user_words(
    users: &[User],
    resource: usize,
    phase: u32,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> Vec<String> {
    let Some(info) = compiled.resources.get(resource) else { return Vec::new() };
    let line = |user: &User| {
        let amount = resource_amount(info, phase, user.units, scenario, texts);
        format!("{} {amount}", item_name(scenario, user.item, texts))
    };
    users.iter().map(line).collect()
}
