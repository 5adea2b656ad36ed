//! Scores with their sources, and how much of a scenario has which source.

use super::flow::{Flow, SMALL, TEXT};
use super::table::Table;
use crate::files::out::Handout;
use crate::files::out::pictures::leaf_name;
use crate::model::{Capex, Measure, Scenario, Score, Source};
use crate::texts::{Arg, Texts};

/// Items at most whose scores are listed: of more, a workbook is the better reading.
const MOST: usize = 1_000;

/// How many figures and links come from where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources {
    pub stated: usize,
    pub derived: usize,
    pub assumed: usize,
    pub unknown: usize,
    /// Figures with a range from lowest to highest.
    pub ranged: usize,
}

impl Sources {
    /// Counts scores, costs, people and links of all items.
    pub fn of(scenario: &Scenario) -> Self {
        let mut sources = Self::default();
        for item in &scenario.items {
            for score in item.scores.values() {
                sources.count(score.source, score.low.is_some() || score.high.is_some());
            }
            let capex = match &item.capex {
                Capex::Total(total) => std::slice::from_ref(total),
                Capex::PerPhase(amounts) => amounts,
            };
            let staff = item.staff_months.iter().map(|need| &need.months);
            let figures = capex.iter().chain([&item.opex_per_year]).chain(staff);
            // What is not there has no source, and needs none.
            for figure in figures.filter(|figure| figure.best != 0.0 || figure.source.is_some()) {
                sources.count(figure.source, figure.low.is_some() || figure.high.is_some());
            }
            for link in &item.requires {
                sources.count(link.source, false);
            }
        }
        sources
    }

    fn count(&mut self, source: Option<Source>, ranged: bool) {
        let counted = match source {
            Some(Source::Stated) => &mut self.stated,
            Some(Source::Derived) => &mut self.derived,
            Some(Source::Assumption) => &mut self.assumed,
            None => &mut self.unknown,
        };
        *counted += 1;
        self.ranged += usize::from(ranged);
    }

    pub fn words(self, texts: &Texts) -> String {
        let Self { stated, derived, assumed, unknown, ranged } = self;
        let all = stated + derived + assumed + unknown;
        let share = |count: usize| texts.percent(count as f64 / all.max(1) as f64, 0);
        let [stated, derived, assumed, unknown, ranged] =
            [stated, derived, assumed, unknown, ranged].map(share);
        let args = [
            ("all", Arg::from(all as f64)),
            ("stated", Arg::from(stated.as_str())),
            ("derived", Arg::from(derived.as_str())),
            ("assumed", Arg::from(assumed.as_str())),
            ("unknown", Arg::from(unknown.as_str())),
            ("ranged", Arg::from(ranged.as_str())),
        ];
        texts.with("paper-rests-figures", &args)
    }
}

/// A table of all scores, item by item in the order of the ranking.
pub fn scores(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    if handout.items.len() > MOST {
        let items = [("items", Arg::from(handout.items.len() as f64))];
        flow.paragraph(&texts.with("paper-scores-left-out", &items), TEXT);
        return;
    }
    flow.paragraph(&texts.get("paper-scores-note"), SMALL);
    let heads = [
        (texts.get("export-criterion"), false),
        (texts.get("export-score"), true),
        (texts.get("export-values"), true),
        (texts.get("export-points"), true),
        (texts.get("export-source"), false),
    ];
    let mut table = Table::new(7.0, &heads);
    for &at in &handout.ranking.order {
        let ranked = &handout.ranking.rows[at];
        let value = texts.number(ranked.value, 1);
        table.group(format!("{}. {} – {value}", ranked.rank, handout.items[at].name));
        for (leaf, &position) in handout.matrix.leaves.iter().enumerate() {
            let criterion = &handout.scenario.criteria[position];
            let cell = handout.matrix.cells[at][leaf];
            let score = handout.scenario.items[at].scores.get(&criterion.id);
            let number = |number: f64| texts.exact_number(round(number));
            let shown = match score {
                Some(score) if !cell.computed => score_words(score, &number),
                _ => cell.raw.map_or_else(|| "–".to_owned(), number),
            };
            let value = cell.value.map_or_else(|| "–".to_owned(), |v| texts.number(v, 1));
            let points = ranked.contributions.get(leaf).copied().unwrap_or_default();
            let source = match score {
                Some(score) if !cell.computed => source_words(score, texts),
                _ if cell.computed => texts.get("paper-computed"),
                _ => String::new(),
            };
            table.row(vec![
                leaf_name(handout, leaf, texts),
                shown,
                value,
                texts.number(points, 1),
                source,
            ]);
        }
    }
    table.place(flow);
}

/// Six figures that count: what is computed has more of them than anybody reads.
fn round(number: f64) -> f64 {
    if number == 0.0 || !number.is_finite() {
        return number;
    }
    let scale = 10.0_f64.powi(5 - number.abs().log10().floor() as i32);
    if scale.is_finite() && scale > 0.0 { (number * scale).round() / scale } else { number }
}

fn score_words(score: &Score, number: &dyn Fn(f64) -> String) -> String {
    let words = |measure: &Measure| match measure {
        Measure::Number(amount) => number(*amount),
        Measure::Level(level) => level.clone(),
    };
    let best = words(&score.best);
    match (&score.low, &score.high) {
        (None, None) => best,
        (low, high) => {
            let end = |end: &Option<Measure>| end.as_ref().map_or_else(|| "…".to_owned(), words);
            format!("{best} ({} – {})", end(low), end(high))
        }
    }
}

/// How far a score can be trusted, where it comes from, and what is noted of it.
fn source_words(score: &Score, texts: &Texts) -> String {
    let source = score.source.map(|source| texts.get(&format!("source-{}", source.word())));
    let parts = [source, score.reference.clone(), score.note.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_to_six_that_count() {
        assert_eq!(round(123_456_789.0), 123_457_000.0);
        assert_eq!(round(0.000_123_456_789), 0.000_123_457);
        assert_eq!(round(0.0), 0.0);
        assert_eq!(round(-2.5), -2.5);
    }
}
