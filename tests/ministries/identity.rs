//! Model → workbook → model is the identity on what the workbook carries.

use super::support::{Sheets, applied, books, collect, kazakhstan};
use phasewise::files::tables::Cell;
use phasewise::model::{
    Capex, Estimate, Item, ItemKind, Measure, Scenario, Source, StaffNeed, ValueFunction,
};
use proptest::prelude::*;

/// The programme in three houses, as each workbook takes time.
fn house() -> Scenario {
    let mut scenario = kazakhstan().clone();
    for (item, agency) in scenario.items.iter_mut().zip(["moj", "aic", "moi"].into_iter().cycle()) {
        item.owner = Some(agency.into());
    }
    scenario.items.truncate(24);
    let kept: Vec<_> = scenario.items.iter().map(|item| item.id.clone()).collect();
    for item in &mut scenario.items {
        item.requires.retain(|link| kept.contains(&link.item));
        item.requires_any_of.clear();
        item.channels.iter_mut().for_each(|channel| channel.requires_any_of.clear());
        item.registers = Default::default();
    }
    scenario.channels.iter_mut().for_each(|channel| channel.delivered_by_any_of.clear());
    scenario.exclusive.clear();
    scenario.synergies.clear();
    scenario.registers.clear();
    scenario
}

/// A change of one item's facts, out of a few numbers.
fn changed(item: &mut Item, scenario: &Scenario, what: u8, a: f64, b: f64) {
    let estimate = |best: f64, spread: f64| Estimate {
        low: Some(best * (1.0 - spread)),
        high: (spread > 0.3).then_some(best * (1.0 + spread)),
        source: Some(Source::ALL[(best as usize) % 3]),
        reference: (spread > 0.5).then(|| format!("№ {best}\n=«{spread}»")),
        ..Estimate::exactly(best)
    };
    match what % 9 {
        // What has channels is on the sheet of channels, whatever it is.
        0 if !item.channels.is_empty() => item.kind = ItemKind::ALL[(a as usize) % 8],
        1 => item.capex = Capex::Total(estimate(a, b)),
        2 => item.opex_per_year = estimate(a, b),
        3 => {
            let owner = item.owner.clone();
            item.staff_months.retain(|need| need.agency != owner);
            item.staff_months.push(StaffNeed { agency: owner, months: estimate(a, b) });
        }
        4 => item.set_duration(1 + (a as u32) % 3),
        5 => {
            item.earliest_phase = (b < 0.5).then(|| scenario.phases[0].id.clone());
            item.latest_phase = (b < 0.8).then(|| scenario.phases.last().unwrap().id.clone());
        }
        6 => {
            for criterion in scenario.leaf_criteria().filter(|own| own.computed.is_none()) {
                let best = match criterion.value.as_ref().unwrap() {
                    ValueFunction::Levels(levels) => {
                        let at = (a as usize) % levels.len();
                        Measure::Level(levels.get_index(at).unwrap().0.clone())
                    }
                    ValueFunction::Linear { worst, best } => {
                        Measure::Number(worst + (best - worst) * b)
                    }
                    ValueFunction::Log10 { worst, best } => {
                        Measure::Number(worst * (best / worst).powf(b))
                    }
                    ValueFunction::Points(points) => Measure::Number(points[0][0] + b),
                };
                let score = item.scores.entry(criterion.id.clone()).or_default();
                score.set_measure(best);
                score.source = Some(Source::ALL[(b * 10.0) as usize % 3]);
            }
        }
        7 => {
            for channel in &mut item.channels {
                channel.share = (b * 0.9 + 0.05).min(1.0);
                if let Some(need) = &mut channel.need {
                    need.level = estimate(a % 100.0, b);
                }
            }
        }
        _ => {
            item.mandatory = !item.mandatory;
            let note = format!("@{a} — қазақша ₸ {b}\n-second line");
            item.provenance.entry("item".to_owned()).or_default().note = Some(note);
        }
    }
}

/// All cells of all workbooks, by agency.
fn shown(scenario: &Scenario, language: &str) -> Vec<Sheets> {
    let questions = |book: phasewise::app::ministries::Workbook| {
        let mut sheets = Sheets::of(&book.bytes);
        sheets.0.retain(|(name, rows)| {
            let coded = rows.first().and_then(|row| row.first()).and_then(Cell::text);
            !name.starts_with("phasewise")
                && coded.is_some_and(|code| code.starts_with("phasewise:"))
        });
        sheets
    };
    books(scenario, language).into_iter().map(questions).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_through_a_workbook_is_what_it_was(
        edits in prop::collection::vec((0_usize..59, 0_u8..9, 1.0_f64..1e7, 0.0_f64..1.0), 1..25),
        language in 0_usize..3,
    ) {
        let language = ["en", "ru", "kk"][language];
        let before = &house();
        let mut wanted = before.clone();
        for (item, what, a, b) in edits {
            let at = item % wanted.items.len();
            let mut item = wanted.items[at].clone();
            changed(&mut item, before, what, a, b);
            wanted.items[at] = item;
        }
        // What is wanted is filled into what was given out of the scenario before.
        let goal = books(&wanted, language);
        let mut files = Vec::new();
        for (own, goal) in books(before, language).iter().zip(&goal) {
            let mut sheets = Sheets::of(&own.bytes);
            let goal = Sheets::of(&goal.bytes);
            for (mine, theirs) in sheets.0.iter_mut().zip(goal.0) {
                if !mine.0.starts_with("phasewise") {
                    mine.1 = theirs.1;
                }
            }
            files.push((own.file.clone(), sheets.bytes()));
        }
        let files: Vec<(&str, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let found = collect(before, &files);
        prop_assert!(found.conflicts.is_empty() && found.remarks.is_empty(), "{:?}", found.remarks);
        let after = applied(before, &found, true, &[]);
        let (got, wanted) = (shown(&after, language), shown(&wanted, language));
        for (got, wanted) in got.iter().zip(&wanted) {
            for ((name, got), (_, wanted)) in got.0.iter().zip(&wanted.0) {
                for (row, (got, wanted)) in got.iter().zip(wanted).enumerate() {
                    for (column, wanted) in wanted.iter().enumerate() {
                        let got = got.get(column).cloned().unwrap_or_default();
                        // Whoever says nothing of how sure a value is, states it.
                        if *wanted != Cell::Empty {
                            prop_assert!(alike(&got, wanted), "{name} {row} {column}: {got:?} {wanted:?}");
                        }
                    }
                }
            }
        }
    }
}

fn alike(a: &Cell, b: &Cell) -> bool {
    match (a, b) {
        (Cell::Number(a), Cell::Number(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
        (Cell::Text(a), Cell::Text(b)) => a.split_whitespace().eq(b.split_whitespace()),
        _ => a == b,
    }
}
