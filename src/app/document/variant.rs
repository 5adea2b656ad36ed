//! Documents whose files hold only what differs from a base.

use super::Document;
use crate::files::SaveError;
use crate::files::variant::Variant;
use crate::model::Problem;
use std::path::Path;

/// Why a document was not saved as a variant.
#[derive(Debug)]
pub enum VariantError {
    /// All that keeps the base from being read.
    Base(Vec<Problem>),
    /// The variant's own file was not written.
    Save(SaveError),
}

impl Document {
    /// What it is a variant of, and what of it does not fit the base any more; none for
    /// a document whose file holds everything.
    pub fn variant(&self) -> Option<&Variant> {
        self.variant.as_ref()
    }

    /// A copy that is in no file yet and whose file will hold only what differs from ours;
    /// called as none of these. None if we are in no file.
    ///
    /// # Errors
    /// All that keeps our file from being read.
    pub fn as_variant(&self, taken: &[String]) -> Result<Option<Self>, Vec<Problem>> {
        let Some(base) = self.path() else { return Ok(None) };
        let variant = Some(Variant::of(base)?);
        Ok(Some(Self { variant, ..self.copied(taken) }))
    }

    /// Writes it to a file that holds only what differs from the base. That is its file
    /// from then on, and it follows the base.
    ///
    /// # Errors
    /// If the base cannot be read, or the file is the base or cannot be written. The
    /// document stays as it is then.
    pub fn save_as_variant_of(&mut self, base: &Path, file: &Path) -> Result<(), VariantError> {
        let variant = Variant::of(base).map_err(VariantError::Base)?;
        self.write_to(file.to_path_buf(), Some(variant)).map_err(VariantError::Save)
    }

    /// Writes it to a file that holds everything and follows no base any more; that is
    /// its file from then on.
    ///
    /// # Errors
    /// If the file cannot be written, or its name ends in neither `.ron` nor `.json`.
    pub fn save_as_whole(&mut self, file: &Path) -> Result<(), SaveError> {
        self.write_to(file.to_path_buf(), None)
    }

    /// Notes that our value at a stale place stands, whatever the base has there now:
    /// once this is saved nobody is told of it again. False if the place is not stale.
    pub fn keep_ours(&mut self, path: &str) -> bool {
        let is_kept = self.variant.as_mut().is_some_and(|variant| variant.keep_ours(path));
        if is_kept {
            self.history.mark_unsaved();
            self.revision += 1;
            self.begin_journal_anew();
        }
        is_kept
    }
}
