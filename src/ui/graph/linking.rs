//! Drawing a link: from one item to another, with its kind, lag and reason; refused where
//! it would close a cycle.

use crate::app::drawing::path_closing;
use crate::model::{LinkType, Requires};
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use eframe::egui::{self, DragValue, Frame, Key, RichText, TextEdit, Ui};

/// A link that is being drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Linking {
    /// From this item to wherever the pointer is let go.
    Dragged(usize),
    /// From this item to the one that is chosen next.
    Choosing(usize),
    /// Both ends are known; the rest is asked.
    Asked(Form),
    /// It would close a cycle: the items of the way that is there already, from what
    /// would need to what would be needed.
    Refused(Vec<usize>),
}

/// What is asked of a new link.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What is needed.
    from: usize,
    /// What needs it.
    to: usize,
    kind: LinkType,
    lag: u32,
    after: bool,
    reason: String,
    /// True until the first field has taken the keyboard.
    fresh: bool,
}

impl Linking {
    /// What to do with a link between two items: ask for the rest of it, or refuse it.
    /// None if there is nothing to link.
    pub fn between(scene: &mut Scene<'_>, from: usize, to: usize) -> Option<Self> {
        let items = &scene.snapshot.scenario.items;
        let (needed, needs) = (items.get(from)?, items.get(to)?);
        if from == to {
            return None;
        }
        if needs.requires.iter().any(|link| link.item == needed.id) {
            let (from, to) = (scene.item_name(from), scene.item_name(to));
            let args = [("from", Arg::from(from)), ("to", Arg::from(to))];
            let words = scene.texts.with("graph-link-known", &args);
            scene.ask(Intent::Say(words));
            return None;
        }
        Some(match path_closing(&scene.snapshot.scenario, from, to) {
            Some(way) => Self::Refused(way),
            None => Self::Asked(Form::new(from, to, LinkType::Hard)),
        })
    }
}

impl Form {
    fn new(from: usize, to: usize, kind: LinkType) -> Self {
        Self { from, to, kind, lag: 0, after: false, reason: String::new(), fresh: true }
    }
}

/// Draws the small form, and adds the link once it is filled in.
pub fn form_ui(ui: &Ui, scene: &mut Scene<'_>, linking: &mut Option<Linking>) {
    let Some(Linking::Asked(form)) = linking else { return };
    let texts = scene.texts;
    let (mut add, mut cancel) = (false, false);
    let frame = Frame::popup(ui.style()).inner_margin(16.0);
    let modal = egui::Modal::new(egui::Id::unique("new link")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_max_width(460.0);
        ui.heading(texts.get("graph-link-title"));
        ui.add_space(4.0);
        let (from, to) = (scene.item_name(form.from), scene.item_name(form.to));
        let args = [("from", Arg::from(from)), ("to", Arg::from(to))];
        let key = match form.kind {
            LinkType::Hard => "graph-link-hard",
            LinkType::Soft => "graph-link-soft",
        };
        ui.label(texts.with(key, &args));
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let hard = ui.radio_value(&mut form.kind, LinkType::Hard, texts.get("link-hard"));
            if std::mem::take(&mut form.fresh) {
                hard.request_focus();
            }
            ui.radio_value(&mut form.kind, LinkType::Soft, texts.get("link-soft"));
        });
        ui.horizontal(|ui| {
            let label = ui.label(texts.get("graph-link-lag"));
            ui.add(DragValue::new(&mut form.lag).range(0..=100)).labelled_by(label.id);
            ui.checkbox(&mut form.after, texts.get("link-after"));
        });
        ui.horizontal(|ui| {
            let label = ui.label(texts.get("graph-link-reason"));
            ui.add(TextEdit::singleline(&mut form.reason).desired_width(320.0))
                .labelled_by(label.id);
        });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            add = ui.button(texts.get("graph-link-add")).clicked();
            cancel = ui.button(texts.get("dialog-cancel")).clicked();
        });
        add |= ui.input(|input| input.key_pressed(Key::Enter)) && !cancel;
    });
    if add {
        let Form { from, to, kind, lag, after, reason, .. } = form.clone();
        if let Some(needed) = scene.snapshot.scenario.items.get(from) {
            let item = needed.id.clone();
            let mut link = Requires { item, link: kind, lag, after, ..Requires::default() };
            if !reason.trim().is_empty() {
                link.reason = reason.trim().into();
            }
            scene.change_item(to, "edit-link-add", |item| item.requires.push(link));
        }
    }
    if add || cancel || modal.should_close() {
        *linking = None;
    }
}

/// Says why a link was refused, and what could be done instead.
pub fn refusal_ui(ui: &mut Ui, scene: &Scene<'_>, linking: &mut Option<Linking>) {
    let Some(Linking::Refused(way)) = linking else { return };
    let (Some(&to), Some(&from)) = (way.first(), way.last()) else { return };
    let texts = scene.texts;
    let mut next = None;
    let frame = Frame::popup(ui.style());
    frame.show(ui, |ui| {
        let (needed, needs) = (scene.item_name(from), scene.item_name(to));
        let names: Vec<&str> = way.iter().map(|&item| scene.item_name(item)).collect();
        let args = [
            ("from", Arg::from(needed)),
            ("to", Arg::from(needs)),
            ("way", Arg::from(names.join(" → ").as_str())),
        ];
        let words = RichText::new(format!("⚠ {}", texts.with("graph-link-refused", &args)));
        ui.add(egui::Label::new(words.color(scene.tokens.error)).wrap());
        ui.horizontal(|ui| {
            if ui.button(texts.get("graph-link-as-soft")).clicked() {
                next = Some(Some(Linking::Asked(Form::new(from, to, LinkType::Soft))));
            }
            if ui.button(texts.get("dialog-close")).clicked() {
                next = Some(None);
            }
        });
    });
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        next = Some(None);
    }
    if let Some(next) = next {
        *linking = next;
    }
}
