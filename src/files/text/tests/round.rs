//! What is written is read back the same, byte for byte, in both notations.

use super::{Sample, SplitMix64};
use crate::files::text::{
    Format, Format::*, from_node, header_comment, parse, print, print_with_header, read, to_node,
};

fn write(model: &Sample, format: Format) -> String {
    print(&to_node(model).unwrap(), format)
}

#[test]
fn random_models_go_through_both_notations_unchanged() {
    let mut rng = SplitMix64(1);
    for _ in 0..600 {
        let model = rng.sample();
        let ron = write(&model, Ron);
        let (again, problems) = read::<Sample>(&ron, Ron);
        assert_eq!(problems, [], "{ron}");
        assert_eq!(again.as_ref(), Some(&model), "{ron}");
        let json = write(&again.unwrap(), Json);
        // Without its feature `float_roundtrip` serde_json may miss a float's last digit.
        let foreign: Sample = serde_json::from_str(&json).unwrap();
        assert_eq!(foreign.items.len(), model.items.len());
        let (again, problems) = read::<Sample>(&json, Json);
        assert_eq!(problems, [], "{json}");
        assert_eq!(write(&again.unwrap(), Ron), ron);
        for (text, format) in [(ron, Ron), (json, Json)] {
            assert_eq!(print(&parse(&text, format).unwrap(), format), text);
        }
    }
}

#[test]
fn a_printed_file_reads_well() {
    let text = r#"(schema: 1, title: "Two", criteria: [(id: "demand", value: log10(worst: 100, best: 1e6)),
        (id: "risk", value: linear(worst: 100, best: 0)), (id: "p", value: points([(0, 0), (10, 60.5)]))],
        items: [(id: "a", scores: (demand: 20000.0, risk: (low: 10, best: 20, high: 60, source: r#process-review)),
        note: Some("a long note, so long that it takes a line of its own and then a bit more of it"), capex: [3.5]),
        (id: "b", scores: {"demand": 100, "risk-x": -0.0}, source: infrastructure)])"#;
    let (model, problems) = read::<Sample>(text, Ron);
    assert_eq!(problems, []);
    let model = model.unwrap();
    assert_eq!(
        write(&model, Ron),
        r#"(
    schema: 1,
    title: "Two",
    criteria: [
        (id: "demand", value: log10(worst: 100, best: 1000000)),
        (id: "risk", value: linear(worst: 100, best: 0)),
        (id: "p", value: points([(0, 0), (10, 60.5)])),
    ],
    items: [
        (
            id: "a",
            note: "a long note, so long that it takes a line of its own and then a bit more of it",
            scores: {
                "demand": 20000,
                "risk": (low: 10, best: 20, high: 60, source: r#process-review),
            },
            capex: [3.5],
        ),

        (id: "b", scores: { "demand": 100, "risk-x": 0 }, source: infrastructure),
    ],
)
"#
    );
    let json = write(&model, Json);
    assert!(json.starts_with("{\n  \"schema\": 1,\n  \"title\": \"Two\",\n  \"criteria\": [\n    { \"id\": \"demand\", \"value\": { \"log10\": { \"worst\": 100, \"best\": 1000000 } } },\n"), "{json}");
    assert!(write(&model, Ron).lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn numbers_that_are_not_finite_are_not_written() {
    let mut model = SplitMix64(9).sample();
    model.weights = [("x.y".to_owned(), f64::NAN)].into();
    assert_eq!(to_node(&model).unwrap_err().path(), "weights[\"x.y\"]");
}

#[test]
fn the_comments_at_the_head_stay() {
    let text = "\u{feff}// One\r\n\r\n/* two /* in */ */\n( // three\n schema: 1, title: \"\")";
    let header = header_comment(text);
    assert_eq!(header.as_deref(), Some("// One\n\n/* two /* in */ */"));
    let (model, _) = read::<Sample>(text, Ron);
    let node = to_node(&model.unwrap()).unwrap();
    let written = print_with_header(&node, Ron, header.as_deref());
    assert_eq!(header_comment(&written), header);
    assert_eq!(print_with_header(&node, Json, header.as_deref()), print(&node, Json));
    assert_eq!(header_comment("(a: 1)"), None);
}

#[test]
fn random_damage_never_panics_and_never_passes_silently() {
    let mut rng = SplitMix64(7);
    for _ in 0..4000 {
        let format = [Ron, Json][rng.below(2)];
        let mut bytes = write(&rng.sample(), format).into_bytes();
        for _ in 0..=rng.below(6) {
            let at = rng.below(bytes.len());
            match rng.below(4) {
                0 => bytes[at] = rng.next() as u8,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"()[]{}\"',:=\\/*#-+.eE0r_\n"[rng.below(24)]),
                _ => bytes.truncate(at.max(1)),
            }
            if bytes.is_empty() {
                bytes.push(b'(');
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        let (model, problems) = read::<Sample>(&text, format);
        assert_eq!(model.is_some(), problems.is_empty(), "{text}");
        for problem in &problems {
            assert!(problem.line >= 1 && problem.column >= 1 && problem.offset <= text.len());
            assert!(!problem.english().contains("{$"), "{}", problem.english());
        }
        assert!(problems.is_sorted_by_key(|problem| problem.offset));
        if let Ok(node) = parse(&text, format) {
            let printed = print(&node, format);
            assert_eq!(print(&parse(&printed, format).unwrap(), format), printed);
            drop(from_node::<serde_json::Value>(&node));
        }
    }
}

#[test]
#[ignore = "timing: run in release"]
fn five_megabytes_take_less_than_a_second() {
    let mut rng = SplitMix64(3);
    let mut model = rng.sample();
    let mut size = 0;
    while size < 5_000_000 {
        for item in rng.sample().items {
            size += print(&to_node(&item).unwrap(), Json).len();
            model.items.push(item);
        }
    }
    for format in [Ron, Json] {
        let clock = std::time::Instant::now();
        let text = write(&model, format);
        let written = clock.elapsed();
        let clock = std::time::Instant::now();
        let node = parse(&text, format).unwrap();
        let parsed = clock.elapsed();
        let (again, problems) = from_node::<Sample>(&node);
        println!(
            "{format:?}: {} bytes, written {written:?}, parsed {parsed:?}, both {:?}",
            text.len(),
            clock.elapsed()
        );
        assert!(clock.elapsed().as_secs_f64() < 1.0);
        assert_eq!((again.as_ref() == Some(&model), problems), (true, Vec::new()));
    }
    let noise: String = (0..60_000_000).map(|_| char::from(32 + rng.below(95) as u8)).collect();
    let clock = std::time::Instant::now();
    let (_, problems) = read::<Sample>(&noise, Ron);
    println!("noise: {} problems, {:?}", problems.len(), clock.elapsed());
    assert!(clock.elapsed().as_secs_f64() < 1.0);
    let wrong = format!("(schema: 1, title: 2, items: [{}])", "7, ".repeat(15_000_000));
    let clock = std::time::Instant::now();
    let (_, problems) = read::<Sample>(&wrong, Ron);
    println!("all wrong: {} problems, {:?}", problems.len(), clock.elapsed());
}

#[test]
fn the_deepest_nesting_is_read_and_printed() {
    for format in [Ron, Json] {
        let text = format!("{}1{}", "[".repeat(128), "]".repeat(128));
        let (value, problems) = read::<serde_json::Value>(&text, format);
        assert_eq!(problems, []);
        let node = to_node(&value.unwrap()).unwrap();
        assert_eq!(
            parse(&print(&node, format), format).map(|node| print(&node, format)),
            Ok(print(&node, format))
        );
    }
}
