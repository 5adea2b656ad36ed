//! Which cells are selected: a rectangle between the cell with the cursor and the one
//! where the selection began.

/// A row and a column, from 0.
pub type Spot = (usize, usize);

/// The cell with the cursor, and the opposite corner of the selection.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The cell with the cursor.
    pub at: Spot,
    /// Where the selection began.
    pub anchor: Spot,
}

/// A step of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// So many rows and columns further.
    By(isize, isize),
    /// To the first or last column.
    RowEnd(bool),
    /// To the first or last row.
    ColumnEnd(bool),
    /// To the next or last cell in reading order.
    Next(bool),
}

impl Cursor {
    /// Puts the cursor on a cell; the selection is that cell, or reaches from where it
    /// began if it is `extended`.
    pub fn put(&mut self, at: Spot, extended: bool) {
        self.at = at;
        if !extended {
            self.anchor = at;
        }
    }

    /// Moves the cursor in a table of so many rows and columns.
    pub fn go(&mut self, go: Go, size: Spot, extended: bool) {
        let (rows, columns) = (size.0.max(1), size.1.max(1));
        let (row, column) = self.at;
        let moved =
            |from: usize, by: isize, count: usize| from.saturating_add_signed(by).min(count - 1);
        let to = match go {
            Go::By(down, across) => (moved(row, down, rows), moved(column, across, columns)),
            Go::RowEnd(last) => (row, if last { columns - 1 } else { 0 }),
            Go::ColumnEnd(last) => (if last { rows - 1 } else { 0 }, column),
            Go::Next(forward) => {
                let at = row * columns + column;
                let at = if forward { at + 1 } else { at.saturating_sub(1) };
                let at = at.min(rows * columns - 1);
                (at / columns, at % columns)
            }
        };
        self.put(to, extended);
    }

    /// Keeps both corners inside a table of so many rows and columns.
    pub fn keep_inside(&mut self, size: Spot) {
        let inside = |(row, column): Spot| {
            (row.min(size.0.saturating_sub(1)), column.min(size.1.saturating_sub(1)))
        };
        self.at = inside(self.at);
        self.anchor = inside(self.anchor);
    }

    /// First row and column of the selection.
    pub fn first(&self) -> Spot {
        (self.at.0.min(self.anchor.0), self.at.1.min(self.anchor.1))
    }

    /// Last row and column of the selection.
    pub fn last(&self) -> Spot {
        (self.at.0.max(self.anchor.0), self.at.1.max(self.anchor.1))
    }

    /// How many rows and columns are selected.
    pub fn size(&self) -> (usize, usize) {
        let (first, last) = (self.first(), self.last());
        (last.0 - first.0 + 1, last.1 - first.1 + 1)
    }

    /// How many cells are selected.
    pub fn count(&self) -> usize {
        let (rows, columns) = self.size();
        rows * columns
    }

    /// True if a cell is selected.
    pub fn holds(&self, (row, column): Spot) -> bool {
        let (first, last) = (self.first(), self.last());
        (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_table_and_the_selection_reaches_from_where_it_began() {
        let mut cursor = Cursor::default();
        cursor.go(Go::By(-3, 2), (10, 4), false);
        assert_eq!(cursor.at, (0, 2));
        cursor.go(Go::By(4, 9), (10, 4), true);
        assert_eq!((cursor.first(), cursor.size(), cursor.count()), ((0, 2), (5, 2), 10));
        assert!(cursor.holds((4, 3)) && !cursor.holds((5, 3)) && !cursor.holds((0, 1)));
        cursor.go(Go::ColumnEnd(true), (10, 4), false);
        cursor.go(Go::Next(true), (10, 4), false);
        assert_eq!(cursor.at, (9, 3), "there is nothing after the last cell");
        cursor.go(Go::RowEnd(false), (10, 4), false);
        cursor.go(Go::Next(false), (10, 4), false);
        assert_eq!(cursor.at, (8, 3), "before the first of a row is the last of the one above");
        cursor.keep_inside((2, 2));
        assert_eq!((cursor.at, cursor.anchor), ((1, 1), (1, 1)));
    }
}
