//! What is being brought in: a table of any layout, or what ministries answered.

use crate::app::importing::{Accepted, Found, Session, Taken};
use crate::app::ministries::Answers;

/// What is being brought in.
#[derive(Debug)]
pub enum Source {
    /// A table.
    Table(Box<Session>),
    /// Workbooks that came back.
    Answers(Box<Answers>),
}

impl Source {
    /// What it would change; none until that is known.
    pub fn found(&self) -> Option<Found<'_>> {
        match self {
            Self::Table(session) => session.found(),
            Self::Answers(answers) => answers.found(),
        }
    }

    /// True if what is known is of the present state.
    pub fn is_current(&self) -> bool {
        match self {
            Self::Table(session) => session.is_current(),
            Self::Answers(answers) => answers.is_current(),
        }
    }

    /// What is accepted.
    pub fn accepted(&self) -> &Accepted {
        match self {
            Self::Table(session) => &session.accepted,
            Self::Answers(answers) => &answers.accepted,
        }
    }

    /// What is accepted.
    pub fn accepted_mut(&mut self) -> &mut Accepted {
        match self {
            Self::Table(session) => &mut session.accepted,
            Self::Answers(answers) => &mut answers.accepted,
        }
    }

    /// How much that is.
    pub fn taken(&self) -> Taken {
        match self {
            Self::Table(session) => session.taken(),
            Self::Answers(answers) => answers.taken(),
        }
    }
}
