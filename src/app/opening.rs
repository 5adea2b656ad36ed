//! Opening a file on a worker thread, so that a large one does not hold up the window.

use super::document::Document;
use super::workspace::Prepared;
use crate::model::Problem;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// A file that is being read, checked and scored.
#[derive(Debug)]
pub struct Opening {
    path: PathBuf,
    result: Receiver<Result<Prepared, Vec<Problem>>>,
}

impl Opening {
    /// Begins to open a file; `wake` is called when it is done.
    pub fn start(path: &Path, wake: impl Fn() + Send + 'static) -> Self {
        let (sender, result) = channel();
        let file = path.to_path_buf();
        let work = move || {
            // Nobody waits any more if the person has opened another file.
            let _ = sender.send(Document::open(&file).map(Prepared::new));
            wake();
        };
        let spawned = std::thread::Builder::new().name("opening".into()).spawn(work);
        if let Err(error) = spawned {
            eprintln!("Nothing can be opened: no thread could start ({error})");
        }
        Self { path: path.into(), result }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What came of it, once; none while it is still being worked on.
    pub fn poll(&self) -> Option<Result<Prepared, Vec<Problem>>> {
        match self.result.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            // The thread has died: the person must not wait for ever.
            Err(TryRecvError::Disconnected) => {
                let path = self.path.display().to_string();
                Some(Err(vec![Problem::error("file-unreadable", "").with("file", path).with("why", "…")]))
            }
        }
    }
}
