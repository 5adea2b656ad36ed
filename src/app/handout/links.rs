//! The rows of dependencies, and whether the plan keeps them.

use crate::app::snapshot::Snapshot;
use crate::files::out::{LinkKind, LinkRow};
use crate::model::{LinkType, Source, Text};
use crate::texts::Texts;
use std::collections::HashMap;

/// A link as the file has it.
struct Entered<'a> {
    kind: LinkKind,
    lag: u32,
    after: bool,
    reason: &'a Text,
    source: Option<Source>,
    reference: &'a Option<String>,
}

/// Links to items that are not there are left out: validation tells of them.
pub(super) fn link_rows(snapshot: &Snapshot, texts: &Texts) -> Vec<LinkRow> {
    let scenario = snapshot.scenario.as_ref();
    let index: HashMap<&str, usize> =
        scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut rows = Vec::new();
    let mut groups = 0;
    for (item, entry) in scenario.items.iter().enumerate() {
        for link in &entry.requires {
            let kind = match link.link {
                LinkType::Hard => LinkKind::Hard,
                LinkType::Soft => LinkKind::Soft,
            };
            let entered = Entered {
                kind,
                lag: link.lag,
                after: link.after,
                reason: &link.reason,
                source: link.source,
                reference: &link.reference,
            };
            if let Some(&needs) = index.get(link.item.as_str()) {
                rows.push(row(snapshot, item, needs, &entered, texts));
            }
        }
        for group in &entry.requires_any_of {
            groups += 1;
            let entered = Entered {
                kind: LinkKind::OneOf(groups),
                lag: group.lag,
                after: group.after,
                reason: &group.reason,
                source: group.source,
                reference: &group.reference,
            };
            for needs in group.any_of.iter().filter_map(|id| index.get(id.as_str())) {
                rows.push(row(snapshot, item, *needs, &entered, texts));
            }
        }
    }
    rows
}

fn row(
    snapshot: &Snapshot,
    item: usize,
    needs: usize,
    entered: &Entered<'_>,
    texts: &Texts,
) -> LinkRow {
    let Entered { kind, lag, after, reason, source, reference } = *entered;
    LinkRow {
        item,
        needs,
        kind,
        lag,
        after,
        kept: kept(snapshot, item, needs, lag, after),
        reason: reason.get(texts.language()).to_owned(),
        source: source
            .map(|source| texts.get(&format!("source-{}", source.word())))
            .unwrap_or_default(),
        reference: reference.clone().unwrap_or_default(),
    }
}

fn kept(snapshot: &Snapshot, item: usize, needs: usize, lag: u32, after: bool) -> Option<bool> {
    let plan = snapshot.planned()?;
    let start = snapshot.start_of(item)?;
    let Some(first) = snapshot.start_of(needs) else { return Some(false) };
    let duration = plan.compiled.portfolio.items.get(needs).map_or(1, |item| item.duration);
    let from = if after { first.saturating_add(duration.max(1) - 1) } else { first };
    Some(start >= from.saturating_add(lag))
}
