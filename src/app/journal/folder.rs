//! Where journals are kept, and what is found there.

use super::entry::Told;
use crate::app::history::History;
use crate::files::journal::{Claim, Log, read_lines};
use crate::files::variant::{self, Variant};
use crate::files::{Stamp, fnv1a};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Journals of one scenario that may be in use at a time.
const MOST: usize = 100;

/// What was left behind on purpose is kept for so many days.
const KEPT_DAYS: i64 = 30;

/// So many histories of scenarios that are as they were saved are kept, the latest.
pub const KEPT_HISTORIES: usize = 200;

/// From so many bytes on a journal is begun anew when its file is opened again.
const LONG: u64 = 4 << 20;

/// What becomes of the journal of a file that is opened.
#[derive(Debug)]
pub(crate) enum Kept {
    /// It goes on.
    Log(Log),
    /// Another one begins in its place.
    Claim(Claim),
}

/// A folder of journals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journals {
    folder: PathBuf,
}

/// Work that is in no file and that nobody has open.
#[derive(Debug, Clone)]
pub struct Rest {
    /// Its journal.
    pub path: PathBuf,
    /// What the journal tells.
    pub told: Told,
}

impl Rest {
    /// Name of the scenario: its file's without the ending, or its id.
    pub fn name(&self) -> String {
        let stem = self.told.base.file.as_deref().and_then(Path::file_stem);
        match stem {
            Some(stem) => stem.to_string_lossy().into_owned(),
            None => self.told.base.scenario.id.clone(),
        }
    }

    /// When the last step was made.
    pub fn last_at(&self) -> Option<Timestamp> {
        self.told.base.history.steps().0.iter().map(|step| step.at).max()
    }
}

impl Journals {
    /// Journals in a folder, which need not be there yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where the program keeps them: `$XDG_STATE_HOME/phasewise/journals`,
    /// `~/.local/state/…`, or `%LOCALAPPDATA%\…`.
    pub fn of_user() -> Option<Self> {
        let from = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let base = from("XDG_STATE_HOME")
            .or_else(|| from("LOCALAPPDATA"))
            .or_else(|| from("HOME").map(|home| home.join(".local/state")))?;
        Some(Self::new(base.join("phasewise").join("journals")))
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A journal's file that nobody uses, for a scenario's file.
    ///
    /// # Errors
    /// If the folder cannot be made or written to.
    pub(super) fn claim_for(&self, file: Option<&Path>) -> io::Result<Claim> {
        fs::create_dir_all(&self.folder)?;
        for path in self.candidates(file) {
            if !path.exists()
                && let Some(claim) = Claim::of(&path)?
            {
                return Ok(claim);
            }
        }
        Err(io::Error::other("too many journals of one scenario"))
    }

    /// The claim itself if it belongs to this file; another one in its place if the
    /// scenario has been saved under another name.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub(super) fn moved(&self, claim: Claim, file: Option<&Path>) -> io::Result<Claim> {
        if self.candidates(file).any(|path| path == claim.path()) {
            return Ok(claim);
        }
        let new = self.claim_for(file)?;
        claim.remove()?;
        Ok(new)
    }

