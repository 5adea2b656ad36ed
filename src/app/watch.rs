//! Noticing that somebody else has written the open file.

use super::worker::Worker;
use crate::files::Stamp;
use std::path::PathBuf;
use std::time::Duration;

/// Between two looks at the file. Looking costs one question to the file system.
const PAUSE: Duration = Duration::from_secs(1);

/// A thread that looks at the open file once a second.
#[derive(Debug)]
pub struct Watch {
    worker: Worker<(PathBuf, Stamp), ()>,
    /// What is being looked at.
    followed: Option<(PathBuf, Stamp)>,
}

impl Watch {
    /// Starts the thread; `wake` is called when the file has changed.
    pub fn start(wake: impl Fn() + Send + 'static) -> Self {
        let worker =
            Worker::start("file watch", wake, |(path, stamp): (PathBuf, Stamp), flag, say| {
                while !flag.is_cancelled() {
                    if stamp.differs_from_disk(&path) {
                        return say(());
                    }
                    std::thread::sleep(PAUSE);
                }
            });
        Self { worker, followed: None }
    }

    /// Looks at this file from now on, which was last seen like this; true if that
    /// is another one than before, or it has been seen anew.
    pub fn follow(&mut self, file: Option<(PathBuf, Stamp)>) -> bool {
        if self.followed == file {
            return false;
        }
        self.followed.clone_from(&file);
        match file {
            Some(file) => self.worker.ask(file),
            None => self.worker.stop(),
        }
        true
    }

    /// True, once, when the file has changed.
    pub fn has_changed(&mut self) -> bool {
        self.worker.poll().is_some()
    }
}
