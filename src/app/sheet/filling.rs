//! What a block of texts makes of the cells that it is put into.

use super::content::{Content, entered, plain};
use super::enter::{Place, Refusal, enter};
use super::{Field, block_of};
use crate::app::{Edit, ListEdit, Snapshot};
use crate::model::{Item, Scenario};
use crate::texts::Texts;
use std::collections::HashSet;

/// A rectangle of cells of a table as it is on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Area<'a> {
    /// The items of all rows, in their order.
    pub items: &'a [usize],
    /// All columns, in their order.
    pub fields: &'a [Field],
    /// First row and first column.
    pub from: (usize, usize),
    /// How many rows and columns, at least 1.
    pub size: (usize, usize),
}

/// The row of a cell that is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// An item of the scenario, by its position.
    Item(usize),
    /// A new item, counted from 0.
    New(usize),
    /// There is nothing, and no new item can come of it.
    Beyond,
}

/// A cell that is filled, and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// Whose cell.
    pub row: Row,
    /// Which of its cells; none beyond the last column.
    pub field: Option<Field>,
    /// What stood there.
    pub before: Content,
    /// What was to be entered.
    pub text: String,
    /// What stands there then, or why it cannot.
    pub after: Result<Content, Refusal>,
}

/// What a block of texts makes of the cells that it is put into.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filling {
    /// Cells that change or cannot; by rows.
    pub cells: Vec<Filled>,
    /// How many cells hold already what was to be entered.
    pub same: usize,
    /// Items that change, by their position, and what they become.
    changed: Vec<(usize, Item)>,
    /// Items that are new.
    new: Vec<Item>,
}

impl Filling {
    /// What comes of pasting a text: a block is put down with its first cell on the
    /// first of the area; a single cell fills the whole area. A first line that
    /// repeats the headings is left out. Rows beyond the last become new items if the
    /// block holds their names. O(cells).
    pub fn pasted(text: &str, area: Area<'_>, snapshot: &Snapshot, texts: &Texts) -> Self {
        let mut rows = block_of(text);
        if rows.len() > 1 && rows.first().is_some_and(|row| is_heading(row, area, snapshot, texts))
        {
            rows.remove(0);
        }
        match rows.as_slice() {
            [row] if row.len() == 1 => Self::filled(&row[0], area, snapshot, texts),
            _ => Self::of_block(&rows, area, snapshot, texts),
        }
    }

    /// What comes of entering one text into every cell of the area. O(cells).
    pub fn filled(text: &str, area: Area<'_>, snapshot: &Snapshot, texts: &Texts) -> Self {
        let rows = vec![vec![text.to_owned(); area.size.1]; area.size.0];
        Self::of_block(&rows, area, snapshot, texts)
    }

    fn of_block(rows: &[Vec<String>], area: Area<'_>, snapshot: &Snapshot, texts: &Texts) -> Self {
        let place = Place { scenario: &snapshot.scenario, texts };
        let mut filling = Self::default();
        let mut taken: HashSet<String> =
            snapshot.scenario.items.iter().map(|item| item.id.to_string()).collect();
        for (down, row) in rows.iter().enumerate() {
            let fields = || area.fields.iter().skip(area.from.1).zip(row);
            let named = || {
                let mut named = fields().filter(|(field, _)| **field == Field::Name);
                named.any(|(_, text)| !text.trim().is_empty())
            };
            let (to, mut item) = match area.items.get(area.from.0 + down) {
                Some(&at) => match snapshot.scenario.items.get(at) {
                    Some(item) => (Row::Item(at), item.clone()),
                    None => (Row::Beyond, Item::default()),
                },
                None if named() => (Row::New(filling.new.len()), new_item(&mut taken)),
                None => (Row::Beyond, Item::default()),
            };
            let mut is_changed = false;
            for (across, text) in row.iter().enumerate() {
                let field = area.fields.get(area.from.1 + across).copied();
                is_changed |= filling.put(to, field, text, &mut item, place);
            }
            match to {
                Row::Item(at) if is_changed => filling.changed.push((at, item)),
                Row::New(_) => filling.new.push(item),
                _ => {}
            }
        }
        filling
    }

    /// Enters a text into one cell; true if the item is another one then.
    fn put(
        &mut self,
        row: Row,
        field: Option<Field>,
        text: &str,
        item: &mut Item,
        place: Place<'_>,
    ) -> bool {
        let outside = row == Row::Beyond || field.is_none();
        if outside && text.trim().is_empty() {
            return false;
        }
        let standing = |item: &Item| match field {
            Some(field) => entered(item, field, place.scenario, place.texts),
            None => Content::Nothing,
        };
        let before = standing(item);
        let mut changed = item.clone();
        let done = match field.filter(|_| !outside) {
            Some(field) => enter(&mut changed, field, text, place),
            None => Err(Refusal::Outside),
        };
        // Putting back what stands there changes nothing, however it is written.
        if done.is_ok() && plain(&standing(&changed), place.texts) == plain(&before, place.texts) {
            self.same += 1;
            return false;
        }
        let is_changed = done.is_ok();
        if is_changed {
            *item = changed;
        }
        let after = done.map(|()| standing(item));
        self.cells.push(Filled { row, field, before, text: text.to_owned(), after });
        is_changed
    }

    /// How many cells change.
    pub fn changing(&self) -> usize {
        self.cells.iter().filter(|cell| cell.after.is_ok()).count()
    }

    /// How many cells cannot take what was to be entered.
    pub fn refused(&self) -> usize {
        self.cells.len() - self.changing()
    }

    /// How many items are new.
    pub fn new_items(&self) -> usize {
        self.new.len()
    }

    /// The name of the item of a row, as it will be.
    pub fn name_of(&self, row: Row, scenario: &Scenario, language: &str) -> String {
        let item = match row {
            Row::Item(at) => scenario.items.get(at),
            Row::New(at) => self.new.get(at),
            Row::Beyond => None,
        };
        let name = |item: &Item| item.name.get_or(language, item.id.as_str()).to_owned();
        item.map(name).unwrap_or_default()
    }

    /// The edit that does it, in one step; none if nothing changes.
    pub fn edit(&self, scenario: &Scenario) -> Option<Edit> {
        let replaced = self
            .changed
            .iter()
            .map(|(at, item)| ListEdit::Replace { at: *at, value: Box::new(item.clone()) });
        let added = self.new.iter().enumerate().map(|(number, item)| ListEdit::Insert {
            at: scenario.items.len() + number,
            value: Box::new(item.clone()),
        });
        let edits: Vec<Edit> = replaced.chain(added).map(Edit::Items).collect();
        (!edits.is_empty()).then_some(Edit::Several(edits))
    }
}

/// True if a row of texts only repeats the headings of the columns that it is put into.
fn is_heading(row: &[String], area: Area<'_>, snapshot: &Snapshot, texts: &Texts) -> bool {
    let fields = area.fields.iter().skip(area.from.1);
    let scenario = &snapshot.scenario;
    row.iter().zip(fields).all(|(text, field)| {
        let text = text.trim();
        text == field.heading(scenario, texts) || text == field.name(scenario, texts)
    })
}

/// An item with an id that no other has.
fn new_item(taken: &mut HashSet<String>) -> Item {
    let mut number = taken.len() + 1;
    while !taken.insert(format!("item-{number}")) {
        number += 1;
    }
    Item { id: format!("item-{number}").into(), ..Item::default() }
}
