//! Ways to break the example, each with the problem that it makes.

use phasewise::model::Severity;
use serde_json::{Value, json};

use Severity::{Error, Hint, Warning};

/// A way to break the example, and the problem that it makes.
pub struct Break {
    pub code: &'static str,
    pub severity: Severity,
    pub path: &'static str,
    /// What the message must name: argument and value.
    pub names: &'static [(&'static str, &'static str)],
    pub changes: Vec<(&'static str, Value)>,
    /// True if no other problem may come with it.
    pub alone: bool,
}

macro_rules! breaks {
    ($($severity:ident $code:literal at $path:literal, names $names:expr, by { $($pointer:literal: $value:tt),* $(,)? } $alone:ident;)*) => {
        vec![$(Break {
            code: $code, severity: $severity, path: $path, names: &$names,
            changes: vec![$(($pointer, json!($value))),*], alone: stringify!($alone) == "alone",
        }),*]
    };
}

mod progress;

const NO_NAMES: [(&str, &str); 0] = [];

/// All of them.
pub fn breaks() -> Vec<Break> {
    let mut all = ids();
    all.extend(numbers());
    all.extend(scales());
    all.extend(links());
    all.extend(rules());
    all.extend(progress::progress());
    all
}

fn ids() -> Vec<Break> {
    breaks![
        Error "id-empty" at "items[1].id", names [("what", "item"), ("number", "2")],
            by { "/items/1/id": " ", "/items/0/requires": [] } alone;
        Error "id-duplicate" at "items[1].id", names [("id", "a"), ("first", "1"), ("second", "2")],
            by { "/items/1/id": "a", "/items/0/requires": [] } alone;
        Error "id-duplicate" at "criteria[2].id", names [("what", "criterion")],
            by { "/criteria/-": { "id": "risk" } } other;
        Error "id-duplicate" at "phases[1].id", names [("what", "phase")],
            by { "/phases/1/id": "2005" } alone;
        Error "id-duplicate" at "agencies[1].id", names [("what", "agency")],
            by { "/agencies": [{ "id": "x" }, { "id": "x" }] } alone;
        Error "id-duplicate" at "forecast.measures[1].id", names [("what", "measure")],
            by { "/forecast": { "measures": [{ "id": "x" }, { "id": "x" }] } } alone;
        Warning "id-duplicate" at "risks[1].id", names [("what", "risk")],
            by { "/risks": [{ "id": "x" }, { "id": "x" }] } alone;
        Error "id-unknown" at "items[\"a\"].requires[0].item",
            names [("what", "item"), ("id", "B-"), ("near", "yes"), ("nearest", "b")],
            by { "/items/0/requires/0/item": "B-" } alone;
        Error "id-unknown" at "items[\"a\"].requires_any_of[0].any_of[1]", names [("near", "no"), ("nearest", "")],
            by { "/items/0/requires_any_of": [{ "any_of": ["b", "bridge"] }] } alone;
        Error "id-unknown" at "active_weights", names [("what", "weight-set"), ("nearest", "base")],
            by { "/active_weights": { "set": "bsae" } } alone;
        Error "id-unknown" at "criteria[\"risk\"].parent", names [("what", "criterion")],
            by { "/criteria/1/parent": "x" } alone;
        Error "id-unknown" at "weight_sets[\"base\"].swings.rsik", names [("nearest", "risk")],
            by { "/weight_sets/0/swings/rsik": 3.0 } alone;
        Error "id-unknown" at "weight_sets[\"base\"].locked[0]", names NO_NAMES,
            by { "/weight_sets/0/locked": ["x"] } alone;
        Error "id-unknown" at "phases[\"2005\"].co_funding.x", names [("what", "fund")],
            by { "/phases/0/co_funding": { "x": 1.0 } } alone;
        Error "id-unknown" at "phases[\"2005\"].staff_by_agency.x", names [("what", "agency")],
            by { "/phases/0/staff_by_agency": { "x": 1.0 } } alone;
        Error "id-unknown" at "funding_sources[\"f\"].amounts[\"20 07\"]", names [("what", "phase")],
            by { "/funding_sources": [{ "id": "f", "amounts": { "20 07": 1.0 } }] } alone;
        Error "id-unknown" at "goals[\"g\"].parent", names [("what", "goal")],
            by { "/goals": [{ "id": "g", "parent": "x" }] } alone;
        Error "id-unknown" at "channels[\"c\"].measure", names [("what", "measure")],
            by { "/channels": [{ "id": "c", "measure": "x" }] } alone;
        Error "id-unknown" at "channels[\"c\"].delivered_by_any_of[0]", names [("what", "item")],
            by { "/channels": [{ "id": "c", "delivered_by_any_of": ["x"] }] } alone;
        Error "id-unknown" at "registers[\"r\"].keeper", names [("what", "agency")],
            by { "/registers": [{ "id": "r", "keeper": "x" }] } alone;
        Error "id-unknown" at "registers[\"r\"].delivered_by", names [("what", "item")],
            by { "/registers": [{ "id": "r", "delivered_by": "x" }] } alone;
        Error "id-unknown" at "exclusive[0].items[1]", names [("what", "item")],
            by { "/exclusive": [{ "items": ["a", "x"] }] } alone;
        Error "id-unknown" at "synergies[0].items[1]", names [("what", "item")],
            by { "/synergies": [{ "items": ["a", "x"], "effect": 1.0 }] } alone;
        Error "id-unknown" at "items[\"a\"].owner", names [("what", "agency")],
            by { "/items/0/owner": "x" } alone;
        Error "id-unknown" at "items[\"a\"].goals[0].goal", names [("what", "goal")],
            by { "/items/0/goals": [{ "goal": "x" }] } alone;
        Error "id-unknown" at "items[\"a\"].staff_months[0].agency", names [("what", "agency")],
            by { "/items/0/staff_months": [{ "agency": "x", "months": 1.0 }] } alone;
        Error "id-unknown" at "items[\"a\"].earliest_phase", names [("what", "phase"), ("nearest", "2005")],
            by { "/items/0/earliest_phase": "2004" } alone;
        Error "id-unknown" at "items[\"a\"].latest_phase", names [("what", "phase")],
            by { "/items/0/latest_phase": "2007" } alone;
        Error "id-unknown" at "items[\"a\"].pin.phase", names [("what", "phase")],
            by { "/items/0/pin": { "phase": "2007" } } alone;
        Error "id-unknown" at "items[\"a\"].funding.main", names [("what", "fund")],
            by { "/items/0/funding": { "main": "x" } } alone;
        Error "id-unknown" at "items[\"a\"].funding.co_funding[0].fund", names [("what", "fund")],
            by { "/items/0/funding": { "co_funding": [{ "fund": "x", "amount": 1.0 }] } } alone;
        Error "id-unknown" at "items[\"a\"].channels[0].channel", names [("what", "channel")],
            by { "/items/0/channels": [{ "channel": "x" }] } alone;
        Error "id-unknown" at "items[\"a\"].channels[0].need.measure", names [("what", "measure")],
            by { "/channels": [{ "id": "web" }],
                 "/items/0/channels": [{ "channel": "web", "need": { "measure": "x", "level": 1.0 } }] } alone;
        Error "id-unknown" at "items[\"a\"].channels[0].requires_any_of[0]", names [("what", "item")],
            by { "/channels": [{ "id": "web" }],
                 "/items/0/channels": [{ "channel": "web", "requires_any_of": ["x"] }] } alone;
        Error "id-unknown" at "items[\"a\"].registers.reads[0]", names [("what", "register")],
            by { "/items/0/registers": { "reads": ["x"] } } alone;
        Error "id-unknown" at "items[\"a\"].registers.keeps[0]", names [("what", "register")],
            by { "/items/0/registers": { "keeps": ["x"] } } alone;
        Error "id-unknown" at "items[\"a\"].raises_forecast[0].measure", names [("what", "measure")],
            by { "/items/0/raises_forecast": [{ "measure": "x", "by": 1.0 }] } alone;
        Error "id-unknown" at "items[\"a\"].scores.x", names [("what", "criterion")],
            by { "/items/0/scores/x": 1.0 } alone;
        Warning "id-unknown" at "indicators[\"i\"].items[0]", names [("what", "item")],
            by { "/indicators": [{ "id": "i", "items": ["x"] }] } alone;
        Warning "id-unknown" at "indicators[\"i\"].goal", names [("what", "goal")],
            by { "/indicators": [{ "id": "i", "goal": "x" }] } alone;
        Warning "id-unknown" at "logframe.levels[\"l\"].goals[0]", names [("what", "goal")],
            by { "/logframe": { "levels": [{ "id": "l", "goals": ["x"] }] } } alone;
        Warning "id-unknown" at "risks[\"r\"].hits[0]", names [("what", "item")],
            by { "/risks": [{ "id": "r", "hits": ["x"] }] } alone;
        Warning "id-unknown" at "risks[\"r\"].eased_by[0]", names [("what", "item")],
            by { "/risks": [{ "id": "r", "eased_by": ["x"] }] } alone;
        Warning "id-unknown" at "service_speed.measures[\"m\"].items[0]", names [("what", "item")],
            by { "/service_speed": { "measures": [{ "id": "m", "items": ["x"] }] } } alone;
        Warning "id-unknown" at "architecture.entries[0].register", names [("what", "register")],
            by { "/architecture": { "entries": [{ "name": "n", "layer": "l", "register": "x" }] } } alone;
        Warning "id-unknown" at "governance.functions[\"f\"].lead", names [("what", "agency")],
            by { "/governance": { "functions": [{ "id": "f", "lead": "x" }] } } alone;
        Warning "id-unknown" at "governance.functions[\"f\"].support[0]", names [("what", "agency")],
            by { "/governance": { "functions": [{ "id": "f", "support": ["x"] }] } } alone;
        Warning "id-unknown" at "benchmarks[\"k\"].used_in[0]", names [("what", "item")],
            by { "/benchmarks": [{ "id": "k", "used_in": ["x"] }] } alone;
        Hint "id-unknown" at "decisions[0].items[0]", names [("what", "item")],
            by { "/decisions": [{ "date": "2005-01-01", "what": "w", "items": ["x"] }] } alone;
    ]
}

fn numbers() -> Vec<Break> {
    breaks![
        Error "number-negative" at "items[\"a\"].capex[0]", names [("value", "-1")],
            by { "/items/0/capex": [-1.0] } alone;
        Error "number-negative" at "items[\"a\"].capex.low", names [("value", "-1")],
            by { "/items/0/capex": { "best": 1.0, "low": -1.0 } } alone;
        Error "number-negative" at "items[\"a\"].opex_per_year", names NO_NAMES,
            by { "/items/0/opex_per_year": (-1.0) } alone;
        Error "number-negative" at "items[\"a\"].staff_months[0].months", names NO_NAMES,
            by { "/items/0/staff_months": [{ "months": -1.0 }] } alone;
        Error "number-negative" at "items[\"a\"].requires[0].penalty", names NO_NAMES,
            by { "/items/0/requires/0/penalty": (-1.0) } alone;
        Error "number-negative" at "phases[\"2005\"].budget", names NO_NAMES,
            by { "/phases/0/budget": (-1.0) } alone;
        Error "number-negative" at "phases[\"2005\"].opex_cap", names NO_NAMES,
            by { "/phases/0/opex_cap": (-1.0) } alone;
        Error "number-negative" at "phases[\"2005\"].staff_months", names NO_NAMES,
            by { "/phases/0/staff_months": (-1.0) } alone;
        Error "number-negative" at "phases[\"2005\"].staff_by_agency.x", names NO_NAMES,
            by { "/agencies": [{ "id": "x" }], "/phases/0/staff_by_agency": { "x": -1.0 } } alone;
        Error "number-negative" at "weight_sets[\"base\"].swings.risk", names NO_NAMES,
            by { "/weight_sets/0/swings/risk": (-1.0) } alone;
        Error "number-negative" at "weight_sets[\"base\"].influence", names NO_NAMES,
            by { "/weight_sets/0/influence": (-1.0) } alone;
        Error "number-negative" at "parameters.tail_years", names NO_NAMES,
            by { "/parameters": { "tail_years": -1.0 } } alone;
        Error "number-negative" at "parameters.soft_penalty", names NO_NAMES,
            by { "/parameters": { "soft_penalty": -1.0 } } alone;
        Error "number-outside" at "parameters.leverage_discount", names [("value", "1.5"), ("least", "0"), ("most", "1")],
            by { "/parameters": { "leverage_discount": 1.5 } } alone;
        Error "number-outside" at "criteria[\"risk\"].baseline", names [("value", "101"), ("most", "100")],
            by { "/criteria/1/baseline": 101.0 } alone;
        Error "number-outside" at "items[\"a\"].channels[0].share", names [("value", "30")],
            by { "/channels": [{ "id": "web" }], "/items/0/channels": [{ "channel": "web", "share": 30.0 }] } alone;
        Warning "number-outside" at "risks[\"r\"].probability", names [("value", "20")],
            by { "/risks": [{ "id": "r", "probability": 20.0 }] } alone;
        Warning "number-outside" at "items[\"a\"].maturity.take_up_target_percent", names [("value", "120")],
            by { "/items/0/maturity": { "now": 1, "target": 2, "take_up_target_percent": 120.0 } } alone;
        Error "range-order" at "items[\"a\"].scores.risk", names [("low", "30"), ("best", "20"), ("high", "60")],
            by { "/items/0/scores/risk/low": 30.0 } alone;
        Error "range-order" at "items[\"a\"].scores.risk", names [("high", "15")],
            by { "/items/0/scores/risk/high": 15.0 } alone;
        Error "range-order" at "items[\"a\"].opex_per_year", names [("low", "2"), ("best", "1"), ("high", "1")],
            by { "/items/0/opex_per_year": { "best": 1.0, "low": 2.0 } } alone;
        Error "discount-rate" at "parameters.discount_rate", names [("value", "-1")],
            by { "/parameters": { "discount_rate": -1.0 } } alone;
        Warning "discount-rate-percent" at "parameters.discount_rate", names [("percent", "800")],
            by { "/parameters": { "discount_rate": 8.0 } } alone;
        Error "phase-length" at "parameters.phase_length_years", names [("value", "0")],
            by { "/parameters": { "phase_length_years": 0.0 } } alone;
        Error "duration-zero" at "items[\"a\"].duration", names NO_NAMES,
            by { "/items/0/duration": 0 } alone;
        Error "profile-length" at "items[\"a\"].capex", names [("found", "1"), ("duration", "2")],
            by { "/items/0/duration": 2 } alone;
        Error "profile-length" at "items[\"a\"].staff_profile", names [("found", "2"), ("duration", "1")],
            by { "/items/0/staff_profile": [0.5, 0.5] } alone;
        Warning "profile-ignored" at "items[\"a\"].capex_profile", names NO_NAMES,
            by { "/items/0/capex_profile": [1.0] } alone;
        Error "shares-sum" at "items[\"a\"].capex_profile", names [("sum", "0.9")],
            by { "/items/0/capex": 3.5, "/items/0/duration": 2, "/items/0/capex_profile": [0.5, 0.4] } alone;
        Warning "shares-sum" at "items[\"a\"].goals", names [("sum", "1.5")],
            by { "/goals": [{ "id": "g" }], "/items/0/goals": [{ "goal": "g" }, { "goal": "g", "share": 0.5 }] } alone;
        Warning "maturity-order" at "items[\"a\"].maturity", names [("now", "3"), ("target", "2"), ("bounded", "no")],
            by { "/items/0/maturity": { "now": 3, "target": 2 } } alone;
        Warning "maturity-order" at "items[\"a\"].maturity", names [("max", "4"), ("bounded", "yes")],
            by { "/items/0/maturity": { "now": 3, "target": 5, "max": 4 } } alone;
        Error "dates-reversed" at "phases[\"2005\"].end", names [("start", "2005-02-01"), ("end", "2005-01-31")],
            by { "/phases/0/start": "2005-02-01", "/phases/0/end": "2005-01-31" } alone;
        Error "phases-order" at "phases[\"2004\"]", names [("before", "2005"), ("phase", "2004")],
            by { "/phases/1/id": "2004" } alone;
        Error "phases-order" at "phases[\"2006\"].start", names [("before", "2005")],
            by { "/phases/0/start": "2006-01-01", "/phases/1/start": "2006-01-01" } alone;
        Error "phases-overlap" at "phases[\"2006\"].start", names [("end", "2006-01-01"), ("start", "2006-01-01")],
            by { "/phases/0/start": "2005-01-01", "/phases/0/end": "2006-01-01", "/phases/1/start": "2006-01-01" } alone;
        Error "series-order" at "forecast.measures[\"m\"].series[1].year", names [("before", "2005"), ("year", "2005")],
            by { "/forecast": { "measures": [{ "id": "m", "series": [
                { "year": 2005, "value": 1.0 }, { "year": 2005, "value": 2.0 }] }] } } alone;
    ]
}

fn scales() -> Vec<Break> {
    breaks![
        Error "scale-ends-equal" at "criteria[\"risk\"].value.linear", names [("value", "0")],
            by { "/criteria/1/value": { "linear": { "worst": 0.0, "best": 0.0 } } } other;
        Error "scale-log-end" at "criteria[\"demand\"].value.log10.worst", names [("value", "0")],
            by { "/criteria/0/value": { "log10": { "worst": 0.0, "best": 1e6 } } } alone;
        Error "scale-points-few" at "criteria[\"risk\"].value.points", names [("count", "1")],
            by { "/criteria/1/value": { "points": [[20.0, 0.0]] } } other;
        Error "scale-points-order" at "criteria[\"risk\"].value.points[2]", names [("before", "50"), ("score", "50")],
            by { "/criteria/1/value": { "points": [[0.0, 0.0], [50.0, 50.0], [50.0, 60.0], [100.0, 100.0]] } } alone;
        Error "number-outside" at "criteria[\"risk\"].value.points[1][1]", names [("value", "120")],
            by { "/criteria/1/value": { "points": [[0.0, 0.0], [100.0, 120.0]] } } alone;
        Error "scale-levels-empty" at "criteria[\"risk\"].value", names NO_NAMES,
            by { "/criteria/1/value": { "levels": {} } } other;
        Error "number-outside" at "criteria[\"risk\"].value.levels.bad", names [("value", "-5")],
            by { "/criteria/1/value": { "levels": { "bad": -5.0, "good": 100.0 } },
                 "/items/0/scores/risk": "bad", "/items/1/scores/risk": "good" } alone;
        Error "range-order" at "items[\"a\"].scores.risk", names [("low", "good"), ("best", "bad"), ("high", "bad")],
            by { "/criteria/1/value": { "levels": { "bad": 0.0, "good": 100.0 } },
                 "/items/0/scores/risk": { "best": "bad", "low": "good" }, "/items/1/scores/risk": "good" } alone;
        Error "level-unknown" at "items[\"a\"].scores.risk", names [("id", "godo"), ("nearest", "good"), ("allowed", "bad, good")],
            by { "/criteria/1/value": { "levels": { "bad": 0.0, "good": 100.0 } },
                 "/items/0/scores/risk": "godo", "/items/1/scores/risk": "good" } alone;
        Error "level-unknown" at "items[\"a\"].scores.risk.low", names [("id", "x")],
            by { "/criteria/1/value": { "levels": { "bad": 0.0, "good": 100.0 } },
                 "/items/0/scores/risk": { "best": "good", "low": "x" }, "/items/1/scores/risk": "good" } alone;
        Error "score-wants-level" at "items[\"b\"].scores.risk", names [("value", "5"), ("allowed", "bad, good")],
            by { "/criteria/1/value": { "levels": { "bad": 0.0, "good": 100.0 } }, "/items/0/scores/risk": "good" } alone;
        Error "score-wants-number" at "items[\"a\"].scores.risk", names [("value", "good")],
            by { "/items/0/scores/risk": "good" } alone;
        Warning "score-outside" at "items[\"a\"].scores.demand", names [("value", "99"), ("least", "100"), ("most", "1000000")],
            by { "/items/0/scores/demand": 99.0 } alone;
        Warning "score-missing" at "items[\"a\"].scores", names [("count", "2"), ("criteria", "demand, risk")],
            by { "/items/0/scores": {} } alone;
        Warning "score-on-group" at "items[\"a\"].scores.g", names [("criterion", "g")],
            by { "/criteria/-": { "id": "g" }, "/criteria/0/parent": "g", "/items/0/scores/g": 1.0 } alone;
        Warning "score-on-computed" at "items[\"a\"].scores.risk", names [("item", "a")],
            by { "/criteria/1/computed": "leverage", "/items/1/scores": { "demand": 100.0 } } alone;
        Warning "scale-missing" at "criteria[\"l\"]", names [("criterion", "l")],
            by { "/criteria/-": { "id": "l", "computed": "leverage" } } alone;
        Warning "group-empty" at "criteria[\"g\"]", names [("criterion", "g")],
            by { "/criteria/-": { "id": "g" } } alone;
        Error "parent-is-leaf" at "criteria[\"risk\"].parent", names [("criterion", "risk"), ("parent", "demand")],
            by { "/criteria/1/parent": "demand" } alone;
        Warning "weights-no-criterion" at "weight_sets[\"none\"].swings", names [("set", "none")],
            by { "/weight_sets/-": { "id": "none", "swings": {} } } alone;
        Warning "weights-all-zero" at "weight_sets[\"zero\"].swings", names [("set", "zero")],
            by { "/weight_sets/-": { "id": "zero", "swings": { "risk": 0.0 } } } alone;
        Hint "weights-highest" at "weight_sets[\"base\"].swings", names [("highest", "80")],
            by { "/weight_sets/0/swings/demand": 80.0 } alone;
        Hint "criterion-unweighted" at "criteria[\"risk\"]", names [("criterion", "risk")],
            by { "/weight_sets/0/swings": { "demand": 100.0 } } alone;
    ]
}

fn links() -> Vec<Break> {
    breaks![
        Error "link-self" at "items[\"a\"].requires[0].item", names [("item", "a")],
            by { "/items/0/requires/0/item": "a" } alone;
        Error "link-self" at "items[\"a\"].requires_any_of[0].any_of[1]", names [("item", "a")],
            by { "/items/0/requires_any_of": [{ "any_of": ["b", "a"] }] } alone;
        Warning "link-twice" at "items[\"a\"].requires[1].item", names [("needs", "b")],
            by { "/items/0/requires/-": { "item": "b", "lag": 1 } } alone;
        Error "any-of-empty" at "items[\"a\"].requires_any_of[0].any_of", names [("item", "a")],
            by { "/items/0/requires_any_of": [{ "any_of": [] }] } alone;
        Warning "exclusive-few" at "exclusive[0].items", names [("found", "1")],
            by { "/exclusive": [{ "items": ["b", "b"] }] } alone;
        Error "synergy-pair" at "synergies[0].items", names [("found", "1")],
            by { "/synergies": [{ "items": ["b", "b"], "effect": 1.0 }] } alone;
        Error "cycle-lag" at "items[\"a\"].requires", names [("cycle", "a → b → a"), ("phases", "1"), ("count", "2")],
            by { "/items/1/requires": [{ "item": "a", "lag": 1 }] } alone;
        Error "cycle-lag" at "items[\"a\"].requires", names [("phases", "1")],
            by { "/items/0/duration": 2, "/items/0/capex": 3.5, "/items/1/requires": [{ "item": "a", "after": true }] } alone;
        // One alternative alone is a prerequisite.
        Error "cycle-lag" at "items[\"a\"].requires", names [("cycle", "a → b → a")],
            by { "/items/1/requires_any_of": [{ "any_of": ["a"], "lag": 2 }] } alone;
        // The shortest circle of a knot, not the first.
        Error "cycle-lag" at "items[\"b\"].requires", names [("cycle", "b → c → b"), ("count", "2")],
            by { "/items/1/requires": [{ "item": "c" }],
                 "/items/-": { "id": "c", "scores": { "demand": 100.0, "risk": 5.0 },
                               "requires": [{ "item": "a" }, { "item": "b", "lag": 1 }] } } alone;
        Hint "cycle-together" at "items[\"a\"].requires", names [("items", "a, b"), ("count", "2")],
            by { "/items/1/requires": [{ "item": "a", "after": true }] } alone;
        Error "parent-cycle" at "goals[\"g\"].parent", names [("what", "goal"), ("cycle", "g → h → g")],
            by { "/goals": [{ "id": "f", "parent": "g" }, { "id": "g", "parent": "h" }, { "id": "h", "parent": "g" }] } alone;
        Error "parent-cycle" at "criteria[\"g\"].parent", names [("what", "criterion"), ("cycle", "g → g")],
            by { "/criteria/-": { "id": "g", "parent": "g" }, "/criteria/0/parent": "g" } alone;
        Warning "exclusive-needed" at "exclusive[0].items", names [("item", "a"), ("one", "a"), ("other", "b")],
            by { "/exclusive": [{ "items": ["a", "b"] }] } alone;
        Warning "never-starts" at "items[\"b\"].latest_phase", names [("item", "b"), ("why", "window")],
            by { "/items/1/earliest_phase": "2006", "/items/1/latest_phase": "2005" } alone;
        Warning "never-starts" at "items[\"b\"].pin", names [("why", "pin")],
            by { "/items/1/earliest_phase": "2006", "/items/1/pin": { "phase": "2005" } } alone;
        Warning "never-starts" at "items[\"a\"].requires", names [("item", "a"), ("why", "decided"), ("blocker", "b")],
            by { "/items/1/pin": {} } alone;
        Warning "never-starts" at "items[\"a\"].requires", names [("why", "late"), ("blocker", "b")],
            by { "/items/0/requires/0/lag": 2 } alone;
        Warning "never-starts" at "items[\"a\"].requires", names [("why", "late"), ("blocker", "b")],
            by { "/items/1/earliest_phase": "2006", "/items/0/latest_phase": "2005" } alone;
        Warning "never-starts" at "items[\"a\"].requires_any_of", names [("why", "alternatives")],
            by { "/items/-": { "id": "c", "scores": { "demand": 100.0, "risk": 5.0 } },
                 "/items/0/requires_any_of": [{ "any_of": ["b", "c"], "lag": 2 }] } alone;
        Warning "never-starts" at "items[\"a\"].channels", names [("why", "gate"), ("blocker", "")],
            by { "/channels": [{ "id": "web", "measure": "m" }],
                 "/forecast": { "measures": [{ "id": "m", "series": [{ "year": 2005, "value": 2.0 }] }] },
                 "/items/1/raises_forecast": [{ "measure": "m", "by": 0.5 }],
                 "/items/0/channels": [{ "channel": "web", "need": { "measure": "m", "level": 3.0 } }] } alone;
    ]
}

fn rules() -> Vec<Break> {
    breaks![
        Warning "review-missing" at "items[\"a\"].requires", names [("score", "20"), ("threshold", "20"), ("criterion", "risk")],
            by { "/criteria/1/gate": { "threshold": 20.0 } } alone;
        // The scenario's threshold stands in for one that is not given; a preferred review is none.
        Warning "review-missing" at "items[\"a\"].requires", names [("threshold", "15")],
            by { "/criteria/1/gate": {}, "/parameters": { "review_threshold": 15.0 },
                 "/items/1/kind": "process_review", "/items/0/requires/0/type": "soft" } alone;
        // A list with an alternative that is no review may do without one.
        Warning "review-missing" at "items[\"a\"].requires", names NO_NAMES,
            by { "/criteria/1/gate": { "threshold": 20.0 }, "/items/1/kind": "process_review", "/items/0/requires": [],
                 "/items/-": { "id": "c", "scores": { "demand": 100.0, "risk": 5.0 } },
                 "/items/0/requires_any_of": [{ "any_of": ["b", "c"] }] } alone;
        Warning "review-late" at "items[\"a\"].requires", names [("lag", "1"), ("found", "0")],
            by { "/criteria/1/gate": { "threshold": 20.0, "lag": 1 }, "/items/1/kind": "process_review" } alone;
        Warning "register-undelivered" at "registers[\"r\"]", names [("register", "r"), ("reader", "a"), ("count", "2")],
            by { "/registers": [{ "id": "r", "status": "planned" }],
                 "/items/0/registers": { "reads": ["r"] }, "/items/1/registers": { "reads": ["r"] } } alone;
        Warning "register-not-required" at "items[\"b\"].registers.reads[0]", names [("item", "b"), ("by", "a"), ("preferred", "no")],
            by { "/registers": [{ "id": "r", "delivered_by": "a" }], "/items/1/registers": { "reads": ["r"] } } alone;
        Hint "register-not-required" at "items[\"a\"].registers.reads[0]", names [("by", "b"), ("preferred", "yes")],
            by { "/registers": [{ "id": "r", "delivered_by": "b" }], "/items/0/registers": { "reads": ["r"] },
                 "/items/0/requires/0/type": "soft" } alone;
        Error "forecast-missing" at "items[\"a\"].channels[0].need.measure", names [("measure", "m")],
            by { "/channels": [{ "id": "web" }], "/forecast": { "measures": [{ "id": "m" }] },
                 "/items/0/channels": [{ "channel": "web", "need": { "measure": "m", "level": 3.0 } }] } alone;
        Warning "forecast-missing" at "items[\"a\"].channels[0].need.measure", names [("item", "a")],
            by { "/parameters": { "gate_mode": "warn" },
                 "/channels": [{ "id": "web" }], "/forecast": { "measures": [{ "id": "m" }] },
                 "/items/0/channels": [{ "channel": "web", "need": { "measure": "m", "level": 3.0 } }] } alone;
    ]
}
