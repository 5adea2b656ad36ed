//! The crash journal: nothing is lost when the program ends without asking, and undo
//! goes on after a restart.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::{Document, Edit, Journals, KEPT_HISTORIES, Label, ListEdit, bundled_scenario};
use phasewise::model::Scenario;
use phasewise::sequencing::SplitMix64;
use std::path::{Path, PathBuf};
use std::sync::Arc;

struct Desk {
    folder: tempfile::TempDir,
    journals: Journals,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::new(folder.path().join("state"));
        Self { folder, journals }
    }

    fn file(&self) -> PathBuf {
        let file = self.folder.path().join("eu20.ron");
        if !file.exists() {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eu20.ron");
            std::fs::copy(from, &file).unwrap();
        }
        file
    }

    fn open(&self) -> Document {
        Document::open_with_history(&self.file(), &self.journals).unwrap()
    }

    fn recovered(&self) -> Document {
        let rests = self.journals.rests();
        assert_eq!(rests.len(), 1, "one piece of work is in no file");
        Document::recovered(&rests[0].path, &self.journals).unwrap()
    }
}

/// Ends the program as a crash would: the thread has written, and nobody says good-bye.
fn crash(document: Document) -> Arc<Scenario> {
    document.recorder().unwrap().flush();
    document.scenario().clone()
}

fn rename(document: &mut Document, at: usize, name: &str, gesture: Option<u64>) {
    let mut item = document.scenario().items[at].clone();
    item.name = name.into();
    let edit = Edit::Items(ListEdit::Replace { at, value: Box::new(item) });
    document.apply(Label::new("edit-name", name), edit, gesture).unwrap();
}

#[test]
fn what_was_not_saved_is_found_after_a_crash_with_all_its_steps() {
    let desk = Desk::new();
    let mut document = desk.open();
    let original = document.scenario().clone();
    rename(&mut document, 0, "first", None);
    rename(&mut document, 1, "second", None);
    for step in 0..50 {
        rename(&mut document, 2, &format!("dragged {step}"), Some(7));
    }
    document.undo();
    document.set_reason(1, "the commission asked for it").unwrap();
    let last = crash(document);
    let mut back = desk.recovered();
    assert_eq!(back.scenario(), &last);
    assert_eq!(back.path(), Some(desk.file().as_path()));
    assert!(back.is_unsaved());
    let (steps, done) = back.history().steps();
    assert_eq!((steps.len(), done), (3, 2));
    assert_eq!(steps[1].reason, "the commission asked for it");
    back.redo();
    assert_eq!(back.scenario().items[2].name.get("en"), "dragged 49");
    while back.undo() {}
    assert_eq!(back.scenario(), &original);
    back.save(false).unwrap();
    drop(back);
    assert!(desk.journals.rests().is_empty(), "what is saved is not offered");
}

#[test]
fn undo_goes_on_after_a_restart() {
    let desk = Desk::new();
    let mut document = desk.open();
    let original = document.scenario().clone();
    rename(&mut document, 0, "first", None);
    rename(&mut document, 1, "second", None);
    document.save(false).unwrap();
    document.undo();
    document.save(false).unwrap();
    drop(document);
    assert!(desk.journals.rests().is_empty());
    let mut again = desk.open();
    assert!(!again.is_unsaved());
    assert_eq!(again.history().steps().1, 1);
    assert!(again.redo());
    assert_eq!(again.scenario().items[1].name.get("en"), "second");
    assert!(again.undo() && again.undo());
    assert_eq!(again.scenario(), &original);
    // A third start goes on from the second.
    crash(again);
    let back = desk.recovered();
    assert_eq!((back.history().steps().0.len(), back.history().steps().1), (2, 0));
}

#[test]
fn a_file_that_somebody_else_changed_has_no_history_of_ours() {
    let desk = Desk::new();
    let mut document = desk.open();
    rename(&mut document, 0, "first", None);
    document.save(false).unwrap();
    drop(document);
    let text = std::fs::read_to_string(desk.file()).unwrap();
    std::fs::write(desk.file(), text.replace("\"first\"", "\"theirs\"")).unwrap();
    let again = desk.open();
    assert_eq!(again.history().steps(), (&[][..], 0));
    assert_eq!(again.scenario().items[0].name.get("en"), "theirs");
}

#[test]
fn a_crash_between_the_save_and_its_note_offers_nothing() {
    let desk = Desk::new();
    let mut document = desk.open();
    rename(&mut document, 0, "first", None);
    let scenario = crash(document);
    let text = std::fs::read_to_string(desk.file()).unwrap();
    let header = phasewise::files::read(&desk.file()).unwrap().header;
    assert!(!text.contains("\"first\""));
    phasewise::files::write(&desk.file(), &scenario, header.as_deref()).unwrap();
    assert!(desk.journals.rests().is_empty());
    let again = desk.open();
    assert_eq!(again.history().steps().1, 1, "its history is known all the same");
    assert!(!again.is_unsaved());
}

#[test]
fn a_scenario_without_a_file_is_found_too_and_keeps_its_journal_when_it_gets_one() {
    let desk = Desk::new();
    let mut document = Document::unnamed(bundled_scenario());
    document.keep_journal(&desk.journals);
    rename(&mut document, 3, "named", None);
    crash(document);
    let mut back = desk.recovered();
    assert_eq!(back.path(), None);
    assert_eq!(back.scenario().items[3].name.get("en"), "named");
    let file = desk.folder.path().join("mine.ron");
    back.save_as(&file).unwrap();
    rename(&mut back, 4, "later", None);
    crash(back);
    let back = desk.recovered();
    assert_eq!(back.path(), Some(file.as_path()));
    assert_eq!((back.history().steps().0.len(), back.history().unsaved_steps()), (2, 1));
}

