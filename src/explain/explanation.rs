//! All that there is to say of one item, in the order in which it is found.

use super::chain::{Binding, binding_chain};
use super::change::{Change, smallest_changes};
use super::force::{Forced, displaced_by, displaces, force, other_places, pin_price};
use super::held::HeldBy;
use super::question::{Base, Displaced, Range};
use super::scarce::{Row, Scarce, check_row, multiplier, sharpen_scarce};

/// All that there is to say of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The item, by position.
    pub item: usize,
    /// Where it starts, from 1; none does not.
    pub phase: Option<u32>,
    /// What holds it, and what is behind that.
    pub chain: Binding,
    /// What its pin costs against the plan without it, in value-point years;
    /// none without a pin.
    pub pin: Option<Range>,
    /// What it costs to force it elsewhere, nearest phase first.
    pub forced: Vec<Forced>,
    /// What one more step of the limits in the chain would buy.
    pub scarce: Vec<Scarce>,
    /// Single changes that move it.
    pub changes: Vec<Change>,
    /// True once there is no more to come.
    pub complete: bool,
}

impl Explanation {
    /// What comes without planning again.
    pub fn at_once(base: &Base<'_>, item: usize) -> Self {
        Self {
            item,
            phase: base.start(item),
            chain: binding_chain(base.compiled, &base.answer.plan, item),
            pin: None,
            forced: Vec::new(),
            scarce: Vec::new(),
            changes: Vec::new(),
            complete: false,
        }
    }

    /// Items that come forward, or in, when this one is taken out.
    pub fn displaces(&self) -> Vec<Displaced> {
        displaces(&self.forced)
    }

    /// Items that give way when this one starts earlier, or at all.
    pub fn displaced_by(&self) -> Vec<Displaced> {
        displaced_by(&self.forced, self.phase)
    }

    /// Rows of `forced` in the order of phases, "not at all" last.
    pub fn by_phase(&self) -> Vec<&Forced> {
        let mut rows: Vec<&Forced> = self.forced.iter().collect();
        rows.sort_by_key(|row| row.phase.unwrap_or(u32::MAX));
        rows
    }
}

/// Explains an item of the scenario; `found` is told whenever there is more.
///
/// When somebody asks to stop, what was found until then is returned, not
/// `complete`.
pub fn explain(base: &Base<'_>, item: usize, found: &mut dyn FnMut(&Explanation)) -> Explanation {
    let mut told = Explanation::at_once(base, item);
    found(&told);
    told.pin = pin_price(base, item).map(|(price, _)| price);
    for place in other_places(base, item) {
        let row = force(base, item, place);
        if base.is_cancelled() {
            return told;
        }
        told.forced.push(row);
        found(&told);
    }
    for row in limits_in(base, &told.chain) {
        if base.is_cancelled() {
            return told;
        }
        told.scarce.push(check_row(base, row));
        found(&told);
    }
    let forced = told.forced.clone();
    smallest_changes(base, item, &forced, &mut |change| {
        told.changes.push(change.clone());
        found(&told);
    });
    sharpen(base, &mut told, found);
    told.complete = !base.is_cancelled();
    found(&told);
    told
}

/// Works out with more work what is still a range, where the plan is proven.
fn sharpen(base: &Base<'_>, told: &mut Explanation, found: &mut dyn FnMut(&Explanation)) {
    let (item, Some(sharper)) = (told.item, base.sharper()) else { return };
    if told.pin.is_some_and(|price| !price.is_exact())
        && let Some((price, _)) = pin_price(&sharper, item)
    {
        told.pin = told.pin.map(|before| before.narrower(price));
        found(told);
    }
    for at in 0..told.forced.len() {
        if !base.is_cancelled() && told.forced[at].sharpen(&sharper, item) {
            found(told);
        }
    }
    let mut rows = std::mem::take(&mut told.scarce);
    sharpen_scarce(base, &mut rows, &mut |rows| {
        told.scarce = rows.to_vec();
        found(told);
    });
    told.scarce = rows;
}

/// The limits that hold the item or what it waits for, each once.
fn limits_in(base: &Base<'_>, chain: &Binding) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for line in chain.lines() {
        if let HeldBy::Resource { resource, phase, .. } = *line.held
            && !rows.iter().any(|row| (row.resource, row.phase) == (resource, phase))
        {
            rows.push(Row { resource, phase, about: multiplier(base, resource, phase) });
        }
    }
    rows
}
