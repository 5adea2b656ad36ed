//! Open variants: saved, moved, recovered, and their base changing under them.

use crate::small::text;
use crate::support::Folder;
use phasewise::app::{Document, Edit, Journals, Label, ListEdit, VariantError};
use phasewise::files::SaveError;
use std::path::Path;

const CHANGE: &str = "(at: \"items['b'].scores.demand\", was: 200, now: 250)";

fn rename(document: &mut Document, at: usize, name: &str) {
    let mut item = document.scenario().items[at].clone();
    item.name = name.into();
    let edit = Edit::Items(ListEdit::Replace { at, value: Box::new(item) });
    document.apply(Label::new("edit-name", name), edit, None).unwrap();
}

fn label() -> Label {
    Label::new("edit-merge", "try")
}

#[test]
fn a_save_writes_the_differences_and_not_the_base() {
    let folder = Folder::new();
    let path = folder.variant(CHANGE);
    let base = folder.read("base.ron");
    let mut document = Document::open(&path).unwrap();
    assert!(document.variant().unwrap().base.ends_with("base.ron"));
    rename(&mut document, 5, "Six");
    document.save(false).unwrap();
    assert_eq!(folder.read("base.ron"), base);
    let saved = folder.read("try.ron");
    assert!(saved.lines().count() < 12 && saved.contains("now: \"Six\""), "{saved}");
    let again = Document::open(&path).unwrap();
    assert_eq!(again.scenario(), document.scenario());
    assert!(!document.is_unsaved() && !document.changed_on_disk());
}

#[test]
fn in_another_folder_the_way_to_the_base_is_another() {
    let folder = Folder::new();
    let mut document = Document::open(&folder.variant(CHANGE)).unwrap();
    std::fs::create_dir_all(folder.path("tries/cheap")).unwrap();
    document.save_as(&folder.path("tries/cheap/one.json")).unwrap();
    let saved = folder.read("tries/cheap/one.json");
    assert!(saved.contains("\"base\": \"../../base.ron\""), "{saved}");
    let again = Document::open(&folder.path("tries/cheap/one.json")).unwrap();
    assert_eq!(again.scenario(), document.scenario());
    // Back again, over the first file.
    document.save_as(&folder.path("try.ron")).unwrap();
    assert!(folder.read("try.ron").contains("base: \"base.ron\""));
    let error = document.save_as(&folder.path("base.ron")).unwrap_err();
    assert!(matches!(error, SaveError::IsBase(_)));
    assert_eq!(document.path(), Some(folder.path("try.ron").as_path()));
}

#[test]
fn a_variant_becomes_whole_and_a_whole_one_a_variant() {
    let folder = Folder::new();
    let mut document = Document::open(&folder.variant(CHANGE)).unwrap();
    document.save_as_whole(&folder.path("whole.ron")).unwrap();
    assert!(document.variant().is_none());
    assert_eq!(folder.read("whole.ron"), text(document.scenario()));
    folder.rebase("budget: 3.5", "budget: 3.6");
    assert!(!document.changed_on_disk());
    rename(&mut document, 0, "First");
    document.save_as_variant_of(&folder.path("base.ron"), &folder.path("new.ron")).unwrap();
    assert!(document.variant().is_some() && !document.is_unsaved());
    // Another budget than the base has now is a difference too.
    let saved = folder.read("new.ron");
    assert!(saved.contains("was: 3.6, now: 3.5"), "{saved}");
    assert_eq!(Document::open(&folder.path("new.ron")).unwrap().scenario(), document.scenario());
    let none = document.save_as_variant_of(&folder.path("none.ron"), &folder.path("x.ron"));
    assert!(matches!(none.unwrap_err(), VariantError::Base(_)));
    let own = document.save_as_variant_of(&folder.path("new.ron"), &folder.path("new.ron"));
    assert!(matches!(own.unwrap_err(), VariantError::Save(SaveError::IsBase(_))));
    assert_eq!(folder.read("new.ron"), saved);
}

#[test]
fn a_copy_of_a_variant_is_a_variant() {
    let folder = Folder::new();
    let document = Document::open(&folder.variant(CHANGE)).unwrap();
    let mut copy = document.copied(&[]);
    assert!(!copy.changed_on_disk() && copy.look_at_disk().is_none());
    copy.save_as(&folder.path("try-2.ron")).unwrap();
    let saved = folder.read("try-2.ron");
    assert!(saved.contains("base: \"base.ron\"") && saved.contains("try-2"), "{saved}");
}

