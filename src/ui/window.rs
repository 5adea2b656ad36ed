//! The program's window: a thin owner of document, settings and view states.

use super::clipping::Copying;
use super::disk::Beside;
use super::files::{Pending, said_opening};
use super::recovery::Looking;
use super::scene::{Intent, Scene};
use super::shell::{self, Dialogs, Palette};
use super::tab::Tabs;
use super::theme::{self, Tokens};
use super::tour::{Mark, Tour, mark};
use super::{
    changes, compare, decide, graph, history, importing, library, problems, roadmap, sheet,
};
use crate::app::{
    Command, Document, Inquiries, Journals, Opening, Prepared, Settings, View, Wanted, WindowPlace,
    Workspace,
};
use crate::texts::{Arg, Texts};
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a passing message stays in the status line.
const MESSAGE_TIME: Duration = Duration::from_secs(6);

/// After a step, so long until the status line says if it could not be kept.
const JOURNAL_TIME: Duration = Duration::from_millis(400);

/// How far the window has come. Planning begins after the first frame, so that the two do
/// not compete for the processor while nothing is on the screen yet.
enum Beginning {
    NothingDrawn,
    FirstFrame(u64),
    Planning,
}

/// The program's window.
pub struct Window {
    /// The open scenarios.
    pub(super) tabs: Tabs,
    /// Questions that take planning again.
    pub(super) inquiries: Inquiries,
    beginning: Beginning,
    /// Where every step is kept; none in tests.
    pub(super) journals: Option<Journals>,
    /// The version of the front scenario's file that somebody else has written,
    /// on its way.
    pub(super) beside: Option<Beside>,
    /// A look for work that is in no file.
    pub(super) looking: Option<Looking>,
    /// A file that shall come to the front once it is read.
    pub(super) pending: Option<Pending>,
    /// Files that were open when the program ended last, on their way.
    pub(super) restoring: Vec<Opening>,
    pub(super) settings: Settings,
    pub(super) settings_folder: Option<PathBuf>,
    /// Settings as they were stored last.
    pub(super) stored: Settings,
    pub(super) texts: Arc<Texts>,
    pub(super) tokens: Tokens,
    pub(super) view: View,
    pub(super) dialogs: Dialogs,
    pub(super) palette: Palette,
    pub(super) tour: Tour,
    pub(super) compare: compare::State,
    pub(super) library: library::State,
    pub(super) history: history::State,
    /// A picture on its way to the clipboard.
    pub(super) copying: Option<Copying>,
    pub(super) said: Option<(String, Instant)>,
    /// The title as it was set last.
    title: String,
    /// The window was asked to close, and what is to be done about it comes after the frame.
    pub(super) asked_to_close: bool,
    /// True once the person has agreed to leave.
    pub(super) leaving: bool,
    /// Where the window is, to be stored when it closes.
    place: Option<WindowPlace>,
}

impl Window {
    /// A window on a document; settings are stored in `settings_folder`, if given.
    pub fn new(
        document: Document,
        mut settings: Settings,
        settings_folder: Option<PathBuf>,
        ctx: &egui::Context,
    ) -> Self {
        let stored = settings.clone();
        if let Some(path) = document.path() {
            settings.remember(path);
        }
        let texts = Arc::new(Texts::new(&settings.language));
        theme::install_fonts(ctx);
        let tokens = theme::apply(ctx, &settings);
        Self {
            tabs: Tabs::new(Prepared::new(document), ctx),
            inquiries: waking_inquiries(ctx),
            beginning: Beginning::NothingDrawn,
            journals: None,
            beside: None,
            looking: None,
            pending: None,
            restoring: Vec::new(),
            stored,
            settings,
            settings_folder,
            texts,
            tokens,
            view: View::default(),
            dialogs: Dialogs::default(),
            palette: Palette::default(),
            tour: Tour::default(),
            compare: compare::State::default(),
            library: library::State::default(),
            history: history::State::default(),
            copying: None,
            said: None,
            title: String::new(),
            asked_to_close: false,
            leaving: false,
            place: None,
        }
    }

