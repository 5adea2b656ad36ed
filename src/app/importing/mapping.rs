//! Which column fills which field: as guessed, as a person settled it, as a file keeps it.

use super::Field;
use crate::files::tables::{Column, Layout};

/// What a column is taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnMapping {
    /// Its place on the sheet, from 0.
    pub column: usize,
    /// Its title.
    pub title: String,
    /// What it fills; none: it is not used.
    pub field: Option<Field>,
    /// What its numbers are times, such as 1,000,000 where they are millions.
    pub factor: f64,
    /// True if an empty cell means what stands above it.
    pub fill_down: bool,
    /// How sure the guess is, 0..1; 1 for what a person or a file said.
    pub confidence: f64,
    /// Why.
    pub reason: Reason,
}

/// Why a column is taken for what it is taken for, or left alone.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// A person or a mapping file said so.
    Told,
    /// Its title is the name of the field.
    OwnName,
    /// Its title speaks of it.
    Title,
    /// Its title is the name of the criterion.
    Criterion,
    /// It is the whole of so many parts, which add up to it.
    Whole {
        /// Columns of parts.
        parts: usize,
    },
    /// It is one of several parts that are added up.
    Part,
    /// It is a part of another column, which is used.
    PartOf {
        /// Title of that column.
        whole: String,
    },
    /// It is the latest of several years.
    LatestYear,
    /// A later year, or a better column, is used.
    Lesser {
        /// Title of that column.
        than: String,
    },
    /// It holds the only numbers.
    OnlyNumbers,
    /// It holds what looks most like names.
    LooksLikeNames,
    /// Its numbers only count rows.
    Counter,
    /// Nothing in it is known.
    Unknown,
    /// The mapping file does not name it.
    NotInFile,
}

/// What all columns of a table are taken for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mapping {
    /// Column by column, as they stand.
    pub columns: Vec<ColumnMapping>,
    /// True if headings over rows name the owner of the items under them.
    pub owner_from_headings: bool,
}

impl ColumnMapping {
    /// A column that is not used, or whose use is to be said yet.
    pub fn unused(column: &Column, reason: Reason) -> Self {
        Self {
            column: column.at,
            title: column.title.clone(),
            field: None,
            factor: 1.0,
            fill_down: false,
            confidence: 0.0,
            reason,
        }
    }
}

impl Mapping {
    /// A mapping in which no column is used.
    pub fn empty(layout: &Layout) -> Self {
        let unused = |column| ColumnMapping::unused(column, Reason::Unknown);
        Self { columns: layout.columns.iter().map(unused).collect(), owner_from_headings: false }
    }

    /// Columns that fill a field, in their order.
    pub fn filling<'m>(&'m self, field: &'m Field) -> impl Iterator<Item = &'m ColumnMapping> {
        self.columns.iter().filter(move |column| column.field.as_ref() == Some(field))
    }

    /// The fields that are filled, each once, in the order of the columns.
    pub fn fields(&self) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for field in self.columns.iter().filter_map(|column| column.field.as_ref()) {
            if !fields.contains(field) {
                fields.push(field.clone());
            }
        }
        fields
    }

    /// True if rows can be told apart by it: it has ids or names.
    pub fn is_usable(&self) -> bool {
        self.fields().iter().any(|field| matches!(field, Field::Id | Field::Name(_)))
    }

    /// Says what a column is used for; a field that cannot be filled by two columns is
    /// taken from the other.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        let alone = field.as_ref().filter(|field| !field.adds_up());
        for other in self.columns.iter_mut().filter(|other| other.column != column) {
            if alone.is_some() && other.field.as_ref() == alone {
                other.field = None;
                (other.confidence, other.reason) = (1.0, Reason::Told);
            }
        }
        if let Some(own) = self.columns.iter_mut().find(|own| own.column == column) {
            own.field = field;
            (own.confidence, own.reason) = (1.0, Reason::Told);
        }
    }
}
