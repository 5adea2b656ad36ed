//! A thread that answers questions: the newest wins, answers carry the number of
//! the question that they belong to, and nobody waits.

use crate::sequencing::CancelFlag;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A question on its way.
struct Asked<Q> {
    ticket: u64,
    question: Q,
}

/// A handle on a thread that answers questions of one kind. Dropping it stops
/// the work.
pub struct Worker<Q, A> {
    questions: Sender<Asked<Q>>,
    answers: Receiver<(u64, A)>,
    cancel: Arc<Mutex<CancelFlag>>,
    ticket: u64,
}

impl<Q, A> std::fmt::Debug for Worker<Q, A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Worker(question {})", self.ticket)
    }
}

impl<Q: Send + 'static, A: Send + 'static> Worker<Q, A> {
    /// Starts the thread. `work` answers one question, as often as it has more
    /// to say, and stops soon after the flag is set; `wake` is called whenever
    /// there is an answer.
    pub fn start(
        name: &str,
        wake: impl Fn() + Send + 'static,
        work: impl Fn(Q, &CancelFlag, &mut dyn FnMut(A)) + Send + 'static,
    ) -> Self {
        let (questions, inbox) = channel::<Asked<Q>>();
        let (outbox, answers) = channel();
        let cancel = Arc::new(Mutex::new(CancelFlag::default()));
        let shared = Arc::clone(&cancel);
        let run = move || {
            while let Ok(mut asked) = inbox.recv() {
                let flag = loop {
                    let flag = CancelFlag::default();
                    if let Ok(mut place) = shared.lock() {
                        *place = flag.clone();
                    }
                    // A question that came before the flag was in place has not set
                    // it; one that came after has set it for the one before. Either
                    // way it is the newest, and starts with a flag of its own.
                    match inbox.try_recv() {
                        Ok(newer) => asked = newer,
                        Err(_) => break flag,
                    }
                };
                let Asked { ticket, question } = asked;
                work(question, &flag, &mut |answer| {
                    if !flag.is_cancelled() && outbox.send((ticket, answer)).is_ok() {
                        wake();
                    }
                });
            }
        };
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(run);
        if let Err(error) = spawned {
            eprintln!("“{name}” is off: no thread could start ({error})");
        }
        Self { questions, answers, cancel, ticket: 0 }
    }

    /// Asks; a question that is still being worked on is dropped.
    pub fn ask(&mut self, question: Q) {
        self.stop();
        self.ticket += 1;
        // The thread only ends with this handle, so nobody misses this.
        let _ = self.questions.send(Asked { ticket: self.ticket, question });
    }

    /// Stops working; answers that are still on their way are dropped.
    pub fn stop(&mut self) {
        if let Ok(flag) = self.cancel.lock() {
            flag.cancel();
        }
        self.ticket += 1;
    }

    /// The newest answer to the last question that is there already.
    pub fn poll(&mut self) -> Option<A> {
        let mut newest = None;
        while let Ok((ticket, answer)) = self.answers.try_recv() {
            if ticket == self.ticket {
                newest = Some(answer);
            }
        }
        newest
    }

    /// The next answer to the last question, waiting for at most so long; for
    /// tests, as the window never waits.
    pub fn wait(&mut self, at_most: Duration) -> Option<A> {
        let until = std::time::Instant::now() + at_most;
        loop {
            let left = until.saturating_duration_since(std::time::Instant::now());
            let (ticket, answer) = self.answers.recv_timeout(left).ok()?;
            if ticket == self.ticket {
                return Some(answer);
            }
        }
    }
}

impl<Q, A> Drop for Worker<Q, A> {
    fn drop(&mut self) {
        if let Ok(flag) = self.cancel.lock() {
            flag.cancel();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(10);

    fn counting() -> Worker<u32, u32> {
        Worker::start(
            "counting",
            || {},
            |from, flag, say| {
                for number in from..from + 5 {
                    if !flag.is_cancelled() {
                        say(number);
                    }
                }
            },
        )
    }

    #[test]
    fn only_the_newest_question_is_answered() {
        let mut worker = counting();
        for question in [10, 20, 30, 40] {
            worker.ask(question);
        }
        let mut last = 0;
        while last < 44 {
            last = worker.wait(PATIENCE).unwrap();
            assert!(last >= 40, "{last} answers an older question");
        }
    }

    #[test]
    fn nothing_is_heard_after_a_stop() {
        let mut worker = counting();
        worker.ask(1);
        worker.stop();
        assert_eq!(worker.poll(), None);
        worker.ask(7);
        assert!(worker.wait(PATIENCE).is_some_and(|answer| answer >= 7));
    }
}
