//! Scoring: golden cases from published sources, each worked out a second and
//! obvious way, and properties that must hold for any scenario.

// A helper that panics fails its test, as it should.
#![allow(clippy::unwrap_used)]

mod scoring {
    mod dominance;
    mod index;
    mod infrastructure;
    mod leverage;
    mod matrix;
    mod methods;
    mod rank;
    mod speed;
    mod support;
    mod value;
    mod weights;
    mod worth;
}
