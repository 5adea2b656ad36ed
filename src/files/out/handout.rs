//! What every format is written from: a scenario, its scores and its plan, with
//! everything that needs words put into one language.
//!
//! Plain data, made by `app`; formats read it and nothing else, so that a table, a
//! calendar and a drawing of one plan cannot disagree.

use crate::model::{ItemKind, ProgressStatus, Scenario};
use crate::scoring::{Matrix, Ranking};
use jiff::civil::Date;

/// A scenario with all that is told of it to others.
///
/// Items, phases and criteria are named by their position in the scenario; phases
/// by their number from 1 where they are a start.
#[derive(Debug, Clone)]
pub struct Handout<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Scores and values by item and leaf criterion.
    pub matrix: &'a Matrix,
    /// Weight of each leaf criterion.
    pub weights: &'a [f64],
    /// Values and places.
    pub ranking: &'a Ranking,
    /// The scenario's title, or its id.
    pub title: String,
    /// Whose weights count, as a sentence.
    pub weighing: String,
    /// How good the plan is, or why there is none, in sentences.
    pub proof: Vec<String>,
    /// True if there is a plan; else items have no phase and there are no gauges.
    pub planned: bool,
    /// Phases in order of time.
    pub phases: Vec<PhaseRow>,
    /// Items in the order of the scenario.
    pub items: Vec<ItemRow>,
    /// Names of the lanes of the roadmap: main goals, or owners where items have none.
    pub lanes: Vec<String>,
    /// Prerequisites, preferred orders and alternatives.
    pub links: Vec<LinkRow>,
    /// Money and people used in each phase.
    pub gauges: Vec<Gauge>,
    /// What was assumed rather than found in a source.
    pub assumptions: Vec<AssumptionRow>,
    /// What is wrong or worth a look.
    pub findings: Vec<FindingRow>,
    /// What each item unlocks, for criteria that count it.
    pub unlocks: Unlocks,
    /// How much better another order could be at most, as a share; 0 is proven best, none
    /// is without a plan.
    pub gap: Option<f64>,
    /// The places that others would give; for formats that show them, else empty.
    pub views: Vec<OtherView>,
    /// The dependencies laid out; for formats that draw them.
    pub graph: Option<GraphDrawing>,
}

/// How others rank the items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherView {
    /// Whose weights, or which method.
    pub name: String,
    /// True for another method with the same weights, false for other weights.
    pub method: bool,
    /// Place by item, from 1.
    pub ranks: Vec<usize>,
}

/// Where boxes and lines of the dependencies are. Lengths are in boxes: x in widths, y in
/// heights of one.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphDrawing {
    /// Width of all.
    pub width: f64,
    /// Height of all.
    pub height: f64,
    /// Item, and the middle of its box.
    pub nodes: Vec<(usize, f64, f64)>,
    /// The lines.
    pub routes: Vec<GraphRoute>,
    /// Phase from 1 (none is not planned), left and right edge; none where columns mean
    /// no phases.
    pub bands: Vec<(Option<u32>, f64, f64)>,
}

/// A line from what is needed to what needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphRoute {
    /// What it means; groups of alternatives are not told apart.
    pub kind: LinkKind,
    /// True if the two need each other.
    pub on_cycle: bool,
    /// True if a longer chain says the same.
    pub transitive: bool,
    /// Its bends, from left to right.
    pub points: Vec<(f64, f64)>,
}

/// A phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseRow {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// First and last day; none if nothing says when the phases are.
    pub days: Option<(Date, Date)>,
}

/// An item and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemRow {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What sort of thing it is.
    pub kind: ItemKind,
    /// The word for that.
    pub kind_name: String,
    /// Id of the agency that answers for it; empty if none does.
    pub owner_id: String,
    /// Name of that agency.
    pub owner: String,
    /// Its lane on the roadmap.
    pub lane: usize,
    /// The phase in which it starts, from 1; none is not planned.
    pub start: Option<u32>,
    /// Phases of work, at least 1.
    pub duration: u32,
    /// First day of its work, and the last; none if it is not planned or phases have
    /// no dates.
    pub days: Option<(Date, Date)>,
    /// Money to build, in units of the currency.
    pub capex: f64,
    /// Running cost a year, in units of the currency.
    pub opex_per_year: f64,
    /// Staff months over all phases of work.
    pub staff_months: f64,
    /// Money to build by phase of the plan, as the gauges count it; empty if the item
    /// is not planned.
    pub spending: Vec<f64>,
    /// Why it is where it is, reason by reason; empty if nobody looked.
    pub why: Vec<String>,
    /// Whether it has begun.
    pub status: ProgressStatus,
    /// How much of its work is done, in per cent, where somebody says so.
    pub percent: Option<f64>,
    /// What people decided about it: pinned, mandatory, running, …; in words.
    pub marks: Vec<String>,
}

