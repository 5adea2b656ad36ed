//! A part of a problem: some units are free, all others stay as a plan has them.

use super::super::presolve::{Alternatives, Limit, OUT, Reduced, Unit, UnitLink, Wish};

/// The problem of the free units alone, with what the others leave of everything.
#[derive(Debug)]
pub struct Part {
    /// The problem.
    pub reduced: Reduced,
    /// By unit of the part: the unit of the whole; none for stand-ins of units
    /// that stay.
    pub units: Vec<Option<usize>>,
}

/// Cuts a part out of a problem. `free` is in rising order.
///
/// Units that stay leave behind: less of each resource, tighter windows, worth of
/// pairs and wishes; where alternatives link both sides, a stand-in without cost.
/// O(size of the problem).
pub fn part(whole: &Reduced, start: &[u32], free: &[usize]) -> Part {
    let mut place = vec![usize::MAX; whole.units.len()];
    let mut builder = Builder { whole, start, units: Vec::new(), made: Vec::new() };
    for &unit in free {
        if let Some(made) = builder.unit(unit, &place, free) {
            place[unit] = builder.units.len();
            builder.units.push(Some(unit));
            builder.made.push(made);
        }
    }
    builder.finish(&place)
}

struct Builder<'a> {
    whole: &'a Reduced,
    start: &'a [u32],
    units: Vec<Option<usize>>,
    made: Vec<Unit>,
}

