//! Documents: edits and their inverses, files and their bytes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::{
    Document, Edit, Label, ListEdit, bundled_scenario, set_with_swing, with_item_renamed,
    with_missing_reviews, without_item,
};
use phasewise::files::text::Format;
use phasewise::files::{self, SaveError};
use phasewise::model::{ItemKind, Severity, validate};
use phasewise::sequencing::SplitMix64;
use std::path::Path;

fn label() -> Label {
    Label::new("edit-name", "something")
}

#[test]
fn a_scenario_survives_both_notations_to_the_byte() {
    for name in ["kazakhstan.ron", "eu20.ron"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        let bytes = std::fs::read(&path).unwrap();
        let (scenario, header, _) = files::parse(&bytes, Format::Ron);
        let scenario = scenario.unwrap();
        let again = files::to_text(&scenario, Format::Ron, header.as_deref()).unwrap();
        assert!(again.as_bytes() == bytes, "{name} is not as we would write it");
        let json = files::to_text(&scenario, Format::Json, None).unwrap();
        let (back, _, _) = files::parse(json.as_bytes(), Format::Json);
        assert!(back.as_ref() == Some(&scenario), "{name} loses something in JSON");
        assert_eq!(files::to_text(&back.unwrap(), Format::Json, None).unwrap(), json);
    }
}

#[test]
fn other_programs_read_our_ron() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eu20.ron");
    let text = std::fs::read_to_string(path).unwrap();
    use ron::extensions::Extensions;
    let extensions = Extensions::IMPLICIT_SOME
        | Extensions::UNWRAP_NEWTYPES
        | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    assert!(options.from_str::<ron::Value>(&text).is_ok());
}

#[test]
fn undo_takes_back_any_row_of_edits_and_redo_does_them_again() {
    let mut random = SplitMix64::new(42);
    let original = bundled_scenario();
    let mut document = Document::unnamed(original.clone());
    let mut states = vec![original];
    for round in 0..200 {
        let scenario = document.scenario().clone();
        let at = random.below(scenario.items.len());
        let edit = match random.below(6) {
            0 => without_item(&scenario, at).unwrap(),
            1 => with_item_renamed(&scenario, at, &format!("renamed-{round}")).unwrap(),
            2 => {
                let mut item = scenario.items[at].clone();
                item.mandatory = !item.mandatory;
                Edit::Items(ListEdit::Replace { at, value: Box::new(item) })
            }
            3 => {
                let mut item = scenario.items[at].clone();
                item.id = format!("new-{round}").into();
                Edit::Items(ListEdit::Insert { at, value: Box::new(item) })
            }
            4 => {
                let set = &scenario.weight_sets[0];
                let criterion = scenario.leaf_criteria().next().unwrap().id.clone();
                let value = set_with_swing(&scenario, set, &criterion, random.below(100) as f64);
                Edit::WeightSets(ListEdit::Replace { at: 0, value: Box::new(value) })
            }
            _ => Edit::Title(format!("Title {round}").as_str().into()),
        };
        document.apply(label(), edit, None).unwrap();
        states.push(bundled(&document));
    }
    for state in states.iter().rev().skip(1) {
        assert!(document.undo());
        assert!(*document.scenario().as_ref() == *state);
    }
    assert!(!document.undo() && !document.is_unsaved());
    for state in states.iter().skip(1) {
        assert!(document.redo());
        assert!(*document.scenario().as_ref() == *state);
    }
    assert!(!document.redo());
}

fn bundled(document: &Document) -> phasewise::model::Scenario {
    document.scenario().as_ref().clone()
}

#[test]
fn an_edit_that_does_not_fit_changes_nothing() {
    let mut document = Document::unnamed(bundled_scenario());
    let before = bundled(&document);
    let edit = Edit::Several(vec![
        Edit::Title("Another".into()),
        Edit::Items(ListEdit::Remove { at: 10_000 }),
    ]);
    assert!(document.apply(label(), edit, None).is_err());
    assert!(bundled(&document) == before && !document.is_unsaved());
}

#[test]
fn a_deleted_item_leaves_no_link_behind() {
    let scenario = bundled_scenario();
    for at in 0..scenario.items.len() {
        let mut changed = scenario.clone();
        without_item(&scenario, at).unwrap().apply(&mut changed).unwrap();
        let errors: Vec<_> = validate::problems(&changed)
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{}: {errors:?}", scenario.items[at].id);
    }
}

#[test]
fn missing_reviews_are_added_in_one_step() {
    let mut scenario = bundled_scenario();
    assert!(with_missing_reviews(&scenario).is_none(), "the bundled scenario has all of them");
    let item = scenario.items.iter().position(|item| item.id == "e-licences").unwrap();
    let kinds: Vec<(String, ItemKind)> =
        scenario.items.iter().map(|item| (item.id.to_string(), item.kind)).collect();
    scenario.items[item].requires.retain(|link| {
        kinds.iter().all(|(id, kind)| *id != link.item.0 || *kind != ItemKind::ProcessReview)
    });
    let (edit, count) = with_missing_reviews(&scenario).unwrap();
    assert_eq!(count, 1);
    edit.apply(&mut scenario).unwrap();
    assert!(with_missing_reviews(&scenario).is_none());
    assert!(scenario.item("review-e-licences").is_some());
}

#[test]
fn a_locked_share_stays_when_others_move() {
    let mut scenario = bundled_scenario();
    scenario.weight_sets[0].locked = vec!["time-saved".into()];
    let leaf = scenario.leaf_criteria().position(|c| c.id == "time-saved").unwrap();
    let before = phasewise::scoring::set_weights(&scenario, &scenario.weight_sets[0])[leaf];
    let moved = set_with_swing(&scenario, &scenario.weight_sets[0], &"demand".into(), 5.0);
    let after = phasewise::scoring::set_weights(&scenario, &moved)[leaf];
    assert!((before - after).abs() < 1e-12, "{before} became {after}");
}

#[test]
fn saving_notices_others_keeps_rights_and_never_half_writes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    let mut document = Document::unnamed(bundled_scenario());
    assert!(matches!(document.save(false), Err(SaveError::NoPath)));
    document.save_as(&file).unwrap();
    document.apply(label(), Edit::Title("Mine".into()), None).unwrap();
    std::fs::write(&file, "(schema: 1)").unwrap();
    assert!(matches!(document.save(false), Err(SaveError::ChangedOnDisk(_))));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "(schema: 1)");
    assert!(document.is_unsaved());
    document.save(true).unwrap();
    let again = Document::open(&file).unwrap();
    assert!(bundled(&again) == bundled(&document));
    let nowhere = folder.path().join("no-such-folder").join("mine.ron");
    assert!(matches!(document.save_as(&nowhere), Err(SaveError::Io(..))));
    let strange = folder.path().join("mine.docx");
    assert!(matches!(document.save_as(&strange), Err(SaveError::UnknownEnding(_))));
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "no temporary file is left behind");
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    let mut document = Document::unnamed(bundled_scenario());
    document.save_as(&file).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    document.apply(label(), Edit::Title("Mine".into()), None).unwrap();
    document.save(false).unwrap();
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    let before = std::fs::read(&file).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o440)).unwrap();
    document.apply(label(), Edit::Title("Ours".into()), None).unwrap();
    assert!(document.save(false).is_err());
    assert_eq!(std::fs::read(&file).unwrap(), before);
}
