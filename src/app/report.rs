//! The plan in words, for people who read a terminal or a document.

use super::snapshot::{PlanView, Snapshot};
use super::words::{item_name, phase_name, resource_name};
use crate::sequencing::{Answer, BoundKind};
use crate::texts::{Arg, Texts};
use std::fmt::Write as _;

/// How good a plan is, in words.
pub fn proof(answer: &Answer, finished: bool, texts: &Texts) -> String {
    if answer.optimal {
        return texts.get("status-optimal");
    }
    // A gap is never rounded to nothing: nothing means proven optimal.
    let decimals = if answer.gap < 0.0095 { 2 } else { 1 };
    let gap = texts.percent(answer.gap.max(1e-4), decimals);
    let key = match (answer.bound_kind, finished) {
        (BoundKind::Simple, true) => "status-gap-rough",
        (BoundKind::Simple, false) => "status-gap-rough-improving",
        (_, true) => "status-gap",
        (_, false) => "status-gap-improving",
    };
    texts.with(key, &[("gap", Arg::from(gap.as_str()))])
}

/// A plan as text: phases with their items and what they spend, what is left
/// out, how good it is.
pub fn plan_words(snapshot: &Snapshot, plan: &PlanView, texts: &Texts) -> String {
    let scenario = &snapshot.scenario;
    let mut text = format!("{}\n", scenario.title.get(texts.language()));
    for number in 1..=scenario.phases.len() as u32 {
        let _ = write!(text, "\n{}", phase_name(scenario, number, texts));
        for (at, info) in plan.compiled.resources.iter().enumerate().take(3) {
            if let Some((used, limit)) = plan.spending(at).get(number as usize - 1) {
                let amount = |x: f64| {
                    if info.name.is_money() {
                        texts.money(x, &scenario.currency)
                    } else {
                        texts.exact_number(x)
                    }
                };
                let name = resource_name(&info.name, scenario, texts);
                let _ = write!(text, "   {name} {}", amount(*used));
                if let Some(limit) = limit {
                    let _ = write!(text, " / {}", amount(*limit));
                }
            }
        }
        text.push('\n');
        for &item in &snapshot.scores.ranking.order {
            if plan.start.get(item) == Some(&Some(number)) {
                let _ = writeln!(text, "  {}", item_name(scenario, item, texts));
            }
        }
    }
    let out: Vec<String> = snapshot
        .scores
        .ranking
        .order
        .iter()
        .filter(|item| plan.start.get(**item) == Some(&None))
        .map(|item| item_name(scenario, *item, texts))
        .collect();
    if !out.is_empty() {
        let _ = write!(text, "\n{}\n", texts.get("plan-left-out"));
        for name in out {
            let _ = writeln!(text, "  {name}");
        }
    }
    let value = texts.number(plan.objective(), 1);
    let verified = if plan.answer.verified { "plan-verified" } else { "plan-not-verified" };
    let _ = writeln!(
        text,
        "\n{} {}. {}",
        texts.with("plan-value", &[("value", Arg::from(value.as_str()))]),
        proof(&plan.answer, true, texts),
        texts.get(verified),
    );
    text
}
