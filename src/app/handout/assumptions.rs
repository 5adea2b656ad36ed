//! What a scenario rests on without a source that says so.

use crate::app::words::{item_name, phase_name};
use crate::files::out::{AssumptionRow, Figure};
use crate::model::{
    Capex, Estimate, GateLevel, GateMode, Item, MissingScores, Parameters, Provenance, Scenario,
    Source, StaffFollows,
};
use crate::texts::{Arg, Texts};

/// The scenario's settings, then every estimate that is marked as an assumption, but
/// for scores: those stand with their sources in a table of their own.
pub(super) fn assumption_rows(scenario: &Scenario, texts: &Texts) -> Vec<AssumptionRow> {
    let mut rows = Rows { rows: Vec::new(), texts };
    rows.parameters(scenario);
    for (at, item) in scenario.items.iter().enumerate() {
        rows.item(scenario, item, &item_name(scenario, at, texts));
    }
    for measure in &scenario.forecast.measures {
        let name = measure.name.get(texts.language());
        let name = if name.is_empty() { measure.id.as_str() } else { name };
        for point in &measure.series {
            rows.assumed(name, &point.year.to_string(), &point.value);
        }
    }
    for (number, phase) in (1..).zip(&scenario.phases) {
        let name = phase_name(scenario, number, texts);
        for (field, provenance) in &phase.provenance {
            rows.provenance(&name, field, provenance);
        }
    }
    for criterion in &scenario.criteria {
        let name = criterion.name.get(texts.language());
        let name = if name.is_empty() { criterion.id.as_str() } else { name };
        rows.provenance(name, "value", &criterion.provenance);
    }
    rows.rows
}

struct Rows<'t> {
    rows: Vec<AssumptionRow>,
    texts: &'t Texts,
}

