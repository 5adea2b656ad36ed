//! Broken, strange and hostile variants: each gets its sentence, none is written over.

use crate::small::SMALL;
use crate::support::{Folder, told};
use phasewise::files::variant::Variant;
use phasewise::files::{self, SaveError};
use phasewise::texts::{LANGUAGES, Texts};

/// What is wrong with a variant with these changes.
fn refused(changes: &str) -> Vec<String> {
    let folder = Folder::new();
    folder.variant(changes);
    let problems = files::read(&folder.path("try.ron")).map(drop).unwrap_err();
    for (code, _) in LANGUAGES {
        let texts = Texts::new(code);
        for problem in &problems {
            let (message, remedy) = phasewise::app::words(problem, &texts);
            assert!(!message.starts_with("problem-") && !remedy.starts_with("problem-"));
            assert!(message.contains(' ') && !message.contains('$'), "{code}: {message}");
        }
    }
    told(&problems)
}

#[test]
fn what_cannot_be_a_change_is_refused_with_its_place() {
    for (changes, wanted) in [
        ("(at: \"\", now: 1)", "2:1 variant-path "),
        ("(at: \"items[0].capex\", now: 1)", "2:1 variant-path "),
        ("(at: \"items['a\", now: 1)", "2:1 variant-path "),
        ("(at: \"items['a']\")", "2:1 variant-empty-change items['a']"),
        ("(at: \"items['a']\", was: None, now: None)", "2:1 variant-empty-change items['a']"),
        ("(at: \"items['a']\", first: true, after: \"b\")", "2:1 variant-two-places items['a']"),
        ("(now: 1)", "2:1 missing-field changes[0]"),
        ("(at: \"title\", now: 1, becuase: 2)", "2:23 unknown-field changes[0].becuase"),
        ("(at: \"title\", now: \"a\"), (at: \"title\", now: \"b\")", "2:26 variant-overlap title"),
        (
            "(at: \"items['a']\", now: (id: \"a\")), (at: \"items['a'].capex\", now: 1)",
            "2:37 variant-overlap items['a'].capex",
        ),
        (
            "(at: \"items['a'].capex\", now: 1), (at: \"items['a']\", was: (id: \"a\"))",
            "2:35 variant-overlap items['a']",
        ),
        ("(at: \"items['g']\", now: (id: \"h\"))", "2:1 variant-other-key items['g']"),
        ("(at: \"itms['a'].capex\", now: 1)", "2:1 unknown-field itms"),
        ("(at: \"itms['a']\", now: (id: \"a\"))", "2:1 unknown-field itms"),
        ("(at: \"items['a'].capx\", now: 1)", "2:1 unknown-field items[\"a\"].capx"),
        ("(at: \"items['a'].capx.best\", now: 1)", "2:1 unknown-field items[\"a\"].capx"),
        ("(at: \"title\", now: [1])", "2:20 wrong-type title"),
        ("(at: \"title\", was: [1], now: \"a\")", "2:20 wrong-type title"),
        ("(at: \"items['a'].capex\", now: NaN)", "2:31 not-finite items[\"a\"].capex"),
        ("(at: \"items['a'].capex\", now: (bst: 1))", "2:32 unknown-field items[\"a\"].capex.bst"),
    ] {
        let found = refused(changes);
        assert!(found.iter().any(|line| line == wanted), "{changes}: {found:?}");
    }
}

