//! Opening a file on a worker thread, so that a large one does not hold up the window.

use super::document::Document;
use super::errand::Errand;
use super::journal::Journals;
use super::workspace::Prepared;
use crate::model::Problem;
use std::path::{Path, PathBuf};

/// What comes of opening a file.
type Opened = Result<Prepared, Vec<Problem>>;

/// A file that is being read, checked and scored.
#[derive(Debug)]
pub struct Opening {
    path: PathBuf,
    errand: Errand<Opened>,
}

impl Opening {
    /// Begins to open a file; `wake` is called when it is done, whatever came of it.
    ///
    /// With journals its steps are kept there, and undo goes on where it was left.
    pub fn start(
        path: &Path,
        journals: Option<&Journals>,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let journals = journals.cloned();
        Self::start_with(path, wake, move |file| {
            let document = match &journals {
                Some(journals) => Document::open_with_history(file, journals),
                None => Document::open(file),
            };
            document.map(Prepared::new)
        })
    }

    /// Begins to get work back that only a journal has.
    pub fn recover(journal: &Path, journals: &Journals, wake: impl Fn() + Send + 'static) -> Self {
        let journals = journals.clone();
        Self::start_with(journal, wake, move |file| {
            let gone = || vec![Problem::error("journal-gone", "").with("file", file.display())];
            Document::recovered(file, &journals).map(Prepared::new).ok_or_else(gone)
        })
    }

    fn start_with(
        path: &Path,
        wake: impl Fn() + Send + 'static,
        open: impl FnOnce(&Path) -> Opened + Send + 'static,
    ) -> Self {
        let file = path.to_path_buf();
        let errand = Errand::start("opening", wake, move || open(&file));
        Self { path: path.into(), errand }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True once [`Self::finish`] does not have to wait.
    pub fn is_done(&mut self) -> bool {
        self.errand.is_done()
    }

    /// What came of it; waits until that is known.
    ///
    /// # Errors
    /// All problems that keep the file from being opened.
    pub fn finish(self) -> Opened {
        let Self { path, errand } = self;
        let died = || vec![Problem::error("file-not-opened", "").with("file", path.display())];
        errand.finish().unwrap_or_else(|| Err(died()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    fn opened(path: &str, open: impl FnOnce(&Path) -> Opened + Send + 'static) -> Opened {
        let (bell, rung) = channel();
        let wake = move || assert!(bell.send(()).is_ok());
        let mut opening = Opening::start_with(Path::new(path), wake, open);
        assert!(rung.recv_timeout(Duration::from_secs(20)).is_ok(), "nobody was woken");
        assert!(opening.is_done(), "whoever is woken finds the result");
        opening.finish()
    }

    #[test]
    fn a_thread_that_dies_is_a_problem_with_the_name_of_the_file() {
        let problems = opened("mine.ron", |_| panic!("as a test")).map(drop).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].code, "file-not-opened");
        assert_eq!(problems[0].args, [("file", "mine.ron".to_owned())]);
    }

    #[test]
    fn what_is_wrong_with_a_file_comes_back() {
        let problems = opened("none.ron", |file| Document::open(file).map(Prepared::new));
        assert_eq!(problems.map(drop).unwrap_err()[0].code, "file-missing");
    }
}