    /// The scenario in front, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.tabs.front.workspace
    }

    /// The scenario in front, for tests.
    pub fn workspace_mut(&mut self) -> &mut Workspace {
        &mut self.tabs.front.workspace
    }

    /// Questions that take planning again, for tests.
    pub fn inquiries_mut(&mut self) -> &mut Inquiries {
        &mut self.inquiries
    }

    /// The open scenarios, for tests.
    pub fn tabs(&self) -> &Tabs {
        &self.tabs
    }

    /// The open scenarios, for tests.
    pub fn tabs_mut(&mut self) -> &mut Tabs {
        &mut self.tabs
    }

    /// Leads a newcomer through the window.
    pub fn begin_tour(&mut self) {
        self.view = View::Decide;
        self.tour.begin();
    }

    /// Shows a sentence in the status line for a while.
    pub(super) fn say(&mut self, sentence: String) {
        self.said = Some((sentence, Instant::now()));
    }

    /// Draws everything. What was asked for is carried out afterwards; if that
    /// changed anything, the frame is drawn again before anybody sees it.
    pub fn draw(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        let mut commands = Vec::new();
        if !self.dialogs.is_open() && !self.palette.is_open() {
            commands.extend(shell::pressed_commands(&ctx));
        }
        if std::mem::take(&mut self.asked_to_close) {
            commands.push(Command::Quit);
        }
        if !commands.is_empty() {
            // Whoever saves while typing wants to save what was typed: the field gives it
            // now, and the commands come after it.
            ctx.memory_mut(|memory| memory.stop_text_input());
        }
        let mut intents: Vec<Intent> = Vec::new();
        self.frame_ui(ui, &mut intents);
        intents.extend(commands.into_iter().map(Intent::Command));
        if self.palette.is_open() {
            let around = shell::Around {
                document: self.tabs.front.workspace.document(),
                snapshot: self.tabs.front.workspace.snapshot(),
                others: &self.tabs.neighbours(),
                recent: &self.settings.recent,
            };
            self.palette.ui(&ctx, &around, &self.texts, &mut intents);
        }
        self.dialogs_ui(&ctx);
        let free = !self.dialogs.is_open() && !self.palette.is_open();
        if free && self.tour.ui(&ctx, &self.tokens, &self.texts) {
            self.settings.tour_seen = true;
        }
        if !intents.is_empty() {
            // What was typed belongs to the scenario that it was typed into, whatever was
            // clicked to leave the field.
            intents.sort_by_key(|intent| !matches!(intent, Intent::Edit { .. }));
            self.carry_out(intents, &ctx);
            ctx.request_discard("something was asked for");
            // By then it is known whether the step could be kept.
            ctx.request_repaint_after(JOURNAL_TIME);
        }
        let axis = self.tabs.front.roadmap.frontier_shown().filter(|_| self.view == View::Roadmap);
        let others = self.tabs.neighbours();
        let beside = self.compare.against(&others).map(|other| &other.snapshot);
        let since = match self.view {
            View::Changes => Some(self.tabs.front.workspace.reference()),
            View::Compare => beside,
            _ => None,
        };
        let waiting = self.view == View::Roadmap && self.tabs.front.roadmap.shows_waiting();
        let item = self.tabs.front.selection.item;
        // Elsewhere weights are moved, and the next plan comes soon.
        let exactly = self.view == View::Roadmap;
        let wanted = Wanted { item, axis, since, waiting, exactly };
        self.inquiries.follow(self.tabs.front.workspace.snapshot(), wanted);
        self.follow_settings(&ctx);
    }

    fn frame_ui(&mut self, ui: &mut egui::Ui, intents: &mut Vec<Intent>) {
        let texts = Arc::clone(&self.texts);
        let menu = egui::Panel::top("menu").show(ui, |ui| {
            shell::menu_ui(ui, &self.tabs, &mut self.settings, &self.tokens, &texts, intents);
        });
        mark(ui, Mark::Scenarios, menu.response.rect);
        egui::Panel::top("tabs").show(ui, |ui| {
            let importing = self.tabs.front.importing.is_some();
            shell::tabs_ui(ui, self.view, importing, &self.tokens, &texts, intents);
        });
        let (name, others) = (self.tabs.front_name(), self.tabs.neighbours());
        let moved = self.tabs.front.moved_now();
        let snapshot = Arc::clone(self.tabs.front.workspace.snapshot());
        let reference = Arc::clone(self.tabs.front.workspace.reference());
        egui::Panel::bottom("status").show(ui, |ui| {
            let opening = self.pending.as_ref().map(|pending| said_opening(pending, &texts));
            let trouble = self.journal_trouble();
            let passing = self.said.as_ref().map(|(sentence, _)| sentence.as_str());
            let status = shell::Status {
                snapshot: &snapshot,
                said: opening.as_deref().or(trouble.as_deref()).or(passing),
                changed_on_disk: self.tabs.front.changed_on_disk,
                moved: moved.as_ref().map_or(0, |changes| changes.moves.len()),
                share: self.tabs.front.workspace.share_done(),
            };
            shell::status_ui(ui, &status, &self.tokens, &texts, intents);
        });
        let reasons = self.tabs.front.reasons_now(&texts);
        let mut scene = Scene {
            snapshot: &snapshot,
            reference: &reference,
            changes: moved.as_deref(),
            document: self.tabs.front.workspace.document(),
            name: &name,
            others: &others,
            texts: &texts,
            tokens: &self.tokens,
            reasons: reasons.as_deref(),
            inquiries: &self.inquiries,
            selection: &mut self.tabs.front.selection,
            intents,
        };
        let panes = &mut self.settings.panes;
        match self.view {
            View::Decide => decide::ui(
                ui,
                &mut scene,
                &mut self.tabs.front.decide,
                &mut self.tabs.front.roadmap,
                panes,
            ),
            View::Dependencies => graph::ui(ui, &mut scene, &mut self.tabs.front.graph, panes),
            View::Roadmap => roadmap::full_ui(ui, &mut scene, &mut self.tabs.front.roadmap),
            View::Problems => problems::ui(ui, &mut scene, &mut self.tabs.front.problems),
            View::Changes => changes::ui(ui, &mut scene, &mut self.tabs.front.changes),
            View::History => history::ui(ui, &mut scene, &mut self.history),
            View::Compare => compare::ui(ui, &mut scene, &mut self.compare),
            View::Library => library::ui(ui, &mut scene, &mut self.library, &self.settings.recent),
            View::Import => importing::ui(ui, &mut scene, &mut self.tabs.front.importing),
            View::Table => sheet::ui(ui, &mut scene, &mut self.tabs.front.sheet),
        }
    }

    /// Why steps are not being kept, if they are not.
    fn journal_trouble(&self) -> Option<String> {
        let why = self.tabs.front.workspace.document().recorder()?.trouble()?;
        Some(self.texts.with("status-journal", &[("why", Arg::from(why.as_str()))]))
    }

    fn follow_settings(&mut self, ctx: &egui::Context) {
        if self.settings == self.stored {
            return;
        }
        if self.settings.language != self.stored.language {
            self.texts = Arc::new(Texts::new(&self.settings.language));
        }
        self.tokens = theme::apply(ctx, &self.settings);
        self.stored = self.settings.clone();
        if let Some(folder) = &self.settings_folder
            && let Err(error) = self.settings.store(folder)
        {
            let args = [("why", Arg::from(error.to_string().as_str()))];
            self.say(self.texts.with("settings-not-stored", &args));
        }
        ctx.request_repaint();
    }
}

