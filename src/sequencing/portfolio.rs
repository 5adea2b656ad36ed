//! The plain integer form of a planning problem.
//!
//! Phases are numbered from 1 to [`Portfolio::phases`]. All amounts are
//! integers, so that objectives, uses and bounds are exact. The meaning of each
//! part is that of `docs/portfolio-format.md`.

use std::fmt;

/// Amounts and worths may not exceed this, so that sums over 100,000 items and
/// 100 phases stay exact in 64 bits.
pub const MAX_AMOUNT: i64 = 1 << 40;

/// A planning problem. Fields are public to read; [`Portfolio::new`] checks them.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// How many phases there are.
    pub phases: u32,
    /// What is limited.
    pub resources: Vec<Resource>,
    /// What may start.
    pub items: Vec<Item>,
    /// What must come before what.
    pub prerequisites: Vec<Prerequisite>,
    /// Prerequisites of which one is enough.
    pub any_of: Vec<AnyOf>,
    /// Of each group at most one starts.
    pub exclusive: Vec<Vec<usize>>,
    /// Pairs that are worth more, or less, together.
    pub synergies: Vec<Synergy>,
    /// Orders that are preferred.
    pub preferences: Vec<Preference>,
    /// Units of worth for one point of the objective that people know.
    pub scale: f64,
}

/// How a resource is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResourceKind {
    /// In the phases of work, one amount for each.
    Work,
    /// The same amount in every phase after the last of work.
    Running,
}

/// Something that is limited in each phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Unique among resources.
    pub id: String,
    /// How it is used.
    pub kind: ResourceKind,
    /// True if what a phase leaves over may be used later.
    pub carry_over: bool,
    /// What each phase has.
    pub limit: Vec<i64>,
}

/// Something that starts in one phase or never.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Unique among items.
    pub id: String,
    /// Phases of work, at least 1.
    pub duration: u32,
    /// First phase in which it may start.
    pub earliest: u32,
    /// Last phase in which it may start; before `earliest` it never starts.
    pub latest: u32,
    /// True if it must start.
    pub mandatory: bool,
    /// What a start in each phase is worth; never grows.
    pub worth: Vec<i64>,
    /// Resources it uses: `duration` amounts for work, one for running.
    pub uses: Vec<(usize, Vec<i64>)>,
}

/// If `item` starts, `needs` starts too, and early enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Prerequisite {
    /// What needs.
    pub item: usize,
    /// What is needed.
    pub needs: usize,
    /// Phases between the two.
    pub lag: u32,
    /// Counts from the last phase of work of `needs`, not from its start.
    pub after: bool,
}

/// If `item` starts, one of `needs` starts too, and early enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyOf {
    /// What needs.
    pub item: usize,
    /// Of which one is needed.
    pub needs: Vec<usize>,
    /// Phases between the two.
    pub lag: u32,
    /// Counts from the last phase of work.
    pub after: bool,
}

/// Two items that are worth more, or less, together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synergy {
    /// The two.
    pub items: [usize; 2],
    /// By the last phase of work of whichever is done later.
    pub worth: Vec<i64>,
}

/// An order that is preferred: `penalty` is lost if `item` starts and `needs`
/// has not started (with `after`: is not done) early enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// What should come later.
    pub item: usize,
    /// What should come first.
    pub needs: usize,
    /// Phases between the two.
    pub lag: u32,
    /// Counts from the last phase of work of `needs`.
    pub after: bool,
    /// What is lost, 0 or more.
    pub penalty: i64,
}

/// What is wrong with a portfolio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioProblem {
    /// Where, such as `items[3].worth`.
    pub path: String,
    /// A sentence.
    pub message: String,
}

impl fmt::Display for PortfolioProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl Portfolio {
    /// A portfolio of nothing over so many phases, worths in whole units.
    pub fn empty(phases: u32) -> Self {
        Self {
            phases,
            resources: Vec::new(),
            items: Vec::new(),
            prerequisites: Vec::new(),
            any_of: Vec::new(),
            exclusive: Vec::new(),
            synergies: Vec::new(),
            preferences: Vec::new(),
            scale: 1.0,
        }
    }

