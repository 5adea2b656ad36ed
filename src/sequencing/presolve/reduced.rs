//! What is left of a portfolio to decide: units, the links between them, and
//! what is limited. Phases count from 0 here.

use super::super::portfolio::{Item, Portfolio, ResourceKind};

/// A unit needs another: start of this ≥ start of the other + gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitLink {
    /// The other unit.
    pub other: usize,
    /// Phases between the starts, at least.
    pub gap: u32,
}

/// What a unit uses of one resource, phase by phase from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitUse {
    /// The resource, as in the portfolio.
    pub resource: usize,
    /// Used in the start phase, the next one, and so on.
    pub profile: Vec<i64>,
    /// Used in each phase after those.
    pub tail: i64,
    /// The largest use in any one phase.
    pub largest: i64,
}

impl UnitUse {
    /// Used in each phase from the start on, and in each phase after those.
    pub fn new(resource: usize, profile: Vec<i64>, tail: i64) -> Self {
        let largest = profile.iter().copied().fold(tail, i64::max);
        Self { resource, profile, tail, largest }
    }

    /// What is used so many phases after the start.
    pub fn after(&self, phases: usize) -> i64 {
        self.profile.get(phases).copied().unwrap_or(self.tail)
    }
}

/// Items that start in one phase together, or not at all: one item, or the
/// members of a zero-lag cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Items of the portfolio.
    pub members: Vec<usize>,
    /// It must start.
    pub mandatory: bool,
    /// First phase in which it can start.
    pub first: u32,
    /// Last phase in which it can start.
    pub last: u32,
    /// What a start in each phase is worth.
    pub worth: Vec<i64>,
    /// What it uses, each resource once, in the order of the resources.
    pub uses: Vec<UnitUse>,
}

/// A unit needs one of several others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternatives {
    /// What needs.
    pub unit: usize,
    /// Of which one is enough.
    pub of: Vec<UnitLink>,
}

/// Two units that are worth more, or less, together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The two.
    pub units: [usize; 2],
    /// Phases from the start of each to its last phase of work.
    pub work: [u32; 2],
    /// By the last phase of work of whichever is done later.
    pub worth: Vec<i64>,
}

impl Pair {
    /// What the pair is worth if its units start in these phases.
    pub fn worth_of(&self, starts: [u32; 2]) -> i64 {
        let done = (starts[0] + self.work[0]).max(starts[1] + self.work[1]);
        self.worth.get(done as usize).copied().unwrap_or(0)
    }
}

/// An order that is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// What should come later.
    pub unit: usize,
    /// What should start first, so many phases before.
    pub needs: UnitLink,
    /// What is lost if it does not.
    pub penalty: i64,
}

/// What a unit's start in one phase is worth besides its items: pairs within it,
/// and wishes that it always breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inner {
    /// The unit.
    pub unit: usize,
    /// Added to its worth.
    pub worth: i64,
    /// The start phase.
    pub from: usize,
}

/// A limited resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// What each phase has.
    pub phases: Vec<i64>,
    /// What is left over may be used later.
    pub carry_over: bool,
    /// False where no plan could ever use too much of it.
    pub can_bind: bool,
}

/// A portfolio without what cannot start and with cycles merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduced {
    /// How many phases there are.
    pub phases: u32,
    /// What can start, what is needed before what needs it.
    pub units: Vec<Unit>,
    /// The unit of each item of the portfolio; none if it cannot start.
    pub unit_of: Vec<Option<usize>>,
    /// What each unit needs.
    pub needs: Vec<Vec<UnitLink>>,
    /// Who needs each unit.
    pub dependants: Vec<Vec<UnitLink>>,
    /// Needs that one of several others satisfies.
    pub alternatives: Vec<Alternatives>,
    /// Positions in `alternatives` where each unit needs one.
    pub chooses: Vec<Vec<usize>>,
    /// Positions in `alternatives` where each unit is one.
    pub chosen_by: Vec<Vec<usize>>,
    /// Of each group at most one starts.
    pub exclusive: Vec<Vec<usize>>,
    /// Groups in which each unit is.
    pub groups_of: Vec<Vec<usize>>,
    /// Pairs worth more, or less, together.
    pub pairs: Vec<Pair>,
    /// Pairs in which each unit is.
    pub pairs_of: Vec<Vec<usize>>,
    /// Orders that are preferred.
    pub wishes: Vec<Wish>,
    /// Wishes in which each unit takes part.
    pub wishes_of: Vec<Vec<usize>>,
    /// Resources, as in the portfolio.
    pub limits: Vec<Limit>,
    /// What starts of units are worth besides their items.
    pub inner: Vec<Inner>,
    /// Units that cost nothing and bring nothing by themselves: where what they
    /// need is there, they may as well start.
    pub free: Vec<bool>,
}

