//! The scenarios that come with the program: what "New" begins with.

use crate::files::{self, text::Format};
use crate::model::Scenario;

/// The commented file that `phasewise new` writes.
pub const STARTER: &str = include_str!("../../assets/starter.ron");

/// What a new scenario begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// A frame: some criteria, phases and items to write over.
    Frame,
    /// The EU's 20 basic public services in an invented country.
    Eu20,
    /// Kazakhstan's programme of 2005 to 2010.
    Kazakhstan,
}

impl Template {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Frame, Self::Eu20, Self::Kazakhstan];

    /// The key of its name in the language files; with `-text` that of what it holds.
    pub fn key(self) -> &'static str {
        match self {
            Self::Frame => "template-frame",
            Self::Eu20 => "template-eu20",
            Self::Kazakhstan => "template-kazakhstan",
        }
    }

    /// The scenario, and the comment at the head of its file.
    ///
    /// The texts are part of the program and a test reads them, so that an empty
    /// scenario here means only that the test was not run.
    pub fn read(self) -> (Scenario, Option<String>) {
        let text = match self {
            // Its comments tell how to change the file by hand.
            Self::Frame => return (starter_scenario(), None),
            Self::Eu20 => include_str!("../../scenarios/eu20.ron"),
            Self::Kazakhstan => include_str!("../../scenarios/kazakhstan.ron"),
        };
        let (scenario, header, _) = files::parse(text.as_bytes(), Format::Ron);
        (scenario.unwrap_or_default(), header)
    }
}

/// The scenario of Kazakhstan's programme that comes with the program.
pub fn bundled_scenario() -> Scenario {
    Template::Kazakhstan.read().0
}

/// The starter scenario without its comments.
pub fn starter_scenario() -> Scenario {
    files::parse(STARTER.as_bytes(), Format::Ron).0.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        for template in Template::ALL {
            let (scenario, _) = template.read();
            assert!(!scenario.items.is_empty() && !scenario.phases.is_empty(), "{template:?}");
        }
    }
}
