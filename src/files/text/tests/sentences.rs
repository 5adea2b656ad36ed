//! The words of the problems that people meet most.

use super::Sample;
use crate::files::text::{Format::Ron, read};

#[test]
fn sentences() {
    let sentence = |text: &str| {
        read::<Sample>(text, Ron).1.iter().map(|p| p.english()).collect::<Vec<_>>().join("\n")
    };
    for (text, english) in [
        (
            "(schema: 1, titel: \"t\")",
            "There is no field “titel” here. Did you mean “title”? Fields allowed here: schema, title, criteria, items, weights.",
        ),
        (
            "(schema: \"1\", title: \"t\")",
            "Here stands the text \"1\", but a whole number is needed. Write a number without decimals, such as 3.",
        ),
        (
            "(schema: -1, title: \"t\")",
            "-1 is out of range: from 0 to 4294967295 is allowed. Write a whole number in this range.",
        ),
        ("(schema: 1)", "The field “title” is missing here. Add “title”."),
        (
            "(schema: 1, schema: 1, title: \"t\")",
            "“schema” stands here a second time; the first is on line 1, column 2. Remove one of the two.",
        ),
        (
            "(schema: 1, title: \"t\", items: [(id: \"a\", source: assumtion)])",
            "“assumtion” is not among the choices here. Did you mean “assumption”? Choices: assumption, process-review, infrastructure.",
        ),
        (
            "(schema: 1, title: \"t\", items: [(id: \"a\", source: 5)])",
            "Here stands the number 5, but a choice is needed. Write one of: assumption, process-review, infrastructure.",
        ),
        (
            "(schema: 1, title: \"t\", items: [(id: \"a\", scores: (d: \"5\"))])",
            "Here stands the text \"5\", but a number or (low: …, best: …, high: …) is needed. Write a number or (low: …, best: …, high: …).",
        ),
        (
            "(schema: 1, title: \"t\", items: [7])",
            "Here stands the number 7, but a group of fields is needed. Write its fields in brackets, each with its name. Fields: id, note, scores, capex, requires, source, count.",
        ),
        (
            "(schema: 1, title: \"t\", weights: (a: inf))",
            "Here stands inf, which is no finite number. Write a number; leave the field out if nothing is known.",
        ),
        (
            "(schema: 1, title: \"t\", items: [(id: \"a b\")])",
            "“a b” is no identifier: no blanks, not empty. Correct what stands here.",
        ),
    ] {
        assert_eq!(sentence(text), english);
    }
}

#[test]
fn what_serde_keeps_aside_is_described_without_types_of_rust() {
    #[derive(Debug, serde::Deserialize)]
    #[serde(tag = "kind", rename_all = "kebab-case")]
    enum Tagged {
        One {
            #[expect(dead_code, reason = "only read")]
            x: f64,
        },
    }
    let (_, problems) = read::<Vec<Tagged>>("[(kind: one, x: \"2\"), (kind: one, x: 2)]", Ron);
    assert_eq!(
        problems[0].english(),
        "Here stands something of another type within: string \"2\", but a number is needed. \
         Write a number without quotes, such as 3.5."
    );
    let keys = "{ \"1\": 1, 2: 2, \"x\": 3, -1: 4, 300: 5 }";
    let (_, problems) = read::<std::collections::BTreeMap<u8, u8>>(keys, Ron);
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["wrong-type", "out-of-range", "out-of-range"]);
}
