//! Which lane an item belongs to.

use super::graph::Lane;
use crate::model::{Item, ItemKind, Scenario};
use crate::texts::Texts;
use std::collections::{BTreeSet, HashMap};

/// What items are laid side by side by, in the graph and on the roadmap.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lanes {
    /// All in one lane.
    #[default]
    None,
    /// By what sort of thing they are.
    Kind,
    /// By the agency that answers for them.
    Owner,
    /// By the main goal that they serve.
    Goal,
    /// By the phase in which they start.
    Phase,
}

impl Lanes {
    /// All ways, in the order of the choice.
    pub const ALL: [Self; 5] = [Self::None, Self::Goal, Self::Owner, Self::Kind, Self::Phase];

    /// Those of the roadmap, in the order of the choice: its columns are the phases.
    pub const OF_ROADMAP: [Self; 3] = [Self::Goal, Self::Owner, Self::Kind];

    /// The key of its name in the language files.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "graph-no-lanes",
            Self::Goal => "lanes-goal",
            Self::Owner => "lanes-owner",
            Self::Kind => "lanes-kind",
            Self::Phase => "lanes-phase",
        }
    }
}

/// The lanes that have items, as the scenario lists them, and the lane of each item.
/// Who belongs to nothing, or to something that is not listed, comes last.
pub fn lanes_of(
    scenario: &Scenario,
    start: &[Option<u32>],
    by: Lanes,
    folded: &BTreeSet<String>,
) -> (Vec<Lane>, Vec<usize>) {
    let keys: Vec<String> = match by {
        Lanes::None => vec![String::new(); scenario.items.len()],
        Lanes::Kind => scenario.items.iter().map(|item| item.kind.word().to_owned()).collect(),
        Lanes::Owner => scenario.items.iter().map(owner_key).collect(),
        Lanes::Goal => {
            let tops = top_goals(scenario);
            scenario.items.iter().map(|item| goal_key(item, &tops)).collect()
        }
        Lanes::Phase => {
            (0..scenario.items.len()).map(|at| phase_key(scenario, start, at)).collect()
        }
    };
    let listed: Vec<&str> = match by {
        Lanes::None => Vec::new(),
        Lanes::Kind => ItemKind::ALL.iter().map(|kind| kind.word()).collect(),
        Lanes::Owner => scenario.agencies.iter().map(|agency| agency.id.as_str()).collect(),
        Lanes::Goal => scenario.goals.iter().map(|goal| goal.id.as_str()).collect(),
        Lanes::Phase => scenario.phases.iter().map(|phase| phase.id.as_str()).collect(),
    };
    let unlisted = keys.iter().map(String::as_str).filter(|key| !key.is_empty());
    let mut number = HashMap::new();
    let mut lanes: Vec<Lane> = Vec::new();
    for key in listed.into_iter().chain(unlisted).chain([""]) {
        number.entry(key).or_insert_with(|| {
            let may_fold = by != Lanes::None;
            let folded = may_fold && folded.contains(key);
            lanes.push(Lane { key: key.to_owned(), items: Vec::new(), folded });
            lanes.len() - 1
        });
    }
    for (item, key) in keys.iter().enumerate() {
        // Every key was numbered above.
        if let Some(lane) = number.get(key.as_str()) {
            lanes[*lane].items.push(item);
        }
    }
    lanes.retain(|lane| !lane.items.is_empty());
    let mut lane_of = vec![0; scenario.items.len()];
    for (at, lane) in lanes.iter().enumerate() {
        lane.items.iter().for_each(|&item| lane_of[item] = at);
    }
    (lanes, lane_of)
}

/// What a lane is called: the name of the goal, agency, kind or phase that it stands for.
pub fn lane_name(scenario: &Scenario, key: &str, by: Lanes, texts: &Texts) -> String {
    if key.is_empty() {
        return texts.get(if by == Lanes::Phase { "roadmap-not-planned" } else { "lane-rest" });
    }
    macro_rules! named {
        ($list:expr) => {
            $list
                .iter()
                .find(|entry| entry.id == *key)
                .map(|entry| entry.name.get(texts.language()))
        };
    }
    let name = match by {
        Lanes::None => None,
        Lanes::Goal => named!(scenario.goals),
        Lanes::Owner => named!(scenario.agencies),
        Lanes::Phase => named!(scenario.phases),
        Lanes::Kind => {
            let kind = ItemKind::ALL.into_iter().find(|kind| kind.word() == key);
            let word = |kind| texts.get(crate::app::kind_key(kind));
            return kind.map_or_else(|| key.to_owned(), word);
        }
    };
    name.filter(|name| !name.is_empty()).unwrap_or(key).to_owned()
}

fn owner_key(item: &Item) -> String {
    item.owner.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn phase_key(scenario: &Scenario, start: &[Option<u32>], item: usize) -> String {
    let phase = start.get(item).copied().flatten().and_then(|phase| phase.checked_sub(1));
    let phase = phase.and_then(|at| scenario.phases.get(at as usize));
    phase.map(|phase| phase.id.to_string()).unwrap_or_default()
}

/// The goal with the largest share, the first of equals, raised to the top.
fn goal_key(item: &Item, tops: &HashMap<&str, &str>) -> String {
    let mut main: Option<(&str, f64)> = None;
    for goal in &item.goals {
        if main.is_none_or(|(_, most)| goal.share > most) {
            main = Some((goal.goal.as_str(), goal.share));
        }
    }
    let main = main.map(|(goal, _)| goal).unwrap_or_default();
    (*tops.get(main).unwrap_or(&main)).to_owned()
}

/// For each goal the one at the highest level that tells goals apart: a goal without
/// a parent, or, while there is only one such, the goals right under it.
fn top_goals<'a>(scenario: &'a Scenario) -> HashMap<&'a str, &'a str> {
    let parents: HashMap<&str, Option<&str>> = scenario
        .goals
        .iter()
        .map(|goal| (goal.id.as_str(), goal.parent.as_ref().map(|parent| parent.as_str())))
        .collect();
    let ways: Vec<Vec<&str>> =
        scenario.goals.iter().map(|goal| way_down(goal.id.as_str(), &parents)).collect();
    let mut level = 0;
    while one_goal_at(&ways, level) && ways.iter().any(|way| way.len() > level + 1) {
        level += 1;
    }
    let top = |way: &Vec<&'a str>| way.get(level).or(way.last()).copied();
    let goals = scenario.goals.iter().zip(&ways);
    goals.filter_map(|(goal, way)| Some((goal.id.as_str(), top(way)?))).collect()
}

/// From the top down to a goal.
fn way_down<'a>(goal: &'a str, parents: &HashMap<&'a str, Option<&'a str>>) -> Vec<&'a str> {
    let mut way = vec![goal];
    let mut at = goal;
    // A tree of goals that bites its tail ends after as many steps as there are goals.
    while let Some(Some(parent)) = parents.get(at)
        && parents.contains_key(parent)
        && way.len() <= parents.len()
    {
        way.push(parent);
        at = parent;
    }
    way.reverse();
    way
}

fn one_goal_at(ways: &[Vec<&str>], level: usize) -> bool {
    let mut goals = ways.iter().filter_map(|way| way.get(level));
    let first = goals.next();
    first.is_some() && goals.all(|goal| Some(goal) == first)
}