impl ItemRow {
    /// The last phase of its work, from 1; none is not planned.
    pub fn last(&self) -> Option<u32> {
        self.start.map(|start| start.saturating_add(self.duration.max(1) - 1))
    }
}

/// How one item depends on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// It must come first.
    Hard,
    /// It should come first.
    Soft,
    /// It, or another of the same group, must come first. Groups count from 1 over
    /// the whole scenario.
    OneOf(usize),
}

/// A dependency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// The item that depends.
    pub item: usize,
    /// What it depends on.
    pub needs: usize,
    /// How.
    pub kind: LinkKind,
    /// Phases between the two.
    pub lag: u32,
    /// Counts the lag from the last phase of work of what is needed, not its first.
    pub after: bool,
    /// Whether the plan keeps it; none if the item is not planned.
    pub kept: Option<bool>,
    /// Why.
    pub reason: String,
    /// How far it can be trusted, in a word.
    pub source: String,
    /// Place in the source document.
    pub reference: String,
}

/// What is used of a resource, phase by phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// The resource's name.
    pub name: String,
    /// The unit of its figures: the currency, or months.
    pub unit: String,
    /// True for money, false for people.
    pub money: bool,
    /// Used and limit by phase; no limit where there is none.
    pub phases: Vec<(f64, Option<f64>)>,
}

/// A figure that was assumed.
#[derive(Debug, Clone, PartialEq)]
pub struct AssumptionRow {
    /// Whose figure it is: an item, a measure, the scenario.
    pub about: String,
    /// Which figure.
    pub what: String,
    /// The figure, or a word.
    pub value: Figure,
    /// The lowest that is plausible.
    pub low: Option<f64>,
    /// The highest that is plausible.
    pub high: Option<f64>,
    /// How far it can be trusted, in a word; empty if nobody said.
    pub source: String,
    /// Place in the source document.
    pub reference: String,
    /// Free words.
    pub note: String,
}

/// A figure, or a word in its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// A number.
    Number(f64),
    /// A word.
    Words(String),
}

/// What is wrong, or worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// How much it matters, in a word.
    pub severity: String,
    /// Where in the scenario.
    pub place: String,
    /// What it is.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

/// What each item unlocks, by the shortest way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlocks {
    /// No criterion counts it.
    NotCounted,
    /// There are more pairs than anybody would look through; scores stay as they are.
    TooMany,
    /// Item, what it unlocks, and how many steps away.
    Pairs(Vec<(usize, usize, u32)>),
}

impl Handout<'_> {
    /// Planned items by phase, in a phase by rank.
    pub fn planned_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> =
            self.ranking.order.iter().copied().filter(|&at| self.start(at).is_some()).collect();
        order.sort_by_key(|&at| self.start(at));
        order
    }

    /// Items that are not planned, by rank; all where there is no plan.
    pub fn left_out(&self) -> Vec<usize> {
        self.ranking.order.iter().copied().filter(|&at| self.start(at).is_none()).collect()
    }

    fn start(&self, item: usize) -> Option<u32> {
        self.items.get(item).and_then(|item| item.start)
    }

    /// What an item is worth, 0..100.
    pub fn value(&self, item: usize) -> f64 {
        self.ranking.rows.get(item).map_or(0.0, |row| row.value)
    }

    /// The name of the phase in which an item starts; none if it is not planned.
    pub fn phase_of(&self, item: &ItemRow) -> Option<&str> {
        let at = (item.start? as usize).checked_sub(1)?;
        self.phases.get(at).map(|phase| phase.name.as_str())
    }
}
