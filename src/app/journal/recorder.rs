//! Writing a journal, on a thread of its own: whoever edits never waits for a disk.

use super::entry::{Base, Entry};
use super::folder::Journals;
use super::settler::{RETRY, Settler, Trouble};
use crate::files::journal::{Claim, Log};
use serde::Serialize;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Entries are gathered for so long before they are written together.
const GATHERING: Duration = Duration::from_millis(100);

enum Message {
    /// Begin anew from a state.
    Begin(Box<Base>),
    /// Add an entry.
    Add(Entry),
    /// Tell when everything so far was tried.
    Flush(Sender<()>),
}

/// A handle on the thread that writes one document's journal. Dropping it waits
/// until everything is written.
#[derive(Debug)]
pub struct Recorder {
    journals: Journals,
    messages: Option<Sender<Message>>,
    thread: Option<JoinHandle<()>>,
    /// Why entries are not written, and why they are not settled.
    troubles: [Trouble; 2],
    begun: bool,
}

impl Recorder {
    /// Journals of a document that had none; nothing is written before the first
    /// entry. With a claim, that file is taken.
    pub fn new(journals: Journals, claim: Option<Claim>) -> Self {
        Self::start(journals, move || State { claim, ..State::default() }, false)
    }

    /// Goes on with a journal that was read.
    pub fn resumed(journals: Journals, log: Log) -> Self {
        Self::start(journals, move || State { log: Some(log), ..State::default() }, true)
    }

    fn start(
        journals: Journals,
        state: impl FnOnce() -> State + Send + 'static,
        begun: bool,
    ) -> Self {
        let (messages, inbox) = channel();
        let [trouble, unsettled] = [Trouble::default(), Trouble::default()];
        let (told, place) = (Arc::clone(&trouble), journals.clone());
        let troubles = [Arc::clone(&trouble), Arc::clone(&unsettled)];
        let run = move || state().run(&inbox, &place, &told, &Settler::start(unsettled));
        let spawned = std::thread::Builder::new().name("journal".into()).spawn(run);
        if let (Err(error), Ok(mut trouble)) = (&spawned, trouble.lock()) {
            *trouble = Some(error.to_string());
        }
        Self { journals, messages: Some(messages), thread: spawned.ok(), troubles, begun }
    }

    /// Where journals are kept.
    pub fn journals(&self) -> &Journals {
        &self.journals
    }

    /// True once there is a state that entries can follow.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// Begins anew from a state; what was written before is replaced.
    pub fn begin(&mut self, base: Base) {
        self.begun = true;
        self.send(Message::Begin(Box::new(base)));
    }

    /// Adds an entry.
    pub fn add(&self, entry: Entry) {
        self.send(Message::Add(entry));
    }

    /// Waits until everything so far is on disk, or was tried.
    pub fn flush(&self) {
        let (bell, rung) = channel();
        self.send(Message::Flush(bell));
        // Without a thread there is nothing to wait for, and `trouble` says so.
        let _ = rung.recv();
    }

    /// Why entries are not on disk, in the system's words; none if they are, or
    /// will be in a moment.
    pub fn trouble(&self) -> Option<String> {
        let told = |trouble: &Trouble| trouble.lock().ok().and_then(|trouble| trouble.clone());
        self.troubles.iter().find_map(told)
    }

    fn send(&self, message: Message) {
        // Fails only if the thread could not start, which `trouble` tells.
        let _ = self.messages.as_ref().map(|messages| messages.send(message));
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.messages = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing more to write.
            let _ = thread.join();
        }
    }
}

/// What the thread holds.
#[derive(Default)]
struct State {
    /// The file to write, while none is open.
    claim: Option<Claim>,
    log: Option<Log>,
    /// The state to begin from, until that is on disk.
    base: Option<Box<Base>>,
    /// Something is written that nobody settles yet.
    unsettled: bool,
    /// What is not written yet.
    entries: Vec<Entry>,
    bells: Vec<Sender<()>>,
}

impl State {
    fn run(
        mut self,
        inbox: &Receiver<Message>,
        journals: &Journals,
        trouble: &Trouble,
        settler: &Settler,
    ) {
        let mut open = true;
        while open {
            open = self.gather(inbox);
            let wrote = self.write(journals);
            let outcome = self.settle(settler).and(wrote);
            if let Ok(mut trouble) = trouble.lock() {
                *trouble = outcome.err().map(|error| error.to_string());
            }
            for bell in self.bells.drain(..) {
                settler.ring(bell);
            }
        }
    }

    /// Lets what was written come to the disk.
    fn settle(&mut self, settler: &Settler) -> io::Result<()> {
        if let Some(log) = self.log.as_mut().filter(|_| self.unsettled) {
            settler.settle(log.settling()?);
            self.unsettled = false;
        }
        Ok(())
    }

    fn has_work(&self) -> bool {
        self.base.is_some() || !self.entries.is_empty() || self.unsettled
    }

    /// Waits for messages and takes in all that come within a moment; false once
    /// there will be no more.
    fn gather(&mut self, inbox: &Receiver<Message>) -> bool {
        let first = if self.has_work() {
            inbox.recv_timeout(RETRY)
        } else {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match first {
            Ok(message) => self.take(message),
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
        let until = Instant::now() + GATHERING;
        while self.bells.is_empty() {
            match inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(message) => self.take(message),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Begin(base) => {
                self.base = Some(base);
                self.entries.clear();
            }
            Message::Add(entry) => {
                // Of a drag only where it has come to counts.
                let goes_on = matches!(entry, Entry::Amend(_))
                    && matches!(self.entries.last(), Some(Entry::Amend(_)));
                if goes_on {
                    self.entries.pop();
                }
                self.entries.push(entry);
            }
            Message::Flush(bell) => self.bells.push(bell),
        }
    }

    fn write(&mut self, journals: &Journals) -> io::Result<()> {
        if let Some(base) = &self.base {
            let line = line_of(base)?;
            let claim = match (self.log.take(), self.claim.take()) {
                (Some(log), _) => log.into_claim(),
                (None, Some(claim)) => claim,
                (None, None) => journals.claim_for(base.file.as_deref())?,
            };
            let claim = journals.moved(claim, base.file.as_deref())?;
            match Log::begin(claim, &[line]) {
                Ok(log) => self.log = Some(log),
                Err((claim, error)) => {
                    self.claim = Some(claim);
                    return Err(error);
                }
            }
            self.base = None;
            self.unsettled = true;
        }
        if self.entries.is_empty() {
            return Ok(());
        }
        let lines: io::Result<Vec<String>> = self.entries.iter().map(line_of).collect();
        let log = self.log.as_mut().ok_or_else(|| io::Error::other("no journal was begun"))?;
        log.append(&lines?)?;
        self.entries.clear();
        self.unsettled = true;
        Ok(())
    }
}

fn line_of(entry: &impl Serialize) -> io::Result<String> {
    serde_json::to_string(entry).map_err(io::Error::from)
}
