//! Edits that touch several places at once, and ways from a path to a place.

use super::edit::{Edit, ListEdit};
use crate::model::{
    CriterionId, Item, ItemId, ItemKind, LinkType, Measure, Parameters, Progress, ProgressStatus,
    Requires, Scenario, Source, Text, WeightSet,
};

/// The edit that takes an item out, with every link that leads to it; none if
/// there is no such item.
pub fn without_item(scenario: &Scenario, at: usize) -> Option<Edit> {
    let gone = &scenario.items.get(at)?.id;
    let mut edits = Vec::new();
    for (place, item) in scenario.items.iter().enumerate() {
        let cleaned = without_links_to(item, gone);
        if place != at && cleaned != *item {
            edits.push(Edit::Items(ListEdit::Replace { at: place, value: Box::new(cleaned) }));
        }
    }
    for (place, pair) in scenario.exclusive.iter().enumerate().rev() {
        if pair.items.contains(gone) {
            let mut rest = pair.clone();
            rest.items.retain(|item| item != gone);
            edits.push(Edit::Exclusive(if rest.items.len() < 2 {
                ListEdit::Remove { at: place }
            } else {
                ListEdit::Replace { at: place, value: rest }
            }));
        }
    }
    for (place, pair) in scenario.synergies.iter().enumerate().rev() {
        if pair.items.contains(gone) {
            edits.push(Edit::Synergies(ListEdit::Remove { at: place }));
        }
    }
    for (place, register) in scenario.registers.iter().enumerate() {
        if register.delivered_by.as_ref() == Some(gone) {
            let mut register = register.clone();
            register.delivered_by = None;
            edits.push(Edit::Registers(ListEdit::Replace { at: place, value: register }));
        }
    }
    for (place, channel) in scenario.channels.iter().enumerate() {
        if channel.delivered_by_any_of.contains(gone) {
            let mut channel = channel.clone();
            channel.delivered_by_any_of.retain(|item| item != gone);
            edits.push(Edit::Channels(ListEdit::Replace { at: place, value: channel }));
        }
    }
    for (place, indicator) in scenario.indicators.iter().enumerate() {
        if indicator.items.contains(gone) {
            let mut indicator = indicator.clone();
            indicator.items.retain(|item| item != gone);
            let value = Box::new(indicator);
            edits.push(Edit::Indicators(ListEdit::Replace { at: place, value }));
        }
    }
    edits.push(Edit::Items(ListEdit::Remove { at }));
    Some(Edit::Several(edits))
}

fn without_links_to(item: &Item, gone: &ItemId) -> Item {
    let mut item = item.clone();
    item.requires.retain(|link| link.item != *gone);
    for group in &mut item.requires_any_of {
        group.any_of.retain(|other| other != gone);
    }
    item.requires_any_of.retain(|group| !group.any_of.is_empty());
    for channel in &mut item.channels {
        channel.requires_any_of.retain(|other| other != gone);
    }
    item
}

