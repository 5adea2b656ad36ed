//! A file that only grows, line by line, and can be read whatever happened to it.
//!
//! Each line carries a checksum. What a crash or a power cut left half written at the
//! end does not count, and is cut off before the next line is written. Whoever writes
//! holds a lock beside the file, which the system takes away when the program ends,
//! however it ends.

use super::storage::{fnv1a, write_atomically};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The right to write a file, as long as it lives.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    lock: File,
}

impl Claim {
    /// Claims a file, which need not be there; none if another program has it.
    ///
    /// # Errors
    /// If the lock beside it cannot be made.
    pub fn of(path: &Path) -> io::Result<Option<Self>> {
        let beside = path.with_extension("lock");
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(beside)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self { path: path.into(), lock })),
            Err(TryLockError::WouldBlock) => Ok(None),
            // Some shares have no locks. Two programs with one journal are rarer than
            // one program without any.
            Err(TryLockError::Error(_)) => Ok(Some(Self { path: path.into(), lock })),
        }
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
}

impl Log {
    /// Begins a file anew with these lines, in place of whatever it held: at every
    /// moment the old or the new one is there, whole.
    ///
    /// # Errors
    /// If the system refuses; the old file is then untouched. The claim is given back.
    pub fn begin(claim: Claim, lines: &[String]) -> Result<Self, (Claim, io::Error)> {
        let text: Vec<u8> = lines.iter().flat_map(|line| sealed(line)).collect();
        let opened = write_atomically(&claim.path, &text)
            .and_then(|()| OpenOptions::new().write(true).open(&claim.path));
        match opened {
            Ok(file) => Ok(Self { claim, file, length: text.len() as u64 }),
            Err(error) => Err((claim, error)),
        }
    }

    /// Goes on with a file, and reads what it holds.
    ///
    /// # Errors
    /// If it cannot be read or opened for writing.
    pub fn resume(claim: Claim) -> Result<(Self, Vec<String>), (Claim, io::Error)> {
        let opened = fs::read(&claim.path)
            .and_then(|bytes| Ok((bytes, OpenOptions::new().write(true).open(&claim.path)?)));
        match opened {
            Ok((bytes, file)) => {
                let (lines, length) = whole_lines(&bytes);
                Ok((Self { claim, file, length: length as u64 }, lines))
            }
            Err(error) => Err((claim, error)),
        }
    }

    /// Adds lines and waits until they are on disk.
    ///
    /// # Errors
    /// If the system refuses, as on a full disk. What was written before stays whole,
    /// and the same lines can be tried again.
    pub fn append(&mut self, lines: &[String]) -> io::Result<()> {
        let text: Vec<u8> = lines.iter().flat_map(|line| sealed(line)).collect();
        self.file.set_len(self.length)?;
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(&text)?;
        self.file.sync_data()?;
        self.length += text.len() as u64;
        Ok(())
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
    Ok(whole_lines(&fs::read(path)?).0)
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
}
