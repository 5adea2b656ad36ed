//! The program's window: a thin owner of document, settings and view states.

use super::disk::Beside;
use super::files::{Pending, said_opening};
use super::recovery::Looking;
use super::scene::{Identity, Intent, ReasonLine, Scene, Selection};
use super::shell::{self, Dialogs, Palette};
use super::theme::{self, Tokens};
use super::{changes, decide, graph, history, problems, roadmap, widgets};
use crate::app::{
    Changes, Command, Document, Inquiries, Journals, PlanView, Planner, Prepared, Settings,
    Snapshot, View, Wanted, Watch, Workspace, chain_words,
};
use crate::explain::binding_chain;
use crate::texts::{Arg, Texts};
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a passing message stays in the status line.
const MESSAGE_TIME: Duration = Duration::from_secs(6);

/// After a step, so long until the status line says if it could not be kept.
const JOURNAL_TIME: Duration = Duration::from_millis(400);

/// Two states and what moved between them; nothing unless both have a plan.
type Compared = ([Arc<Snapshot>; 2], Option<Arc<Changes>>);

/// Generation, plan, item, language.
type ReasonKey = (u64, Identity<PlanView>, usize, &'static str);

/// How far the window has come. Planning begins after the first frame, so that the two do
/// not compete for the processor while nothing is on the screen yet.
enum Beginning {
    NothingDrawn,
    FirstFrame(u64),
    Planning,
}

/// The program's window.
pub struct Window {
    pub(super) workspace: Workspace,
    /// Questions that take planning again.
    pub(super) inquiries: Inquiries,
    beginning: Beginning,
    /// Where every step is kept; none in tests.
    pub(super) journals: Option<Journals>,
    /// Looks whether somebody else writes the open file.
    pub(super) watch: Watch,
    /// Somebody else has written it.
    pub(super) changed_on_disk: bool,
    /// Their version, on its way.
    pub(super) beside: Option<Beside>,
    /// A look for work that is in no file.
    pub(super) looking: Option<Looking>,
    /// A file that shall take the document's place once it is read.
    pub(super) pending: Option<Pending>,
    pub(super) settings: Settings,
    pub(super) settings_folder: Option<PathBuf>,
    /// Settings as they were stored last.
    pub(super) stored: Settings,
    pub(super) texts: Arc<Texts>,
    pub(super) tokens: Tokens,
    pub(super) view: View,
    pub(super) selection: Selection,
    pub(super) dialogs: Dialogs,
    pub(super) palette: Palette,
    pub(super) said: Option<(String, Instant)>,
    pub(super) decide: decide::State,
    pub(super) graph: graph::State,
    pub(super) roadmap: roadmap::State,
    pub(super) problems: problems::State,
    pub(super) changes: changes::State,
    /// What the last step moved, and the two states that it was made from.
    moved: Option<Compared>,
    /// Reasons for the selected item's place, and what they were made from.
    pub(super) reasons: Option<(ReasonKey, Vec<ReasonLine>)>,
    /// The title as it was set last.
    title: String,
    /// The window was asked to close, and what is to be done about it comes after the frame.
    pub(super) asked_to_close: bool,
    /// True once the person has agreed to leave.
    pub(super) leaving: bool,
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
            workspace: Workspace::unplanned(Prepared::new(document), waking_planner(ctx)),
            inquiries: waking_inquiries(ctx),
            beginning: Beginning::NothingDrawn,
            journals: None,
            watch: waking_watch(ctx),
            changed_on_disk: false,
            beside: None,
            looking: None,
            pending: None,
            stored,
            settings,
            settings_folder,
            texts,
            tokens,
            view: View::default(),
            selection: Selection::default(),
            dialogs: Dialogs::default(),
            palette: Palette::default(),
            said: None,
            decide: decide::State::default(),
            graph: graph::State::default(),
            roadmap: roadmap::State::default(),
            problems: problems::State::default(),
            changes: changes::State::default(),
            moved: None,
            reasons: None,
            title: String::new(),
            asked_to_close: false,
            leaving: false,
        }
    }

    /// Everything that the window works on, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Everything that the window works on, for tests.
    pub fn workspace_mut(&mut self) -> &mut Workspace {
        &mut self.workspace
    }

    /// Questions that take planning again, for tests.
    pub fn inquiries_mut(&mut self) -> &mut Inquiries {
        &mut self.inquiries
    }

    /// Puts another document into the window.
    pub(super) fn adopt(&mut self, prepared: Prepared, ctx: &egui::Context) {
        if let Some(path) = prepared.document().path() {
            self.settings.remember(path);
        }
        self.workspace = Workspace::from_prepared(prepared, waking_planner(ctx));
        self.pending = None;
        widgets::forget_drafts(ctx);
        self.selection = Selection::default();
        self.decide = decide::State::default();
        self.graph = graph::State::default();
        self.roadmap = roadmap::State::default();
        self.problems = problems::State::default();
        self.changes = changes::State::default();
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
        self.palette.ui(&ctx, self.workspace.document(), &self.texts, &mut intents);
        self.dialogs_ui(&ctx);
        if !intents.is_empty() {
            self.carry_out(intents, &ctx);
            ctx.request_discard("something was asked for");
            // By then it is known whether the step could be kept.
            ctx.request_repaint_after(JOURNAL_TIME);
        }
        let axis = self.roadmap.frontier_shown().filter(|_| self.view == View::Roadmap);
        let since = (self.view == View::Changes).then(|| self.workspace.reference());
        let wanted = Wanted { item: self.selection.item, axis, since, ..Wanted::default() };
        self.inquiries.follow(self.workspace.snapshot(), wanted);
        self.follow_settings(&ctx);
    }

    fn frame_ui(&mut self, ui: &mut egui::Ui, intents: &mut Vec<Intent>) {
        let texts = Arc::clone(&self.texts);
        egui::Panel::top("menu").show(ui, |ui| {
            let document = self.workspace.document();
            shell::menu_ui(ui, document, &mut self.settings, &texts, intents);
        });
        egui::Panel::top("tabs").show(ui, |ui| {
            shell::tabs_ui(ui, self.view, &self.tokens, &texts, intents);
        });
        let snapshot = Arc::clone(self.workspace.snapshot());
        let reference = Arc::clone(self.workspace.reference());
        let moved = self.moved_now(&reference, &snapshot);
        egui::Panel::bottom("status").show(ui, |ui| {
            let opening = self.pending.as_ref().map(|pending| said_opening(pending, &texts));
            let trouble = self.journal_trouble();
            let passing = self.said.as_ref().map(|(sentence, _)| sentence.as_str());
            let status = shell::Status {
                snapshot: &snapshot,
                said: opening.as_deref().or(trouble.as_deref()).or(passing),
                changed_on_disk: self.changed_on_disk,
                moved: moved.as_ref().map_or(0, |changes| changes.moves.len()),
                share: self.workspace.share_done(),
            };
            shell::status_ui(ui, &status, &self.tokens, &texts, intents);
        });
        let reasons = self.reasons_now(&snapshot);
        let mut scene = Scene {
            snapshot: &snapshot,
            reference: &reference,
            changes: moved.as_deref(),
            document: self.workspace.document(),
            texts: &texts,
            tokens: &self.tokens,
            reasons: reasons.as_deref(),
            inquiries: &self.inquiries,
            selection: &mut self.selection,
            intents,
        };
        match self.view {
            View::Decide => decide::ui(ui, &mut scene, &mut self.decide, &mut self.roadmap),
            View::Dependencies => graph::ui(ui, &mut scene, &mut self.graph),
            View::Roadmap => roadmap::full_ui(ui, &mut scene, &mut self.roadmap),
            View::Problems => problems::ui(ui, &mut scene, &mut self.problems),
            View::Changes => changes::ui(ui, &mut scene, &mut self.changes),
            View::History => history::ui(ui, &mut scene),
        }
    }

    /// Why steps are not being kept, if they are not.
    fn journal_trouble(&self) -> Option<String> {
        let why = self.workspace.document().recorder()?.trouble()?;
        Some(self.texts.with("status-journal", &[("why", Arg::from(why.as_str()))]))
    }

    /// What the last step moved, made anew only when that may differ.
    fn moved_now(&mut self, before: &Arc<Snapshot>, after: &Arc<Snapshot>) -> Option<Arc<Changes>> {
        let known = self
            .moved
            .as_ref()
            .filter(|([old, new], _)| old.shows_the_same(before) && new.shows_the_same(after));
        if let Some((_, changes)) = known {
            return changes.clone();
        }
        let changes = Changes::between(before, after).map(Arc::new);
        self.moved = Some(([Arc::clone(before), Arc::clone(after)], changes.clone()));
        changes
    }

    /// Why the selected item is where it is, made anew only when that may differ.
    fn reasons_now(&mut self, snapshot: &Snapshot) -> Option<Vec<ReasonLine>> {
        let item = self.selection.item?;
        let plan = snapshot.planned()?;
        let key = (snapshot.generation, Identity::of(plan), item, self.texts.language());
        if self.reasons.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
            let chain = binding_chain(&plan.compiled, &plan.answer.plan, item);
            let lines = chain_words(&chain, snapshot, &self.texts).into_iter();
            let line = |line: crate::app::ChainWords| ReasonLine {
                depth: line.depth,
                words: line.words,
                item: line.item,
            };
            self.reasons = Some((key, lines.map(line).collect()));
        }
        self.reasons.as_ref().map(|(_, lines)| lines.clone())
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

