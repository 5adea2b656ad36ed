//! Opening the window: with the graphics card, without it, or not at all.

use super::window::Window;
use crate::app::{Document, Journals, Settings, Template, words};
use crate::model::Problem;
use crate::texts::{Arg, Texts};
use eframe::{NativeOptions, Renderer, egui};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Opens the window on a file; without one on the last scenario, the first time
/// on the bundled one of Kazakhstan.
pub fn open(file: Option<&Path>, language: Option<&str>) -> ExitCode {
    let folder = Settings::folder();
    let mut settings = folder.as_deref().map(Settings::load).unwrap_or_default();
    if let Some(language) = language {
        settings.language = language.to_owned();
    }
    let texts = Texts::new(&settings.language);
    let journals = Journals::of_user();
    match document(file, &settings, journals.as_ref()) {
        Ok((document, gone)) => {
            let gone = gone.map(|path| path.display().to_string());
            let notice = gone.map(|file| {
                texts.with("said-last-not-opened", &[("file", Arg::from(file.as_str()))])
            });
            // Whoever names a file wants that one; else all is as it was left.
            let others = if file.is_none() { settings.open.clone() } else { Vec::new() };
            run(document, &others, settings, notice, journals)
        }
        Err(problems) => {
            for problem in problems {
                let (message, remedy) = words(&problem, &texts);
                let line = problem.line.map_or_else(String::new, |line| format!("{line}: "));
                eprintln!("{line}{message} {remedy}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The document to begin with, and the last scenario if that is not it because it
/// could not be opened.
fn document(
    file: Option<&Path>,
    settings: &Settings,
    journals: Option<&Journals>,
) -> Result<(Document, Option<PathBuf>), Vec<Problem>> {
    let open = |file: &Path| match journals {
        Some(journals) => Document::open_with_history(file, journals),
        None => Document::open(file),
    };
    if let Some(file) = file {
        return open(file).map(|document| (document, None));
    }
    // The last scenario may be gone or broken; the bundled one always opens.
    let bundled = || {
        let mut document = Document::of_template(Template::Kazakhstan);
        if let Some(journals) = journals {
            document.keep_journal(journals);
        }
        document
    };
    Ok(match settings.recent.first() {
        None => (bundled(), None),
        Some(last) => match open(last) {
            Ok(document) => (document, None),
            Err(_) => (bundled(), Some(last.clone())),
        },
    })
}

/// The window where it was when it was closed last.
fn viewport(settings: &Settings) -> egui::ViewportBuilder {
    let size = settings.window.map_or([1280.0, 800.0], |place| place.size);
    let viewport = egui::ViewportBuilder::default()
        .with_title("Phasewise")
        .with_app_id("phasewise")
        .with_inner_size(size)
        .with_clamp_size_to_monitor_size(true)
        .with_min_inner_size([800.0, 520.0])
        .with_drag_and_drop(true);
    let Some(place) = settings.window else { return viewport };
    let viewport = viewport.with_maximized(place.maximized);
    match place.position {
        Some(position) => viewport.with_position(position),
        None => viewport,
    }
}

/// Opens the window on a document and stays until it is closed; `others` are opened
/// behind it, `notice` is said in its status line at first.
///
/// wgpu is tried first, then OpenGL; where neither works the commands are
/// pointed to.
pub fn run(
    document: Document,
    others: &[PathBuf],
    settings: Settings,
    notice: Option<String>,
    journals: Option<Journals>,
) -> ExitCode {
    let document = std::cell::RefCell::new(Some(document));
    let mut failures = Vec::new();
    let is_first_time = !settings.tour_seen && settings.recent.is_empty();
    for renderer in [Renderer::Wgpu, Renderer::Glow] {
        let (settings, notice) = (settings.clone(), notice.clone());
        let journals = journals.clone();
        let options =
            NativeOptions { renderer, viewport: viewport(&settings), ..NativeOptions::default() };
        let folder = Settings::folder();
        let make = |context: &eframe::CreationContext<'_>| {
            // A renderer that fails does so before this, and the document is still there.
            let document = document.borrow_mut().take().ok_or("the window was opened twice")?;
            let mut window = Window::new(document, settings, folder, &context.egui_ctx);
            if let Some(journals) = journals {
                window.keep_journals(journals, &context.egui_ctx);
            }
            window.restore(others, &context.egui_ctx);
            if is_first_time {
                window.begin_tour();
            }
            if let Some(notice) = notice {
                window.say(notice);
            }
            Ok(Box::new(window) as Box<dyn eframe::App>)
        };
        match eframe::run_native("phasewise", options, Box::new(make)) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => failures.push(error.to_string()),
        }
        if document.borrow().is_none() {
            break;
        }
    }
    eprintln!("No window could be opened: {}.", failures.join("; "));
    eprintln!("On Debian it needs a display and these packages: libx11-6 libx11-xcb1 libxcursor1");
    eprintln!("libxi6 libxkbcommon-x11-0 libegl1 mesa-vulkan-drivers libvulkan1.");
    eprintln!("Everything also works without a window: try `phasewise --help`.");
    ExitCode::FAILURE
}
