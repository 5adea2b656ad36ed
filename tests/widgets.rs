//! Our widgets by themselves, found by the names that screen readers hear, and
//! their pictures in light, dark and large.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(feature = "gui")]

use eframe::egui::{self, Key, Modifiers, Theme, Ui, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::{Appearance, Settings};
use phasewise::model::ItemKind;
use phasewise::texts::Texts;
use phasewise::ui::theme::{self, Tokens};
use phasewise::ui::widgets::{
    Condition, IconKind, Segment, SwingMoved, condition_ui, contribution_bar, gauge, icon_button,
    icon_toggle, kind_badge, kind_word_badge, number_cell, rank_move, section, swatch,
    swing_slider, tabs, text_cell,
};

const CRITERIA: [&str; 10] = [
    "Demand",
    "Time saved",
    "Access gained",
    "Openness",
    "Leverage",
    "Revenue",
    "Readiness",
    "Delivery risk",
    "Legal risk",
    "Cost to users",
];
const POINTS: [f64; 10] = [14.2, 11.0, 8.1, 7.4, 6.9, 4.4, 9.3, 6.0, 5.1, 4.0];

/// Everything that the widgets change.
struct Gallery {
    texts: Texts,
    swing: f64,
    moves: Vec<SwingMoved>,
    cost: Option<f64>,
    title: String,
    locked: bool,
    tab: usize,
    retried: bool,
}

impl Gallery {
    fn new(language: &str) -> Self {
        Self {
            texts: Texts::new(language),
            swing: 71.5,
            moves: Vec::new(),
            cost: Some(2_400_000.0),
            title: "Register of legal entities".into(),
            locked: false,
            tab: 1,
            retried: false,
        }
    }

    fn ui(&mut self, ui: &mut Ui, tokens: &Tokens) {
        let whole = ui.ctx().content_rect();
        ui.painter().with_clip_rect(whole).rect_filled(whole, 0.0, tokens.surface);
        egui::CentralPanel::default().show(ui, |ui| {
            self.tabs_ui(ui, tokens);
            ui.separator();
            ui.columns(2, |columns| {
                self.weights_ui(&mut columns[0], tokens);
                self.values_ui(&mut columns[1], tokens);
            });
        });
    }

    fn tabs_ui(&mut self, ui: &mut Ui, tokens: &Tokens) {
        let names = ["Decide", "Dependencies", "Roadmap", "Problems"];
        let choices: Vec<(usize, String)> =
            names.iter().enumerate().map(|(at, name)| (at, (*name).to_owned())).collect();
        if let Some(tab) = tabs(ui, tokens, "views", &choices, self.tab) {
            self.tab = tab;
        }
    }

    fn weights_ui(&mut self, ui: &mut Ui, tokens: &Tokens) {
        ui.heading("Weights");
        ui.horizontal(|ui| {
            swatch(ui, tokens, 0);
            ui.label("Time saved");
            let words = if self.locked { "Unlock Time saved" } else { "Lock Time saved" };
            let kind = if self.locked { IconKind::Lock } else { IconKind::Unlock };
            if icon_toggle(ui, tokens, kind, self.locked, words).clicked() {
                self.locked = !self.locked;
            }
        });
        let moved = swing_slider(
            ui,
            tokens,
            "Swing of Time saved",
            &mut self.swing,
            !self.locked,
            &self.texts,
        );
        if moved != SwingMoved::default() {
            self.moves.push(moved);
        }
        let (mut none, mut all) = (0.0, 100.0);
        swing_slider(ui, tokens, "Swing of Access", &mut none, true, &self.texts);
        swing_slider(ui, tokens, "Swing of Openness", &mut all, false, &self.texts);
        section(ui, tokens, "icons", "Icons", |ui| {
            ui.horizontal_wrapped(|ui| {
                for kind in IconKind::ALL {
                    icon_button(ui, tokens, kind, &format!("{kind:?}"));
                }
            });
        });
        section(ui, tokens, "kinds", "Kinds", |ui| {
            ui.horizontal_wrapped(|ui| {
                for kind in ItemKind::ALL {
                    kind_badge(ui, tokens, kind, &self.texts);
                }
            });
            ui.horizontal_wrapped(|ui| {
                for kind in ItemKind::ALL {
                    kind_word_badge(ui, tokens, kind, &self.texts);
                }
            });
        });
        ui.horizontal(|ui| {
            let _ = ui.button("Export…");
            ui.add_enabled(false, egui::Button::new("Save"));
            let mut on = true;
            ui.checkbox(&mut on, "Must start");
            let _ = ui.link("2 findings");
        });
    }

    fn values_ui(&mut self, ui: &mut Ui, tokens: &Tokens) {
        ui.heading("Values");
        let segments: Vec<Segment> = CRITERIA
            .iter()
            .zip(POINTS)
            .enumerate()
            .map(|(category, (name, points))| Segment {
                points,
                category,
                name: (*name).to_owned(),
            })
            .collect();
        contribution_bar(ui, tokens, "E-taxation", &segments, 76.4, &self.texts);
        contribution_bar(ui, tokens, "Payment gateway", &segments[..4], 40.7, &self.texts);
        ui.horizontal(|ui| {
            ui.label("3");
            rank_move(ui, tokens, 5, 3, &self.texts);
            ui.label("4");
            rank_move(ui, tokens, 3, 4, &self.texts);
        });
        for (name, used, limit) in [
            ("Money 2005", 80.5, Some(90.0)),
            ("Money 2006", 141.2, Some(142.0)),
            ("Money 2007", 151.0, Some(135.0)),
            ("Running cost", 3.2, None),
        ] {
            gauge(ui, tokens, name, used, limit, 1, &self.texts);
        }
        ui.horizontal(|ui| {
            ui.weak("Cost");
            if let Some(cost) = number_cell(ui, tokens, "Cost", self.cost, &self.texts) {
                self.cost = cost;
            }
        });
        ui.horizontal(|ui| {
            ui.weak("Name");
            if let Some(title) = text_cell(ui, tokens, "Name", &self.title) {
                self.title = title;
            }
        });
        let words = "No plan satisfies everything that must hold: the pin of E-taxation to 2005 \
                     and the gate of the web.";
        if condition_ui(ui, tokens, Condition::Failed, words, Some("Show what conflicts")) {
            self.retried = true;
        }
    }
}

fn open(language: &str, appearance: Appearance, zoom: f32) -> Harness<'static, Gallery> {
    let settings = Settings { appearance, zoom, reduced_motion: true, ..Settings::default() };
    let mut is_set = false;
    let mut harness = Harness::builder()
        .with_size(vec2(720.0, 430.0))
        .with_theme(if appearance == Appearance::Dark { Theme::Dark } else { Theme::Light })
        .wgpu()
        .build_ui_state(
            move |ui, gallery: &mut Gallery| {
                if !is_set {
                    theme::install_fonts(ui.ctx());
                    theme::apply(ui.ctx(), &settings);
                    is_set = true;
                    ui.ctx().request_discard("fonts");
                    return;
                }
                gallery.ui(ui, &theme::tokens(ui.ctx()));
            },
            Gallery::new(language),
        );
    harness.run_steps(3);
    harness
}

