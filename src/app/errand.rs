//! One piece of work on a thread of its own, for somebody who must not wait.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Work under way. Whoever drops it does not want the result any more.
#[derive(Debug)]
pub struct Errand<T> {
    result: Receiver<T>,
    /// What came of it, once that was looked at.
    done: Option<Option<T>>,
}

impl<T: Send + 'static> Errand<T> {
    /// Begins; `wake` is called when it is done, whatever came of it.
    pub fn start(
        name: &str,
        wake: impl Fn() + Send + 'static,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Self {
        let (sender, result) = channel();
        let wake = Wake(wake);
        let run = move || {
            // Dropped in reverse, also if the work panics: first the sender, then the bell.
            let _wake = wake;
            let sender = sender;
            // Nobody waits any more if the person has asked for something else.
            let _ = sender.send(work());
        };
        // Without a thread the sender goes at once, as if the thread had died.
        let _ = std::thread::Builder::new().name(name.to_owned()).spawn(run);
        Self { result, done: None }
    }

    /// True once [`Self::finish`] does not have to wait.
    pub fn is_done(&mut self) -> bool {
        self.is_done_within(Duration::ZERO)
    }

    /// The same, after waiting for at most so long: what is done at once need not be
    /// shown as work under way.
    pub fn is_done_within(&mut self, patience: Duration) -> bool {
        if self.done.is_none() {
            self.done = match self.result.recv_timeout(patience) {
                Ok(result) => Some(Some(result)),
                Err(RecvTimeoutError::Timeout) => None,
                // The thread has died: the person must not wait for ever.
                Err(RecvTimeoutError::Disconnected) => Some(None),
            };
        }
        self.done.is_some()
    }

    /// What came of it, none if the thread died; waits until that is known.
    pub fn finish(self) -> Option<T> {
        self.done.unwrap_or_else(|| self.result.recv().ok())
    }
}

/// Calls its function when it goes.
struct Wake<F: Fn()>(F);

impl<F: Fn()> Drop for Wake<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}
