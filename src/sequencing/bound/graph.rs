//! The time-expanded graph: all order rules as implications between yes-no
//! variables, so that plans without limits are closures.
//!
//! `y[u,t]` says that unit `u` has started by phase `t`. It implies `y[u,t+1]`,
//! and for each unit `v` that `u` needs with gap `d` it implies `y[v,t-d]`. A
//! pair's worth hangs on further variables that imply both of its units. Wishes
//! are implications that may be broken at a price. Method: Picard (1976) for
//! closures, Bienstock and Zuckerberg (2010) for the time-expanded form.

use super::super::presolve::Reduced;

/// From one variable to another that it implies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// If this is so,
    pub from: u32,
    /// so is this.
    pub to: u32,
    /// What breaking it costs, in units of worth; none if it cannot be broken.
    pub wish: Option<u32>,
}

/// What a variable stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The unit has started by the phase.
    Started {
        /// The unit.
        unit: u32,
        /// The phase, from 0.
        phase: u32,
    },
    /// Both units of a pair are done by a phase.
    Both,
}

/// A wish that is spread over the phases in which it can be broken: together
/// they may not cost more than the wish's penalty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishPart {
    /// The wish.
    pub wish: u32,
    /// The variable that breaks it where `needs` is not so.
    pub from: u32,
    /// What should be so; none if it cannot be.
    pub needs: Option<u32>,
    /// The unit's start phase that it speaks of.
    pub phase: u32,
}

/// One end of an arc, as its node sees it.
#[derive(Debug, Clone, Copy)]
pub struct End {
    /// The node at the other end.
    pub other: u32,
    /// The arc.
    pub arc: u32,
    /// True if the arc leaves this node.
    pub leaves: bool,
}

/// The graph of a reduced portfolio.
#[derive(Debug, Clone)]
pub struct Graph {
    /// First variable of each unit; they follow by phase.
    pub offset: Vec<u32>,
    /// What each variable stands for.
    pub meaning: Vec<Meaning>,
    /// What each variable adds to the objective, limits aside.
    pub worth: Vec<i64>,
    /// Implications. Those of wishes come last.
    pub arcs: Vec<Arc>,
    /// Where arcs of wishes begin.
    pub first_wish_arc: usize,
    /// Parts of wishes; those with `needs` belong to the arcs of wishes, in order.
    pub wish_parts: Vec<WishPart>,
    ends: Vec<End>,
    ends_of: Vec<u32>,
}

impl Graph {
    /// Builds the graph. O(units × phases + links × phases).
    pub fn new(reduced: &Reduced) -> Self {
        let mut offset = Vec::with_capacity(reduced.units.len() + 1);
        let (mut meaning, mut worth, mut arcs) = (Vec::new(), Vec::new(), Vec::new());
        for (at, unit) in reduced.units.iter().enumerate() {
            offset.push(meaning.len() as u32);
            for phase in unit.first..=unit.last {
                let node = meaning.len() as u32;
                meaning.push(Meaning::Started { unit: at as u32, phase });
                let next = if phase < unit.last { unit.worth[phase as usize + 1] } else { 0 };
                worth.push(unit.worth[phase as usize] - next);
                if phase < unit.last {
                    arcs.push(Arc { from: node, to: node + 1, wish: None });
                }
            }
        }
        offset.push(meaning.len() as u32);
        let mut graph = Self {
            offset,
            meaning,
            worth,
            arcs,
            first_wish_arc: 0,
            wish_parts: Vec::new(),
            ends: Vec::new(),
            ends_of: Vec::new(),
        };
        graph.add_links(reduced);
        graph.add_pairs(reduced);
        graph.first_wish_arc = graph.arcs.len();
        graph.add_wishes(reduced);
        graph.index_ends();
        graph
    }

    /// How many variables there are.
    pub fn len(&self) -> usize {
        self.meaning.len()
    }

    /// The variable "unit has started by phase", with phases after the window
    /// counted as its end; none before it.
    pub fn started_by(&self, reduced: &Reduced, unit: usize, phase: i64) -> Option<u32> {
        let entry = &reduced.units[unit];
        let within = phase.min(i64::from(entry.last)) - i64::from(entry.first);
        u32::try_from(within).ok().map(|within| self.offset[unit] + within)
    }

