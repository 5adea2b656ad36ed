//! Portfolios as JSON, so that any solver can check us (`docs/portfolio-format.md`).

use super::portfolio::{
    AnyOf, Item, Portfolio, PortfolioProblem, Preference, Prerequisite, Resource, ResourceKind,
    Synergy,
};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The name that stands in `format`.
pub const FORMAT: &str = "phasewise-portfolio";

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    phases: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scale: Option<f64>,
    #[serde(default)]
    resources: Vec<FileResource>,
    items: Vec<FileItem>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    prerequisites: Vec<FilePrerequisite>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<FileAnyOf>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exclusive: Vec<Vec<String>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    synergies: Vec<FileSynergy>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    preferred_order: Vec<FilePreference>,
}

#[derive(Serialize, Deserialize)]
struct FileResource {
    id: String,
    kind: FileKind,
    #[serde(default, skip_serializing_if = "is_false")]
    carry_over: bool,
    limit: Vec<i64>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum FileKind {
    Work,
    Running,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum FileUse {
    Work(Vec<i64>),
    Running(i64),
}

#[derive(Serialize, Deserialize)]
struct FileItem {
    id: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    duration: u32,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    earliest: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    latest: Option<u32>,
    #[serde(default, skip_serializing_if = "is_false")]
    mandatory: bool,
    worth: Vec<i64>,
    #[serde(default, rename = "use", skip_serializing_if = "IndexMap::is_empty")]
    uses: IndexMap<String, FileUse>,
}

#[derive(Serialize, Deserialize)]
struct FilePrerequisite {
    item: String,
    needs: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    lag: u32,
    #[serde(default, skip_serializing_if = "is_false")]
    after: bool,
}

#[derive(Serialize, Deserialize)]
struct FileAnyOf {
    item: String,
    needs: Vec<String>,
    #[serde(default, skip_serializing_if = "is_zero")]
    lag: u32,
    #[serde(default, skip_serializing_if = "is_false")]
    after: bool,
}

#[derive(Serialize, Deserialize)]
struct FileSynergy {
    items: [String; 2],
    worth: Vec<i64>,
}

#[derive(Serialize, Deserialize)]
struct FilePreference {
    item: String,
    needs: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    lag: u32,
    #[serde(default, skip_serializing_if = "is_false")]
    after: bool,
    penalty: i64,
}

fn one() -> u32 {
    1
}

fn is_one(number: &u32) -> bool {
    *number == 1
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// True if a text looks like a portfolio and not like a scenario.
pub fn is_instance(text: &str) -> bool {
    text.contains("\"phasewise-portfolio\"")
}

/// Reads a portfolio from JSON.
///
/// # Errors
/// If the text is no such JSON, or everything that is wrong with what it says.
pub fn from_json(text: &str) -> Result<Portfolio, Vec<PortfolioProblem>> {
    let wrong = |path: &str, message: String| PortfolioProblem { path: path.into(), message };
    let file: File =
        serde_json::from_str(text).map_err(|error| vec![wrong("", error.to_string())])?;
    let mut problems = Vec::new();
    if file.format != FORMAT || file.version != 1 {
        let words = format!("This program reads “{FORMAT}”, version 1.");
        problems.push(wrong("format", words));
    }
    let mut index = HashMap::new();
    for (at, item) in file.items.iter().enumerate() {
        if index.insert(item.id.clone(), at).is_some() {
            problems.push(wrong(
                &format!("items[{at}].id"),
                format!("“{}” stands here twice.", item.id),
            ));
        }
    }
    let resources: HashMap<String, usize> =
        file.resources.iter().enumerate().map(|(at, resource)| (resource.id.clone(), at)).collect();
    let mut find = |path: String, id: &str| {
        index.get(id).copied().unwrap_or_else(|| {
            problems.push(wrong(&path, format!("There is no item “{id}”.")));
            0
        })
    };
    let prerequisites = file
        .prerequisites
        .iter()
        .enumerate()
        .map(|(at, link)| Prerequisite {
            item: find(format!("prerequisites[{at}].item"), &link.item),
            needs: find(format!("prerequisites[{at}].needs"), &link.needs),
            lag: link.lag,
            after: link.after,
        })
        .collect();
    let any_of = file
        .any_of
        .iter()
        .enumerate()
        .map(|(at, link)| AnyOf {
            item: find(format!("any_of[{at}].item"), &link.item),
            needs: link.needs.iter().map(|id| find(format!("any_of[{at}].needs"), id)).collect(),
            lag: link.lag,
            after: link.after,
        })
        .collect();
    let exclusive = file
        .exclusive
        .iter()
        .enumerate()
        .map(|(at, group)| group.iter().map(|id| find(format!("exclusive[{at}]"), id)).collect())
        .collect();
    let synergies = file
        .synergies
        .iter()
        .enumerate()
        .map(|(at, synergy)| Synergy {
            items: [0, 1]
                .map(|end: usize| find(format!("synergies[{at}].items"), &synergy.items[end])),
            worth: synergy.worth.clone(),
        })
        .collect();
    let preferences = file
        .preferred_order
        .iter()
        .enumerate()
        .map(|(at, link)| Preference {
            item: find(format!("preferred_order[{at}].item"), &link.item),
            needs: find(format!("preferred_order[{at}].needs"), &link.needs),
            lag: link.lag,
            after: link.after,
            penalty: link.penalty,
        })
        .collect();
    let phases = file.phases;
    let mut items = Vec::with_capacity(file.items.len());
    for (at, item) in file.items.into_iter().enumerate() {
        let mut uses = Vec::new();
        for (id, amounts) in item.uses {
            match resources.get(&id) {
                Some(resource) => uses.push((
                    *resource,
                    match amounts {
                        FileUse::Work(amounts) => amounts,
                        FileUse::Running(amount) => vec![amount],
                    },
                )),
                None => problems.push(wrong(
                    &format!("items[{at}].use"),
                    format!("There is no resource “{id}”."),
                )),
            }
        }
        items.push(Item {
            id: item.id,
            duration: item.duration,
            earliest: item.earliest,
            latest: item.latest.unwrap_or(phases),
            mandatory: item.mandatory,
            worth: item.worth,
            uses,
        });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let resources = file
        .resources
        .into_iter()
        .map(|resource| Resource {
            id: resource.id,
            kind: match resource.kind {
                FileKind::Work => ResourceKind::Work,
                FileKind::Running => ResourceKind::Running,
            },
            carry_over: resource.carry_over,
            limit: resource.limit,
        })
        .collect();
    let scale = file.scale.filter(|scale| scale.is_finite() && *scale > 0.0).unwrap_or(1.0);
    Portfolio {
        phases,
        resources,
        items,
        prerequisites,
        any_of,
        exclusive,
        synergies,
        preferences,
        scale,
    }
    .new()
}

/// Writes a portfolio as JSON; the same portfolio gives the same bytes.
pub fn to_json(portfolio: &Portfolio) -> String {
    let id = |item: usize| portfolio.items[item].id.clone();
    let file = File {
        format: FORMAT.into(),
        version: 1,
        phases: portfolio.phases,
        scale: (portfolio.scale != 1.0).then_some(portfolio.scale),
        resources: portfolio
            .resources
            .iter()
            .map(|resource| FileResource {
                id: resource.id.clone(),
                kind: match resource.kind {
                    ResourceKind::Work => FileKind::Work,
                    ResourceKind::Running => FileKind::Running,
                },
                carry_over: resource.carry_over,
                limit: resource.limit.clone(),
            })
            .collect(),
        items: portfolio.items.iter().map(|item| item_to_file(portfolio, item)).collect(),
        prerequisites: portfolio
            .prerequisites
            .iter()
            .map(|link| FilePrerequisite {
                item: id(link.item),
                needs: id(link.needs),
                lag: link.lag,
                after: link.after,
            })
            .collect(),
        any_of: portfolio
            .any_of
            .iter()
            .map(|link| FileAnyOf {
                item: id(link.item),
                needs: link.needs.iter().map(|&needs| id(needs)).collect(),
                lag: link.lag,
                after: link.after,
            })
            .collect(),
        exclusive: portfolio
            .exclusive
            .iter()
            .map(|group| group.iter().map(|&item| id(item)).collect())
            .collect(),
        synergies: portfolio
            .synergies
            .iter()
            .map(|synergy| FileSynergy {
                items: synergy.items.map(id),
                worth: synergy.worth.clone(),
            })
            .collect(),
        preferred_order: portfolio
            .preferences
            .iter()
            .map(|link| FilePreference {
                item: id(link.item),
                needs: id(link.needs),
                lag: link.lag,
                after: link.after,
                penalty: link.penalty,
            })
            .collect(),
    };
    // Plain numbers and texts always serialise.
    serde_json::to_string(&file).unwrap_or_default() + "\n"
}

fn item_to_file(portfolio: &Portfolio, item: &Item) -> FileItem {
    let uses = item.uses.iter().map(|(resource, amounts)| {
        let resource = &portfolio.resources[*resource];
        let amounts = match resource.kind {
            ResourceKind::Work => FileUse::Work(amounts.clone()),
            ResourceKind::Running => FileUse::Running(amounts.first().copied().unwrap_or(0)),
        };
        (resource.id.clone(), amounts)
    });
    FileItem {
        id: item.id.clone(),
        duration: item.duration,
        earliest: item.earliest,
        latest: (item.latest != portfolio.phases).then_some(item.latest),
        mandatory: item.mandatory,
        worth: item.worth.clone(),
        uses: uses.collect(),
    }
}