fn gallery() -> Harness<'static, Gallery> {
    open("en", Appearance::Light, 1.0)
}

fn press(harness: &mut Harness<'_, Gallery>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

fn focus(harness: &mut Harness<'_, Gallery>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).focus();
    harness.run_steps(2);
}

/// What has the keyboard, as role and name.
fn focused(harness: &Harness<'_, Gallery>) -> (Role, String) {
    let node = harness.get_all_by(|node| node.is_focused()).next().unwrap();
    let node = node.accesskit_node();
    (node.role(), node.label().unwrap_or_default())
}

#[test]
fn a_drag_of_the_slider_is_one_gesture() {
    let mut harness = gallery();
    let rect = harness.get_by_role_and_label(Role::Slider, "Swing of Time saved").rect();
    harness.drag_at(rect.center());
    harness.run_steps(1);
    for share in [0.4, 0.3, 0.2] {
        harness.hover_at(rect.left_center() + vec2(rect.width() * share, 0.0));
        harness.run_steps(1);
    }
    harness.drop_at(rect.left_center() + vec2(rect.width() * 0.2, 0.0));
    harness.run_steps(2);
    let gallery = harness.state();
    assert!((15.0..25.0).contains(&gallery.swing), "{}", gallery.swing);
    let count = |what: fn(&SwingMoved) -> bool| gallery.moves.iter().filter(|m| what(m)).count();
    assert_eq!((count(|m| m.drag_started), count(|m| m.drag_stopped)), (1, 1));
    assert!(count(|m| m.changed) > 1);
    assert!(gallery.moves.iter().all(|m| !m.changed || m.dragging || m.drag_stopped));
}

#[test]
fn drawing_a_slider_leaves_its_value_alone() {
    let harness = gallery();
    assert_eq!(harness.state().swing, 71.5);
    assert!(harness.state().moves.iter().all(|moved| !moved.changed));
}

#[test]
fn the_slider_moves_by_arrow_keys_and_by_number() {
    let mut harness = gallery();
    focus(&mut harness, Role::Slider, "Swing of Time saved");
    press(&mut harness, Key::ArrowRight);
    assert!(harness.state().swing > 71.5);
    harness.get_by_role_and_label(Role::SpinButton, "Swing of Time saved").click();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text("12,5".into()));
    harness.run_steps(1);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().swing, 12.5, "a decimal comma is understood");
    harness.get_by_label("Lock Time saved").click();
    harness.run_steps(2);
    let slider = harness.get_by_role_and_label(Role::Slider, "Swing of Time saved");
    assert!(slider.accesskit_node().is_disabled(), "what is locked cannot be moved");
}

