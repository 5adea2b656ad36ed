//! The order of each column, close to that of the previous drawing.
//!
//! What was there keeps its order. Each new vertex goes where it makes the fewest
//! crossings (sifting; Matuszewski, Schönfeld and Molitor 1999); then neighbours change
//! places near what is new. Points of links may do so anywhere: no node moves much by it.

use super::crossings::Order;
use super::layered::Layered;
use super::switch::{Ends, switched};

/// Passes of changed places.
const PASSES: usize = 4;
/// Places that may be looked at one by one, for all new vertices together. Where a new
/// plan moves hundreds of items there are more.
const MOST_LOOKS: usize = 1_000_000;
/// A height below all others.
const END: f32 = 1e6;

/// True if so little is new that each new vertex can look for its best place.
pub(super) fn few_are_new(layered: &Layered, known: &[Option<f32>]) -> bool {
    let in_a_column = known.len() / layered.columns.max(1);
    new_vertices(layered, known).len() * in_a_column <= MOST_LOOKS
}

/// An order for vertices of which some have a known height. `wanted` is that height; for
/// new ones it is filled in. O(new vertices × vertices of a column + pieces).
pub(super) fn order_near(layered: &Layered, wanted: &mut [Option<f32>]) -> Order {
    let new = new_vertices(layered, wanted);
    let mut insertion = Insertion::new(layered, wanted);
    new.iter().for_each(|&vertex| insertion.put(vertex));
    // Once more, now that all neighbours have their place.
    for &vertex in &new {
        insertion.take_out(vertex);
        insertion.put(vertex);
    }
    let Insertion { mut order, wanted: heights, .. } = insertion;
    for (vertex, height) in wanted.iter_mut().enumerate() {
        let host = layered.host[vertex] as usize;
        *height = height.or(heights[host]);
    }
    let near = near(layered, &new);
    let may = |a: u32, b: u32| {
        let loose = |vertex: u32| !layered.is_node(vertex) || near[vertex as usize];
        loose(a) || loose(b)
    };
    let passes = if new.is_empty() { 0 } else { PASSES };
    switched(layered, &mut order, passes, &may);
    order
}

/// The previous order, with all that is new in the middle of its neighbours: where sweeps
/// can begin. O(pieces + vertices log vertices).
pub(super) fn order_to_begin_with(layered: &Layered, wanted: &mut [Option<f32>]) -> Order {
    let new = new_vertices(layered, wanted);
    wish_all(layered, &new, wanted);
    Insertion::new(layered, wanted).order
}

/// Vertices without a known height, turns left out, from the left.
fn new_vertices(layered: &Layered, known: &[Option<f32>]) -> Vec<u32> {
    let new = |vertex: &u32| {
        layered.host[*vertex as usize] == *vertex && known[*vertex as usize].is_none()
    };
    layered.members.iter().flatten().copied().filter(new).collect()
}

/// Gives all new vertices the mean height of their neighbours, to and fro.
fn wish_all(layered: &Layered, new: &[u32], wanted: &mut [Option<f32>]) {
    let again = || new.iter().chain(new.iter().rev());
    for &vertex in again().chain(again()) {
        let sides = layered.left.of(vertex).iter().chain(layered.right.of(vertex));
        let heights = sides.filter_map(|&other| wanted[other as usize]);
        let (sum, count) = heights.fold((0.0, 0.0), |(sum, n), height| (sum + height, n + 1.0));
        if count > 0.0 {
            wanted[vertex as usize] = Some(sum / count);
        }
    }
    // What hangs on nothing that was there goes to the end of its lane.
    for &vertex in new {
        wanted[vertex as usize].get_or_insert(END);
    }
}

/// New vertices and those beside them.
fn near(layered: &Layered, new: &[u32]) -> Vec<bool> {
    let mut near = vec![false; layered.column.len()];
    for &vertex in new {
        near[vertex as usize] = true;
        for &other in layered.left.of(vertex).iter().chain(layered.right.of(vertex)) {
            near[other as usize] = true;
        }
    }
    near
}

struct Insertion<'a> {
    layered: &'a Layered,
    order: Order,
    /// Height by vertex, of those that have their place.
    wanted: Vec<Option<f32>>,
    placed: Vec<bool>,
    /// By node with turns: the turns, from the top.
    turns: std::collections::HashMap<u32, Vec<u32>>,
    ends: Ends,
}

