//! Files are read beside the window, and nothing is lost on the way.

use super::support::{click, open, press, says, scenario, settle, swing, type_into_a_score, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use phasewise::app::Appearance;
use phasewise::ui::Window;
use std::path::Path;

/// Types a path into the question which file to open, and presses Enter.
fn enter_path(harness: &mut Harness<'_, Window>, path: &Path) {
    press(harness, Modifiers::COMMAND, Key::O);
    harness.get_by_role_and_label(Role::TextInput, "Path").focus();
    harness.run_steps(1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    let path = path.display().to_string();
    harness.get_by_role_and_label(Role::TextInput, "Path").type_text(&path);
    harness.run_steps(1);
    harness.key_press(Key::Enter);
    harness.run_steps(1);
}

fn items(harness: &Harness<'_, Window>) -> usize {
    harness.state().workspace().document().scenario().items.len()
}

fn begin_to_open(harness: &mut Harness<'_, Window>, path: &Path) {
    let ctx = harness.ctx.clone();
    harness.state_mut().open(path, &ctx);
    harness.run_steps(2);
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_open_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "(schema: 1, titel: \"x\")").unwrap();
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let before = harness.state().workspace().document().scenario().clone();
    enter_path(&mut harness, &broken);
    assert!(until(&mut harness, |harness| says(harness, "Did you mean “title”?")));
    assert_eq!(*harness.state().workspace().document().scenario(), before);
    // Without the question on the screen it comes back, to tell what is wrong.
    click(&mut harness, "Cancel");
    begin_to_open(&mut harness, &broken);
    assert!(until(&mut harness, |harness| says(harness, "Did you mean “title”?")));
    assert!(harness.query_by_role_and_label(Role::TextInput, "Path").is_some());
}

#[test]
fn a_file_is_opened_beside_the_window_and_comes_to_the_front() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    enter_path(&mut harness, &scenario("kazakhstan.ron"));
    assert!(until(&mut harness, |harness| items(harness) == 62));
    harness.run_steps(2);
    assert!(says(&harness, "Electronic public procurement"));
    assert!(harness.query_by_role_and_label(Role::TextInput, "Path").is_none());
}

#[test]
fn of_two_files_the_last_one_asked_for_is_opened() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let ctx = harness.ctx.clone();
    harness.state_mut().open(&scenario("kazakhstan.ron"), &ctx);
    harness.state_mut().open(&scenario("none.ron"), &ctx);
    assert!(until(&mut harness, |harness| says(harness, "There is no file")));
    harness.run_steps(5);
    assert_ne!(items(&harness), 62);
}

#[test]
fn what_is_typed_into_a_cell_is_there_when_a_command_comes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    let mut harness = open(&file, Appearance::Light, 1.0);
    type_into_a_score(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::S);
    let now = harness.state().workspace().document().scenario().clone();
    let saved = phasewise::app::Document::open(&file).unwrap();
    assert_eq!(*saved.scenario(), now);
    let before = phasewise::app::Document::open(&scenario("eu20.ron")).unwrap();
    assert_ne!(now.items, before.scenario().items, "what was typed is in the file");
}

#[test]
fn opening_another_file_leaves_what_is_not_saved_as_it_is() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let before = items(&harness);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    enter_path(&mut harness, &scenario("kazakhstan.ron"));
    assert!(until(&mut harness, |harness| items(harness) == 62));
    assert!(!says(&harness, "Unsaved changes"));
    harness.get_by_role_and_label(Role::Tab, "eu20 ●").click();
    harness.run_steps(3);
    assert_eq!(items(&harness), before + 1);
    // A file that is open already is not opened twice.
    enter_path(&mut harness, &scenario("kazakhstan.ron"));
    harness.run_steps(3);
    assert_eq!((items(&harness), harness.state().tabs().count()), (62, 2));
}

/// A file that is read when the test lets it: a pipe.
#[cfg(unix)]
mod slowly {
    use super::*;

    struct Pipe {
        path: std::path::PathBuf,
        _folder: tempfile::TempDir,
    }

    impl Pipe {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("slow.ron");
            let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
            assert!(made.success());
            Self { path, _folder: folder }
        }