#[test]
fn all_problems_come_at_once() {
    let found = refused(
        "(at: \"title\", now: [1]),\n(at: \"items['a'].capx\", now: 1),\n\
         (at: \"items['b'].capex\", now: \"much\")",
    );
    let lines: Vec<&str> = found.iter().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(lines, ["2", "3", "4"], "{found:?}");
    let found = refused("(at: \"\", now: 1),\n(at: \"items[1]\", now: 1)");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_way_that_is_very_deep_or_very_long_ends() {
    let deep = format!("(at: \"{}\", now: 1)", ["a"; 10_000].join("."));
    assert_eq!(refused(&deep), ["2:1 variant-path "]);
    let long: String = (0..3000)
        .map(|at| {
            format!("(at: \"items['n{at}']\", now: (id: \"n{at}\"), after: \"n{}\"),", at + 1)
        })
        .collect();
    let folder = Folder::new();
    folder.variant(&format!("{long}(at: \"items['n3000']\", now: (id: \"n3000\"), after: \"n0\")"));
    // They follow each other in a circle, and are there all the same.
    assert_eq!(folder.load("try.ron").scenario.items.len(), 6 + 3001);
}

#[test]
fn moving_what_is_not_there_is_told() {
    let folder = Folder::new();
    folder.variant("(at: \"items['x']\", after: \"a\"), (at: \"items['b']\", after: \"x\")");
    assert_eq!(folder.problems("try.ron"), ["2:1 variant-gone items['x']"]);
}

#[test]
fn a_base_that_is_not_there_or_cannot_be_used_is_told() {
    let folder = Folder::new();
    folder.variant("");
    std::fs::remove_file(folder.path("base.ron")).unwrap();
    assert_eq!(folder.problems("try.ron"), ["1:19 variant-base-missing base"]);
    folder.write(
        "base.ron",
        &SMALL.replace("capex: 1)", "capx: 1)").replace("budget: 3.5", "budget: -3"),
    );
    let (_, problems) = files::examine(&folder.path("try.ron"));
    let found = told(&problems);
    assert_eq!(found[0], "1:19 variant-base-unusable base");
    assert!(found[1].contains("unknown-field items[\"a\"].capx"), "{found:?}");
    assert!(problems[1].file.as_ref().unwrap().ends_with("base.ron"));
    let words = phasewise::app::words(&problems[1], &Texts::new("en")).0;
    assert!(words.starts_with("In ") && words.contains("base.ron: "), "{words}");
    std::fs::remove_file(folder.path("base.ron")).unwrap();
    std::fs::create_dir(folder.path("base.ron")).unwrap();
    assert_eq!(folder.problems("try.ron"), ["1:19 file-is-folder base"]);
    for base in ["", ".", "..", "base.ron/x", "\\u{0}"] {
        folder.write("try.ron", &format!("(schema: 1, base: \"{base}\", changes: [])"));
        assert!(!folder.problems("try.ron").is_empty(), "{base}");
    }
}

#[test]
fn a_base_may_be_a_variant_but_never_of_itself() {
    let folder = Folder::new();
    let variant = |base: &str, title: &str| {
        format!(
            "(schema: 1, base: \"{base}\", changes: [(at: \"title\", was: \"x\", now: \"{title}\")])"
        )
    };
    folder.write("0.ron", SMALL);
    for at in 1..=9 {
        let base = format!("{}.ron", at - 1);
        let text = variant(&base, &at.to_string());
        folder.write(
            &format!("{at}.ron"),
            &text.replace(
                "was: \"x\"",
                &match at {
                    1 => "was: \"Small\"".to_owned(),
                    _ => format!("was: \"{}\"", at - 1),
                },
            ),
        );
    }
    let last = folder.load("8.ron");
    assert_eq!(last.scenario.title.get("en"), "8");
    let of = last.variant.unwrap();
    assert_eq!((of.seen.len(), of.stale.len()), (8, 0));
    assert!(folder.problems("9.ron").iter().any(|line| line.contains("variant-too-deep")));
    assert!(Variant::of(&folder.path("8.ron")).is_err(), "nothing can rest on the eighth");
    // A circle, of one and of three.
    folder.write("own.ron", &variant("./own.ron", "x"));
    assert_eq!(folder.problems("own.ron"), ["1:19 variant-circle base"]);
    for (name, base) in [("a", "b"), ("b", "c"), ("c", "a")] {
        folder.write(&format!("{name}.ron"), &variant(&format!("{base}.ron"), name));
    }
    let found = folder.problems("a.ron");
    assert!(found.iter().any(|line| line.contains("variant-circle")), "{found:?}");
}

#[test]
fn the_base_is_never_written() {
    let folder = Folder::new();
    let of = Variant::of(&folder.path("base.ron")).unwrap();
    let scenario = of.base_scenario.clone();
    std::fs::create_dir(folder.path("deep")).unwrap();
    for name in ["base.ron", "deep/../base.ron"] {
        let error = files::variant::write(&folder.path(name), &scenario, &of, None).unwrap_err();
        assert!(matches!(error, SaveError::IsBase(_)), "{error:?}");
    }
    let error = files::variant::write(&folder.path("try.txt"), &scenario, &of, None).unwrap_err();
    assert!(matches!(error, SaveError::UnknownEnding(_)), "{error:?}");
    assert_eq!(folder.read("base.ron"), SMALL);
}

#[test]
fn a_newer_schema_and_the_text_alone_are_refused() {
    let folder = Folder::new();
    folder.write("try.ron", "(schema: 99, base: \"base.ron\", changes: [])");
    assert_eq!(folder.problems("try.ron").len(), 1);
    let (scenario, _, problems) =
        files::parse(b"(schema: 1, base: \"base.ron\")", files::text::Format::Ron);
    assert!(scenario.is_none());
    assert_eq!(problems[0].code, "variant-alone");
    // Without changes, without a base, without anything else.
    folder.write("try.ron", "(schema: 1, base: \"base.ron\")");
    assert_eq!(folder.load("try.ron").scenario, crate::small::small());
    folder.write("try.ron", "(schema: 1, changes: [])");
    assert!(folder.problems("try.ron")[0].contains("missing-field"));
    folder.write("try.ron", "(schema: 1, base: \"base.ron\", changes: [], items: [])");
    assert!(folder.problems("try.ron")[0].contains("unknown-field items"));
}
