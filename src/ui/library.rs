//! The scenarios of a folder as cards with a small picture of each roadmap.

use super::scene::{Intent, Scene};
use super::widgets::{Condition, condition_ui, empty_ui, fill_category, name};
use crate::app::{Card, Command, Counts, Library, Summary};
use crate::texts::Arg;
use eframe::egui::{
    self, Align, Align2, FontId, Key, Layout, Painter, Rect, RichText, ScrollArea, Sense, TextEdit,
    TextStyle, TextWrapMode, Ui, WidgetText, accesskit::Role, pos2, vec2,
};
use std::path::{Path, PathBuf};

/// Size of a card.
const CARD: egui::Vec2 = vec2(288.0, 168.0);
/// Height of the picture on it.
const PICTURE: f32 = 84.0;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    /// The folder as it is typed.
    typed: String,
    library: Option<Library>,
}

impl State {
    /// Looks into a folder.
    pub fn look(&mut self, folder: &Path, ctx: &egui::Context) {
        let ctx = ctx.clone();
        self.typed = folder.display().to_string();
        self.library = Some(Library::look(folder, move || ctx.request_repaint()));
    }

    /// The folder that is shown.
    pub fn folder(&self) -> Option<&Path> {
        self.library.as_ref().map(|library| library.folder.as_path())
    }
}

/// Draws the page; `recent` are files that were opened of late.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, recent: &[PathBuf]) {
    if let Some(library) = &mut state.library {
        library.poll();
    }
    egui::CentralPanel::default().show(ui, |ui| {
        head_ui(ui, scene, state, recent);
        ui.add_space(8.0);
        let Some(library) = &state.library else {
            empty_ui(ui, scene.tokens, &scene.texts.get("library-no-folder"), None);
            return;
        };
        if let Some(why) = library.trouble() {
            let args = [("why", Arg::from(why))];
            let words = scene.texts.with("library-trouble", &args);
            condition_ui(ui, scene.tokens, Condition::Failed, &words, None);
            return;
        }
        if library.cards.is_empty() {
            let key = if library.is_done() { "library-empty" } else { "library-looking" };
            let condition = if library.is_done() { Condition::Empty } else { Condition::Working };
            condition_ui(ui, scene.tokens, condition, &scene.texts.get(key), None);
            return;
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
                for card in &library.cards {
                    card_ui(ui, scene, card);
                }
            });
            if library.left_out() > 0 {
                let args = [("count", Arg::from(library.left_out() as f64))];
                ui.weak(scene.texts.with("library-left-out", &args));
            }
        });
    });
}

fn head_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, recent: &[PathBuf]) {
    let texts = scene.texts;
    ui.horizontal(|ui| {
        ui.heading(texts.get("view-library"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(texts.get(Command::New.key())).clicked() {
                scene.ask(Intent::Command(Command::New));
            }
            if ui.button(texts.get(Command::Open.key())).clicked() {
                scene.ask(Intent::Command(Command::Open));
            }
        });
    });
    let mut folder: Option<PathBuf> = None;
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(texts.get("library-folder"));
        let field = TextEdit::singleline(&mut state.typed).desired_width(420.0);
        let field = ui.add(field).labelled_by(label.id);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.button(texts.get("library-look")).clicked() || entered {
            folder = Some(PathBuf::from(state.typed.trim()));
        }
        let above =
            state.folder().and_then(Path::parent).filter(|path| !path.as_os_str().is_empty());
        if let Some(above) = above
            && ui.button(texts.get("library-above")).clicked()
        {
            folder = Some(above.to_path_buf());
        }
    });
    let folders = folders_of(recent);
    if folders.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            ui.weak(texts.get("library-recent"));
            for path in folders {
                let shown = path.file_name().map_or_else(
                    || path.display().to_string(),
                    |name| name.to_string_lossy().into_owned(),
                );
                let link = ui.link(shown).on_hover_text(path.display().to_string());
                if link.clicked() {
                    folder = Some(path);
                }
            }
        });
    }
    if let Some(folder) = folder {
        state.look(&folder, ui.ctx());
    }
}

/// The folders of recent files, the latest first.
fn folders_of(recent: &[PathBuf]) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in recent.iter().filter_map(|file| file.parent()) {
        if !folders.iter().any(|known| known == folder) {
            folders.push(folder.to_path_buf());
        }
    }
    folders
}

