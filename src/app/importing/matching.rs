//! Which row is which item.

use super::cells::folded;
use super::entries::Entry;
use super::slug::code_id;
use super::{Skip, Skipped};
use crate::model::{AgencyId, Item, Scenario};
use std::collections::{HashMap, HashSet};

/// Pairs of names that are compared letter by letter, at most.
const MAX_COMPARED: usize = 500_000;

/// Passes over rows of an item that another row has too. What remains keeps its order.
/// A row without a name, where others have one, is about an item only if its id is one.
pub(super) fn without_repeats(
    entries: Vec<Entry>,
    scenario: &Scenario,
    skipped: &mut Vec<Skipped>,
) -> Vec<Entry> {
    let known: HashSet<String> =
        scenario.items.iter().map(|item| item.id.as_str().to_lowercase()).collect();
    let named = entries.iter().any(|entry| !entry.names.is_empty());
    let is_known = |id: &String| known.contains(&code_id(id).to_lowercase());
    let nameless = |entry: &Entry| {
        entry.names.is_empty() && !entry.id.as_ref().is_some_and(|id| !named || is_known(id))
    };
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    let mut kept = vec![true; entries.len()];
    for (at, entry) in entries.iter().enumerate() {
        if nameless(entry) {
            skipped.push(Skipped { row: entry.row, why: Skip::NoName });
            kept[at] = false;
        } else {
            groups.entry(key(entry)).or_default().push(at);
        }
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        // The latest year; of one year the first row.
        let Some(best) =
            group.iter().copied().max_by_key(|at| (entries[*at].year, usize::MAX - at))
        else {
            continue;
        };
        let first = &entries[best];
        for other in group.iter().copied().filter(|at| *at != best) {
            let entry = &entries[other];
            let why = if entry.year.is_some() && entry.year < first.year {
                Skip::EarlierYear { than: first.row }
            } else if says_the_same(entry, first) {
                Skip::Repeats { row: first.row }
            } else if let Some(id) = &entry.id {
                Skip::SameId { row: first.row, id: id.clone() }
            } else {
                // Two things of one name: both are taken.
                continue;
            };
            skipped.push(Skipped { row: entry.row, why });
            kept[other] = false;
        }
    }
    entries.into_iter().zip(kept).filter_map(|(entry, kept)| kept.then_some(entry)).collect()
}

/// By what rows are the same item: the id, else names and owner.
pub(super) fn key(entry: &Entry) -> String {
    match &entry.id {
        Some(id) => format!("id {}", code_id(id).to_lowercase()),
        None => {
            let names: Vec<String> = entry.names.iter().map(|(_, name)| folded(name)).collect();
            let owner = entry.owner_name.as_ref().or(entry.owner.as_ref());
            format!(
                "name {} of {}",
                names.join(" / "),
                owner.map_or_else(String::new, |o| folded(o))
            )
        }
    }
}

fn says_the_same(a: &Entry, b: &Entry) -> bool {
    let values = |entry: &Entry| {
        entry.given.iter().map(|g| (g.field.clone(), g.value.clone())).collect::<Vec<_>>()
    };
    values(a) == values(b) && a.names == b.names && a.owner == b.owner
}

/// For each row the position of its item; none for a new one.
///
/// An id decides; where it is not known, or there is none, a name does, unless the two
/// have different owners.
pub(super) fn matches(
    entries: &[Entry],
    owners: &[Option<AgencyId>],
    scenario: &Scenario,
) -> Vec<Option<usize>> {
    let mut found = vec![None; entries.len()];
    let mut claimed: HashSet<usize> = HashSet::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, item) in scenario.items.iter().enumerate() {
        by_id.entry(item.id.as_str().to_lowercase()).or_insert(at);
        for name in item.name.all().map(folded).filter(|name| !name.is_empty()) {
            let items = by_name.entry(name).or_default();
            if items.last() != Some(&at) {
                items.push(at);
            }
        }
    }
    for (entry, found) in entries.iter().zip(&mut found) {
        let id = entry.id.as_ref().map(|id| code_id(id).to_lowercase());
        *found = id.and_then(|id| by_id.get(&id)).copied().filter(|at| claimed.insert(*at));
    }
    for ((entry, owner), found) in entries.iter().zip(owners).zip(&mut found) {
        if found.is_some() {
            continue;
        }
        let named = entry.names.iter().filter_map(|(_, name)| by_name.get(&folded(name))).flatten();
        let free = named.copied().filter(|at| !claimed.contains(at));
        let mut fitting = free.filter(|at| same_owner(&scenario.items[*at], owner.as_ref()));
        *found = fitting.next();
        claimed.extend(*found);
    }
    found
}

fn same_owner(item: &Item, owner: Option<&AgencyId>) -> bool {
    match (&item.owner, owner) {
        (Some(own), Some(other)) => own == other,
        _ => true,
    }
}

/// For each new row the item that the table does not hold otherwise and whose name is
/// nearly the same; none where there is none. Numbers in names must agree.
pub(super) fn near_names(
    entries: &[Entry],
    found: &[Option<usize>],
    scenario: &Scenario,
) -> Vec<Option<usize>> {
    let claimed: HashSet<usize> = found.iter().flatten().copied().collect();
    let mut left: Vec<(usize, String)> = Vec::new();
    for (at, item) in scenario.items.iter().enumerate().filter(|(at, _)| !claimed.contains(at)) {
        left.extend(item.name.all().map(|name| (at, folded(name))));
    }
    let mut compared = 0;
    let near = |(entry, found): (&Entry, &Option<usize>)| {
        if found.is_some() {
            return None;
        }
        for (_, name) in &entry.names {
            let name = folded(name);
            for (at, other) in &left {
                if compared >= MAX_COMPARED {
                    return None;
                }
                compared += 1;
                if is_near(&name, other) {
                    return Some(*at);
                }
            }
        }
        None
    };
    entries.iter().zip(found).map(near).collect()
}

/// The same words in another order, or one letter in eight another.
fn is_near(a: &str, b: &str) -> bool {
    let longer = a.len().max(b.len());
    if a.len().min(b.len()) < 6 || a.len().abs_diff(b.len()) * 5 > longer {
        return false;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(a) != digits(b) {
        return false;
    }
    let words = |text: &str| {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    if words(a) == words(b) {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let allowed = (a.len().max(b.len()) / 8).clamp(1, 6);
    within(&a, &b, allowed)
}

/// True if few enough insertions, deletions and replacements make one of the other.
fn within(a: &[char], b: &[char], allowed: usize) -> bool {
    if a.len().abs_diff(b.len()) > allowed {
        return false;
    }
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cost = last[j] + usize::from(x != y);
            row.push(cost.min(last[j + 1] + 1).min(row[j] + 1));
        }
        if row.iter().all(|edits| *edits > allowed) {
            return false;
        }
        last = row;
    }
    last[b.len()] <= allowed
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn names_are_near_by_letters_or_by_words() {
        assert!(is_near("registration of birth", "registration of births"));
        assert!(is_near("birth registration", "registration birth"));
        assert!(is_near("выдача паспорта", "выдача паспортов"));
        assert!(!is_near("form 12 of the tax office", "form 13 of the tax office"));
        assert!(!is_near("birth certificate", "death certificate"));
        assert!(!is_near("tax", "tay"));
    }
}
