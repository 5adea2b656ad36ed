//! Several columns of one sort of number: a whole and its parts, several years,
//! several channels.

use super::titles::{ENOUGH, Title};
use super::{Offer, Scope, offer};
use crate::app::importing::cells::number_at;
use crate::app::importing::vocabulary::{List, Topic, any};
use crate::app::importing::{Field, Part, Reason};
use crate::files::tables::{Column, Layout, Sheet};

/// Columns that are tried as the sum of the others.
const MAX_WHOLES: usize = 30;

/// A column that may be meant.
struct Candidate<'l> {
    at: usize,
    column: &'l Column,
    title: &'l Title,
    confidence: f64,
}

/// Which columns fill a field of numbers, and why others of that sort do not.
pub(super) fn offers(
    topic: Topic,
    field: &Field,
    scope: &Scope<'_>,
) -> (Vec<Offer>, Vec<(usize, Reason)>) {
    let mut chosen = Vec::new();
    let mut passed = Vec::new();
    let candidates = candidates(topic, scope);
    for part in [Part::Best, Part::Low, Part::High] {
        let of_part: Vec<&Candidate<'_>> =
            candidates.iter().filter(|candidate| candidate.title.part == part).collect();
        let used = settle(topic, &of_part, scope);
        let first = used.first().map(|(candidate, _)| candidate.column.title.clone());
        let whole = used.iter().any(|(_, reason)| matches!(reason, Reason::Whole { .. }));
        for candidate in &of_part {
            let own = used.iter().find(|(other, _)| other.at == candidate.at);
            match (own, &first) {
                (Some((_, reason)), _) => {
                    let field = field.clone().with_part(part);
                    chosen.push(offer(candidate.at, field, candidate.confidence, reason.clone()));
                }
                (None, Some(first)) if whole => {
                    passed.push((candidate.at, Reason::PartOf { whole: first.clone() }));
                }
                (None, Some(first)) => {
                    passed.push((candidate.at, Reason::Lesser { than: first.clone() }));
                }
                (None, None) => {}
            }
        }
    }
    (chosen, passed)
}

fn candidates<'l>(topic: Topic, scope: &'l Scope<'_>) -> Vec<Candidate<'l>> {
    let mut found = Vec::new();
    for (at, column) in scope.layout.columns.iter().enumerate() {
        let title = &scope.titles[at].1;
        let mut confidence = scope.about(at, topic);
        if topic == Topic::Demand && any(&title.words, List::Lesser) {
            confidence *= 0.7;
        }
        if confidence >= ENOUGH {
            found.push(Candidate { at, column, title, confidence });
        }
    }
    found
}

fn settle<'c, 'l>(
    topic: Topic,
    candidates: &[&'c Candidate<'l>],
    scope: &Scope<'_>,
) -> Vec<(&'c Candidate<'l>, Reason)> {
    let Scope { sheet, layout, .. } = scope;
    if let [only] = candidates {
        return vec![(only, Reason::Title)];
    }
    // Of very many columns only those that a whole would be are tried.
    let is_tried = |at: usize, candidate: &Candidate<'_>| {
        candidates.len() <= MAX_WHOLES
            || at == 0
            || at + 1 == candidates.len()
            || any(&candidate.title.words, List::Total)
    };
    let tried =
        candidates.iter().enumerate().filter(|(at, own)| is_tried(*at, own)).take(MAX_WHOLES);
    let whole = tried.map(|(_, whole)| whole).find(|whole| {
        let parts: Vec<_> =
            candidates.iter().filter(|other| other.at != whole.at).copied().collect();
        parts.len() > 1 && adds_up(whole, &parts, sheet, layout)
    });
    if let Some(whole) = whole {
        return vec![(whole, Reason::Whole { parts: candidates.len() - 1 })];
    }
    let by_confidence = |list: &[&'c Candidate<'l>]| {
        // Of equals the one further left.
        let better = |a: &&&Candidate<'_>, b: &&&Candidate<'_>| {
            a.confidence.total_cmp(&b.confidence).then(b.at.cmp(&a.at))
        };
        list.iter().max_by(better).copied()
    };
    let totals: Vec<_> =
        candidates.iter().filter(|c| any(&c.title.words, List::Total)).copied().collect();
    if let Some(best) = by_confidence(&totals) {
        return vec![(best, Reason::Title)];
    }
    let years = of_several_years(candidates);
    if years.len() > 1 {
        // What is spent adds up over the years, what is asked for comes again each year.
        return if topic == Topic::Capex {
            years.into_iter().map(|candidate| (candidate, Reason::Part)).collect()
        } else {
            let enough = |c: &&&Candidate<'_>| c.column.content.numbers * 3 >= layout.rows.len();
            let latest = years.iter().filter(enough).max_by_key(|c| c.title.year);
            latest.or(years.last()).map(|c| (*c, Reason::LatestYear)).into_iter().collect()
        };
    }
    let (by_channel, plain): (Vec<_>, Vec<_>) =
        candidates.iter().copied().partition(|c| any(&c.title.words, List::Channel));
    if plain.is_empty() && topic == Topic::Demand {
        return by_channel.into_iter().map(|candidate| (candidate, Reason::Part)).collect();
    }
    let best = by_confidence(&plain).or_else(|| by_confidence(candidates));
    best.map(|best| (best, Reason::Title)).into_iter().collect()
}

/// Candidates that differ by their year alone, where the surest is one of them.
fn of_several_years<'c, 'l>(candidates: &[&'c Candidate<'l>]) -> Vec<&'c Candidate<'l>> {
    let dated = candidates.iter().filter(|candidate| candidate.title.year.is_some());
    let Some(first) = dated.max_by(|a, b| a.confidence.total_cmp(&b.confidence)) else {
        return Vec::new();
    };
    let undated =
        candidates.iter().any(|c| c.title.year.is_none() && c.confidence > first.confidence);
    let alike = |c: &&&Candidate<'_>| {
        c.title.year.is_some() && c.title.without_year() == first.title.without_year()
    };
    if undated { Vec::new() } else { candidates.iter().filter(alike).copied().collect() }
}

/// True if in nearly every row one column is the sum of the others.
fn adds_up(
    whole: &Candidate<'_>,
    parts: &[&Candidate<'_>],
    sheet: &Sheet,
    layout: &Layout,
) -> bool {
    let (mut told, mut right, mut several) = (0, 0, 0);
    for row in &layout.rows {
        let Some(sum) = number_at(sheet, row.at, whole.column) else { continue };
        let numbers: Vec<f64> =
            parts.iter().filter_map(|part| number_at(sheet, row.at, part.column)).collect();
        // Where no part is known the whole stands alone.
        if numbers.is_empty() {
            continue;
        }
        told += 1;
        several += usize::from(numbers.iter().filter(|number| **number != 0.0).count() > 1);
        right +=
            usize::from((numbers.iter().sum::<f64>() - sum).abs() <= 1e-6 * sum.abs().max(1.0));
    }
    // Rows of one part alone would prove nothing.
    told > 1 && several > 0 && right * 100 >= told * 95
}
