//! How the time grows with the portfolio.

use crate::generator;
use phasewise::sequencing::{Budget, CancelFlag, Engine, Options, Portfolio};
use std::sync::Arc;
use std::time::Instant;

const SIZES: [usize; 4] = [1_000, 2_000, 5_000, 10_000];
const PHASES: u32 = 6;
/// Seed of the portfolios; none of `tests/data/portfolios` has it.
const SEED: u64 = 31;
/// Within which share of the best the plan has to be proven.
const GAP: f64 = 0.02;
/// When to give up.
const MOST_SECONDS: f64 = 120.0;

/// What one size took, in seconds.
struct Took {
    construction: f64,
    /// Until the gap was reached; none if it was not.
    to_gap: Option<f64>,
    gap: f64,
}

impl Took {
    fn whole(&self) -> Option<f64> {
        Some(self.construction + self.to_gap?)
    }
}

/// Prints the time of construction and up to a gap of 2 % for 1,000 to 10,000
/// items, and the exponent between neighbours: 1 is linear, 2 square. `known`
/// is a file of the generator with 1,000 items, 6 phases and seed 15.
pub fn print(known: &Portfolio) {
    assert!(
        generator::portfolio(1_000, 6, 15) == *known,
        "the generator no longer makes p01000-t06-plain"
    );
    println!(
        "\ngrowth, {PHASES} phases     construction    to {} %     whole  exponent",
        GAP * 100.0
    );
    let mut last: Option<(usize, f64)> = None;
    for count in SIZES {
        let took = took(Arc::new(generator::portfolio(count, PHASES, SEED)));
        let whole = took.whole();
        let exponent = match (last, whole) {
            (Some((fewer, before)), Some(now)) => {
                let exponent = (now / before).ln() / (count as f64 / fewer as f64).ln();
                format!("{exponent:>8.2}")
            }
            _ => format!("{:>8}", ""),
        };
        let Took { construction, to_gap, gap } = took;
        let seconds = |time: Option<f64>| match time {
            Some(time) => format!("{time:>8.2} s"),
            None => format!("{:>10}", "–"),
        };
        let end = match to_gap {
            Some(_) => String::new(),
            None => format!("  {:.2} % after {MOST_SECONDS} s", 100.0 * gap),
        };
        println!(
            "{count:>8} items {:>15} {:>10} {:>9} {exponent}{end}",
            seconds(Some(construction)),
            seconds(to_gap),
            seconds(whole),
        );
        last = whole.map(|whole| (count, whole));
    }
}

fn took(portfolio: Arc<Portfolio>) -> Took {
    let begun = Instant::now();
    let mut engine = Engine::new(portfolio, Options::default());
    let construction = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let (cancel, mut to_gap) = (CancelFlag::default(), None);
    let answer = engine.run(Budget::Seconds(MOST_SECONDS), &cancel, &mut |answer| {
        if answer.gap <= GAP && to_gap.is_none() {
            to_gap = Some(begun.elapsed().as_secs_f64());
            cancel.cancel();
        }
    });
    assert!(answer.verified && answer.upper_bound >= answer.objective);
    Took { construction, to_gap, gap: answer.gap }
}
