//! Ending the program at any moment loses nothing: kill -9 while it edits and saves,
//! and disks that take no more. `scripts/crash-test N` runs N rounds of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(unix)]

use phasewise::app::{Document, Edit, Journals, Label};
use phasewise::files;
use phasewise::sequencing::SplitMix64;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Where a test that was started by another one works.
const FOLDER: &str = "PHASEWISE_CRASH_FOLDER";
/// Rounds of killing; a few unless asked for more.
const ROUNDS: &str = "PHASEWISE_CRASH_ROUNDS";
/// What was done longer ago than this must not be lost.
const SAFE_AFTER: Duration = Duration::from_secs(1);
/// Places in which rounds run at the same time.
const DESKS: u64 = 4;

fn file_in(folder: &Path) -> PathBuf {
    folder.join("scenario.ron")
}

fn journals_in(folder: &Path) -> Journals {
    Journals::new(folder.join("state"))
}

/// Copies a scenario into a new folder.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eu20.ron");
    std::fs::copy(from, file_in(folder.path())).unwrap();
    folder
}

/// Opens what is there as the window would: what was not saved, else the file.
fn reopened(folder: &Path) -> Document {
    let journals = journals_in(folder);
    let rest = journals.rests().into_iter().next();
    let recovered = rest.and_then(|rest| Document::recovered(&rest.path, &journals));
    recovered.unwrap_or_else(|| Document::open_with_history(&file_in(folder), &journals).unwrap())
}

/// The number of the last action in a document's state.
fn number_of(document: &Document) -> u64 {
    document.scenario().description.get("en").parse().unwrap_or(0)
}

fn write_number(document: &mut Document, number: u64) {
    let edit = Edit::Description(number.to_string().as_str().into());
    document.apply(Label::new("edit-name", number.to_string()), edit, None).unwrap();
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros() as u64
}

/// Starts one of the tests below in a process of its own.
fn started(test: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

/// Edits, undoes and saves without end, and tells after each action which state the
/// scenario is in and when that was.
#[test]
fn works_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let mut random = SplitMix64::new(now());
    let mut document = reopened(&folder);
    let mut next =
        1 + document.history().steps().0.iter().fold(number_of(&document), |most, step| {
            most.max(step.label.what.parse().unwrap_or(0))
        });
    loop {
        // Saves are rare enough for the journal to matter.
        match random.below(240) {
            0 => document.save(true).unwrap(),
            1..=20 => drop(document.undo()),
            21..=40 => drop(document.redo()),
            _ => {
                write_number(&mut document, next);
                next += 1;
            }
        }
        println!("at {} is {}", now(), number_of(&document));
        std::io::stdout().flush().unwrap();
        std::thread::sleep(Duration::from_millis(random.below(12) as u64));
    }
}

/// One round: lets the program work for a random time, kills it, and looks what is
/// left. True if something was lost.
fn loses_something(folder: &Path, random: &mut SplitMix64) -> bool {
    let mut child = started("works_until_it_is_killed", folder);
    std::thread::sleep(Duration::from_millis(100 + random.below(2_400) as u64));
    child.kill().unwrap();
    let killed = now();
    child.wait().unwrap();
    let mut told = String::new();
    child.stdout.take().unwrap().read_to_string(&mut told).unwrap();
    // A line that was cut off is no action that anybody has seen.
    let whole = told.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let actions: Vec<(u64, u64)> = whole
        .lines()
        .filter_map(|line| {
            let (at, is) = line.split_once("at ")?.1.split_once(" is ")?;
            Some((at.parse().ok()?, is.parse().ok()?))
        })
        .collect();
    assert!(files::read(&file_in(folder)).is_ok(), "the file cannot be read any more");
    let safe = actions.iter().rposition(|(at, _)| at + SAFE_AFTER.as_micros() as u64 <= killed);
    let Some(safe) = safe else { return false };
    let found = number_of(&reopened(folder));
    let lost = actions[safe..].iter().all(|(_, is)| *is != found);
    if lost {
        eprintln!("found {found}, expected one of {:?}", &actions[safe..]);
    }
    lost
}

#[test]
fn nothing_older_than_a_second_is_lost_however_the_program_ends() {
    let rounds: u64 = std::env::var(ROUNDS).ok().and_then(|n| n.parse().ok()).unwrap_or(24);
    let lost: u64 = std::thread::scope(|scope| {
        let desks: Vec<_> = (0..DESKS)
            .map(|number| {
                scope.spawn(move || {
                    let (folder, mut random) = (desk(), SplitMix64::new(number));
                    let rounds = (rounds + DESKS - 1 - number) / DESKS;
                    (0..rounds).filter(|_| loses_something(folder.path(), &mut random)).count()
                })
            })
            .collect();
        desks.into_iter().map(|desk| desk.join().unwrap() as u64).sum()
    });
    println!("{rounds} rounds, {lost} lost");
    assert_eq!(lost, 0);
}

/// Works where no file may grow beyond some kilobytes.
#[test]
fn saves_on_a_full_disk() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let file = file_in(&folder);
    let before = std::fs::read(&file).unwrap();
    let mut document = Document::open_with_history(&file, &journals_in(&folder)).unwrap();
    write_number(&mut document, 1);
    assert!(document.save(false).is_err(), "the disk is full");
    assert_eq!(std::fs::read(&file).unwrap(), before, "the original is untouched");
    assert!(document.is_unsaved());
    assert_eq!(number_of(&document), 1, "the work is still there");
    document.recorder().unwrap().flush();
    assert!(document.recorder().unwrap().trouble().is_some(), "and it is said");
    let left: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".phasewise-")), "{left:?}");
}

#[test]
fn a_full_disk_costs_neither_the_file_nor_the_work() {
    let folder = desk();
    let exe = std::env::current_exe().unwrap();
    // The shell lets no file grow beyond 20 blocks; writing more is then an error.
    let script = format!(
        "trap '' XFSZ; ulimit -f 20; exec '{}' --exact saves_on_a_full_disk",
        exe.display()
    );
    let status = Command::new("sh").args(["-c", &script]).env(FOLDER, folder.path()).output();
    let output = status.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
