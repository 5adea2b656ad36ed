//! Blocks of cells as tab-separated text: what spreadsheets put on the clipboard and
//! take from it.

/// The cells of a text from the clipboard, row by row. Cells in double quotes may hold
/// tabs and line breaks, as spreadsheets write them. A line break at the end begins no
/// row.
pub fn block_of(text: &str) -> Vec<Vec<String>> {
    // Not by the csv crate: it leaves empty lines out, which here are rows.
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\r' | '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// A block of cells as text; a cell with a tab, a line break or a quote is put in quotes.
pub fn written(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| match cell.contains(['\t', '\n', '\r', '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
