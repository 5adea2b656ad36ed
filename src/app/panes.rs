//! Where the panes of the window are, as its person has put them.

use serde::{Deserialize, Serialize};

/// A pane that can be moved to the other side, hidden, and drawn wider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Weights, in Decide.
    Weights,
    /// What is known about the selected item, in Decide.
    Inspector,
    /// The small roadmap, in Decide.
    Roadmap,
    /// The graph's list, in Dependencies.
    GraphList,
}

/// How one pane differs from how it comes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanePlace {
    /// It is not shown.
    pub hidden: bool,
    /// It is on the other side.
    pub moved: bool,
    /// Its width, or the height of one that lies, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<f32>,
}

/// Where the panes are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panes {
    weights: PanePlace,
    inspector: PanePlace,
    roadmap: PanePlace,
    graph_list: PanePlace,
    /// How often they were put back: each time they begin anew.
    #[serde(skip)]
    round: u32,
}

impl Panes {
    /// Where a pane is.
    pub fn place(&self, pane: Pane) -> PanePlace {
        match pane {
            Pane::Weights => self.weights,
            Pane::Inspector => self.inspector,
            Pane::Roadmap => self.roadmap,
            Pane::GraphList => self.graph_list,
        }
    }

    /// Where a pane is, to change it.
    pub fn place_mut(&mut self, pane: Pane) -> &mut PanePlace {
        match pane {
            Pane::Weights => &mut self.weights,
            Pane::Inspector => &mut self.inspector,
            Pane::Roadmap => &mut self.roadmap,
            Pane::GraphList => &mut self.graph_list,
        }
    }

    /// Puts all of them back to where they come.
    pub fn put_back(&mut self) {
        *self = Self { round: self.round + 1, ..Self::default() };
    }

    /// How often they were put back since the program began.
    pub fn round(&self) -> u32 {
        self.round
    }

    /// Leaves out sizes that no window has.
    pub(super) fn sane(mut self) -> Self {
        for pane in [Pane::Weights, Pane::Inspector, Pane::Roadmap, Pane::GraphList] {
            let place = self.place_mut(pane);
            place.size = place.size.filter(|size| (40.0..=10_000.0).contains(size));
        }
        self
    }
}

/// Where the window itself was, in points of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Left top corner; none where the system does not tell it.
    pub position: Option<[f32; 2]>,
    /// Width and height of what it shows.
    pub size: [f32; 2],
    /// It filled the screen.
    pub maximized: bool,
}

impl WindowPlace {
    /// The same if a window could be there.
    pub(super) fn sane(self) -> Option<Self> {
        let sizes = self.size.iter().all(|size| (200.0..=20_000.0).contains(size));
        let at = self.position.filter(|at| at.iter().all(|at| at.abs() < 30_000.0));
        sizes.then_some(Self { position: at, ..self })
    }
}
