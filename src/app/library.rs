//! The scenarios of a folder, each with a small picture of its roadmap, read and planned
//! on a thread of its own.

use super::overview::plan_once;
use crate::files::{self, Loaded};
use crate::model::{ItemKind, Phase, Problem, Scenario, Text};
use crate::sequencing::{Budget, Options};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::SystemTime;

/// Effort for the plan of a picture: it need not be the best one.
const EFFORT: u64 = 200;
/// A scenario with more items is shown without a plan: that would take too long.
const MOST_ITEMS: usize = 2_000;
/// Files beyond this many are left out, and that is said.
const MOST_FILES: usize = 200;

/// How many items of each kind, in the order of [`ItemKind::ALL`].
pub type Counts = [usize; ItemKind::ALL.len()];

/// A scenario file of a folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The file.
    pub path: PathBuf,
    /// When it was changed last.
    pub changed: Option<SystemTime>,
    /// What it holds, or why it cannot be read.
    pub held: Result<Summary, Vec<Problem>>,
}

/// What a scenario holds, for a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Its title.
    pub title: Text,
    /// The name of the file that it is a variant of.
    pub base: Option<String>,
    /// How many items it has.
    pub items: usize,
    /// Names of its phases.
    pub phases: Vec<Text>,
    /// What starts in each phase, and at the end what is left out; empty without a plan.
    pub starts: Vec<Counts>,
}

/// A look into a folder, under way or done.
#[derive(Debug)]
pub struct Library {
    /// The folder.
    pub folder: PathBuf,
    /// What was found so far, by name.
    pub cards: Vec<Card>,
    coming: Receiver<Found>,
    /// Files there are; none while that is not known.
    files: Option<usize>,
    /// Why the folder cannot be read.
    trouble: Option<String>,
    done: bool,
}

#[derive(Debug)]
enum Found {
    Files(usize),
    Card(Box<Card>),
    Trouble(String),
}

impl Library {
    /// Begins to look; `wake` is called at each find. Whoever drops it ends the look.
    pub fn look(folder: &Path, wake: impl Fn() + Send + 'static) -> Self {
        let (sender, coming) = channel();
        let from = folder.to_path_buf();
        let work = move || {
            let files = match scenario_files(&from) {
                Ok(files) => files,
                Err(error) => {
                    let _ = sender.send(Found::Trouble(error.to_string()));
                    return wake();
                }
            };
            let _ = sender.send(Found::Files(files.len()));
            for path in files.into_iter().take(MOST_FILES) {
                let card = Box::new(card_of(path));
                // Nobody looks any more.
                if sender.send(Found::Card(card)).is_err() {
                    return;
                }
                wake();
            }
            drop(sender);
            wake();
        };
        // Without a thread the sender goes at once, and the look is over.
        let _ = std::thread::Builder::new().name("library".to_owned()).spawn(work);
        Self {
            folder: folder.into(),
            cards: Vec::new(),
            coming,
            files: None,
            trouble: None,
            done: false,
        }
    }

    /// Takes in what was found.
    pub fn poll(&mut self) {
        use std::sync::mpsc::TryRecvError;
        loop {
            match self.coming.try_recv() {
                Ok(Found::Files(files)) => self.files = Some(files),
                Ok(Found::Card(card)) => self.cards.push(*card),
                Ok(Found::Trouble(why)) => self.trouble = Some(why),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    self.done = true;
                    return;
                }
            }
        }
    }

    /// True once nothing more comes.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Why the folder cannot be read.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// How many files are left out because there are too many.
    pub fn left_out(&self) -> usize {
        self.files.unwrap_or(0).saturating_sub(MOST_FILES)
    }
}

/// Files that may be scenarios, by name.
fn scenario_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
        let is_scenario = name.is_some_and(|name| {
            let other = name.starts_with('.') || name.ends_with(".portfolio.json");
            !other && (name.ends_with(".ron") || name.ends_with(".json"))
        });
        if is_scenario && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn card_of(path: PathBuf) -> Card {
    let changed = std::fs::metadata(&path).and_then(|about| about.modified()).ok();
    let held = files::read(&path).map(summary_of);
    Card { path, changed, held }
}

fn summary_of(loaded: Loaded) -> Summary {
    let base = loaded.variant.and_then(|variant| {
        variant.base.file_name().map(|name| name.to_string_lossy().into_owned())
    });
    let scenario = Arc::new(loaded.scenario);
    let small = scenario.items.len() <= MOST_ITEMS;
    let starts = if small { starts_of(&scenario) } else { Vec::new() };
    Summary {
        title: scenario.title.clone(),
        base,
        items: scenario.items.len(),
        phases: scenario.phases.iter().map(name_of).collect(),
        starts,
    }
}

fn name_of(phase: &Phase) -> Text {
    if phase.name.is_empty() { phase.id.as_str().into() } else { phase.name.clone() }
}

/// What starts in each phase of a quick plan, and at the end what is left out.
fn starts_of(scenario: &Arc<Scenario>) -> Vec<Counts> {
    let overview = plan_once(Arc::clone(scenario), Budget::Effort(EFFORT), Options::default());
    let Some(plan) = overview.plan() else { return Vec::new() };
    let phases = scenario.phases.len();
    let mut starts = vec![Counts::default(); phases + 1];
    for (item, start) in scenario.items.iter().zip(&plan.start) {
        let at = start.map_or(phases, |phase| (phase as usize).saturating_sub(1));
        starts[at.min(phases)][item.kind as usize] += 1;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    fn looked(folder: &Path) -> Library {
        let (bell, _rung) = channel();
        let mut library = Library::look(folder, move || assert!(bell.send(()).is_ok()));
        let begun = Instant::now();
        while !library.is_done() && begun.elapsed() < Duration::from_secs(60) {
            library.poll();
            std::thread::sleep(Duration::from_millis(2));
        }
        assert!(library.is_done());
        library
    }

    #[test]
    fn scenarios_of_a_folder_are_shown_with_what_starts_when_and_broken_ones_with_why() {
        let folder = tempfile::tempdir().unwrap();
        let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        std::fs::copy(scenarios.join("eu20.ron"), folder.path().join("a.ron")).unwrap();
        std::fs::write(folder.path().join("b.ron"), "(schema: 1, items: 3)").unwrap();
        std::fs::write(folder.path().join("c.txt"), "no scenario").unwrap();
        std::fs::write(folder.path().join("d.portfolio.json"), "{}").unwrap();
        let library = looked(folder.path());
        let names: Vec<_> = library.cards.iter().map(|card| card.path.file_name()).collect();
        assert_eq!(names, [Some("a.ron".as_ref()), Some("b.ron".as_ref())]);
        let held = library.cards[0].held.as_ref().unwrap();
        assert_eq!((held.items, held.phases.len(), held.starts.len()), (30, 3, 4));
        let counted: usize = held.starts.iter().flatten().sum();
        assert_eq!(counted, 30, "every item is in one phase, or left out");
        assert!(library.cards[1].held.is_err());
    }

    #[test]
    fn a_folder_that_is_not_there_says_so() {
        let library = looked(Path::new("/no/such/folder"));
        assert!(library.trouble().is_some() && library.cards.is_empty());
    }
}