impl Builder<'_> {
    fn stays(&self, unit: usize, free: &[usize]) -> bool {
        free.binary_search(&unit).is_err()
    }

    /// A free unit with its window among those that stay; none if it cannot start.
    fn unit(&self, unit: usize, place: &[usize], free: &[usize]) -> Option<Unit> {
        let whole = self.whole;
        let mut made = whole.units[unit].clone();
        for link in &whole.needs[unit] {
            if self.stays(link.other, free) {
                let start = self.start[link.other];
                if start == OUT {
                    return None;
                }
                made.first = made.first.max(start + link.gap);
            } else if place[link.other] == usize::MAX {
                // What it needs stands before it and cannot start.
                return None;
            }
        }
        for link in &whole.dependants[unit] {
            let start = self.start[link.other];
            if self.stays(link.other, free) && start != OUT {
                made.mandatory = true;
                made.last = made.last.min(start.saturating_sub(link.gap));
            }
        }
        let excluded = whole.groups_of[unit].iter().any(|&group| {
            let mut others = whole.exclusive[group].iter().filter(|&&other| other != unit);
            others.any(|&other| self.stays(other, free) && self.start[other] != OUT)
        });
        if excluded || made.first > made.last {
            return None;
        }
        for &at in &whole.pairs_of[unit] {
            let pair = &whole.pairs[at];
            let side = usize::from(pair.units[0] != unit);
            let other = pair.units[1 - side];
            if self.stays(other, free) && self.start[other] != OUT {
                for (own, worth) in made.worth.iter_mut().enumerate() {
                    let (own, other) = (own as u32, self.start[other]);
                    *worth += pair.worth_of(if side == 0 { [own, other] } else { [other, own] });
                }
            }
        }
        for &at in &whole.wishes_of[unit] {
            let wish = &whole.wishes[at];
            for (own, worth) in made.worth.iter_mut().enumerate() {
                let own = own as u32;
                if wish.unit == unit && self.stays(wish.needs.other, free) {
                    let needs = self.start[wish.needs.other];
                    if needs == OUT || needs + wish.needs.gap > own {
                        *worth -= wish.penalty;
                    }
                } else if wish.unit != unit && self.stays(wish.unit, free) {
                    let other = self.start[wish.unit];
                    if other != OUT && own + wish.needs.gap <= other {
                        *worth += wish.penalty;
                    }
                }
            }
        }
        Some(made)
    }

    /// A stand-in for a unit that stays: it starts where that one does, for nothing.
    fn stand_in(&mut self, unit: usize) -> usize {
        let start = self.start[unit];
        self.made.push(Unit {
            members: Vec::new(),
            mandatory: true,
            first: start,
            last: start,
            worth: vec![0; self.whole.phases as usize],
            uses: Vec::new(),
        });
        self.units.push(None);
        self.made.len() - 1
    }

    fn finish(mut self, place: &[usize]) -> Part {
        let whole = self.whole;
        let inside = |unit: usize| place[unit] != usize::MAX;
        let limits = self.left(place);
        let mut alternatives = Vec::new();
        for group in &whole.alternatives {
            let stays_out = !inside(group.unit) && self.start[group.unit] == OUT;
            let any_inside = inside(group.unit) || group.of.iter().any(|l| inside(l.other));
            if stays_out || !any_inside {
                continue;
            }
            let mut of: Vec<UnitLink> = Vec::new();
            let mut first_outside: Option<UnitLink> = None;
            for link in &group.of {
                if inside(link.other) {
                    of.push(UnitLink { other: place[link.other], gap: link.gap });
                } else if self.start[link.other] != OUT {
                    let ready = self.start[link.other] + link.gap;
                    let better =
                        first_outside.is_none_or(|best| ready < self.start[best.other] + best.gap);
                    if better {
                        first_outside = Some(*link);
                    }
                }
            }
            let unit = if inside(group.unit) {
                place[group.unit]
            } else {
                let holds = first_outside.is_some_and(|link| {
                    self.start[link.other] + link.gap <= self.start[group.unit]
                });
                if holds {
                    continue;
                }
                self.stand_in(group.unit)
            };
            if let Some(link) = first_outside {
                let other = self.stand_in(link.other);
                of.push(UnitLink { other, gap: link.gap });
            }
            alternatives.push(Alternatives { unit, of });
        }
        let count = self.made.len();
        let mut reduced = Reduced {
            phases: whole.phases,
            units: self.made,
            unit_of: Vec::new(),
            needs: vec![Vec::new(); count],
            dependants: vec![Vec::new(); count],
            alternatives: Vec::new(),
            chooses: vec![Vec::new(); count],
            chosen_by: vec![Vec::new(); count],
            exclusive: Vec::new(),
            groups_of: vec![Vec::new(); count],
            pairs: Vec::new(),
            pairs_of: vec![Vec::new(); count],
            wishes: Vec::new(),
            wishes_of: vec![Vec::new(); count],
            limits,
            inner: Vec::new(),
            free: vec![false; count],
        };
        for (at, unit) in self.units.iter().enumerate() {
            let Some(unit) = *unit else { continue };
            reduced.free[at] = whole.free[unit];
            for link in whole.needs[unit].iter().filter(|link| inside(link.other)) {
                let other = place[link.other];
                reduced.needs[at].push(UnitLink { other, gap: link.gap });
                reduced.dependants[other].push(UnitLink { other: at, gap: link.gap });
            }
        }
        for (at, group) in alternatives.iter().enumerate() {
            reduced.chooses[group.unit].push(at);
            group.of.iter().for_each(|link| reduced.chosen_by[link.other].push(at));
        }
        reduced.alternatives = alternatives;
        for group in &whole.exclusive {
            let of: Vec<usize> =
                group.iter().filter(|&&unit| inside(unit)).map(|&unit| place[unit]).collect();
            if of.len() > 1 {
                of.iter().for_each(|&unit| reduced.groups_of[unit].push(reduced.exclusive.len()));
                reduced.exclusive.push(of);
            }
        }
        for pair in whole.pairs.iter().filter(|pair| pair.units.iter().all(|&u| inside(u))) {
            let mut pair = pair.clone();
            pair.units = pair.units.map(|unit| place[unit]);
            pair.units.iter().for_each(|&u| reduced.pairs_of[u].push(reduced.pairs.len()));
            reduced.pairs.push(pair);
        }
        for wish in &whole.wishes {
            if inside(wish.unit) && inside(wish.needs.other) {
                let needs = UnitLink { other: place[wish.needs.other], gap: wish.needs.gap };
                let wish = Wish { unit: place[wish.unit], needs, penalty: wish.penalty };
                let at = reduced.wishes.len();
                [wish.unit, needs.other].iter().for_each(|&u| reduced.wishes_of[u].push(at));
                reduced.wishes.push(wish);
            }
        }
        Part { reduced, units: self.units }
    }

    /// What the units that stay leave of each resource.
    fn left(&self, place: &[usize]) -> Vec<Limit> {
        let mut limits = self.whole.limits.clone();
        let mut most: Vec<i64> = vec![0; limits.len()];
        for (unit, entry) in self.whole.units.iter().enumerate() {
            for used in &entry.uses {
                if place[unit] != usize::MAX {
                    most[used.resource] += if limits[used.resource].carry_over {
                        i64::MAX >> 32
                    } else {
                        used.largest
                    };
                } else if self.start[unit] != OUT {
                    let row = limits[used.resource].phases.iter_mut();
                    for (offset, left) in row.skip(self.start[unit] as usize).enumerate() {
                        *left -= used.after(offset);
                    }
                }
            }
        }
        for (limit, most) in limits.iter_mut().zip(most) {
            limit.can_bind = limit.can_bind && limit.phases.iter().any(|left| most > *left);
        }
        limits
    }
}
