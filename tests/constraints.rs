//! Each kind of rule moves the plan: the same small scenario with and without it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use std::process::Command;

/// A service and a register that it may need, with room for both in each of three years.
fn base() -> Value {
    let year = |id: u32| {
        json!({ "id": id.to_string(), "start": format!("{id}-01-01"), "end": format!("{id}-12-31"),
            "budget": 10, "opex_cap": 10, "staff_months": 100, "staff_by_agency": { "ministry": 100 } })
    };
    json!({
        "schema": 1, "title": "Rules",
        "parameters": { "discount_rate": 0.1, "tail_years": 5 },
        "criteria": [{ "id": "use", "value": { "linear": { "worst": 0, "best": 100 } } }],
        "weight_sets": [{ "id": "base", "swings": { "use": 100 } }],
        "agencies": [{ "id": "ministry" }],
        "phases": [year(2005), year(2006), year(2007)],
        "forecast": { "measures": [{ "id": "users", "series": [
            { "year": 2005, "value": 5 }, { "year": 2006, "value": 10 },
            { "year": 2007, "value": 20 } ] }] },
        "channels": [{ "id": "web", "measure": "users" }, { "id": "counter" }],
        "items": [
            { "id": "service", "scores": { "use": 80 }, "capex": [5], "opex_per_year": 4,
              "staff_months": [{ "agency": "ministry", "months": 40 }] },
            { "id": "register", "scores": { "use": 10 }, "capex": [4], "opex_per_year": 4,
              "staff_months": [{ "agency": "ministry", "months": 40 }] },
            { "id": "centre", "kind": "access", "scores": { "use": 5 }, "capex": [1] }
        ]
    })
}

