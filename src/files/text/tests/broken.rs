//! Broken files: each with its code, its place, and its sentence.

use super::Sample;
use crate::files::text::{
    CODES,
    Format::{self, Json, Ron},
    MAX_BYTES, check_size, read, read_bytes,
};

/// `code@line:column path` of every problem of a text.
fn problems(text: &str, format: Format) -> String {
    let (model, problems) = read::<Sample>(text, format);
    assert_eq!(model.is_some(), problems.is_empty(), "{text}");
    let lines = problems.iter().map(|p| {
        assert!(CODES.contains(&p.code), "{}", p.code);
        let english = p.english();
        assert!(
            !english.contains("{$") && !english.contains("  ") && english.len() > 20,
            "{english}"
        );
        format!("{}@{}:{} {}", p.code, p.line, p.column, p.path).trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// A sample in RON with one item, whose fields after the id are given.
fn item(fields: &str) -> String {
    problems(&format!("(schema: 1, title: \"t\", items: [(id: \"a\",\n{fields}\n)])"), Ron)
}

fn criterion(value: &str) -> String {
    problems(&format!("(schema: 1, title: \"t\", criteria: [(id: \"c\", value:\n{value}\n)])"), Ron)
}

fn json(fields: &str) -> String {
    problems(&format!("{{ \"schema\": 1, \"title\": \"t\",\n{fields}\n}}"), Json)
}

#[test]
fn syntax() {
    let ron = |text: &str| problems(text, Ron);
    assert_eq!(ron(""), "empty@1:1");
    assert_eq!(ron(" // nothing\n"), "empty@1:1");
    assert_eq!(ron("(schema: 1,\n\0)"), "nul@2:1");
    assert_eq!(ron("(schema: 1, title: \"t\""), "syntax-unclosed@1:1");
    assert_eq!(ron("(schema: 1, title: \"t)"), "syntax-unclosed-text@1:20 title");
    assert_eq!(ron("(schema: 1, /* title: \"t\")"), "syntax-unclosed-comment@1:13 schema");
    assert_eq!(ron("(schema: 1, title: \"t\", items: [)"), "syntax-mismatch@1:33 items");
    assert_eq!(ron("(schema: 1, title: \"t\") x"), "syntax-after-end@1:25 title");
    assert_eq!(ron("schema: 1"), "syntax-after-end@1:7");
    assert_eq!(ron("#![enable(implicit_some"), "syntax-header@1:1");
    assert_eq!(ron("(schema: , title: \"t\")"), "syntax-expected-value@1:10 schema");
    assert_eq!(
        ron("(schema: @, title: 5)"),
        "syntax-expected-value@1:10 schema; wrong-type@1:20 title"
    );
    assert_eq!(ron("(schema: 1, title \"t\")"), "syntax-expected-colon@1:19 title");
    assert_eq!(ron("(schema 1, title: \"t\")"), "syntax-expected-colon@1:9 schema");
    assert_eq!(ron("(schema = 1, title: \"t\")"), "syntax-equals@1:9 schema");
    assert_eq!(ron("(schema: 1; title: \"t\")"), "syntax-missing-comma@1:11 schema");
    assert_eq!(ron("(schema: 1\n title: \"t\")"), "syntax-missing-comma@2:2 title");
    assert_eq!(ron("(schema: 1,, title: \"t\")"), "syntax-extra-comma@1:12 schema");
    assert_eq!(ron("# c\n(schema: 1, title: \"t\")"), "syntax-hash@1:1");
    assert_eq!(ron("(schema:\u{a0}1, title: \"t\")"), "syntax-space@1:9 schema");
    assert_eq!(ron("(schema: 1, title: “t”)"), "syntax-quote@1:20 title");
    assert_eq!(ron("(schema: 1, title: 'tt')"), "syntax-quote@1:20 title");
    assert_eq!(ron("(schema: 1, title: b\"t\")"), "syntax-byte-text@1:20 title");
    assert_eq!(
        ron("(schema: 1, title: \"\\q\\u{d800}\")"),
        "syntax-escape@1:21 title; syntax-escape@1:23 title"
    );
    assert_eq!(
        ron("(schema: 1, schema: 2,\ntitle: \"t\", title: 3)"),
        "duplicate-field@1:13 schema; duplicate-field@2:13 title"
    );
    assert!(ron(&"[".repeat(1_000_000)).starts_with("too-deep@1:129"));
    assert!(ron(&"(a:".repeat(200)).starts_with("too-deep@1:385"));
    assert!(ron(&format!("[{}]", "1,".repeat(50_001))).starts_with("too-long@1:100002"));
    assert!(!ron(&format!("[{}]", "1,".repeat(50_000))).contains("too-long"));
    let many = format!("[{}],", "1,".repeat(50_000)).repeat(100);
    assert!(ron(&format!("[{many}]")).starts_with("too-many-values@1:"));
    assert_eq!(ron(&"@,".repeat(3)), "syntax-expected-value@1:1; syntax-after-end@1:2");
    assert!(ron(&format!("[{}]", "@,".repeat(3000))).ends_with("syntax-stopped@1:40 [19]"));
}

#[test]
fn syntax_of_items() {
    assert_eq!(item("capex: [1.2.3, 5%, 2005-01-01, 12kg]").matches("syntax-number@2:").count(), 4);
    assert_eq!(
        item("capex: 3,5"),
        "wrong-type@2:8 items[\"a\"].capex; syntax-expected-name@2:10 items[\"a\"].capex"
    );
    assert_eq!(item("scores: (e-tax: 1)"), "syntax-hyphen@2:10 items[\"a\"].scores.e-tax");
}

#[test]
fn syntax_of_json() {
    assert_eq!(json("\"items\": [],"), "syntax-trailing-comma@2:12 items");
    assert_eq!(json("// c\n\"items\": []"), "syntax-comment@2:1 title");
    assert_eq!(json("items: []"), "syntax-word@2:1 items");
    assert_eq!(json("\"items\": None"), "syntax-word@2:10 items");
    assert_eq!(json("\"weights\": {\"a\": NaN}"), "not-finite@2:18 weights.a");
    assert_eq!(
        json("\"weights\": {\"a\": 01, \"b\": .5}"),
        "syntax-number@2:18 weights.a; syntax-number@2:27 weights.b"
    );
    assert_eq!(json("\"weights\": {\"a\": (1)}"), "syntax-expected-value@2:18 weights.a");
    assert_eq!(json("\"weights\": {'a': 1}"), "syntax-quote@2:13 weights");
    assert_eq!(
        problems("{\"schema\": 1, \"title\": \"a\nb\\ud800\"}", Json),
        "syntax-control@1:26 title; syntax-escape@2:2 title"
    );
}

#[test]
fn bytes() {
    let code = |bytes: &[u8]| {
        read_bytes::<Sample>(bytes, Ron)
            .1
            .iter()
            .map(|p| format!("{}@{}:{} {}", p.code, p.line, p.column, p.english()))
            .collect::<String>()
    };
    assert_eq!(
        code(b"(schema: 1,\n title: \"\xC3\xA9\xFF\")"),
        "not-utf8@2:11 The file is not text in UTF-8: byte 0xFF at offset 22 is no character. Save it again with the encoding UTF-8."
            .replace("offset 22", "offset 23")
    );
    assert!(code(b"\xFF\xFE(\0").contains("it is UTF-16"));
    assert_eq!(code("\u{feff}(schema: 1, title: \"t\")".as_bytes()), "");
    assert!(check_size(MAX_BYTES).is_ok());
    assert_eq!(check_size(MAX_BYTES + 1).unwrap_err().code, "too-large");
}

#[test]
fn content() {
    assert_eq!(problems("(schema: 1)", Ron), "missing-field@1:1");
    assert_eq!(problems("()", Ron), "missing-field@1:1; missing-field@1:1");
    assert_eq!(problems("[]", Ron), "wrong-type@1:1");
    assert_eq!(problems("5", Ron), "wrong-type@1:1");
    assert_eq!(problems("(schema: 1, titel: \"t\")", Ron), "unknown-field@1:13 titel");
    assert_eq!(problems("Scenario(schema: 1, title: \"t\")", Ron), "wrong-name@1:1");
    assert_eq!(
        problems("(schema: -1, title: t)", Ron),
        "out-of-range@1:10 schema; wrong-type@1:21 title"
    );
    assert_eq!(
        problems("(schema: 1.5, title: None)", Ron),
        "wrong-type@1:10 schema; wrong-type@1:22 title"
    );
    assert_eq!(problems("(schema: 1.0, title: \"t\")", Ron), "");
    assert_eq!(item("capax: [1]"), "unknown-field@2:1 items[\"a\"].capax");
    assert_eq!(
        item("capex: [1, \"2\", inf, true]"),
        "wrong-type@2:12 items[\"a\"].capex[1]; not-finite@2:17 items[\"a\"].capex[2]; wrong-type@2:22 items[\"a\"].capex[3]"
    );
    assert_eq!(
        item("count: 300, note: 5, source: proces_review"),
        "out-of-range@2:8 items[\"a\"].count; wrong-type@2:19 items[\"a\"].note; unknown-variant@2:30 items[\"a\"].source"
    );
    assert_eq!(item("source: 3"), "wrong-type@2:9 items[\"a\"].source");
    assert_eq!(item("source: \"process-review\""), "");
    assert_eq!(item("source: Some(assumption), count: None"), "");
    assert_eq!(
        item("requires: [(item: \"a b\", lag: 1.5), (lag: 2), \"b\"]"),
        "custom@2:19 items[\"a\"].requires[0].item; wrong-type@2:31 items[\"a\"].requires[0].lag; missing-field@2:37 items[\"a\"].requires[1]; wrong-type@2:47 items[\"a\"].requires[2]"
    );
    assert_eq!(item("scores: [1]"), "wrong-type@2:9 items[\"a\"].scores");
    assert_eq!(
        item("scores: { \"d\": \"5\", \"e\": NaN, 5: 1 }"),
        "wrong-type@2:16 items[\"a\"].scores.d; not-finite@2:26 items[\"a\"].scores.e; wrong-type@2:31 items[\"a\"].scores.5"
    );
    assert_eq!(
        item("scores: (d: (low: 1, bets: 2, high: 3))"),
        "unknown-field@2:22 items[\"a\"].scores.d.bets"
    );
    assert_eq!(item("scores: (d: (low: 1, best: 2))"), "missing-field@2:13 items[\"a\"].scores.d");
    assert_eq!(criterion("lienar(worst: 1, best: 2)"), "unknown-variant@2:1 criteria[\"c\"].value");
    assert_eq!(
        criterion("linear(worst: 1, besd: 2)"),
        "unknown-field@2:18 criteria[\"c\"].value.linear.besd"
    );
    assert_eq!(criterion("linear"), "variant-content@2:1 criteria[\"c\"].value");
    assert_eq!(criterion("r#not-scored(1)"), "variant-bare@2:1 criteria[\"c\"].value");
    assert_eq!(
        criterion("{ \"linear\": 1, \"log10\": 2 }"),
        "one-variant@2:1 criteria[\"c\"].value"
    );
    assert_eq!(
        criterion("log10((worst: 1, best: \"2\"))"),
        "wrong-type@2:24 criteria[\"c\"].value.log10.best"
    );
    assert_eq!(
        criterion("points([(0, 1), (2, 3, 4), (5, x)])"),
        "wrong-length@2:17 criteria[\"c\"].value.points[1]; wrong-type@2:32 criteria[\"c\"].value.points[2][1]"
    );
    assert_eq!(
        criterion("pair(x, 5)"),
        "wrong-type@2:6 criteria[\"c\"].value.pair[0]; wrong-type@2:9 criteria[\"c\"].value.pair[1]"
    );
    assert_eq!(
        criterion("levels(none: 0, full: \"1\")"),
        "wrong-type@2:23 criteria[\"c\"].value.levels.full"
    );
    assert_eq!(
        json("\"items\": [{ \"id\": \"e-tax\", \"scores\": { \"demand\": { \"low\": true } } }]"),
        "missing-field@2:50 items[\"e-tax\"].scores.demand; missing-field@2:50 items[\"e-tax\"].scores.demand; wrong-type@2:59 items[\"e-tax\"].scores.demand.low"
    );
    let many = json(&format!("\"items\": [{}1]", "7, ".repeat(5000)));
    assert_eq!((many.matches("wrong-type").count(), many.matches("too-many").count()), (1000, 1));
}
