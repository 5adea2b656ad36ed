//! What is suspicious in a row, and why rows are passed over.

use super::Field;
use crate::files::tables::Why;
use crate::model::{AgencyId, ItemId, Problem};

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubt {
    /// Words stand where a number belongs; they are not taken.
    NotANumber {
        /// File, sheet and cell.
        place: String,
        /// What stands there.
        text: String,
    },
    /// The spreadsheet could not compute the cell; it is not taken.
    CellError {
        /// File, sheet and cell.
        place: String,
        /// The error as it is shown: `#REF!`.
        error: String,
    },
    /// A number below nothing where there is none; it is not taken.
    Negative {
        /// File, sheet and cell.
        place: String,
        /// The number.
        number: f64,
    },
    /// Words that name nothing that the field can hold; they are not taken.
    NotUnderstood {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
        /// What stands there.
        text: String,
    },
    /// Low, best and high are not in this order; the range is not taken.
    RangeOrder {
        /// File, sheet and cells.
        place: String,
    },
    /// More than a hundred times what the others of its column are.
    OutOfLine {
        /// File, sheet and cell.
        place: String,
        /// The number.
        number: f64,
        /// The middle one of its column.
        usual: f64,
    },
    /// A hundred times, or a hundredth of, what the scenario has.
    FarFromBefore {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
        /// What the scenario has.
        was: f64,
        /// What the table gives.
        becomes: f64,
    },
    /// A name nearly as that of an item that the table does not hold otherwise.
    NearName {
        /// That item.
        item: ItemId,
        /// Its name.
        name: String,
    },
    /// Another row has the same name and owner, and other values.
    SameName {
        /// That row, from 0.
        row: usize,
    },
    /// A cell that held something was emptied; that is not taken unless a person says so.
    Emptied {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
    },
    /// A score beyond the ends of its scale; it is not taken unless a person says so.
    OutsideScale {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
        /// The score.
        number: f64,
        /// The lesser end.
        least: f64,
        /// The greater end.
        most: f64,
    },
    /// A number that the field cannot hold; it is not taken.
    Impossible {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
        /// What stands there.
        text: String,
    },
    /// A lowest or highest value, or a source, of a value that nobody gives; it is not
    /// taken.
    WithoutBest {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
    },
    /// Values that are not in order with others: lowest, best, highest; earliest, latest.
    /// They are not taken unless a person says so.
    Disorder {
        /// The field.
        field: Field,
        /// File, sheet and cell.
        place: String,
    },
    /// A formula; what it came to when the file was saved is taken.
    Formula {
        /// File, sheet and cell.
        place: String,
    },
    /// A formula that nobody has computed; it is not taken.
    NotComputed {
        /// File, sheet and cell.
        place: String,
    },
    /// A cell that is not asked for; it is not taken.
    NotAsked {
        /// File, sheet and cell.
        place: String,
    },
    /// A row that was not there when the workbook was given out; it is not taken unless a
    /// person says so.
    Added {
        /// File, sheet and cell.
        place: String,
    },
    /// Another agency, or none, has owned the item since; answers are not taken unless a
    /// person says so.
    OtherOwner {
        /// Who owns it now.
        agency: Option<AgencyId>,
    },
    /// With this row the scenario could not be used any more.
    Breaks {
        /// What would be wrong.
        problem: Problem,
    },
}

impl Doubt {
    /// True if what it is about is not taken unless a person says so.
    pub fn holds_back(&self) -> bool {
        matches!(
            self,
            Self::NearName { .. }
                | Self::FarFromBefore { .. }
                | Self::Breaks { .. }
                | Self::Emptied { .. }
                | Self::OutsideScale { .. }
                | Self::Disorder { .. }
                | Self::Added { .. }
                | Self::OtherOwner { .. }
        )
    }
}

/// Why a row gives nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Skip {
    /// It holds nothing of its own.
    Layout(Why),
    /// It has neither id nor name.
    NoName,
    /// Another row has the same item for a later year.
    EarlierYear {
        /// That row, from 0.
        than: usize,
    },
    /// Another row says the same.
    Repeats {
        /// That row, from 0.
        row: usize,
    },
    /// Another row has the same id, and other values.
    SameId {
        /// That row, from 0.
        row: usize,
        /// The id.
        id: String,
    },
}

/// A row that gives nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Skipped {
    /// The row, from 0.
    pub row: usize,
    /// Why.
    pub why: Skip,
}
