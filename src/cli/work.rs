//! How much a command works on a plan.

use super::Failure;
use super::report::complain;
use crate::app::DEFAULT_EFFORT;
use crate::sequencing::Budget;
use crate::texts::Texts;
use clap::Args;

/// How much a command works on a plan.
#[derive(Debug, Args)]
pub struct Work {
    /// How much work to do: the same plan on every machine
    #[arg(long, value_name = "N", conflicts_with = "seconds")]
    effort: Option<u64>,
    /// How long to work: the plan then depends on the machine
    #[arg(long, value_name = "S")]
    seconds: Option<f64>,
    /// Seed of the search
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

impl Work {
    /// The budget of one plan.
    ///
    /// # Errors
    /// Wrong usage if the seconds are negative or no number; that is said then.
    pub fn budget(&self, texts: &Texts) -> Result<Budget, Failure> {
        match self.seconds {
            Some(seconds) if !seconds.is_finite() || seconds < 0.0 => {
                complain(&texts.get("cli-bad-seconds"));
                Err(Failure::Usage)
            }
            Some(seconds) => Ok(Budget::Seconds(seconds)),
            None => Ok(Budget::Effort(self.effort.unwrap_or(DEFAULT_EFFORT))),
        }
    }
}