/// Where the window is now; while it fills the screen, where it was before.
fn place_now(ctx: &egui::Context, last: Option<WindowPlace>) -> Option<WindowPlace> {
    ctx.input(|input| {
        let viewport = input.viewport();
        let maximized = viewport.maximized.unwrap_or(false) || viewport.fullscreen.unwrap_or(false);
        if maximized || viewport.minimized.unwrap_or(false) {
            return last.map(|last| WindowPlace { maximized, ..last });
        }
        let inner = viewport.inner_rect?;
        let position = viewport.outer_rect.map(|outer| outer.min.into());
        Some(WindowPlace { position, size: inner.size().into(), maximized })
    })
}

fn waking_inquiries(ctx: &egui::Context) -> Inquiries {
    let ctx = ctx.clone();
    Inquiries::start(move || ctx.request_repaint())
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        self.before_frame(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.settings.window = self.place.or(self.settings.window);
        if let Some(folder) = &self.settings_folder {
            // Nothing is left to say it to if this fails; the next start is as the last.
            let _ = self.settings.store(folder);
        }
    }
}

impl Window {
    fn begin_planning_after_the_first_frame(&mut self, ctx: &egui::Context) {
        let frame = ctx.cumulative_frame_nr();
        self.beginning = match self.beginning {
            // A frame may be drawn in several passes.
            Beginning::FirstFrame(first) if first != frame => {
                self.tabs.front.workspace.begin_planning();
                Beginning::Planning
            }
            Beginning::Planning => return,
            Beginning::NothingDrawn | Beginning::FirstFrame(_) => {
                ctx.request_repaint();
                Beginning::FirstFrame(frame)
            }
        };
    }

    /// What happens before a frame is drawn: news from the planner, opened and dropped
    /// files, the wish to close.
    pub fn before_frame(&mut self, ctx: &egui::Context) {
        self.begin_planning_after_the_first_frame(ctx);
        for tab in self.tabs.iter_mut() {
            tab.workspace.poll();
            tab.follow_disk();
        }
        self.inquiries.poll();
        self.finish_opening(ctx);
        self.finish_restoring(ctx);
        self.finish_looking();
        self.finish_copying(ctx);
        self.take_in_theirs();
        self.tokens = theme::tokens(ctx);
        if let Some((_, since)) = &self.said {
            match MESSAGE_TIME.checked_sub(since.elapsed()) {
                Some(left) => ctx.request_repaint_after(left),
                None => self.said = None,
            }
        }
        self.place = place_now(ctx, self.place);
        self.take_dropped_file(ctx);
        self.guard_closing(ctx);
        let mark = if self.tabs.front.workspace.document().is_unsaved() { "● " } else { "" };
        let title = format!("{mark}{} — Phasewise", self.tabs.front.workspace.document().name());
        // Not every system tells a window its title, and setting it draws a frame: what
        // was set last is remembered here.
        if self.title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
