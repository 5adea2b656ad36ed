//! Which items a list holds, and in which order.

mod bar;

pub use bar::filter_ui;

use crate::app::Snapshot;
use crate::model::{AgencyId, ItemKind};
use std::cmp::Ordering;

/// By which column the ranking is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// By rank: value, best first.
    #[default]
    Rank,
    /// As in the file.
    File,
    /// By name.
    Name,
    /// By start phase, not planned last.
    Phase,
    /// By the score on the criterion whose column is shown.
    Score(usize),
}

/// What the list is narrowed down to, and its order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Words that all must occur in name, id or description.
    pub text: String,
    /// One kind only.
    pub kind: Option<ItemKind>,
    /// One owner only.
    pub owner: Option<AgencyId>,
    /// The order.
    pub sort: SortBy,
    /// The other way round.
    pub reversed: bool,
}

impl Filter {
    /// Items that pass, in order. O(n log n).
    pub fn apply(&self, snapshot: &Snapshot, language: &str) -> Vec<usize> {
        let words: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        let passes = |item: &usize| {
            let item = &snapshot.scenario.items[*item];
            let kind = self.kind.is_none_or(|kind| item.kind == kind);
            let owner = self.owner.is_none() || item.owner == self.owner;
            let found = words.iter().all(|word| {
                item.id.as_str().contains(word.as_str())
                    || item.name.all().any(|text| text.to_lowercase().contains(word.as_str()))
                    || item
                        .description
                        .all()
                        .any(|text| text.to_lowercase().contains(word.as_str()))
            });
            kind && owner && found
        };
        let mut list: Vec<usize> =
            snapshot.scores.ranking.order.iter().copied().filter(passes).collect();
        // Sorting is stable: ties stay in the order of rank.
        match self.sort {
            SortBy::Rank => {}
            SortBy::File => list.sort_unstable(),
            SortBy::Name => {
                let items = &snapshot.scenario.items;
                list.sort_by_cached_key(|&item| items[item].name.get(language).to_lowercase());
            }
            SortBy::Phase => {
                list.sort_by_key(|&item| snapshot.start_of(item).unwrap_or(u32::MAX));
            }
            SortBy::Score(leaf) => {
                let value = |item: usize| {
                    snapshot.scores.matrix.cells[item].get(leaf).and_then(|cell| cell.value)
                };
                list.sort_by(|&a, &b| descending(value(a), value(b)));
            }
        }
        if self.reversed {
            list.reverse();
        }
        list
    }
}

/// Large first, missing last.
fn descending(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
