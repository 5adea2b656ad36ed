//! Cuts from pairs of units that are too much together, whatever resource says
//! so: of a set in which all are rivals at most one is at work.

use super::super::presolve::Reduced;
use super::cuts::{Cut, Member, finish};
use std::collections::{BTreeMap, BTreeSet};

/// Units that cannot both be at work in a phase, by whatever resource.
pub struct Rivals {
    /// By phase: members of pairs with rivals, by unit.
    members: Vec<BTreeMap<usize, Member>>,
    /// By phase: pairs that are too much together, the smaller unit first.
    pairs: Vec<BTreeSet<(usize, usize)>>,
}

impl Rivals {
    /// No pairs yet.
    pub fn new(reduced: &Reduced) -> Self {
        let phases = reduced.phases as usize;
        Self {
            members: (0..phases).map(|_| BTreeMap::new()).collect(),
            pairs: vec![BTreeSet::new(); phases],
        }
    }

    /// Notes pairs that use too much of one resource together.
    pub fn note(&mut self, members: &[Member], limit: i64, phase: usize) {
        let mut order: Vec<&Member> = members.iter().filter(|m| m.share > 0.01).collect();
        order.sort_by(|a, b| b.amount.cmp(&a.amount).then(a.unit.cmp(&b.unit)));
        for (at, one) in order.iter().enumerate() {
            for other in &order[at + 1..] {
                if one.amount + other.amount <= limit {
                    break;
                }
                // Different resources may speak of different starts of a unit:
                // the first that was noted counts, others are left aside.
                let mut same = true;
                for member in [one, other] {
                    let known = self.members[phase].entry(member.unit);
                    let known = known.or_insert_with(|| Member {
                        unit: member.unit,
                        amount: member.amount,
                        share: member.share,
                        entries: member.entries.clone(),
                    });
                    same &= known.entries == member.entries;
                }
                if same {
                    self.pairs[phase].insert((one.unit.min(other.unit), one.unit.max(other.unit)));
                }
            }
        }
    }

    /// Of units that are all rivals of each other at most one is at work.
    pub fn cliques(&self, cuts: &mut Vec<Cut>) {
        for (members, pairs) in self.members.iter().zip(&self.pairs) {
            let mut order: Vec<&Member> = members.values().collect();
            order.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.unit.cmp(&b.unit)));
            let rivals = |a: usize, b: usize| pairs.contains(&(a.min(b), a.max(b)));
            for seed in order.iter().take(12) {
                let mut clique = vec![*seed];
                for member in &order {
                    let all = |other: &&Member| rivals(other.unit, member.unit);
                    if member.unit != seed.unit && clique.iter().all(all) {
                        clique.push(member);
                    }
                }
                if clique.len() > 1 {
                    let value = clique.iter().map(|member| member.share).sum();
                    let entries = clique.iter().flat_map(|m| m.entries.iter().copied()).collect();
                    let cut = finish(entries, 1, value);
                    if cut.as_ref().is_some_and(|cut| !cuts.contains(cut)) {
                        cuts.extend(cut);
                    }
                }
            }
        }
    }
}