/// Start phases of service, register and centre; 0 is never.
fn plan(scenario: &Value) -> [u64; 3] {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rules.json");
    std::fs::write(&file, scenario.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_phasewise"))
        .args(["plan", file.to_str().unwrap(), "--json", "--effort", "200"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["verified"], true);
    ["service", "register", "centre"].map(|id| report["plan"][id].as_u64().unwrap_or(0))
}

fn with(path: &str, value: Value) -> Value {
    changed(base(), path, value)
}

fn changed(mut scenario: Value, path: &str, value: Value) -> Value {
    let (parent, field) = path.rsplit_once('/').unwrap();
    let place = scenario.pointer_mut(parent).unwrap();
    match field.parse::<usize>() {
        Ok(at) if place.is_array() => place[at] = value,
        _ => place[field] = value,
    }
    scenario
}

#[test]
fn without_rules_all_start_at_once() {
    assert_eq!(plan(&base()), [1, 1, 1]);
}

#[test]
fn money() {
    // The register earns least for its money, so it waits for the next budget.
    assert_eq!(plan(&with("/phases/0/budget", json!(6))), [1, 2, 1]);
    assert_eq!(plan(&with("/phases/0/budget", json!(0))), [2, 2, 2]);
}

#[test]
fn money_that_is_carried_over() {
    let mut late = with("/phases/0/budget", json!(3));
    late["phases"][1]["budget"] = json!(2);
    late["phases"][2]["budget"] = json!(0);
    assert_eq!(plan(&late), [0, 0, 1]);
    // Three are left over with two more: enough for the service, in place of the centre.
    late["parameters"]["carry_over"] = json!(true);
    assert_eq!(plan(&late), [2, 0, 0]);
}

#[test]
fn running_cost() {
    assert_eq!(plan(&with("/phases/1/opex_cap", json!(7))), [1, 2, 1]);
}

#[test]
fn staff_of_the_programme_and_of_an_agency() {
    assert_eq!(plan(&with("/phases/0/staff_months", json!(50))), [1, 2, 1]);
    assert_eq!(plan(&with("/phases/0/staff_by_agency", json!({ "ministry": 50 }))), [1, 2, 1]);
}

#[test]
fn prerequisites_and_their_lags() {
    let requires = |link: Value| plan(&with("/items/0/requires", json!([link])));
    assert_eq!(requires(json!({ "item": "register" })), [1, 1, 1]);
    assert_eq!(requires(json!({ "item": "register", "lag": 1 })), [2, 1, 1]);
    assert_eq!(requires(json!({ "item": "register", "lag": 2 })), [3, 1, 1]);
    // A register of two years: the lag counts from its end where the link says so.
    let mut long = with("/items/1/capex", json!([2, 2]));
    long["items"][0]["requires"] = json!([{ "item": "register", "lag": 0, "after": true }]);
    assert_eq!(plan(&long), [2, 1, 1]);
    long["items"][0]["requires"][0]["after"] = json!(false);
    assert_eq!(plan(&long), [1, 1, 1]);
}

#[test]
fn alternatives() {
    let mut any = with("/items/0/requires_any_of", json!([{ "any_of": ["register", "centre"] }]));
    any["items"][1]["earliest_phase"] = json!("2007");
    any["items"][2]["earliest_phase"] = json!("2006");
    assert_eq!(plan(&any), [2, 3, 2]);
    any["items"][1]["earliest_phase"] = json!("2005");
    assert_eq!(plan(&any), [1, 1, 2]);
}

#[test]
fn windows() {
    assert_eq!(plan(&with("/items/0/earliest_phase", json!("2006"))), [2, 1, 1]);
    // Both do not fit into 2005; who cannot wait comes first.
    let mut tight = with("/phases/0/budget", json!(6));
    tight["items"][1]["latest_phase"] = json!("2005");
    tight["phases"][1]["budget"] = json!(6);
    tight["items"][0]["scores"]["use"] = json!(12);
    assert_eq!(plan(&tight), [2, 1, 1]);
}

#[test]
fn the_infrastructure_gate_and_what_raises_the_forecast() {
    let web = json!([{ "channel": "web", "need": { "measure": "users", "level": 8 } }]);
    let gated = with("/items/0/channels", web);
    assert_eq!(plan(&gated), [2, 1, 1]);
    let higher = changed(gated.clone(), "/items/0/channels/0/need/level", json!(15));
    assert_eq!(plan(&higher), [3, 1, 1]);
    // Access points that bring the users a year before the forecast does.
    let raise = json!([{ "measure": "users", "by": 6 }]);
    let raised = changed(higher.clone(), "/items/2/raises_forecast", raise);
    assert_eq!(plan(&raised), [2, 1, 1]);
    // A counter opens the gate too, once there is a centre.
    let counter = json!([
        { "channel": "web", "need": { "measure": "users", "level": 15 } },
        { "channel": "counter", "requires_any_of": ["centre"], "lag": 1 }
    ]);
    assert_eq!(plan(&with("/items/0/channels", counter)), [2, 1, 1]);
    let warned = changed(higher, "/parameters/gate_mode", json!("warn"));
    assert_eq!(plan(&warned), [1, 1, 1]);
}

#[test]
fn mandatory_items() {
    // Nobody would start what earns nothing.
    let mut useless = with("/items/1/scores/use", json!(0));
    useless["criteria"][0]["baseline"] = json!(20);
    assert_eq!(plan(&useless), [1, 0, 0]);
    useless["items"][1]["mandatory"] = json!(true);
    assert_ne!(plan(&useless)[1], 0);
}

#[test]
fn pins() {
    assert_eq!(plan(&with("/items/0/pin", json!({ "phase": "2007" }))), [3, 1, 1]);
    assert_eq!(plan(&with("/items/0/pin", json!({ "reason": "not now" }))), [0, 1, 1]);
}

#[test]
fn exclusion() {
    let group = json!([{ "items": ["service", "register"] }]);
    assert_eq!(plan(&with("/exclusive", group)), [1, 0, 1]);
}

#[test]
fn synergies_and_wishes() {
    // Together they are worth more: the centre then goes before the register.
    let mut pair = with("/phases/0/budget", json!(9));
    assert_eq!(plan(&pair), [1, 1, 2]);
    pair["synergies"] = json!([{ "items": ["service", "centre"], "effect": 30 }]);
    assert_eq!(plan(&pair), [1, 2, 1]);
    let wish = json!([{ "item": "register", "lag": 1, "type": "soft" }]);
    let mut wished = with("/items/0/requires", wish);
    wished["items"][0]["scores"]["use"] = json!(1);
    wished["parameters"]["soft_penalty"] = json!(50);
    assert_eq!(plan(&wished), [2, 1, 1]);
    wished["parameters"]["soft_penalty"] = json!(0);
    assert_eq!(plan(&wished), [1, 1, 1]);
}