impl Rows<'_> {
    fn parameters(&mut self, scenario: &Scenario) {
        let Parameters {
            discount_rate,
            tail_years,
            phase_length_years,
            gate_mode,
            gate_uses,
            review_threshold,
            missing_score_policy,
            carry_over,
            leverage_discount,
            staff_follows,
            soft_penalty,
            today,
        } = &scenario.parameters;
        let about = self.texts.get("input-parameters");
        let word = |texts: &Texts, key: &str| Figure::Words(texts.get(key));
        self.estimate(&about, "input-discount-rate", discount_rate);
        self.estimate(&about, "input-tail-years", tail_years);
        let number = |number: f64| Figure::Number(number);
        self.plain(&about, "input-phase-length-years", number(*phase_length_years));
        let gate = match gate_mode {
            GateMode::Hard => "export-gate-hard",
            GateMode::Warn => "export-gate-warn",
            GateMode::Score => "export-gate-score",
        };
        self.plain(&about, "input-gate-mode", word(self.texts, gate));
        let line = match gate_uses {
            GateLevel::Low => "export-line-low",
            GateLevel::Best => "export-line-best",
            GateLevel::High => "export-line-high",
        };
        self.plain(&about, "input-gate-uses", word(self.texts, line));
        if let Some(threshold) = review_threshold {
            self.plain(&about, "input-review-threshold", number(*threshold));
        }
        let missing = match missing_score_policy {
            MissingScores::Renormalise => "export-missing-renormalise",
            MissingScores::Worst => "export-missing-worst",
            MissingScores::Midpoint => "export-missing-midpoint",
        };
        self.plain(&about, "input-missing-score-policy", word(self.texts, missing));
        let carried = if *carry_over { "input-yes" } else { "input-no" };
        self.plain(&about, "input-carry-over", word(self.texts, carried));
        self.plain(&about, "input-leverage-discount", number(*leverage_discount));
        let staff = match staff_follows {
            StaffFollows::CapexProfile => "export-staff-as-money",
            StaffFollows::Even => "export-staff-even",
        };
        self.plain(&about, "input-staff-follows", word(self.texts, staff));
        self.plain(&about, "input-soft-penalty", number(*soft_penalty));
        if let Some(number) = today.as_ref().and_then(|id| scenario.phase_number(id)) {
            let phase = phase_name(scenario, number, self.texts);
            self.plain(&about, "input-today", Figure::Words(phase));
        }
    }

    fn item(&mut self, scenario: &Scenario, item: &Item, name: &str) {
        let texts = self.texts;
        match &item.capex {
            Capex::Total(total) => self.assumed(name, &texts.get("input-capex"), total),
            Capex::PerPhase(amounts) => {
                for (number, amount) in (1..).zip(amounts) {
                    let number = [("number", Arg::from(f64::from(number)))];
                    self.assumed(name, &texts.with("money-capex-of-phase", &number), amount);
                }
            }
        }
        self.assumed(name, &texts.get("input-opex-per-year"), &item.opex_per_year);
        for need in &item.staff_months {
            let what = match &need.agency {
                Some(id) => {
                    let agency = scenario.agencies.iter().find(|agency| agency.id == *id);
                    let agency = agency.map(|agency| agency.name.get(texts.language()));
                    let agency = agency.filter(|name| !name.is_empty()).unwrap_or(id.as_str());
                    texts.with("input-staff-by-agency", &[("of", Arg::from(agency))])
                }
                None => texts.get("input-staff-months"),
            };
            self.assumed(name, &what, &need.months);
        }
        for channel in &item.channels {
            if let Some(need) = &channel.need {
                let measures = &scenario.forecast.measures;
                let measure = measures.iter().find(|measure| measure.id == need.measure);
                let measure = measure.map(|measure| measure.name.get(texts.language()));
                let measure = measure.filter(|name| !name.is_empty());
                let measure = measure.unwrap_or(need.measure.as_str());
                let what = format!("{}: {measure}", texts.get("input-measure"));
                self.assumed(name, &what, &need.level);
            }
        }
        for raise in &item.raises_forecast {
            self.assumed(name, &texts.get("input-raises-forecast"), &raise.by);
        }
    }

    /// An estimate, if it is an assumption.
    fn assumed(&mut self, about: &str, what: &str, estimate: &Estimate) {
        if estimate.source == Some(Source::Assumption) {
            self.push(about, what, estimate);
        }
    }

    /// A setting with its range and source, whatever that is.
    fn estimate(&mut self, about: &str, key: &str, estimate: &Estimate) {
        self.push(about, &self.texts.get(key), estimate);
    }

    fn push(&mut self, about: &str, what: &str, estimate: &Estimate) {
        self.rows.push(AssumptionRow {
            about: about.to_owned(),
            what: what.to_owned(),
            value: Figure::Number(estimate.best),
            low: estimate.low,
            high: estimate.high,
            source: self.source(estimate.source),
            reference: estimate.reference.clone().unwrap_or_default(),
            note: estimate.note.clone().unwrap_or_default(),
        });
    }

    /// A setting that has no source.
    fn plain(&mut self, about: &str, key: &str, value: Figure) {
        self.rows.push(AssumptionRow {
            about: about.to_owned(),
            what: self.texts.get(key),
            value,
            low: None,
            high: None,
            source: String::new(),
            reference: String::new(),
            note: String::new(),
        });
    }

    /// Where a field comes from, if it is an assumption.
    fn provenance(&mut self, about: &str, field: &str, provenance: &Provenance) {
        if provenance.source != Some(Source::Assumption) {
            return;
        }
        let key = format!("input-{}", field.replace('_', "-"));
        let what = match field {
            "all_fields" => self.texts.get("export-all-fields"),
            // These name something more, which is not known here.
            _ if self.texts.has(&key) && !key.ends_with("-by-agency") => self.texts.get(&key),
            _ => field.to_owned(),
        };
        self.rows.push(AssumptionRow {
            about: about.to_owned(),
            what,
            value: Figure::Words(String::new()),
            low: None,
            high: None,
            source: self.source(provenance.source),
            reference: provenance.reference.clone().unwrap_or_default(),
            note: provenance.note.clone().unwrap_or_default(),
        });
    }

    fn source(&self, source: Option<Source>) -> String {
        let word = |source: Source| self.texts.get(&format!("source-{}", source.word()));
        source.map(word).unwrap_or_default()
    }
}