#[test]
fn a_changed_base_is_noticed_shown_and_merged_as_one_step() {
    let folder = Folder::new();
    let mut document = Document::open(&folder.variant(CHANGE)).unwrap();
    rename(&mut document, 5, "Six");
    folder.rebase("budget: 3.5", "budget: 3.75");
    assert!(document.changed_on_disk());
    assert_eq!(document.seen_on_disk().len(), 2);
    let error = document.save(false).unwrap_err();
    assert!(matches!(error, SaveError::ChangedOnDisk(path) if path.ends_with("base.ron")));
    let theirs = document.look_at_disk().unwrap().run().unwrap();
    assert_eq!(theirs.inputs.len(), 1, "{:?}", theirs.inputs);
    assert_eq!(theirs.conflicts().len(), 0);
    let settled = theirs.settled(&[]);
    document.merge_in(label(), &theirs, settled).unwrap();
    assert_eq!(document.history().steps().0.len(), 2);
    assert_eq!(document.scenario().phases[1].budget, Some(3.75));
    assert_eq!(document.scenario().items[5].name.get("en"), "Six");
    assert!(!document.changed_on_disk() && document.is_unsaved());
    document.save(false).unwrap();
    assert!(!folder.read("try.ron").contains("budget"), "{}", folder.read("try.ron"));
    // Undone, it must not be written over the base's correction by accident.
    document.undo();
    assert!(matches!(document.save(false), Ok(())), "a state of ours like any other");
    assert!(folder.read("try.ron").contains("was: 3.75, now: 3.5"), "{}", folder.read("try.ron"));
}

#[test]
fn nothing_of_a_changed_base_is_undone_by_saving_elsewhere() {
    let folder = Folder::new();
    let mut document = Document::open(&folder.variant(CHANGE)).unwrap();
    rename(&mut document, 5, "Six");
    folder.rebase("budget: 3.5", "budget: 3.75");
    document.save_as(&folder.path("other.ron")).unwrap();
    assert!(document.changed_on_disk(), "it is still to be looked at");
    let again = Document::open(&folder.path("other.ron")).unwrap();
    assert_eq!(again.scenario().phases[1].budget, Some(3.75));
    assert_eq!(again.scenario().items[5].name.get("en"), "Six");
}

#[test]
fn a_base_that_vanished_loses_no_work() {
    let folder = Folder::new();
    let mut document = Document::open(&folder.variant(CHANGE)).unwrap();
    rename(&mut document, 5, "Six");
    std::fs::remove_file(folder.path("base.ron")).unwrap();
    assert!(matches!(document.save(false).unwrap_err(), SaveError::ChangedOnDisk(_)));
    let problems = document.look_at_disk().unwrap().run().unwrap_err();
    assert_eq!(problems[0].code, "variant-base-missing");
    document.save_as_whole(&folder.path("whole.ron")).unwrap();
    assert_eq!(Document::open(&folder.path("whole.ron")).unwrap().scenario(), document.scenario());
}

#[test]
fn a_stale_place_that_was_looked_at_is_told_no_more() {
    let folder = Folder::new();
    let path = folder.variant(CHANGE);
    folder.rebase("\"demand\": 200", "\"demand\": 220");
    let mut document = Document::open(&path).unwrap();
    assert_eq!(document.variant().unwrap().stale.len(), 1);
    assert!(!document.keep_ours("title") && !document.is_unsaved());
    assert!(document.keep_ours("items['b'].scores.demand") && document.is_unsaved());
    document.save(false).unwrap();
    assert_eq!(Document::open(&path).unwrap().variant().unwrap().stale, []);
    assert_eq!(Document::open(&path).unwrap().scenario(), document.scenario());
}

fn journals(folder: &Path) -> Journals {
    Journals::new(folder.join("state"))
}

#[test]
fn a_journal_recovers_a_variant_as_a_variant() {
    let folder = Folder::new();
    let path = folder.variant(&format!(
        "{CHANGE},\n(at: \"items['q'].capex\", was: 1, now: (best: 2, source: stated))"
    ));
    folder.rebase("\"demand\": 200", "\"demand\": 220");
    let journals = journals(folder.folder.path());
    let mut document = Document::open_with_history(&path, &journals).unwrap();
    rename(&mut document, 5, "Six");
    document.recorder().unwrap().flush();
    let (scenario, variant) = (document.scenario().clone(), document.variant().cloned());
    assert_eq!(variant.as_ref().unwrap().kept.len(), 1);
    drop(document);
    let rests = journals.rests();
    assert_eq!(rests.len(), 1);
    let mut back = Document::recovered(&rests[0].path, &journals).unwrap();
    assert_eq!(back.scenario(), &scenario);
    assert_eq!(back.variant(), variant.as_ref());
    back.save(false).unwrap();
    let saved = folder.read("try.ron");
    assert!(saved.contains("base: \"base.ron\"") && saved.contains("source: stated"), "{saved}");
    assert!(saved.contains("was: 200, now: 250"), "{saved}");
    drop(back);
    assert_eq!(journals.rests().len(), 0);
}

#[test]
fn undo_goes_on_after_a_restart_unless_the_base_has_changed() {
    let folder = Folder::new();
    let path = folder.variant(CHANGE);
    let journals = journals(folder.folder.path());
    let mut document = Document::open_with_history(&path, &journals).unwrap();
    rename(&mut document, 5, "Six");
    document.save(false).unwrap();
    drop(document);
    let mut again = Document::open_with_history(&path, &journals).unwrap();
    assert!(again.undo() && again.redo());
    drop(again);
    folder.rebase("(id: \"a\",", "(id: \"zero\"), (id: \"a\",");
    let mut other = Document::open_with_history(&path, &journals).unwrap();
    assert!(!other.undo(), "the steps belong to another list of items");
}
