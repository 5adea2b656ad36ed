//! Noticing that somebody else has written the open file, or the base of a variant.

use super::worker::Worker;
use crate::files::Stamp;
use std::path::PathBuf;
use std::time::Duration;

/// Files, and what they looked like when they were read or written last.
type Seen = Vec<(PathBuf, Stamp)>;

/// Between two looks at the files. Looking costs one question to the file system for each.
const PAUSE: Duration = Duration::from_secs(1);

/// A thread that looks at the files of the open scenario once a second.
#[derive(Debug)]
pub struct Watch {
    worker: Worker<Seen, ()>,
    /// What is being looked at.
    followed: Seen,
}

impl Watch {
    /// Starts the thread; `wake` is called when one of them has changed.
    pub fn start(wake: impl Fn() + Send + 'static) -> Self {
        let worker = Worker::start("file watch", wake, |seen: Seen, flag, say| {
            while !flag.is_cancelled() {
                if seen.iter().any(|(path, stamp)| stamp.differs_from_disk(path)) {
                    return say(());
                }
                std::thread::sleep(PAUSE);
            }
        });
        Self { worker, followed: Vec::new() }
    }

    /// Looks at these files from now on; true if they are others than before, or have
    /// been seen anew.
    pub fn follow(&mut self, seen: Seen) -> bool {
        if self.followed == seen {
            return false;
        }
        self.followed.clone_from(&seen);
        if seen.is_empty() {
            self.worker.stop();
        } else {
            self.worker.ask(seen);
        }
        true
    }

    /// True, once, when one of the files has changed.
    pub fn has_changed(&mut self) -> bool {
        self.worker.poll().is_some()
    }
}
