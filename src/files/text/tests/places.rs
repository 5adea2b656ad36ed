//! From paths back to places.

use crate::files::text::{Format::*, Locator, locate, parse};

#[test]
fn paths_are_found_in_both_notations() {
    let ron = "(\n  items: [\n    (id: \"e-tax\", requires: [(item: \"b\")],\n     scores: { \"x.y\": 1 }, value: log10(worst: 5)),\n  ],\n)";
    let root = parse(ron, Ron).unwrap();
    let at = |path: &str| locate(&root, path).map(|span| (span.line, span.column));
    assert_eq!(at(""), Some((1, 1)));
    assert_eq!(at("items"), Some((2, 10)));
    assert_eq!(at("items[0]"), Some((3, 5)));
    assert_eq!(at("items[\"e-tax\"]"), Some((3, 5)));
    assert_eq!(at("items[\"e-tax\"].requires[0].item"), Some((3, 37)));
    assert_eq!(at("items[\"e-tax\"].scores[\"x.y\"]"), Some((4, 23)));
    assert_eq!(at("items[\"e-tax\"].value.log10.worst"), Some((4, 48)));
    assert_eq!(at("items[\"e-tax\"].value.worst"), Some((4, 48)));
    for path in [
        "items[1]",
        "items[\"b\"]",
        "titel",
        "items[",
        "items[\"",
        "items[x]",
        "..",
        "items[0].id.x",
    ] {
        assert_eq!(at(path), None, "{path}");
    }
    // A long list is indexed; of two with one id the first is meant.
    let items: String = (0..40).map(|at| format!("(id: \"i{}\"),\n", at % 30)).collect();
    let long = parse(&format!("(items: [\n{items}])"), Ron).unwrap();
    let mut places = Locator::new(&long);
    for (id, line) in [("i0", 2), ("i7", 9), ("i29", 31), ("i30", 1), ("i7", 9)] {
        assert_eq!(places.closest(&format!("items[\"{id}\"].id")).line, line, "{id}");
    }
    let closest = Locator::new(&root).closest("items[\"e-tax\"].effort");
    assert_eq!((closest.line, closest.column), (3, 5));

    let json =
        parse(r#"{"items": [{"id": "қ", "value": {"log10": {"worst": 5}}}]}"#, Json).unwrap();
    for path in ["items[0].value.log10.worst", "items[\"қ\"].value.worst"] {
        assert_eq!(locate(&json, path).map(|span| (span.line, span.column)), Some((1, 53)));
    }
}
