//! The program: commands, or the window.

use clap::Parser;
use phasewise::cli::{Cli, run};
use phasewise::texts::Texts;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match &cli.command {
        Some(command) => run(command, &Texts::new(cli.lang.as_deref().unwrap_or("en"))),
        None => open_window(&cli),
    }
}

#[cfg(feature = "gui")]
fn open_window(cli: &Cli) -> ExitCode {
    phasewise::ui::open(cli.file.as_deref(), cli.lang.as_deref())
}

#[cfg(not(feature = "gui"))]
fn open_window(_: &Cli) -> ExitCode {
    eprintln!("This build has no window. Try `phasewise --help` for the commands.");
    ExitCode::from(2)
}