fn card_ui(ui: &mut Ui, scene: &mut Scene<'_>, card: &Card) {
    let (texts, tokens) = (scene.texts, scene.tokens);
    let file = card.path.file_name().map(|name| name.to_string_lossy().into_owned());
    let file = file.unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(CARD, Sense::click());
    let title = match &card.held {
        Ok(held) => held.title.get(texts.language()).to_owned(),
        Err(_) => texts.get("library-broken"),
    };
    let facts = match &card.held {
        Ok(held) => texts.with(
            "library-facts",
            &[
                ("items", Arg::from(held.items as f64)),
                ("phases", Arg::from(held.phases.len() as f64)),
            ],
        ),
        Err(problems) => super::files::describe(problems, texts),
    };
    name(&response, Role::Button, &format!("{file}: {title}, {facts}"));
    let line = if response.has_focus() {
        tokens.focus_ring()
    } else if response.hovered() {
        egui::Stroke::new(1.5, tokens.accent)
    } else {
        egui::Stroke::new(1.0, tokens.line)
    };
    let painter = ui.painter_at(rect.expand(1.0));
    painter.rect(rect, 4.0, tokens.surface_raised, line, egui::StrokeKind::Inside);
    let inner = rect.shrink(10.0);
    let picture = inner.with_max_y(inner.top() + PICTURE);
    match &card.held {
        Ok(held) if !held.starts.is_empty() => picture_ui(&painter, scene, held, picture),
        Ok(_) => {}
        Err(_) => {
            let font = FontId::proportional(28.0);
            painter.text(picture.center(), Align2::CENTER_CENTER, "⚠", font, tokens.error);
        }
    }
    let mut y = picture.bottom() + 8.0;
    let mut line_ui = |words: &str, strong: bool| {
        let words = RichText::new(words);
        let words = if strong { words.strong() } else { words.weak() };
        let galley = WidgetText::from(words).into_galley(
            ui,
            Some(TextWrapMode::Truncate),
            inner.width(),
            TextStyle::Body,
        );
        let height = galley.size().y;
        let colour = if strong { tokens.text } else { tokens.text_weak };
        painter.galley(pos2(inner.left(), y), galley, colour);
        y += height + 2.0;
    };
    line_ui(&title, true);
    line_ui(&facts, false);
    let base = card.held.as_ref().ok().and_then(|held| held.base.as_deref());
    match base {
        Some(base) => {
            let of = texts.with("variant-of", &[("base", Arg::from(base))]);
            line_ui(&format!("{file} · {of}"), false);
        }
        None => line_ui(&file, false),
    }
    if response.on_hover_text(card.path.display().to_string()).clicked() {
        scene.ask(Intent::OpenFile(card.path.clone()));
    }
}

/// A column for each phase and one for what is left out, as high as what starts there.
fn picture_ui(painter: &Painter, scene: &Scene<'_>, held: &Summary, rect: Rect) {
    let tokens = scene.tokens;
    let count = |counts: &Counts| counts.iter().sum::<usize>();
    let most = held.starts.iter().map(count).max().unwrap_or(0).max(1);
    let width = rect.width() / held.starts.len() as f32;
    let names = 14.0;
    let room = rect.height() - names;
    for (at, counts) in held.starts.iter().enumerate() {
        let left = rect.left() + at as f32 * width;
        let mut bottom = rect.bottom() - names;
        for (kind, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = room * *count as f32 / most as f32;
            let bar = Rect::from_min_max(
                pos2(left + 2.0, bottom - height),
                pos2(left + width - 2.0, bottom),
            );
            fill_category(painter, tokens, bar, kind);
            bottom -= height;
        }
        let left_out = at == held.phases.len();
        let words = match held.phases.get(at) {
            Some(phase) => phase.get(scene.texts.language()).to_owned(),
            None => "–".to_owned(),
        };
        let colour = if left_out { tokens.warning } else { tokens.text_weak };
        let below = pos2(left + width / 2.0, rect.bottom());
        let font = FontId::proportional(10.0);
        let clipped =
            painter.with_clip_rect(Rect::from_x_y_ranges(left..=left + width, rect.y_range()));
        clipped.text(below, Align2::CENTER_BOTTOM, words, font, colour);
    }
    painter.hline(rect.x_range(), rect.bottom() - names, egui::Stroke::new(1.0, tokens.line));
}