/// The edit that gives an item another id, in every place that names it.
///
/// None if the id is empty or taken.
pub fn with_item_renamed(scenario: &Scenario, at: usize, id: &str) -> Option<Edit> {
    let old = scenario.items.get(at)?.id.clone();
    let new = ItemId::from(id.trim());
    if new.as_str().is_empty() || scenario.item(new.as_str()).is_some() {
        return None;
    }
    let swap = |id: &mut ItemId| {
        if *id == old {
            *id = new.clone();
        }
    };
    let mut edits = Vec::new();
    for (place, item) in scenario.items.iter().enumerate() {
        let mut renamed = item.clone();
        swap(&mut renamed.id);
        renamed.requires.iter_mut().for_each(|link| swap(&mut link.item));
        renamed.requires_any_of.iter_mut().for_each(|group| group.any_of.iter_mut().for_each(swap));
        renamed.channels.iter_mut().for_each(|c| c.requires_any_of.iter_mut().for_each(swap));
        if renamed != *item {
            edits.push(Edit::Items(ListEdit::Replace { at: place, value: Box::new(renamed) }));
        }
    }
    for (place, pair) in scenario.exclusive.iter().enumerate() {
        let mut renamed = pair.clone();
        renamed.items.iter_mut().for_each(swap);
        if renamed != *pair {
            edits.push(Edit::Exclusive(ListEdit::Replace { at: place, value: renamed }));
        }
    }
    for (place, pair) in scenario.synergies.iter().enumerate() {
        let mut renamed = pair.clone();
        renamed.items.iter_mut().for_each(swap);
        if renamed != *pair {
            edits.push(Edit::Synergies(ListEdit::Replace { at: place, value: renamed }));
        }
    }
    for (place, register) in scenario.registers.iter().enumerate() {
        if register.delivered_by.as_ref() == Some(&old) {
            let mut register = register.clone();
            register.delivered_by = Some(new.clone());
            edits.push(Edit::Registers(ListEdit::Replace { at: place, value: register }));
        }
    }
    for (place, channel) in scenario.channels.iter().enumerate() {
        let mut renamed = channel.clone();
        renamed.delivered_by_any_of.iter_mut().for_each(swap);
        if renamed != *channel {
            edits.push(Edit::Channels(ListEdit::Replace { at: place, value: renamed }));
        }
    }
    for (place, indicator) in scenario.indicators.iter().enumerate() {
        let mut renamed = indicator.clone();
        renamed.items.iter_mut().for_each(swap);
        if renamed != *indicator {
            let value = Box::new(renamed);
            edits.push(Edit::Indicators(ListEdit::Replace { at: place, value }));
        }
    }
    Some(Edit::Several(edits))
}

/// The edit that adds every process review that is missing, one for each item
/// that needs one, and how many; none if none is missing (design rule 2).
pub fn with_missing_reviews(scenario: &Scenario) -> Option<(Edit, usize)> {
    let mut edits = Vec::new();
    let mut reviews = Vec::new();
    for (place, item) in scenario.items.iter().enumerate() {
        let Some(lag) = missing_review(scenario, item) else { continue };
        let id = free_id(scenario, &reviews, &format!("review-{}", item.id));
        let mut changed = item.clone();
        changed.requires.push(Requires {
            item: id.clone(),
            lag,
            source: Some(Source::Assumption),
            ..Requires::default()
        });
        edits.push(Edit::Items(ListEdit::Replace { at: place, value: Box::new(changed) }));
        reviews.push(Item {
            id,
            kind: ItemKind::ProcessReview,
            name: review_name(&item.name, item.id.as_str()),
            owner: item.owner.clone(),
            goals: item.goals.clone(),
            ..Item::default()
        });
    }
    if reviews.is_empty() {
        return None;
    }
    let count = reviews.len();
    let at = scenario.items.len();
    let inserts = reviews.into_iter().enumerate().map(|(offset, review)| {
        Edit::Items(ListEdit::Insert { at: at + offset, value: Box::new(review) })
    });
    edits.extend(inserts);
    Some((Edit::Several(edits), count))
}

/// The lag of the review that an item needs and has no link to.
fn missing_review(scenario: &Scenario, item: &Item) -> Option<u32> {
    for criterion in &scenario.criteria {
        let Some(gate) = &criterion.gate else { continue };
        let Some(threshold) = gate.threshold.or(scenario.parameters.review_threshold) else {
            continue;
        };
        let need = match item.scores.get(&criterion.id).map(|score| &score.best) {
            Some(Measure::Number(need)) => *need,
            _ => continue,
        };
        let kind = gate.needs_kind.unwrap_or(ItemKind::ProcessReview);
        let reviewed = item.requires.iter().any(|link| {
            link.link == LinkType::Hard
                && scenario.item(link.item.as_str()).is_some_and(|other| other.kind == kind)
        });
        if need >= threshold && item.kind != kind && !reviewed {
            return Some(gate.lag);
        }
    }
    None
}

