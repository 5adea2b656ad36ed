//! The binding chain: what holds an item, what holds that, down to the root.

use super::held::{HeldBy, held_by};
use crate::sequencing::Plan;
use crate::sequencing::compile::Compiled;

/// A reason, and what is behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What holds.
    pub held: HeldBy,
    /// What holds that in turn; none at a root.
    pub behind: Option<Binding>,
}

/// An item, where it starts, and what holds it there.
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// The item, by position.
    pub item: usize,
    /// Where it starts, from 1; none does not.
    pub phase: Option<u32>,
    /// What holds it, each with what is behind.
    pub links: Vec<Link>,
}

/// What a chain says at one depth; the way to read it line by line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChainLine<'a> {
    /// 0 for what holds the item itself, 1 for what holds that, ….
    pub depth: usize,
    /// The item that is held.
    pub item: usize,
    /// What holds it.
    pub held: &'a HeldBy,
}

/// The binding chain of an item. Each item is opened once: where it is met again
/// its reasons stand already.
pub fn binding_chain(compiled: &Compiled, plan: &Plan, item: usize) -> Binding {
    let mut seen = vec![false; compiled.item_count()];
    bind(compiled, plan, item, &mut seen)
}

fn bind(compiled: &Compiled, plan: &Plan, item: usize, seen: &mut [bool]) -> Binding {
    if let Some(mark) = seen.get_mut(item) {
        *mark = true;
    }
    let phase = plan.start.get(item).copied().flatten();
    let mut links = Vec::new();
    for held in held_by(compiled, plan, item) {
        let next = held.next().filter(|next| seen.get(*next) == Some(&false));
        if next.is_none() && matches!(held, HeldBy::Together { .. }) {
            continue;
        }
        let behind = next.map(|next| bind(compiled, plan, next, seen));
        links.push(Link { held, behind });
    }
    Binding { item, phase, links }
}

impl Binding {
    /// The chain line by line, what is behind a reason right after it.
    pub fn lines(&self) -> Vec<ChainLine<'_>> {
        let mut lines = Vec::new();
        self.collect(0, &mut lines);
        lines
    }

    fn collect<'a>(&'a self, depth: usize, lines: &mut Vec<ChainLine<'a>>) {
        for link in &self.links {
            lines.push(ChainLine { depth, item: self.item, held: &link.held });
            if let Some(behind) = &link.behind {
                behind.collect(depth + 1, lines);
            }
        }
    }

    /// What stands at the ends of the chain: the item that is held, and by what.
    pub fn roots(&self) -> Vec<(usize, &HeldBy)> {
        let mut roots = Vec::new();
        for link in &self.links {
            match &link.behind {
                Some(behind) if !behind.links.is_empty() => roots.extend(behind.roots()),
                _ => roots.push((self.item, &link.held)),
            }
        }
        roots
    }
}