fn waking_planner(ctx: &egui::Context) -> Planner {
    let ctx = ctx.clone();
    Planner::start(move || ctx.request_repaint())
}

fn waking_watch(ctx: &egui::Context) -> Watch {
    let ctx = ctx.clone();
    Watch::start(move || ctx.request_repaint())
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
}

impl Window {
    fn begin_planning_after_the_first_frame(&mut self, ctx: &egui::Context) {
        let frame = ctx.cumulative_frame_nr();
        self.beginning = match self.beginning {
            // A frame may be drawn in several passes.
            Beginning::FirstFrame(first) if first != frame => {
                self.workspace.begin_planning();
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
        self.workspace.poll();
        self.inquiries.poll();
        self.finish_opening(ctx);
        self.finish_looking();
        self.follow_disk();
        self.tokens = theme::tokens(ctx);
        if let Some((_, since)) = &self.said {
            match MESSAGE_TIME.checked_sub(since.elapsed()) {
                Some(left) => ctx.request_repaint_after(left),
                None => self.said = None,
            }
        }
        self.take_dropped_file(ctx);
        self.guard_closing(ctx);
        let mark = if self.workspace.document().is_unsaved() { "● " } else { "" };
        let title = format!("{mark}{} — Phasewise", self.workspace.document().name());
        // Not every system tells a window its title, and setting it draws a frame: what
        // was set last is remembered here.
        if self.title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