impl Reduced {
    /// Finds units that are free, and starts those that need nothing as early as
    /// they can: no plan is worse with them.
    pub fn settle_free(&mut self) {
        for at in 0..self.units.len() {
            let unit = &self.units[at];
            let scarce = |used: &UnitUse| self.limits[used.resource].can_bind;
            let wants = self.wishes_of[at].iter().any(|&wish| self.wishes[wish].unit == at);
            self.free[at] = !unit.uses.iter().any(scarce)
                && unit.worth.iter().all(|worth| *worth == 0)
                && self.groups_of[at].is_empty()
                && self.pairs_of[at].is_empty()
                && !wants;
            let alone = self.needs[at].is_empty() && self.chooses[at].is_empty();
            if self.free[at] && alone && unit.first <= unit.last {
                let unit = &mut self.units[at];
                unit.mandatory = true;
                unit.last = unit.first;
            }
        }
    }

    /// Takes over the worths of a portfolio with the same items, links and limits;
    /// false if units that were free bring or cost something now.
    pub fn retarget(&mut self, portfolio: &Portfolio) -> bool {
        for unit in &mut self.units {
            let items = || unit.members.iter().map(|&item| &portfolio.items[item]);
            for (phase, worth) in unit.worth.iter_mut().enumerate() {
                *worth = items().map(|item| item.worth[phase]).sum();
            }
        }
        for &Inner { unit, worth, from } in &self.inner {
            self.units[unit].worth.iter_mut().skip(from).take(1).for_each(|w| *w += worth);
        }
        let mut free = self.units.iter().zip(&self.free).filter(|(_, free)| **free);
        free.all(|(unit, _)| unit.worth.iter().all(|worth| *worth == 0))
    }

    /// The sizes of all worths together: no plan is worth more.
    pub fn total_worth(&self) -> i64 {
        let largest =
            |worth: &[i64]| worth.iter().map(|worth| worth.saturating_abs()).max().unwrap_or(0);
        let units = self.units.iter().map(|unit| largest(&unit.worth));
        let pairs = self.pairs.iter().map(|pair| largest(&pair.worth));
        let wishes = self.wishes.iter().map(|wish| wish.penalty);
        units.chain(pairs).chain(wishes).fold(0, i64::saturating_add)
    }
}

/// What an item uses of each resource, phase by phase from its start.
pub fn item_uses(portfolio: &Portfolio, item: &Item) -> Vec<UnitUse> {
    let mut uses: Vec<UnitUse> = Vec::new();
    for (resource, amounts) in &item.uses {
        let (profile, tail) = match portfolio.resources[*resource].kind {
            ResourceKind::Work => (amounts.clone(), 0),
            ResourceKind::Running => (vec![0; item.duration as usize], amounts[0]),
        };
        if tail != 0 || profile.iter().any(|amount| *amount != 0) {
            add_use(&mut uses, UnitUse::new(*resource, profile, tail));
        }
    }
    uses.sort_by_key(|entry| entry.resource);
    uses
}

/// Adds a use to those of the same resource.
pub fn add_use(uses: &mut Vec<UnitUse>, new: UnitUse) {
    let Some(old) = uses.iter_mut().find(|old| old.resource == new.resource) else {
        uses.push(new);
        return;
    };
    let length = old.profile.len().max(new.profile.len());
    let profile = (0..length).map(|at| old.after(at) + new.after(at)).collect();
    *old = UnitUse::new(old.resource, profile, old.tail + new.tail);
}