    /// Names that journals of a scenario's file may have, the first first.
    fn candidates(&self, file: Option<&Path>) -> impl Iterator<Item = PathBuf> + '_ {
        let stem = match file {
            Some(file) => {
                let whole = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
                let hash = fnv1a(whole.as_os_str().as_encoded_bytes());
                let name = whole.file_stem().map(|stem| stem.to_string_lossy().into_owned());
                let name: String = name.unwrap_or_default().chars().take(60).collect();
                format!("{name}-{hash:016x}")
            }
            None => "unnamed".to_owned(),
        };
        (0..MOST).map(move |number| self.folder.join(format!("{stem}-{number}.journal")))
    }

    /// The history of a scenario's file, as long as the file is as it was saved
    /// last, and so is the base of a variant. Histories of older versions of it are
    /// forgotten.
    pub(crate) fn history_of(
        &self,
        file: &Path,
        found: &Stamp,
        variant: Option<&Variant>,
    ) -> Option<(Kept, History)> {
        for path in self.candidates(Some(file)).filter(|path| path.exists()) {
            let Ok(Some(claim)) = Claim::of(&path) else { continue };
            let Ok((log, lines)) = Log::resume(claim) else { continue };
            let Some(mut told) = Told::read(&lines) else { continue };
            let is_on_same_base = match (&told.base.variant, variant) {
                (Some(then), Some(now)) => then.has_seen_the_same(now),
                (then, now) => then.is_none() && now.is_none(),
            };
            if told.is_unsaved() {
                if !saved_after_all(&told) {
                    continue;
                }
                told.base.history.mark_saved();
                if is_on_same_base {
                    return Some((Kept::Claim(log.into_claim()), told.base.history));
                }
            } else if told.base.stamp.is_some_and(|stamp| stamp.is_same(found)) && is_on_same_base {
                let goes_on = told.is_whole && told.left.is_none() && log.length() < LONG;
                let kept = if goes_on { Kept::Log(log) } else { Kept::Claim(log.into_claim()) };
                return Some((kept, told.base.history));
            }
            // Of another version of the file: nobody can go back to it. If it cannot be
            // removed, it is looked at again the next time.
            let _ = log.into_claim().remove();
        }
        None
    }

    /// Work that is in no file and that no other program has open, the latest first;
    /// what was left behind on purpose longer ago than a month is removed, and so are all
    /// but the latest [`KEPT_HISTORIES`] of those that hold nothing but how a file came to
    /// be what it is.
    pub fn rests(&self) -> Vec<Rest> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|end| end == "journal")).collect();
        paths.sort();
        let (mut found, mut clean) = (Vec::new(), Vec::new());
        for path in paths {
            match content(&path) {
                Content::Rest(told) => found.push(Rest { path, told: *told }),
                Content::Saved => clean.push(path),
                Content::Nothing => {}
            }
        }
        prune(clean);
        found.sort_by_key(|rest| std::cmp::Reverse(rest.last_at()));
        found
    }

    /// Opens a journal to go on with it; none if another program has it or it
    /// cannot be read any more.
    pub(crate) fn resume(&self, path: &Path) -> Option<(Log, Told)> {
        let claim = Claim::of(path).ok()??;
        let (log, lines) = Log::resume(claim).ok()?;
        Some((log, Told::read(&lines)?))
    }

    /// Forgets a journal for good; false if another program has it or it cannot be
    /// removed.
    pub fn forget(&self, path: &Path) -> bool {
        Claim::of(path).ok().flatten().is_some_and(|claim| claim.remove().is_ok())
    }
}

/// What a journal holds.
enum Content {
    /// Work that is in no file.
    Rest(Box<Told>),
    /// The history of a file that is as it was saved.
    Saved,
    /// Nothing that can be used, or another program is at it.
    Nothing,
}

fn content(path: &Path) -> Content {
    // The claim is given back at once: whoever opens the file meanwhile needs it.
    if !matches!(Claim::of(path), Ok(Some(_))) {
        return Content::Nothing;
    }
    let told = read_lines(path).ok().and_then(|lines| Told::read(&lines));
    let Some(told) = told else { return Content::Nothing };
    if !told.is_unsaved() || saved_after_all(&told) {
        return Content::Saved;
    }
    let old = told.left.is_some_and(|at| {
        Timestamp::now().duration_since(at) > jiff::SignedDuration::from_hours(24 * KEPT_DAYS)
    });
    if old {
        // If that fails it is tried the next time.
        let _ = Claim::of(path).map(|claim| claim.map(Claim::remove));
        return Content::Nothing;
    }
    Content::Rest(Box::new(told))
}

/// Removes all but the latest of these journals.
fn prune(clean: Vec<PathBuf>) {
    if clean.len() <= KEPT_HISTORIES {
        return;
    }
    let written = |path: &PathBuf| fs::metadata(path).and_then(|told| told.modified()).ok();
    let mut clean: Vec<_> = clean.into_iter().map(|path| (written(&path), path)).collect();
    clean.sort_by(|one, other| other.cmp(one));
    for (_, path) in clean.into_iter().skip(KEPT_HISTORIES) {
        // If another program has it by now, or it cannot be removed, the next start tries.
        if let Ok(Some(claim)) = Claim::of(&path) {
            let _ = claim.remove();
        }
    }
}

/// True if the file holds what the journal tells: the program ended between the
/// save and the journal's note of it.
fn saved_after_all(told: &Told) -> bool {
    let base = &told.base;
    let Some(file) = &base.file else { return false };
    let format = crate::files::format_of(file);
    let text = format.and_then(|format| {
        let header = base.header.as_deref();
        match &base.variant {
            Some(of) => variant::to_text(file, &base.scenario, of, format, header).ok(),
            None => crate::files::to_text(&base.scenario, format, header).ok(),
        }
    });
    text.is_some_and(|text| fs::read(file).is_ok_and(|bytes| bytes == text.as_bytes()))
}
