//! Bytes on disk: safe writing, and noticing that somebody else wrote.
//!
//! A save is: write a temporary file in the same folder, sync it, give it the
//! old file's permissions, rename it over the old one, sync the folder. Without
//! the first sync a power cut can leave a renamed file of zeros; without the
//! last one the old file may come back.

use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What a file looked like when it was last read or written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    /// FNV-1a of the bytes: modification times are too coarse on some disks.
    hash: u64,
}

impl Stamp {
    /// The stamp of bytes that were just read from, or written to, `path`.
    pub fn of(path: &Path, bytes: &[u8]) -> Self {
        let modified = fs::metadata(path).and_then(|meta| meta.modified()).ok();
        Self { modified, length: bytes.len() as u64, hash: fnv1a(bytes) }
    }

    /// True if the two are of the same bytes.
    pub fn is_same(&self, other: &Self) -> bool {
        self.length == other.length && self.hash == other.hash
    }

    /// True if the file at `path` holds other bytes now, or is gone.
    pub fn differs_from_disk(&self, path: &Path) -> bool {
        let Ok(meta) = fs::metadata(path) else { return true };
        if meta.len() != self.length {
            return true;
        }
        if self.modified.is_some() && meta.modified().ok() == self.modified {
            return false;
        }
        fs::read(path).map_or(true, |bytes| fnv1a(&bytes) != self.hash)
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): tells whether bytes are the same.
pub(crate) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Writes a file so that at every moment either the old or the new one is there.
///
/// A symbolic link stays a link: the file that it points to is replaced.
///
/// # Errors
/// If the folder cannot be written to, the disk is full, or the file is
/// read-only. The old file is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Prepared { temporary, target, folder } = prepared(path, bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|error| error.error)?;
    sync_folder(&folder)
}

/// The same without waiting for the disk: at every moment either the old or the new file
/// is there for programs, also when this one is killed, but a power cut can leave neither
/// until [`Unsettled::settle`] is through.
///
/// # Errors
/// As [`write_atomically`].
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<Unsettled> {
    let Prepared { temporary, target, folder } = prepared(path, bytes)?;
    let file = temporary.persist(&target).map_err(|error| error.error)?;
    Ok(Unsettled { file, folder })
}

/// A file that was put in its place and may not be on disk yet.
#[derive(Debug)]
pub(super) struct Unsettled {
    file: File,
    folder: PathBuf,
}

impl Unsettled {
    /// Waits until it is on disk.
    ///
    /// # Errors
    /// If the system refuses.
    pub(super) fn settle(&self) -> io::Result<()> {
        self.file.sync_all()?;
        sync_folder(&self.folder)
    }
}

/// A file that is written, and stands beside the place where it goes.
struct Prepared {
    temporary: tempfile::NamedTempFile,
    target: PathBuf,
    folder: PathBuf,
}

fn prepared(path: &Path, bytes: &[u8]) -> io::Result<Prepared> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|meta| meta.permissions().readonly()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let mut temporary = tempfile::Builder::new().prefix(".phasewise-").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    match old {
        Some(meta) => temporary.as_file().set_permissions(meta.permissions())?,
        None => set_ordinary_permissions(temporary.as_file())?,
    }
    let folder = folder.to_path_buf();
    Ok(Prepared { temporary, target, folder })
}

/// A temporary file is private; a new scenario shall be as any new file.
#[cfg(unix)]
fn set_ordinary_permissions(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_ordinary_permissions(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some shares cannot sync a folder; the file itself is safe by then.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        result => result,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
