//! What formats that draw show beside the plan: the places that others would give, and
//! the dependencies laid out.

use crate::app::drawing::{Columns, EdgeKind, Graph, Options, Route, draw};
use crate::app::snapshot::Snapshot;
use crate::files::out::{GraphDrawing, GraphRoute, LinkKind, OtherView};
use crate::model::{ActiveWeights, Scenario};
use crate::scoring::methods::{Method, rank_by};
use crate::scoring::{LeverageGraph, Matrix, leaf_weights, rank};
use crate::texts::Texts;

/// Items at most that are ranked anew: beyond, nobody compares places.
const MOST: usize = 5_000;

/// Other methods on the same scores and weights, then the other sets of weights, and
/// the blend of them.
pub(super) fn other_views(snapshot: &Snapshot, texts: &Texts) -> Vec<OtherView> {
    let scenario = snapshot.scenario.as_ref();
    let scores = snapshot.scores.as_ref();
    let count = scenario.items.len();
    if scores.matrix.leaves.is_empty() || !(2..=MOST).contains(&count) {
        return Vec::new();
    }
    let methods = [
        (Method::Wsm, "method-wsm"),
        (Method::Topsis, "method-topsis"),
        (Method::Vikor, "method-vikor"),
        (Method::Promethee2, "method-promethee2"),
    ];
    let by_method = |(method, key): (Method, &str)| OtherView {
        name: texts.get(key),
        method: true,
        ranks: rank_by(method, scenario, &scores.matrix, &scores.weights).ranks,
    };
    let mut views: Vec<OtherView> = methods.into_iter().map(by_method).collect();
    let graph = LeverageGraph::new(scenario);
    for (weights, name) in others(scenario, texts) {
        let weights = leaf_weights(scenario, &weights);
        let matrix = Matrix::with_graph(scenario, &weights, &graph);
        let ranking = rank(scenario, &matrix, &weights);
        let ranks = ranking.rows.iter().map(|row| row.rank).collect();
        views.push(OtherView { name, method: false, ranks });
    }
    views
}

/// Weights that could count instead of those that do.
fn others(scenario: &Scenario, texts: &Texts) -> Vec<(ActiveWeights, String)> {
    let active = match &scenario.active_weights {
        ActiveWeights::Blend => None,
        ActiveWeights::First => scenario.weight_sets.first().map(|set| set.id.clone()),
        ActiveWeights::Set(id) => Some(id.clone()),
    };
    let sets = scenario.weight_sets.iter().filter(|set| Some(&set.id) != active.as_ref());
    let mut others: Vec<(ActiveWeights, String)> = sets
        .map(|set| {
            let name = set.name.get_or(texts.language(), set.id.as_str()).to_owned();
            (ActiveWeights::Set(set.id.clone()), name)
        })
        .collect();
    let influence = scenario.weight_sets.iter().filter(|set| set.influence > 0.0).count();
    if scenario.active_weights != ActiveWeights::Blend && influence > 1 {
        others.push((ActiveWeights::Blend, texts.get("paper-blend")));
    }
    others
}

/// The dependencies with phases as columns, or as deep as they go where there is no
/// plan.
pub(super) fn graph_drawing(snapshot: &Snapshot) -> GraphDrawing {
    let scenario = snapshot.scenario.as_ref();
    let start: Vec<Option<u32>> =
        (0..scenario.items.len()).map(|item| snapshot.start_of(item)).collect();
    let columns = if snapshot.planned().is_some() { Columns::Phase } else { Columns::Depth };
    let graph = Graph::of(scenario, &start, &Options { columns, ..Options::default() });
    let drawing = draw(&graph, None);
    let (left, top) = (f64::from(drawing.left), f64::from(drawing.top));
    let nodes = graph.nodes().iter().zip(&drawing.places).filter_map(|(node, place)| {
        let item = *node.members.first()?;
        Some((item, f64::from(place.x) - left, f64::from(place.y) - top))
    });
    let route = |route: &Route| GraphRoute {
        kind: match route.kind {
            EdgeKind::Hard => LinkKind::Hard,
            EdgeKind::Soft => LinkKind::Soft,
            EdgeKind::AnyOf => LinkKind::OneOf(0),
        },
        on_cycle: route.on_cycle,
        transitive: route.transitive,
        points: route
            .points
            .iter()
            .map(|&(x, y)| (f64::from(x) - left, f64::from(y) - top))
            .collect(),
    };
    let bands = drawing.bands.iter();
    GraphDrawing {
        width: f64::from(drawing.width),
        height: f64::from(drawing.height),
        nodes: nodes.collect(),
        routes: drawing.routes.iter().map(route).collect(),
        bands: bands
            .map(|band| (band.phase, f64::from(band.left) - left, f64::from(band.right) - left))
            .collect(),
    }
}