    /// Variables of a unit.
    pub fn nodes_of(&self, unit: usize) -> std::ops::Range<usize> {
        self.offset[unit] as usize..self.offset[unit + 1] as usize
    }

    /// Arcs at a node.
    pub fn ends(&self, node: usize) -> &[End] {
        &self.ends[self.ends_of[node] as usize..self.ends_of[node + 1] as usize]
    }

    fn add_links(&mut self, reduced: &Reduced) {
        for (unit, needs) in reduced.needs.iter().enumerate() {
            let entry = &reduced.units[unit];
            for link in needs {
                let mut last_target = None;
                // Of several phases that imply the same variable the latest
                // says it all: the earlier ones imply the latest.
                for phase in (entry.first..=entry.last).rev() {
                    let by = i64::from(phase) - i64::from(link.gap);
                    let (Some(from), Some(to)) = (
                        self.started_by(reduced, unit, i64::from(phase)),
                        self.started_by(reduced, link.other, by),
                    ) else {
                        continue;
                    };
                    if last_target != Some(to) {
                        self.arcs.push(Arc { from, to, wish: None });
                        last_target = Some(to);
                    }
                }
            }
        }
    }

    fn add_pairs(&mut self, reduced: &Reduced) {
        for pair in &reduced.pairs {
            for (done, step) in pair_steps(pair) {
                if step <= 0 {
                    continue;
                }
                let [a, b] = both_by(self, reduced, pair, done);
                let (Some(a), Some(b)) = (a, b) else { continue };
                let node = self.meaning.len() as u32;
                self.meaning.push(Meaning::Both);
                self.worth.push(step);
                self.arcs.push(Arc { from: node, to: a, wish: None });
                self.arcs.push(Arc { from: node, to: b, wish: None });
            }
        }
    }

    fn add_wishes(&mut self, reduced: &Reduced) {
        for (at, wish) in reduced.wishes.iter().enumerate() {
            let entry = &reduced.units[wish.unit];
            for phase in entry.first..=entry.last {
                let by = i64::from(phase) - i64::from(wish.needs.gap);
                let Some(from) = self.started_by(reduced, wish.unit, i64::from(phase)) else {
                    continue;
                };
                let needs = self.started_by(reduced, wish.needs.other, by);
                if let Some(to) = needs {
                    self.arcs.push(Arc { from, to, wish: Some(self.wish_parts.len() as u32) });
                }
                self.wish_parts.push(WishPart { wish: at as u32, from, needs, phase });
            }
        }
    }

    fn index_ends(&mut self) {
        let mut count = vec![0_u32; self.len() + 1];
        for arc in &self.arcs {
            count[arc.from as usize + 1] += 1;
            count[arc.to as usize + 1] += 1;
        }
        for node in 0..self.len() {
            count[node + 1] += count[node];
        }
        let nowhere = End { other: 0, arc: 0, leaves: true };
        let mut ends = vec![nowhere; self.arcs.len() * 2];
        let mut next = count.clone();
        for (at, arc) in self.arcs.iter().enumerate() {
            let mut put = |node: u32, other: u32, leaves: bool| {
                let place = &mut next[node as usize];
                ends[*place as usize] = End { other, arc: at as u32, leaves };
                *place += 1;
            };
            put(arc.from, arc.to, true);
            put(arc.to, arc.from, false);
        }
        (self.ends, self.ends_of) = (ends, count);
    }
}

/// By how much a pair's worth changes with each phase in which it is done: the
/// step at `done` counts if both are done by then.
pub fn pair_steps(pair: &super::super::presolve::Pair) -> impl Iterator<Item = (u32, i64)> + '_ {
    let next = |at: usize| pair.worth.get(at + 1).copied().unwrap_or(0);
    pair.worth.iter().enumerate().map(move |(at, worth)| (at as u32, worth - next(at)))
}

/// The variables "started so early that its work is done by `done`" of a pair.
pub fn both_by(
    graph: &Graph,
    reduced: &Reduced,
    pair: &super::super::presolve::Pair,
    done: u32,
) -> [Option<u32>; 2] {
    [0, 1].map(|side| {
        let by = i64::from(done) - i64::from(pair.work[side]);
        graph.started_by(reduced, pair.units[side], by)
    })
}
