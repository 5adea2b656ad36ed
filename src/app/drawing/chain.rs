//! The critical chain: what the end of the programme waits for.

use crate::model::Scenario;
use crate::sequencing::{Components, components};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The prerequisites that the end of the programme hangs on, as items by position, what
/// comes first in front: each starts in the very phase in which the one before lets it.
///
/// The chain ends at the item whose work ends last, and of all such chains goes back
/// furthest in time; of equal ones it is that with the most items, then the one through
/// what stands first in the file. A dependant can start a lag after the start of what it
/// needs, or, where the link says `after`, a lag after its last phase of work. What is one
/// of several alternatives binds nobody, nor does a preferred order.
///
/// `start` is the plan, from phase 1. Where it plans nothing, all items start as early as
/// their links let them: the longest chain by time. What needs each other starts
/// together. Empty without items. O(items + links).
///
/// The critical path of Kelley and Walker 1959, with starts as planned.
pub fn critical_chain(scenario: &Scenario, start: &[Option<u32>]) -> Vec<usize> {
    let links = Links::new(scenario);
    let planned: Vec<Option<u32>> =
        (0..scenario.items.len()).map(|item| start.get(item).copied().flatten()).collect();
    let start = if planned.iter().any(Option::is_some) { planned } else { links.earliest() };
    let tight = links.tight(&start);
    let spans = tight.spans(&start);
    let end = |item: &usize| {
        let work = scenario.items[*item].duration();
        start[*item].map(|start| u64::from(start) + u64::from(work))
    };
    let ends = (0..scenario.items.len()).filter(|item| start[*item].is_some());
    let last = ends.max_by_key(|item| (end(item), spans.of(*item), Reverse(*item)));
    last.map(|last| tight.trace(&spans, last)).unwrap_or_default()
}

/// A prerequisite with the least number of phases between the two starts.
#[derive(Debug, Clone, Copy)]
struct Link {
    needs: usize,
    gap: u32,
}

/// Links of each item, and what needs each other.
struct Links {
    of: Vec<Vec<Link>>,
    components: Components,
}

/// How far back the chain to a component goes: first phase, number of components, and
/// the link by which it comes in.
#[derive(Debug, Clone, Copy)]
struct Span {
    first: u32,
    length: usize,
    /// The dependant inside, and what it needs outside.
    entry: Option<(usize, usize)>,
}

struct Spans<'a> {
    by_component: Vec<Span>,
    number: &'a [usize],
}

impl Links {
    fn new(scenario: &Scenario) -> Self {
        let index: HashMap<&str, usize> =
            scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
        let links = scenario.items.iter().map(|item| {
            let links = item.hard_requires().filter_map(|link| {
                let needs = *index.get(link.item.as_str())?;
                let work = if link.after { scenario.items[needs].duration() - 1 } else { 0 };
                Some(Link { needs, gap: link.lag.saturating_add(work) })
            });
            links.collect::<Vec<_>>()
        });
        Self::of(links.collect())
    }

    fn of(of: Vec<Vec<Link>>) -> Self {
        let needs: Vec<Vec<usize>> =
            of.iter().map(|links| links.iter().map(|link| link.needs).collect()).collect();
        Self { of, components: components(&needs) }
    }

    /// The earliest start of each item by its links alone, from 1.
    fn earliest(&self) -> Vec<Option<u32>> {
        let mut start: Vec<Option<u32>> = vec![None; self.of.len()];
        for members in &self.components.members {
            let links = members.iter().flat_map(|&member| &self.of[member]);
            // Within a component nothing has a start yet.
            let ready = links.filter_map(|link| Some(start[link.needs]?.saturating_add(link.gap)));
            let ready: u32 = ready.max().unwrap_or(1);
            members.iter().for_each(|&member| start[member] = Some(ready));
        }
        start
    }

    /// The links because of which an item could not start before.
    fn tight(&self, start: &[Option<u32>]) -> Self {
        let tight = self.of.iter().enumerate().map(|(item, links)| {
            let binds = |link: &&Link| {
                let ready = start[link.needs].map(|start| start.saturating_add(link.gap));
                ready.is_some() && ready == start[item]
            };
            links.iter().filter(binds).copied().collect()
        });
        Self::of(tight.collect())
    }

    fn spans(&self, start: &[Option<u32>]) -> Spans<'_> {
        let number = &self.components.number;
        let mut by_component: Vec<Span> = Vec::new();
        for (own, members) in self.components.members.iter().enumerate() {
            let first = members.iter().filter_map(|&member| start[member]).min();
            let alone = Span { first: first.unwrap_or(u32::MAX), length: 1, entry: None };
            let entries = members.iter().flat_map(|&member| {
                let outside = self.of[member].iter().filter(|link| number[link.needs] != own);
                outside.map(move |link| (member, link.needs))
            });
            let extended = entries.map(|(member, needs)| {
                let before = by_component[number[needs]];
                let length = before.length + 1;
                Span { first: before.first, length, entry: Some((member, needs)) }
            });
            let best = extended.min_by_key(|span| (span.key(), span.entry.map(|(_, needs)| needs)));
            by_component.push(best.unwrap_or(alone));
        }
        Spans { by_component, number }
    }

    /// The chain that ends at an item.
    fn trace(&self, spans: &Spans<'_>, last: usize) -> Vec<usize> {
        let (mut chain, mut at) = (Vec::new(), last);
        loop {
            let span = spans.by_component[spans.number[at]];
            let entered = span.entry.map_or(at, |(member, _)| member);
            chain.extend(self.way_back(at, entered));
            let Some((_, needs)) = span.entry else { break };
            at = needs;
        }
        chain.reverse();
        chain
    }

    /// Inside a component, the shortest way from an item back to another that it needs.
    fn way_back(&self, from: usize, to: usize) -> Vec<usize> {
        let mut came_from: HashMap<usize, usize> = HashMap::new();
        let mut front = std::collections::VecDeque::from([from]);
        while let Some(at) = front.pop_front().filter(|at| *at != to) {
            for link in &self.of[at] {
                let inside = self.components.number[link.needs] == self.components.number[from];
                if inside && link.needs != from && !came_from.contains_key(&link.needs) {
                    came_from.insert(link.needs, at);
                    front.push_back(link.needs);
                }
            }
        }
        let mut way = vec![to];
        let mut at = to;
        while let Some(&before) = came_from.get(&at).filter(|_| at != from) {
            way.push(before);
            at = before;
        }
        way.reverse();
        way
    }
}

impl Span {
    /// Smaller goes back further, and then through more.
    fn key(&self) -> (u32, Reverse<usize>) {
        (self.first, Reverse(self.length))
    }
}

impl Spans<'_> {
    /// Larger goes back further, and then through more.
    fn of(&self, item: usize) -> (Reverse<u32>, usize) {
        let span = self.by_component[self.number[item]];
        (Reverse(span.first), span.length)
    }
}
