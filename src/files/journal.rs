//! A file that only grows, line by line, and can be read whatever happened to it.
//!
//! Each line carries a checksum. What a crash or a power cut left half written at the
//! end does not count, and is cut off before the next line is written. Whoever writes
//! holds a lock beside the file, which the system takes away when the program ends,
//! however it ends.
//!
//! What is written is safe from the end of the program at once, and from a power cut
//! once it is *settled*, which may take seconds on a busy disk and holds up nobody. Until
//! a file that was begun anew is settled, the one before it stands beside it.

use super::storage::{Unsettled, fnv1a, put};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A program that is just being started holds all that is open here, for a moment. So
/// long a lock may be taken before it counts as another program's.
const MOMENT: Duration = Duration::from_millis(200);

/// Between two looks at a lock that is taken.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// The right to write a file, as long as it lives.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    lock: File,
}

impl Claim {
    /// Claims a file, which need not be there; none if another program has it, which takes
    /// a fifth of a second to say.
    ///
    /// # Errors
    /// If the lock beside it cannot be made.
    pub fn of(path: &Path) -> io::Result<Option<Self>> {
        let beside = path.with_extension("lock");
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(beside)?;
        let begun = Instant::now();
        while let Err(TryLockError::WouldBlock) = lock.try_lock() {
            if begun.elapsed() > MOMENT {
                return Ok(None);
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        // Some shares have no locks, which is an error, too. Two programs with one journal
        // are rarer than one program without any.
        Ok(Some(Self { path: path.into(), lock }))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the file away.
    ///
    /// # Errors
    /// If it is there and cannot be removed.
    pub fn remove(self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let Self { path, lock } = self;
        // What stood before it is of no use alone; mostly there is nothing.
        let _ = fs::remove_file(before(&path));
        drop(lock);
        // Another program may have it by now; it stays in use then.
        let _ = fs::remove_file(path.with_extension("lock"));
        Ok(())
    }
}

/// A growing file that is open for writing.
#[derive(Debug)]
pub struct Log {
    claim: Claim,
    file: File,
    /// Bytes that are known to be whole.
    length: u64,
    /// Something half written may come after them.
    is_torn: bool,
    /// Where it was begun anew, until somebody has asked to settle that.
    begun: Option<Unsettled>,
}

/// What was written and may not be on disk yet.
#[derive(Debug)]
pub struct Settling {
    file: File,
    begun: Option<(Unsettled, PathBuf)>,
}

impl Settling {
    /// Waits until it is on disk.
    ///
    /// # Errors
    /// If the system refuses; it can be tried again.
    pub fn settle(&self) -> io::Result<()> {
        self.file.sync_data()?;
        if let Some((begun, path)) = &self.begun {
            begun.settle()?;
            match fs::remove_file(before(path)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// True if another one that comes later settles this one too.
    pub fn is_part_of(&self, later: &Self) -> bool {
        self.begun.is_none() && later.begun.is_none()
    }
}

impl Log {
    /// Begins a file anew with these lines, in place of whatever it held: at every
    /// moment the old or the new one is there, whole.
    ///
    /// # Errors
    /// If the system refuses; the old file is then untouched. The claim is given back.
    pub fn begin(claim: Claim, lines: &[String]) -> Result<Self, (Claim, io::Error)> {
        let text: Vec<u8> = lines.iter().flat_map(|line| sealed(line)).collect();
        let opened = keep_before(&claim.path).and_then(|()| {
            let begun = put(&claim.path, &text)?;
            Ok((begun, OpenOptions::new().write(true).open(&claim.path)?))
        });
        match opened {
            Ok((begun, file)) => {
                let length = text.len() as u64;
                Ok(Self { claim, file, length, is_torn: false, begun: Some(begun) })
            }
            Err(error) => Err((claim, error)),
        }
    }

    /// Goes on with a file, and reads what it holds.
    ///
    /// # Errors
    /// If it cannot be read or opened for writing.
    pub fn resume(claim: Claim) -> Result<(Self, Vec<String>), (Claim, io::Error)> {
        let opened = held(&claim.path).and_then(|(bytes, is_own)| {
            // What stands before it is gone once it is settled itself.
            let is_settled = is_own && !before(&claim.path).exists();
            let begun = if is_settled { None } else { Some(put(&claim.path, &bytes)?) };
            Ok((bytes, begun, OpenOptions::new().write(true).open(&claim.path)?))
        });
        match opened {
            Ok((bytes, begun, file)) => {
                let (lines, length) = whole_lines(&bytes);
                let (length, is_torn) = (length as u64, length < bytes.len());
                Ok((Self { claim, file, length, is_torn, begun }, lines))
            }
            Err(error) => Err((claim, error)),
        }
    }

    /// Adds lines, which are on disk once they are settled.
    ///
    /// # Errors
    /// If the system refuses, as on a full disk. What was written before stays whole,
    /// and the same lines can be tried again.
    pub fn append(&mut self, lines: &[String]) -> io::Result<()> {
        let text: Vec<u8> = lines.iter().flat_map(|line| sealed(line)).collect();
        // Cutting waits until the file's end is on disk, which is seconds on a busy one;
        // writing alone waits for nothing.
        if self.is_torn {
            self.file.set_len(self.length)?;
        }
        self.file.seek(SeekFrom::Start(self.length))?;
        self.is_torn = true;
        self.file.write_all(&text)?;
        self.length += text.len() as u64;
        self.is_torn = false;
        Ok(())
    }

    /// What was written and may not be on disk yet, for somebody who can wait.
    ///
    /// # Errors
    /// If the system has no handle left; nothing is lost by trying again.
    pub fn settling(&mut self) -> io::Result<Settling> {
        let file = self.file.try_clone()?;
        let begun = self.begun.take().map(|begun| (begun, self.claim.path.clone()));
        Ok(Settling { file, begun })
    }

    /// Bytes that are known to be whole.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Gives the claim back.
    pub fn into_claim(self) -> Claim {
        self.claim
    }
}

/// The whole lines of a file, also while another program writes it.
///
/// # Errors
/// If it cannot be read.
pub fn read_lines(path: &Path) -> io::Result<Vec<String>> {
    Ok(whole_lines(&held(path)?.0).0)
}

/// Where the file before stands until the one that took its place is settled.
fn before(path: &Path) -> PathBuf {
    path.with_extension("before")
}

/// Lets a file that is there stand beside itself, too.
fn keep_before(path: &Path) -> io::Result<()> {
    // Of one that was begun anew and never settled the file before that is kept.
    if !path.exists() || before(path).exists() {
        return Ok(());
    }
    // Some shares and sticks have no links.
    fs::hard_link(path, before(path)).or_else(|_| fs::copy(path, before(path)).map(drop))
}

/// What a file holds, true if that stands in itself; where a power cut has left nothing
/// of it, what stood before it.
fn held(path: &Path) -> io::Result<(Vec<u8>, bool)> {
    let bytes = fs::read(path)?;
    if whole_lines(&bytes).1 > 0 {
        return Ok((bytes, true));
    }
    match fs::read(before(path)) {
        Ok(older) if whole_lines(&older).1 > 0 => Ok((older, false)),
        _ => Ok((bytes, true)),
    }
}

fn sealed(line: &str) -> Vec<u8> {
    format!("{:016x} {line}\n", fnv1a(line.as_bytes())).into_bytes()
}

/// Lines up to the first that is not as it was written, and how long they are.
fn whole_lines(bytes: &[u8]) -> (Vec<String>, usize) {
    let (mut lines, mut length) = (Vec::new(), 0);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(text) = unsealed(line) else { break };
        lines.push(text);
        length += line.len();
    }
    (lines, length)
}

fn unsealed(line: &[u8]) -> Option<String> {
    let line = std::str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
    let (sum, text) = line.split_once(' ')?;
    let sum = u64::from_str_radix(sum, 16).ok()?;
    (sum == fnv1a(text.as_bytes())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_file_cut_anywhere_gives_the_whole_lines_before_the_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        let all = lines(&["first", "", "{\"third\": \"линия\"}"]);
        let log = Log::begin(Claim::of(&path).unwrap().unwrap(), &all).unwrap();
        drop(log);
        let bytes = fs::read(&path).unwrap();
        for cut in 0..=bytes.len() {
            fs::write(&path, &bytes[..cut]).unwrap();
            let whole = bytes[..cut].iter().filter(|byte| **byte == b'\n').count();
            let claim = Claim::of(&path).unwrap().unwrap();
            let (mut log, found) = Log::resume(claim).unwrap();
            assert_eq!(found, all[..whole], "cut at {cut}");
            log.append(&lines(&["after"])).unwrap();
            let found = read_lines(&path).unwrap();
            assert_eq!((found.len(), found[whole].as_str()), (whole + 1, "after"));
        }
    }

    #[test]
    fn what_a_power_cut_leaves_of_a_file_begun_anew_is_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        let mut log = Log::begin(Claim::of(&path).unwrap().unwrap(), &lines(&["old"])).unwrap();
        log.settling().unwrap().settle().unwrap();
        assert!(!before(&path).exists(), "nothing stood before it");
        let mut log = Log::begin(log.into_claim(), &lines(&["new"])).unwrap();
        log.append(&lines(&["more"])).unwrap();
        assert_eq!(read_lines(&path).unwrap(), lines(&["new", "more"]), "at once for programs");
        // The name was on disk before the content.
        let content = fs::read(&path).unwrap();
        for left in [Vec::new(), vec![0; content.len()]] {
            fs::write(&path, left).unwrap();
            assert_eq!(read_lines(&path).unwrap(), lines(&["old"]));
        }
        let (mut log, found) = Log::resume(log.into_claim()).unwrap();
        assert_eq!(found, lines(&["old"]));
        log.append(&lines(&["again"])).unwrap();
        log.settling().unwrap().settle().unwrap();
        assert!(!before(&path).exists());
        assert_eq!(read_lines(&path).unwrap(), lines(&["old", "again"]));
        // Begun anew twice before the disk came along, the settled one is still kept.
        let log = Log::begin(log.into_claim(), &lines(&["second"])).unwrap();
        let mut log = Log::begin(log.into_claim(), &lines(&["third"])).unwrap();
        fs::write(&path, "").unwrap();
        assert_eq!(read_lines(&path).unwrap(), lines(&["old", "again"]));
        log.settling().unwrap().settle().unwrap();
        log.into_claim().remove().unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left lying");
    }

    #[test]
    fn a_byte_that_turned_ends_what_is_believed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        let claim = Claim::of(&path).unwrap().unwrap();
        drop(Log::begin(claim, &lines(&["one", "two", "three"])).unwrap());
        let mut bytes = fs::read(&path).unwrap();
        let second = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 18;
        bytes[second] ^= 1;
        fs::write(&path, bytes).unwrap();
        assert_eq!(read_lines(&path).unwrap(), lines(&["one"]));
    }

    #[test]
    fn nobody_else_gets_a_claimed_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        let claim = Claim::of(&path).unwrap().unwrap();
        assert!(Claim::of(&path).unwrap().is_none());
        drop(claim);
        assert!(Claim::of(&path).unwrap().is_some());
    }

    #[cfg(unix)]
    #[test]
    fn a_claim_that_was_given_back_is_free_also_while_programs_are_started() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.journal");
        let is_over = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
                    // What it does is of no matter, nor whether it could be started.
                    let _ = std::process::Command::new("true").status();
                }
            });
            let free = (0..20_000).filter(|_| Claim::of(&path).unwrap().is_some()).count();
            is_over.store(true, std::sync::atomic::Ordering::Relaxed);
            assert_eq!(free, 20_000);
        });
    }
}