impl<'a> Insertion<'a> {
    fn new(layered: &'a Layered, wanted: &[Option<f32>]) -> Self {
        let host = |vertex: u32| layered.host[vertex as usize];
        let height = |vertex: u32| wanted[host(vertex) as usize];
        let mut columns = Vec::with_capacity(layered.columns);
        let mut placed = vec![false; wanted.len()];
        let mut turns: std::collections::HashMap<u32, Vec<u32>> = std::collections::HashMap::new();
        for members in &layered.members {
            let known = |vertex: &u32| height(*vertex).is_some();
            let mut column: Vec<u32> = members.iter().copied().filter(known).collect();
            column.sort_by(|&a, &b| {
                let lane = |vertex: u32| layered.lane[vertex as usize];
                let heights = || {
                    let at = |vertex| height(vertex).unwrap_or(0.0);
                    at(a).total_cmp(&at(b))
                };
                lane(a).cmp(&lane(b)).then_with(heights).then(host(a).cmp(&host(b)))
            });
            column.iter().for_each(|&vertex| placed[vertex as usize] = true);
            columns.push(column);
            for &vertex in members.iter().filter(|vertex| host(**vertex) != **vertex) {
                turns.entry(host(vertex)).or_default().push(vertex);
            }
        }
        let order = Order::new(columns, wanted.len());
        let wanted = (0..wanted.len() as u32).map(height).collect();
        Self { layered, order, wanted, placed, turns, ends: Ends::default() }
    }

    fn take_out(&mut self, vertex: u32) {
        let column = self.layered.column[vertex as usize] as usize;
        let host = &self.layered.host;
        self.order.columns[column].retain(|other| host[*other as usize] != vertex);
        self.order.number(column);
        self.placed[vertex as usize] = false;
        self.turns.get(&vertex).into_iter().flatten().for_each(|&turn| {
            self.placed[turn as usize] = false;
        });
    }

    /// Puts a vertex, and turns under it, where it makes the fewest crossings with the
    /// lines that are there; of equal places at the one nearest to its neighbours.
    fn put(&mut self, vertex: u32) {
        let column = self.layered.column[vertex as usize] as usize;
        let lane = self.layered.lane[vertex as usize];
        let own = &self.order.columns[column];
        let first = own.partition_point(|&other| self.layered.lane[other as usize] < lane);
        let last = own.partition_point(|&other| self.layered.lane[other as usize] <= lane);
        let group = &own[first..last];
        self.ends.clear();
        for &other in group.iter().chain([&vertex]) {
            let placed = &self.placed;
            self.ends.push(self.layered, &self.order, other, |end| placed[end as usize]);
        }
        let wish = self.wish(vertex);
        let height = |at: usize| self.wanted[group[at] as usize].unwrap_or(0.0);
        let between = |at: usize| match (at > 0, at < group.len()) {
            (true, true) => f32::midpoint(height(at - 1), height(at)),
            (true, false) => height(at - 1) + 1.0,
            (false, true) => height(at) - 1.0,
            (false, false) => 0.0,
        };
        // Where nothing draws it, it goes to the end of its lane.
        let far =
            |at: usize| wish.map_or((group.len() - at) as f32, |wish| (wish - between(at)).abs());
        let (mut cost, mut best) = (0, (0, far(0), 0));
        for at in 0..group.len() {
            let (above, below) = self.ends.pair(group.len(), at);
            cost += below as isize - above as isize;
            let next = group.get(at + 1);
            let splits = next.is_some_and(|next| self.layered.host[*next as usize] != *next);
            let candidate = (cost, far(at + 1), at + 1);
            if !splits && (candidate.0, candidate.1) < (best.0, best.1) {
                best = candidate;
            }
        }
        let at = best.2;
        let low = if at > 0 { height(at - 1) } else { f32::NEG_INFINITY };
        let high = if at < group.len() { height(at) } else { f32::INFINITY };
        let own_height = wish.unwrap_or(between(at)).clamp(low, high.max(low));
        let turns = self.turns.get(&vertex).cloned().unwrap_or_default();
        let place = first + at;
        for &each in [vertex].iter().chain(&turns) {
            self.wanted[each as usize] = Some(own_height);
            self.placed[each as usize] = true;
        }
        self.order.columns[column].splice(place..place, [vertex].into_iter().chain(turns));
        self.order.number(column);
    }

    /// The mean height of the neighbours that have their place.
    fn wish(&self, vertex: u32) -> Option<f32> {
        let neighbours = self.layered.left.of(vertex).iter().chain(self.layered.right.of(vertex));
        let heights = neighbours
            .filter(|other| self.placed[**other as usize])
            .filter_map(|other| self.wanted[*other as usize]);
        let (sum, count) = heights.fold((0.0, 0.0), |(sum, n), height| (sum + height, n + 1.0));
        (count > 0.0).then(|| sum / count)
    }
}
