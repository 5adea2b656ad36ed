//! The smallest part of the rules that still cannot hold together.

use super::oracle::{Oracle, Verdict};
use super::rulebook::Setting;

/// What is left when nothing more can be left out.
pub struct Minimal {
    /// Positions of rules, in their order.
    pub rules: Vec<usize>,
    /// True if a plan was found without each of them.
    pub minimal: bool,
}

/// Leaves rules out as long as what is left cannot hold together. Where the whole
/// is proven impossible (`proven`), each part must be too; else no plan having
/// been found is enough.
pub fn clash(oracle: &mut Oracle<'_>, settings: &[Setting], proven: bool) -> Minimal {
    let mut filter = Filter {
        oracle,
        settings: settings.to_vec(),
        proven,
        minimal: true,
        sure: vec![false; settings.len()],
    };
    let prices = filter.oracle.prices(settings);
    let mut groups = filter.oracle.book.trial_order(&prices);
    for group in &mut groups {
        group.retain(|&rule| settings[rule] == Setting::Kept);
    }
    let mut needed: Vec<usize> =
        groups.iter().flat_map(|rules| filter.needed_of(rules, false)).collect();
    // What could not be decided may be once there is less of it.
    while !filter.minimal && !filter.oracle.is_cancelled() {
        filter.minimal = true;
        let before = needed.len();
        needed = filter.needed_of(&needed, true);
        if needed.len() == before {
            break;
        }
    }
    filter.oracle.book.sort_for_reading(&mut needed);
    Minimal { rules: needed, minimal: filter.minimal }
}

struct Filter<'f, 'o> {
    oracle: &'f mut Oracle<'o>,
    settings: Vec<Setting>,
    proven: bool,
    minimal: bool,
    /// By rule: true once a plan was found without it.
    sure: Vec<bool>,
}

impl Filter<'_, '_> {
    /// Leaves out what it can of these rules; what it cannot is returned. `some`
    /// says that they cannot all be left out, which then need not be asked.
    fn needed_of(&mut self, rules: &[usize], some: bool) -> Vec<usize> {
        if rules.is_empty() || self.oracle.is_cancelled() {
            return rules.to_vec();
        }
        // What is needed for more rules is needed for fewer.
        let sure = rules.iter().any(|&rule| self.sure[rule]);
        let known = sure || (some && rules.len() > 1);
        if !known && self.can_do_without(rules) {
            return Vec::new();
        }
        if rules.len() == 1 {
            return rules.to_vec();
        }
        let (first, second) = rules.split_at(rules.len() / 2);
        let mut needed = self.needed_of(first, false);
        // If all of the first half could go, the second half is what was needed.
        let some = needed.is_empty();
        needed.extend(self.needed_of(second, some));
        needed
    }

    /// Leaves rules out if what is left still cannot hold together.
    fn can_do_without(&mut self, rules: &[usize]) -> bool {
        let put = |settings: &mut Vec<Setting>, setting: Setting| {
            rules.iter().for_each(|&rule| settings[rule] = setting);
        };
        put(&mut self.settings, Setting::Dropped);
        let impossible = match self.oracle.ask(&self.settings) {
            Verdict::Possible(_) => {
                if let [rule] = rules {
                    self.sure[*rule] = true;
                }
                false
            }
            Verdict::Impossible => true,
            Verdict::Unknown => {
                if self.proven && rules.len() == 1 {
                    self.minimal = false;
                }
                !self.proven
            }
        };
        if !impossible {
            put(&mut self.settings, Setting::Kept);
        }
        impossible
    }
}
