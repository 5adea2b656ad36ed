//! A sheet of questions: heads with notes, cells that can be filled, and locks on the rest.

use super::{Ask, AskSheet, CODE_MARK, Entry, NAME_CODE, Questionnaire, version};
use crate::files::out::plain::is_risky;
use crate::files::out::xlsx::Written;
use crate::files::out::xlsx::page::{Page, fitting};
use crate::files::tables::Cell;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign,
    FormatBorder, Note, ProtectionOptions, XlsxError,
};

const CODES: u32 = 0;
const TITLE: u32 = 1;
const GROUPS: u32 = 3;
const HEADS: u32 = 4;
/// The first row of answers; [`super::HEAD_ROWS`] below the codes.
const FIRST: u32 = 5;
/// Columns before the questions: key and name.
const LEADING: u16 = 2;
/// Letters that fit across a page, printed at so many per cent.
const PAGE: f64 = 185.0;
const SCALE: u16 = 54;
/// Letters of what is shown beside a cell, and of its title.
const PROMPT: usize = 250;
const PROMPT_TITLE: usize = 32;

/// Widths of the columns.
pub fn widths(asked: &AskSheet) -> Vec<f64> {
    let leading = [20.0, 32.0];
    leading.into_iter().chain(asked.asks.iter().map(|ask| ask.width)).collect()
}

/// How the cells of a sheet look.
struct Looks {
    key: Format,
    name: Format,
    locked: Format,
    number: Format,
    grouped: Format,
    whole: Format,
    share: Format,
    text: Format,
    guarded: Format,
}

impl Looks {
    fn new(page: &Page<'_>) -> Self {
        let line = Color::RGB(0x00D6_D3C4);
        let bordered =
            |format: Format| format.set_border(FormatBorder::Thin).set_border_color(line);
        let open = bordered(page.styles.input.clone()).set_unlocked();
        let text = open.clone().set_text_wrap().set_num_format("@");
        let grey = Color::RGB(0x00F1_F2F4);
        let locked = bordered(page.styles.text.clone()).set_background_color(grey);
        Self {
            key: locked.clone().set_font_color(Color::RGB(0x0057_606A)).set_num_format("@"),
            name: locked.clone().set_text_wrap().set_bold(),
            locked,
            number: open.clone(),
            grouped: open.clone().set_num_format("#,##0"),
            whole: open.clone().set_num_format("0"),
            share: open.set_num_format("0%"),
            guarded: text.clone().set_quote_prefix(),
            text,
        }
    }

    fn of(&self, entry: Entry) -> &Format {
        match entry {
            Entry::Number { grouped: true, .. } => &self.grouped,
            Entry::Number { .. } => &self.number,
            Entry::Whole { .. } => &self.whole,
            Entry::Share => &self.share,
            Entry::Choice(_) | Entry::Text => &self.text,
        }
    }
}

/// Writes a sheet of questions.
pub fn write(page: &mut Page<'_>, asked: &AskSheet, questions: &Questionnaire) -> Written {
    codes(page, asked)?;
    let (title, note) = (page.styles.title.clone(), page.styles.note.clone());
    page.sheet.write_string_with_format(TITLE, 0, fitting(&asked.title), &title)?;
    page.sheet.write_string_with_format(TITLE + 1, 0, fitting(&asked.note), &note)?;
    groups(page, asked)?;
    let heads = [questions.key_head.clone(), questions.name_head.clone()];
    let heads: Vec<String> =
        heads.into_iter().chain(asked.asks.iter().map(|ask| ask.head.clone())).collect();
    page.heads(HEADS, GROUPS, LEADING, &heads)?;
    page.sheet.set_row_height(HEADS, 32)?;
    let looks = Looks::new(page);
    for (row, asks) in (FIRST..).zip(&asked.rows) {
        page.sheet.write_string_with_format(row, 0, fitting(&asks.key), &looks.key)?;
        text(page, row, 1, &asks.name, &looks.name, &looks.name)?;
        for ((column, cell), ask) in (LEADING..).zip(&asks.cells).zip(&asked.asks) {
            let Some(cell) = cell else {
                page.sheet.write_blank(row, column, &looks.locked)?;
                continue;
            };
            let look = looks.of(ask.entry);
            match cell {
                Cell::Empty => {
                    page.sheet.write_blank(row, column, look)?;
                }
                Cell::Number(number) => {
                    page.sheet.write_number_with_format(row, column, *number, look)?;
                }
                other => text(page, row, column, &other.shown(), look, &looks.guarded)?,
            }
        }
    }
    let last = FIRST + u32::try_from(asked.rows.len()).unwrap_or(u32::MAX).saturating_sub(1);
    for (column, ask) in (LEADING..).zip(&asked.asks) {
        if let Some(rule) = validation(ask, questions)? {
            page.sheet.add_data_validation(FIRST, column, last, column, &rule)?;
        }
    }
    page.filter(HEADS, last, heads.len())?;
    print(page, asked)?;
    page.sheet.set_tab_color(Color::RGB(0x00F2_C94C));
    let options = ProtectionOptions {
        use_autofilter: true,
        sort: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    };
    page.sheet.protect_with_options(&options);
    Ok(())
}