        /// Whoever reads it now gets the scenario of Kazakhstan.
        fn deliver(&self) {
            let bytes = std::fs::read(scenario("kazakhstan.ron")).unwrap();
            std::fs::write(&self.path, bytes).unwrap();
        }
    }

    fn move_a_weight(harness: &mut Harness<'_, Window>) {
        harness.get_by_role_and_label(Role::Slider, "Swing of Demand").focus();
        harness.run_steps(1);
        press(harness, Modifiers::NONE, Key::ArrowLeft);
        assert!(harness.state().workspace().document().is_unsaved());
    }

    #[test]
    fn the_window_goes_on_and_what_is_changed_meanwhile_is_kept() {
        let pipe = Pipe::new();
        let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
        begin_to_open(&mut harness, &pipe.path);
        assert!(says(&harness, "slow.ron…"));
        move_a_weight(&mut harness);
        let changed = swing(&harness, "demand");
        pipe.deliver();
        assert!(until(&mut harness, |harness| items(harness) == 62));
        assert!(!says(&harness, "Unsaved changes"));
        harness.get_by_role_and_label(Role::Tab, "eu20 ●").click();
        harness.run_steps(3);
        assert_eq!(swing(&harness, "demand"), changed);
    }

    #[test]
    fn what_is_changed_while_the_file_is_read_again_is_asked_about() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.ron");
        std::fs::copy(scenario("eu20.ron"), &path).unwrap();
        let mut harness = open(&path, Appearance::Light, 1.0);
        std::fs::remove_file(&path).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
        let pipe = Pipe { path, _folder: folder };
        reload(&mut harness);
        assert!(says(&harness, "mine.ron…"));
        move_a_weight(&mut harness);
        let changed = swing(&harness, "demand");
        pipe.deliver();
        assert!(until(&mut harness, |harness| says(harness, "Unsaved changes")));
        click(&mut harness, "Cancel");
        assert_eq!(swing(&harness, "demand"), changed, "nothing is lost");
        // Asked for once more, it is read over the changes if the person says so.
        reload(&mut harness);
        click(&mut harness, "Leave without saving");
        pipe.deliver();
        assert!(until(&mut harness, |harness| items(harness) == 62));
        settle(&mut harness);
        assert!(!harness.state().workspace().document().is_unsaved());
        assert_eq!(harness.state().tabs().count(), 1);
    }

    fn reload(harness: &mut Harness<'_, Window>) {
        press(harness, Modifiers::COMMAND, Key::K);
        harness
            .get_by_role_and_label(Role::TextInput, "Search or run a command")
            .type_text("Reload");
        harness.run_steps(2);
        harness.key_press(Key::Enter);
        harness.run_steps(3);
    }

    #[test]
    fn what_is_half_typed_is_entered_where_it_was_typed() {
        let pipe = Pipe::new();
        let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
        begin_to_open(&mut harness, &pipe.path);
        type_into_a_score(&mut harness);
        assert!(!harness.state().workspace().document().is_unsaved());
        pipe.deliver();
        assert!(until(&mut harness, |harness| items(harness) == 62));
        assert!(!harness.state().workspace().document().is_unsaved());
        assert!(harness.query_by_role_and_label(Role::Tab, "eu20 ●").is_some());
    }

    #[test]
    fn another_question_on_the_screen_is_answered_first() {
        let pipe = Pipe::new();
        let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
        begin_to_open(&mut harness, &pipe.path);
        press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        assert!(says(&harness, "Save the scenario as"));
        pipe.deliver();
        std::thread::sleep(std::time::Duration::from_millis(300));
        harness.run_steps(5);
        assert!(says(&harness, "Save the scenario as"));
        assert_ne!(items(&harness), 62);
        click(&mut harness, "Cancel");
        assert!(until(&mut harness, |harness| items(harness) == 62));
    }

    #[test]
    fn cancelling_the_question_cancels_the_opening() {
        let pipe = Pipe::new();
        let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
        enter_path(&mut harness, &pipe.path);
        assert!(says(&harness, "slow.ron…"));
        click(&mut harness, "Cancel");
        assert!(!says(&harness, "slow.ron…"));
        pipe.deliver();
        std::thread::sleep(std::time::Duration::from_millis(300));
        harness.run_steps(5);
        assert_ne!(items(&harness), 62);
    }

    #[test]
    fn a_new_scenario_stays_beside_a_file_asked_for_before() {
        let pipe = Pipe::new();
        let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
        begin_to_open(&mut harness, &pipe.path);
        press(&mut harness, Modifiers::COMMAND, Key::N);
        click(&mut harness, "Empty frame");
        settle(&mut harness);
        pipe.deliver();
        assert!(until(&mut harness, |harness| items(harness) == 62));
        assert_eq!(harness.state().tabs().count(), 3);
    }
}

#[test]
fn a_new_scenario_begins_with_what_is_chosen() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    for template in ["Empty frame", "The EU's 20 basic services", "Kazakhstan 2005–2010"] {
        assert!(says(&harness, template));
    }
    click(&mut harness, "The EU's 20 basic services");
    settle(&mut harness);
    let document = harness.state().workspace().document();
    let file = phasewise::files::read(&scenario("eu20.ron")).unwrap();
    assert_eq!(**document.scenario(), file.scenario);
    assert_eq!(document.path(), None, "it is in no file until it is saved");
    assert!(!document.is_unsaved());
}