#[test]
fn two_windows_on_one_file_keep_a_journal_each() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    rename(&mut one, 0, "one", None);
    one.recorder().unwrap().flush();
    rename(&mut other, 0, "other", None);
    other.recorder().unwrap().flush();
    assert!(desk.journals.rests().is_empty(), "what is open is not offered");
    drop((one, other));
    let mut names: Vec<String> = desk
        .journals
        .rests()
        .iter()
        .map(|rest| rest.told.base.scenario.items[0].name.get("en").to_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["one", "other"]);
}

#[test]
fn what_was_left_behind_on_purpose_is_marked_so() {
    let desk = Desk::new();
    let mut document = desk.open();
    rename(&mut document, 0, "first", None);
    document.leave_behind();
    drop(document);
    let rests = desk.journals.rests();
    assert!(rests[0].told.left.is_some());
    assert!(desk.journals.forget(&rests[0].path));
    assert!(desk.journals.rests().is_empty());
    assert_eq!(std::fs::read_dir(desk.journals.folder()).unwrap().count(), 0, "no litter");
}

#[test]
fn a_journal_that_cannot_be_written_says_so_and_catches_up_later() {
    let desk = Desk::new();
    // A file stands where the folder should be.
    std::fs::write(desk.journals.folder(), "in the way").unwrap();
    let mut document = desk.open();
    rename(&mut document, 0, "first", None);
    let recorder = document.recorder().unwrap();
    recorder.flush();
    assert!(recorder.trouble().is_some());
    std::fs::remove_file(desk.journals.folder()).unwrap();
    rename(&mut document, 1, "second", None);
    let recorder = document.recorder().unwrap();
    recorder.flush();
    assert_eq!(recorder.trouble(), None);
    let last = crash(document);
    assert_eq!(desk.recovered().scenario(), &last);
}

#[test]
fn a_journal_cut_anywhere_tells_a_state_that_was() {
    let desk = Desk::new();
    let mut document = desk.open();
    let mut states = vec![document.scenario().clone()];
    let mut random = SplitMix64::new(5);
    for step in 0..30 {
        match random.below(4) {
            0 if document.history().undo_label().is_some() => drop(document.undo()),
            _ => rename(&mut document, random.below(20), &format!("step {step}"), None),
        }
        states.push(document.scenario().clone());
    }
    crash(document);
    let journal = desk.journals.rests()[0].path.clone();
    let bytes = std::fs::read(&journal).unwrap();
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    for _ in 0..40 {
        let cut = first + 1 + random.below(bytes.len() - first);
        std::fs::write(&journal, &bytes[..cut]).unwrap();
        let back = Document::recovered(&journal, &desk.journals).unwrap();
        let lines = bytes[..cut].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(back.scenario(), &states[lines - 1], "cut at {cut}");
    }
}

#[test]
fn what_is_no_journal_is_left_alone() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.journals.folder()).unwrap();
    let strange = desk.journals.folder().join("unnamed-0.journal");
    std::fs::write(&strange, "hello\n").unwrap();
    assert!(desk.journals.rests().is_empty());
    let mut document = Document::unnamed(bundled_scenario());
    document.keep_journal(&desk.journals);
    rename(&mut document, 0, "first", None);
    crash(document);
    assert_eq!(std::fs::read_to_string(strange).unwrap(), "hello\n");
    assert_eq!(desk.journals.rests().len(), 1);
}

#[test]
fn of_the_histories_of_saved_files_the_latest_are_kept_and_what_is_in_no_file_always() {
    let desk = Desk::new();
    let mut document = desk.open();
    rename(&mut document, 0, "first", None);
    document.save(false).unwrap();
    crash(document);
    let folder = desk.journals.folder().to_path_buf();
    let only = || {
        let mut entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        entries.find(|path| path.extension().is_some_and(|end| end == "journal")).unwrap()
    };
    let history = std::fs::read(only()).unwrap();
    std::fs::remove_file(only()).unwrap();
    let day = std::time::Duration::from_secs(24 * 3600);
    let put = |name: &str, content: &[u8], age: u32| {
        let path = folder.join(format!("{name}.journal"));
        std::fs::write(&path, content).unwrap();
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::SystemTime::now() - age * day).unwrap();
        path
    };
    for number in 0..KEPT_HISTORIES as u32 + 3 {
        put(&format!("h{number}"), &history, number);
    }
    let mut document = desk.open();
    rename(&mut document, 0, "second", None);
    crash(document);
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with("eu20");
    let unsaved = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let unsaved: Vec<PathBuf> = unsaved.filter(name).collect();
    for path in unsaved.iter().filter(|path| path.extension().is_some_and(|end| end == "journal")) {
        let content = std::fs::read(path).unwrap();
        std::fs::remove_file(path).unwrap();
        put("old", &content, 5_000);
    }
    assert_eq!(desk.journals.rests().len(), 1, "work that is in no file is not forgotten");
    let is_there = |number: usize| folder.join(format!("h{number}.journal")).exists();
    assert!((0..KEPT_HISTORIES).all(is_there));
    assert!((KEPT_HISTORIES..KEPT_HISTORIES + 3).all(|number| !is_there(number)));
}