#[test]
fn a_cell_is_edited_by_keyboard() {
    let mut harness = gallery();
    let shown = harness.state().texts.exact_number(2_400_000.0);
    focus(&mut harness, Role::Button, &format!("Cost: {shown}"));
    press(&mut harness, Key::F2);
    assert_eq!(focused(&harness), (Role::TextInput, "Cost".into()));
    harness.event(egui::Event::Text("much".into()));
    harness.run_steps(1);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().cost, Some(2_400_000.0), "bad input changes nothing");
    let sentence = harness.state().texts.get("cell-wrong");
    assert!(harness.query_by_label(&sentence).is_some(), "and is said to be bad");
    assert_eq!(focused(&harness), (Role::TextInput, "Cost".into()), "and can be mended");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text("3 100 000,5".into()));
    harness.run_steps(1);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().cost, Some(3_100_000.5));
    assert_eq!(focused(&harness).0, Role::Button, "the keyboard stays on the cell");
    press(&mut harness, Key::Enter);
    harness.event(egui::Event::Text("9".into()));
    harness.run_steps(1);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().cost, Some(3_100_000.5), "Escape keeps the old value");
    assert!(harness.query_by_role_and_label(Role::TextInput, "Cost").is_none());
}

#[test]
fn leaving_a_cell_by_tab_takes_its_text() {
    let mut harness = gallery();
    harness.get_by_label_contains("Name: ").click();
    harness.run_steps(2);
    harness.event(egui::Event::Text("  Gateway ".into()));
    harness.run_steps(1);
    press(&mut harness, Key::Tab);
    assert_eq!(harness.state().title, "Gateway");
}

#[test]
fn tabs_are_one_stop_and_arrows_choose() {
    let mut harness = gallery();
    focus(&mut harness, Role::Tab, "Dependencies");
    press(&mut harness, Key::ArrowRight);
    assert_eq!((harness.state().tab, focused(&harness).1), (2, "Roadmap".into()));
    press(&mut harness, Key::End);
    press(&mut harness, Key::ArrowRight);
    assert_eq!((harness.state().tab, focused(&harness).1), (0, "Decide".into()));
    press(&mut harness, Key::Tab);
    assert_ne!(focused(&harness).0, Role::Tab);
    harness.get_by_role_and_label(Role::Tab, "Problems").click();
    harness.run_steps(2);
    assert_eq!(harness.state().tab, 3);
}

#[test]
fn a_bar_says_its_segments_to_the_pointer_and_to_the_keyboard() {
    let mut harness = gallery();
    let bar = harness.get_by_role_and_label(Role::Meter, "E-taxation: 76.4");
    let description = bar.accesskit_node().description().unwrap();
    assert!(description.starts_with("Demand: 14.2; Time saved: 11.0"), "{description}");
    focus(&mut harness, Role::Meter, "E-taxation: 76.4");
    press(&mut harness, Key::ArrowRight);
    assert!(harness.query_by_label("Time saved: 11.0").is_some());
    assert_eq!(focused(&harness).1, "E-taxation: 76.4", "arrows stay in the bar");
}

#[test]
fn a_section_folds_and_a_condition_offers_the_next_step() {
    let mut harness = gallery();
    assert!(harness.query_by_label("Reset").is_some());
    harness.get_by_label("Icons").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Reset").is_none(), "what is folded is not there");
    harness.get_by_label("Show what conflicts").click();
    harness.run_steps(2);
    assert!(harness.state().retried);
}

#[test]
fn a_gauge_says_its_standing_in_words() {
    let harness = gallery();
    for words in
        ["Money 2006: 141.2 / 142.0 !, used up", "Money 2007: 151.0 / 135.0 ‼, over the limit"]
    {
        assert!(harness.query_by_role_and_label(Role::Meter, words).is_some(), "{words}");
    }
}

#[test]
fn pictures_in_light_dark_and_large() {
    let mut results = SnapshotResults::new();
    for (language, appearance, zoom, name) in [
        ("en", Appearance::Light, 1.0, "widgets_light"),
        ("kk", Appearance::Dark, 1.0, "widgets_dark"),
        ("ru", Appearance::Light, 1.5, "widgets_large"),
    ] {
        let mut harness = open(language, appearance, zoom);
        focus(&mut harness, Role::Slider, "Swing of Access");
        harness.snapshot(name);
        results.extend(harness.take_snapshot_results());
    }
    let mut harness = gallery();
    focus(&mut harness, Role::Meter, "E-taxation: 76.4");
    press(&mut harness, Key::ArrowRight);
    harness.snapshot("widgets_bar_focused");
    results.extend(harness.take_snapshot_results());
    let mut harness = gallery();
    harness.get_by_label_contains("Cost: ").click();
    harness.run_steps(2);
    harness.event(egui::Event::Text("much".into()));
    harness.run_steps(1);
    press(&mut harness, Key::Enter);
    harness.snapshot("widgets_cell_wrong");
    results.extend(harness.take_snapshot_results());
}