    /// Checks a portfolio.
    ///
    /// # Errors
    /// Everything that is wrong with it: no phases, lists of the wrong length,
    /// negative or overflow-large amounts, links to items that do not exist.
    pub fn new(self) -> Result<Self, Vec<PortfolioProblem>> {
        let mut problems = Vec::new();
        self.check_shape(&mut problems);
        self.check_items(&mut problems);
        self.check_links(&mut problems);
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    fn check_shape(&self, problems: &mut Vec<PortfolioProblem>) {
        if self.phases == 0 || self.phases > 1000 {
            problems.push(problem("phases", "There must be 1 to 1000 phases."));
        }
        for (at, resource) in self.resources.iter().enumerate() {
            let path = format!("resources[{at}].limit");
            if resource.limit.len() != self.phases as usize {
                let words = format!("“{}” needs one limit for each phase.", resource.id);
                problems.push(problem(&path, &words));
            }
            if resource.limit.iter().any(|limit| !(0..=MAX_AMOUNT).contains(limit)) {
                let words = format!("A limit of “{}” is negative or too large.", resource.id);
                problems.push(problem(&path, &words));
            }
        }
    }

    fn check_items(&self, problems: &mut Vec<PortfolioProblem>) {
        for (at, item) in self.items.iter().enumerate() {
            let path = |field: &str| format!("items[{at}].{field}");
            let mut wrong = |field: &str, words: &str| {
                problems.push(problem(&path(field), &format!("“{}”: {words}", item.id)));
            };
            if item.duration == 0 {
                wrong("duration", "work takes at least one phase.");
            }
            if item.worth.len() != self.phases as usize {
                wrong("worth", "there must be one worth for each phase.");
            }
            if item.worth.iter().any(|worth| worth.unsigned_abs() > MAX_AMOUNT.unsigned_abs()) {
                wrong("worth", "a worth is too large.");
            }
            for (resource, amounts) in &item.uses {
                let Some(resource) = self.resources.get(*resource) else {
                    wrong("use", "it uses a resource that does not exist.");
                    continue;
                };
                let wanted = match resource.kind {
                    ResourceKind::Work => item.duration as usize,
                    ResourceKind::Running => 1,
                };
                if amounts.len() != wanted {
                    wrong("use", "the use of work needs one amount for each phase of work.");
                }
                if amounts.iter().any(|amount| !(0..=MAX_AMOUNT).contains(amount)) {
                    wrong("use", "a use is negative or too large.");
                }
            }
        }
    }

    fn check_links(&self, problems: &mut Vec<PortfolioProblem>) {
        let count = self.items.len();
        let mut check = |path: String, ends: &[usize]| {
            if ends.iter().any(|end| *end >= count) {
                problems.push(problem(&path, "It names an item that does not exist."));
            }
        };
        for (at, link) in self.prerequisites.iter().enumerate() {
            check(format!("prerequisites[{at}]"), &[link.item, link.needs]);
        }
        for (at, link) in self.any_of.iter().enumerate() {
            check(format!("any_of[{at}]"), &link.needs);
            check(format!("any_of[{at}]"), &[link.item]);
        }
        for (at, group) in self.exclusive.iter().enumerate() {
            check(format!("exclusive[{at}]"), group);
        }
        for (at, synergy) in self.synergies.iter().enumerate() {
            check(format!("synergies[{at}]"), &synergy.items);
        }
        for (at, link) in self.preferences.iter().enumerate() {
            check(format!("preferred_order[{at}]"), &[link.item, link.needs]);
        }
        for (at, wish) in self.preferences.iter().enumerate() {
            if !(0..=MAX_AMOUNT).contains(&wish.penalty) {
                let path = format!("preferred_order[{at}].penalty");
                problems.push(problem(&path, "A penalty is negative or too large."));
            }
        }
        for (at, synergy) in self.synergies.iter().enumerate() {
            if synergy.worth.len() != self.phases as usize {
                let path = format!("synergies[{at}].worth");
                problems.push(problem(&path, "There must be one worth for each phase."));
            }
            if synergy.worth.iter().any(|worth| worth.unsigned_abs() > MAX_AMOUNT.unsigned_abs()) {
                let path = format!("synergies[{at}].worth");
                problems.push(problem(&path, "A worth is too large."));
            }
        }
    }

    /// The first phase in which `item` may start if `needs` starts in `start`.
    pub fn ready(&self, needs: usize, start: u32, lag: u32, after: bool) -> u32 {
        let work = if after { self.items[needs].duration - 1 } else { 0 };
        start.saturating_add(lag).saturating_add(work)
    }
}

fn problem(path: &str, message: &str) -> PortfolioProblem {
    PortfolioProblem { path: path.to_owned(), message: message.to_owned() }
}
