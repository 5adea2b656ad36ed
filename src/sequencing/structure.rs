//! What follows from a portfolio's links alone: who needs whom, which items
//! must start together, and in which window each can start.

use super::portfolio::Portfolio;

/// A link to another item, with the least number of phases between the starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The other item.
    pub other: usize,
    /// Start of this ≥ start of the other + gap.
    pub gap: u32,
}

/// Why an item can never start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// Its own window is empty or too short for its work.
    Window,
    /// It needs this item, which cannot start early enough or at all.
    Needs(usize),
    /// It is on a cycle of prerequisites that takes time.
    Cycle,
    /// None of its alternatives can start early enough.
    AnyOf,
    /// It alone takes more of this resource than there is.
    Resource(usize),
}

/// Links by item, and windows.
#[derive(Debug, Clone)]
pub struct Structure {
    /// What each item needs.
    pub needs: Vec<Vec<Link>>,
    /// Who needs each item, hard links only.
    pub dependants: Vec<Vec<Link>>,
    /// Alternatives that each item needs one of.
    pub any_of: Vec<Vec<Vec<Link>>>,
    /// Who has each item among its alternatives.
    pub alternative_of: Vec<Vec<usize>>,
    /// Items that each item excludes.
    pub excludes: Vec<Vec<usize>>,
    /// Synergies of each item.
    pub synergies: Vec<Vec<usize>>,
    /// Preferences in which each item takes part.
    pub preferences: Vec<Vec<usize>>,
    /// Items with the same number lie on one zero-lag cycle and start together.
    pub group: Vec<usize>,
    /// Members of each group, and groups in topological order.
    pub members: Vec<Vec<usize>>,
    /// First phase in which each item can start.
    pub earliest: Vec<u32>,
    /// Last phase in which each item can start; before `earliest` it never can.
    pub latest: Vec<u32>,
    /// Why, for items that never can.
    pub impossible: Vec<Option<Impossible>>,
}

impl Structure {
    /// Derives the structure. O(items × phases + links), windows by longest
    /// paths over groups in topological order.
    pub fn new(portfolio: &Portfolio) -> Self {
        let count = portfolio.items.len();
        let mut needs = vec![Vec::new(); count];
        let mut dependants = vec![Vec::new(); count];
        for link in &portfolio.prerequisites {
            let gap = portfolio.ready(link.needs, 0, link.lag, link.after);
            needs[link.item].push(Link { other: link.needs, gap });
            dependants[link.needs].push(Link { other: link.item, gap });
        }
        let mut any_of = vec![Vec::new(); count];
        let mut alternative_of = vec![Vec::new(); count];
        for link in &portfolio.any_of {
            let group = link.needs.iter().map(|&other| {
                alternative_of[other].push(link.item);
                Link { other, gap: portfolio.ready(other, 0, link.lag, link.after) }
            });
            any_of[link.item].push(group.collect::<Vec<_>>());
        }
        let mut excludes = vec![Vec::new(); count];
        for group in &portfolio.exclusive {
            for &a in group {
                excludes[a].extend(group.iter().copied().filter(|&b| b != a));
            }
        }
        let mut synergies = vec![Vec::new(); count];
        for (at, synergy) in portfolio.synergies.iter().enumerate() {
            synergy.items.iter().for_each(|&item| synergies[item].push(at));
        }
        let mut preferences = vec![Vec::new(); count];
        for (at, wish) in portfolio.preferences.iter().enumerate() {
            preferences[wish.item].push(at);
            if wish.needs != wish.item {
                preferences[wish.needs].push(at);
            }
        }
        let ends = |links: &Vec<Link>| links.iter().map(|link| link.other).collect();
        let Components { number: group, members } =
            components(&needs.iter().map(ends).collect::<Vec<_>>());
        let mut structure = Self {
            needs,
            dependants,
            any_of,
            alternative_of,
            excludes,
            synergies,
            preferences,
            group,
            members,
            earliest: portfolio.items.iter().map(|item| item.earliest.max(1)).collect(),
            latest: Vec::new(),
            impossible: vec![None; count],
        };
        structure.find_windows(portfolio);
        structure
    }

    fn find_windows(&mut self, portfolio: &Portfolio) {
        let phases = portfolio.phases;
        self.latest = portfolio
            .items
            .iter()
            .map(|item| item.latest.min((phases + 1).saturating_sub(item.duration)))
            .collect();
        for item in 0..portfolio.items.len() {
            if self.earliest[item] > self.latest[item] {
                self.impossible[item] = Some(Impossible::Window);
            } else if let Some(resource) =
                too_big(portfolio, item, self.earliest[item], self.latest[item])
            {
                self.impossible[item] = Some(Impossible::Resource(resource));
            }
        }
        // Alternatives can make later passes necessary; each pass only raises
        // `earliest`, so that there are at most phases × items of them.
        loop {
            let mut changed = false;
            for at in 0..self.members.len() {
                let members = self.members[at].clone();
                changed |= self.tighten_group(&members);
            }
            if !changed {
                return;
            }
        }
    }

