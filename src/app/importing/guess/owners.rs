//! Who answers for an item: by name, by code, or by both in two columns.

use super::titles::ENOUGH;
use super::{Offer, Scope, offer};
use crate::app::importing::vocabulary::Topic;
use crate::app::importing::{Field, Reason};
use crate::files::tables::{Column, Layout, Sheet};
use std::collections::HashMap;

/// The column of the owner's name and that of its code.
pub(super) fn offers(scope: &Scope<'_>) -> (Vec<Offer>, Vec<(usize, Reason)>) {
    let Scope { sheet, layout, titles } = scope;
    let mut found: Vec<(usize, f64, bool)> = Vec::new();
    for (at, column) in layout.columns.iter().enumerate() {
        let confidence = scope.about(at, Topic::Owner);
        if confidence >= ENOUGH {
            let is_code = titles[at].1.is_code || looks_like_codes(column);
            found.push((at, confidence, is_code));
        }
    }
    let best = |code: bool| {
        let of_sort = found.iter().filter(|(_, _, is_code)| *is_code == code);
        of_sort.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    };
    let (name, code) = (best(false), best(true));
    let used = match (name, code) {
        (Some(name), Some(code)) if names_one_each(code.0, name.0, sheet, layout) => {
            vec![
                offer(code.0, Field::Owner, code.1, Reason::Title),
                offer(name.0, Field::OwnerName, name.1, Reason::Title),
            ]
        }
        (Some(one), _) | (None, Some(one)) => {
            vec![offer(one.0, Field::Owner, one.1, Reason::Title)]
        }
        (None, None) => Vec::new(),
    };
    let first = used.last().map(|offer| layout.columns[offer.at].title.clone());
    let passed = found.iter().filter(|(at, ..)| !used.iter().any(|offer| offer.at == *at));
    let passed = passed.filter_map(|(at, ..)| Some((*at, Reason::Lesser { than: first.clone()? })));
    let passed = passed.collect();
    (used, passed)
}

/// Short and without blanks, nearly all of them.
fn looks_like_codes(column: &Column) -> bool {
    let content = &column.content;
    content.phrases * 20 <= content.texts && content.mean_letters <= 16.0
}

/// True if a code always stands beside the same name: an abbreviation that several
/// bodies share names none of them.
pub(super) fn names_one_each(code: usize, name: usize, sheet: &Sheet, layout: &Layout) -> bool {
    let (code, name) = (layout.columns[code].at, layout.columns[name].at);
    let mut known: HashMap<String, String> = HashMap::new();
    layout.rows.iter().all(|row| {
        let own = sheet.cell(row.at, code).shown().into_owned();
        let called = sheet.cell(row.at, name).shown().into_owned();
        if own.is_empty() || called.is_empty() {
            return true;
        }
        *known.entry(own).or_insert_with(|| called.clone()) == called
    })
}