/// The edit that makes a phase (from 1) the one that is now, and takes what a plan
/// began before it for begun: done where its work is over by then, else running.
///
/// `starts` is by item of the scenario. What people said of an item stays: it is
/// done now if it was to end before, and what was stopped stays stopped. None if
/// there is no such phase, or nothing would change.
pub fn with_progress_from_plan(
    scenario: &Scenario,
    starts: &[Option<u32>],
    today: u32,
) -> Option<Edit> {
    let phase = |number: u32| {
        let at = (number as usize).checked_sub(1)?;
        Some(scenario.phases.get(at)?.id.clone())
    };
    let now = phase(today)?;
    let mut edits = Vec::new();
    for (at, item) in scenario.items.iter().enumerate() {
        let mut changed = item.clone();
        match (item.status(), scenario.begun(item)) {
            (ProgressStatus::Running, Some(begun)) if begun.end < today => {
                if let Some(progress) = &mut changed.progress {
                    (progress.status, progress.percent) = (ProgressStatus::Done, None);
                }
            }
            (ProgressStatus::NotStarted, _) => {
                let start = starts.get(at).copied().flatten().filter(|start| *start < today);
                let Some(start) = start else { continue };
                let over = start.saturating_add(item.duration()) <= today;
                let status = if over { ProgressStatus::Done } else { ProgressStatus::Running };
                let started = Some(phase(start)?);
                changed.progress = Some(Progress { status, started, ..Progress::default() });
            }
            _ => {}
        }
        if changed != *item {
            edits.push(Edit::Items(ListEdit::Replace { at, value: Box::new(changed) }));
        }
    }
    if scenario.parameters.today.as_ref() != Some(&now) {
        let parameters = Parameters { today: Some(now), ..scenario.parameters.clone() };
        edits.push(Edit::Parameters(Box::new(parameters)));
    }
    (!edits.is_empty()).then_some(Edit::Several(edits))
}

fn free_id(scenario: &Scenario, taken: &[Item], wanted: &str) -> ItemId {
    let is_taken =
        |id: &str| scenario.item(id).is_some() || taken.iter().any(|item| item.id == *id);
    let numbered = (2_u32..).map(|number| format!("{wanted}-{number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default().into()
}

fn review_name(name: &Text, id: &str) -> Text {
    let words = |language: &str, name: &str| match language {
        "ru" => format!("Пересмотр процесса: {name}"),
        "kk" => format!("Үдерісті қайта қарау: {name}"),
        _ => format!("Process review: {name}"),
    };
    match name {
        Text::Plain(name) if name.is_empty() => Text::Plain(words("en", id)),
        Text::Plain(name) => Text::Plain(words("en", name)),
        Text::PerLanguage(map) => Text::PerLanguage(
            map.iter().map(|(language, name)| (language.clone(), words(language, name))).collect(),
        ),
    }
}

/// A weight set in which one criterion's swing is another.
///
/// Criteria that are locked keep their *share* of all weight: their swings grow
/// or shrink with the sum of the others.
pub fn set_with_swing(
    scenario: &Scenario,
    set: &WeightSet,
    criterion: &CriterionId,
    swing: f64,
) -> WeightSet {
    let mut moved = set.clone();
    let is_leaf =
        |id: &CriterionId| scenario.criterion(id.as_str()).is_some_and(|c| c.value.is_some());
    let free = |set: &WeightSet| -> f64 {
        let swings = set.swings.iter().filter(|(id, _)| is_leaf(id) && !set.locked.contains(id));
        swings.map(|(_, swing)| swing.max(0.0)).sum()
    };
    let before = free(set);
    moved.swings.insert(criterion.clone(), swing);
    let after = free(&moved);
    if before > 0.0 && after > 0.0 && !set.locked.contains(criterion) {
        for id in &set.locked {
            if let Some(locked) = moved.swings.get_mut(id) {
                *locked *= after / before;
            }
        }
    }
    moved
}

/// The item that a path such as `items["e-tax"].capex` or `items[3]` leads to.
pub fn item_at(scenario: &Scenario, path: &str) -> Option<usize> {
    let rest = path.strip_prefix("items[")?;
    let (name, _) = rest.split_once(']')?;
    match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(id) => scenario.items.iter().position(|item| item.id == *id),
        None => name.parse().ok().filter(|at| *at < scenario.items.len()),
    }
}