    /// Raises the earliest start of one group; true if anything changed.
    fn tighten_group(&mut self, members: &[usize]) -> bool {
        let mut from = members.iter().map(|&item| self.earliest[item]).max().unwrap_or(1);
        let mut reason = None;
        let mut inside = false;
        for &item in members {
            for link in &self.needs[item] {
                if self.group[link.other] == self.group[item] {
                    inside |= link.gap > 0;
                    continue;
                }
                if self.impossible[link.other].is_some() {
                    reason = reason.or(Some(Impossible::Needs(link.other)));
                } else if self.earliest[link.other] + link.gap > from {
                    from = self.earliest[link.other] + link.gap;
                    if members.iter().any(|&member| from > self.latest[member]) {
                        reason = reason.or(Some(Impossible::Needs(link.other)));
                    }
                }
            }
            for group in &self.any_of[item] {
                let live = group.iter().filter(|link| self.impossible[link.other].is_none());
                match live.map(|link| self.earliest[link.other] + link.gap).min() {
                    Some(ready) => from = from.max(ready),
                    None => reason = reason.or(Some(Impossible::AnyOf)),
                }
                if members.iter().any(|&member| from > self.latest[member]) {
                    reason = reason.or(Some(Impossible::AnyOf));
                }
            }
        }
        if inside {
            reason = Some(Impossible::Cycle);
        }
        if let Some(&blocked) = members.iter().find(|&&member| from > self.latest[member]) {
            reason = reason.or(Some(Impossible::Needs(blocked)));
        }
        let mut changed = false;
        for &item in members {
            if self.impossible[item].is_none() {
                let why = match reason {
                    // An item that is its own reason just has no window.
                    Some(Impossible::Needs(other)) if other == item => Some(Impossible::Window),
                    why => why,
                };
                changed |= why.is_some() || from > self.earliest[item];
                self.impossible[item] = why;
                self.earliest[item] = from.max(self.earliest[item]);
            } else if members.len() > 1 && reason.is_none() {
                // One member that cannot start keeps the whole group out.
                reason = Some(Impossible::Needs(item));
                for &other in members {
                    changed |= self.impossible[other].is_none();
                    self.impossible[other] = self.impossible[other].or(reason);
                }
            }
        }
        changed
    }

    /// True if an item can start at all.
    pub fn possible(&self, item: usize) -> bool {
        self.impossible[item].is_none() && self.earliest[item] <= self.latest[item]
    }
}

/// The resource of which an item alone takes too much wherever it starts.
fn too_big(portfolio: &Portfolio, item: usize, from: u32, to: u32) -> Option<usize> {
    let entry = &portfolio.items[item];
    let fits = |resource: usize, amounts: &[i64], start: u32| {
        let limits = &portfolio.resources[resource];
        let first = start as usize - 1;
        match limits.kind {
            super::portfolio::ResourceKind::Running => limits
                .limit
                .iter()
                .skip(first + entry.duration as usize)
                .all(|limit| amounts[0] <= *limit),
            super::portfolio::ResourceKind::Work => {
                amounts.iter().enumerate().all(|(offset, amount)| {
                    let phase = first + offset;
                    let saved: i64 =
                        if limits.carry_over { limits.limit[..phase].iter().sum() } else { 0 };
                    limits.limit.get(phase).is_some_and(|limit| *amount <= limit + saved)
                })
            }
        }
    };
    entry
        .uses
        .iter()
        .find(|(resource, amounts)| !(from..=to).any(|start| fits(*resource, amounts, start)))
        .map(|(resource, _)| *resource)
}

/// Items that need each other, directly or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Components {
    /// The component of each item.
    pub number: Vec<usize>,
    /// Members of each component; what is needed comes first.
    pub members: Vec<Vec<usize>>,
}

/// Strongly connected components (Tarjan 1972) without recursion. O(items + links).
pub fn components(needs: &[Vec<usize>]) -> Components {
    const NEW: usize = usize::MAX;
    let count = needs.len();
    let (mut order, mut low) = (vec![NEW; count], vec![0; count]);
    let mut group = vec![NEW; count];
    let (mut stack, mut members, mut next) = (Vec::new(), Vec::new(), 0);
    for root in 0..count {
        if order[root] != NEW {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((item, edge)) = path.last_mut() {
            let item = *item;
            if *edge == 0 {
                order[item] = next;
                low[item] = next;
                next += 1;
                stack.push(item);
            }
            if let Some(&other) = needs[item].get(*edge) {
                *edge += 1;
                if order[other] == NEW {
                    path.push((other, 0));
                } else if group[other] == NEW {
                    low[item] = low[item].min(order[other]);
                }
                continue;
            }
            // All its links are done; an item without links gets here at once.
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[item]);
            }
            if low[item] == order[item] {
                let at = stack.iter().rposition(|&other| other == item).unwrap_or(0);
                let component: Vec<usize> = stack.drain(at..).collect();
                component.iter().for_each(|&member| group[member] = members.len());
                members.push(component);
            }
        }
    }
    Components { number: group, members }
}