/// The row that names the columns for the program.
fn codes(page: &mut Page<'_>, asked: &AskSheet) -> Written {
    page.sheet.write_string(CODES, 0, format!("{CODE_MARK}{}", asked.code))?;
    page.sheet.write_string(CODES, 1, NAME_CODE)?;
    for (column, ask) in (LEADING..).zip(&asked.asks) {
        page.sheet.write_string(CODES, column, &ask.code)?;
    }
    page.sheet.set_row_hidden(CODES)?;
    Ok(())
}

fn groups(page: &mut Page<'_>, asked: &AskSheet) -> Written {
    let look = page.styles.group.clone().set_align(FormatAlign::Left);
    let look = look.set_border_left(FormatBorder::Thin);
    let mut column = LEADING;
    for group in asked.groups.iter().filter(|group| group.columns > 0) {
        let last = column + group.columns - 1;
        let title = fitting(&group.title);
        if last > column {
            page.sheet.merge_range(GROUPS, column, GROUPS, last, &title, &look)?;
        } else if !title.is_empty() {
            page.sheet.write_string_with_format(GROUPS, column, &title, &look)?;
        }
        if !group.note.is_empty() {
            page.sheet.insert_note(GROUPS, column, &note(&group.note))?;
        }
        column = last + 1;
    }
    page.sheet.set_row_height(GROUPS, 32)?;
    Ok(())
}

/// A note as large as its words.
fn note(words: &str) -> Note {
    let lines: usize = words.lines().map(|line| line.chars().count() / 48 + 1).sum();
    let height = u32::try_from(lines).unwrap_or(20).clamp(2, 24) * 17 + 10;
    Note::new(fitting(words))
        .add_author_prefix(false)
        .set_author("Phasewise")
        .set_width(330)
        .set_height(height)
}

fn text(
    page: &mut Page<'_>,
    row: u32,
    column: u16,
    words: &str,
    look: &Format,
    guarded: &Format,
) -> Written {
    let look = if is_risky(words) { guarded } else { look };
    page.sheet.write_string_with_format(row, column, fitting(words), look)?;
    page.make_room(row, column, words)
}

/// The rule that an answer is checked by while it is typed; none for words.
fn validation(ask: &Ask, questions: &Questionnaire) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let mut stops = true;
    let rule = match ask.entry {
        Entry::Number { least, most, refuses, .. } => {
            stops = refuses;
            rule.allow_decimal_number(if most.is_finite() {
                DataValidationRule::Between(least, most)
            } else {
                DataValidationRule::GreaterThanOrEqualTo(least)
            })
        }
        Entry::Whole { most } => rule.allow_whole_number(DataValidationRule::Between(1, most)),
        Entry::Share => rule.allow_decimal_number(DataValidationRule::Between(0.0, 1.0)),
        Entry::Choice(list) => {
            let length = questions.lists.get(list).map_or(0, Vec::len);
            rule.allow_list_formula(version::range(list, length).as_str().into())
        }
        Entry::Text if ask.prompt.is_empty() => return Ok(None),
        Entry::Text => rule.allow_any_value(),
    };
    let style =
        if stops { DataValidationErrorStyle::Stop } else { DataValidationErrorStyle::Warning };
    let mut rule = rule.set_error_style(style);
    if !ask.refusal.is_empty() {
        rule = rule.set_error_title(short(&ask.head, PROMPT_TITLE))?;
        rule = rule.set_error_message(short(&ask.refusal, PROMPT))?;
    }
    if !ask.prompt.is_empty() {
        rule = rule.set_input_title(short(&ask.head, PROMPT_TITLE))?;
        rule = rule.set_input_message(short(&ask.prompt, PROMPT))?;
    }
    Ok(Some(rule))
}

fn short(words: &str, most: usize) -> String {
    let words = fitting(words);
    if words.chars().count() <= most {
        return words;
    }
    let cut: String = words.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Wide sheets go over several pages, each with the names; a block of columns stays on
/// one of them.
fn print(page: &mut Page<'_>, asked: &AskSheet) -> Written {
    let leading: f64 = widths(asked).iter().take(usize::from(LEADING)).sum();
    let room = PAGE - leading;
    let mut widths = asked.asks.iter().map(|ask| ask.width);
    let (mut breaks, mut filled, mut column) = (Vec::new(), 0.0, u32::from(LEADING));
    for group in &asked.groups {
        let width: f64 = widths.by_ref().take(usize::from(group.columns)).sum();
        if filled > 0.0 && filled + width > room {
            breaks.push(column);
            filled = 0.0;
        }
        filled += width;
        column += u32::from(group.columns);
    }
    if breaks.is_empty() {
        return Ok(());
    }
    page.sheet.set_print_scale(SCALE);
    // A spreadsheet knows no more breaks than this.
    breaks.truncate(1_000);
    page.sheet.set_vertical_page_breaks(&breaks)?;
    Ok(())
}
