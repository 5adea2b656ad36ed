//! Waiting for the disk, on a thread of its own: whoever writes a journal goes on.

use crate::files::journal::Settling;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// After a failure, so long until the next try.
pub(super) const RETRY: Duration = Duration::from_secs(2);

/// Why something is not on disk, if it is not.
pub(super) type Trouble = Arc<Mutex<Option<String>>>;

enum Message {
    /// Wait until this is on disk.
    Settle(Settling),
    /// Tell when everything so far was tried.
    Flush(Sender<()>),
}

/// A handle on the thread that waits. Dropping it waits until everything was tried.
#[derive(Debug)]
pub(super) struct Settler {
    messages: Option<Sender<Message>>,
    thread: Option<JoinHandle<()>>,
    trouble: Trouble,
}

impl Settler {
    pub(super) fn start(trouble: Trouble) -> Self {
        let (messages, inbox) = channel();
        let told = Arc::clone(&trouble);
        let spawned = std::thread::Builder::new()
            .name("journal disk".into())
            .spawn(move || settle_all(&inbox, &told));
        Self { messages: Some(messages), thread: spawned.ok(), trouble }
    }

    /// Waits for the disk, by and by; without a thread at once.
    pub(super) fn settle(&self, settling: Settling) {
        match (&self.messages, &self.thread) {
            (Some(messages), Some(_)) => drop(messages.send(Message::Settle(settling))),
            _ => tell(&self.trouble, settling.settle().err().map(|error| error.to_string())),
        }
    }

    /// Rings when everything so far was tried.
    pub(super) fn ring(&self, bell: Sender<()>) {
        match (&self.messages, &self.thread) {
            (Some(messages), Some(_)) => drop(messages.send(Message::Flush(bell))),
            // Nobody waits any more: fine.
            _ => drop(bell.send(())),
        }
    }
}

impl Drop for Settler {
    fn drop(&mut self) {
        self.messages = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing more to wait for.
            let _ = thread.join();
        }
    }
}

fn settle_all(inbox: &Receiver<Message>, trouble: &Trouble) {
    let mut waiting: Vec<Settling> = Vec::new();
    let mut open = true;
    while open {
        let mut bells = Vec::new();
        let first = if waiting.is_empty() {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(RETRY)
        };
        open = !matches!(first, Err(RecvTimeoutError::Disconnected));
        // What has come meanwhile is settled together.
        for message in first.into_iter().chain(inbox.try_iter()) {
            match message {
                Message::Settle(later) => {
                    waiting.retain(|earlier| !earlier.is_part_of(&later));
                    waiting.push(later);
                }
                Message::Flush(bell) => bells.push(bell),
            }
        }
        let mut failed = None;
        waiting.retain(|settling| match settling.settle() {
            Ok(()) => false,
            Err(error) => {
                failed = Some(error.to_string());
                true
            }
        });
        tell(trouble, failed);
        for bell in bells {
            // Nobody waits any more: fine.
            let _ = bell.send(());
        }
    }
}

fn tell(trouble: &Trouble, why: Option<String>) {
    if let Ok(mut trouble) = trouble.lock() {
        *trouble = why;
    }
}
