//! What the keys do while the table has the keyboard: the habits of a spreadsheet.

use super::cursor::Go;
use eframe::egui::{Event, EventFilter, Id, InputState, Key, Modifiers, Ui};

/// Keys that the table takes for itself; Escape leaves it.
pub const TAKEN: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// What a key asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Move the cursor; with the selection or without.
    Go(Go, bool),
    /// Select everything.
    All,
    /// Put the rows into the order of the cursor's column.
    Sort,
    /// Edit the cell, beginning with what stands there.
    Edit,
    /// Edit the cell, beginning with these letters.
    Type(String),
    /// Empty what is selected.
    Clear,
    /// Copy what is selected.
    Copy,
    /// Put this text down.
    Paste(String),
    /// Select one cell alone, or leave the table.
    Leave,
}

/// Takes what concerns the table out of the events of this frame; `page` rows are a page.
pub fn wishes(ui: &mut Ui, table: Id, page: usize) -> Vec<Wish> {
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table, TAKEN));
    ui.input_mut(|input| {
        let mut wishes = Vec::new();
        let page = isize::try_from(page.max(1)).unwrap_or(1);
        walk(input, page, &mut wishes);
        input.events.retain(|event| match event {
            Event::Text(text) if !text.chars().all(char::is_control) => {
                wishes.push(Wish::Type(text.clone()));
                false
            }
            Event::Copy => {
                wishes.push(Wish::Copy);
                false
            }
            Event::Cut => {
                wishes.extend([Wish::Copy, Wish::Clear]);
                false
            }
            Event::Paste(text) => {
                wishes.push(Wish::Paste(text.clone()));
                false
            }
            _ => true,
        });
        wishes
    })
}

fn walk(input: &mut InputState, page: isize, wishes: &mut Vec<Wish>) {
    let (none, shift) = (Modifiers::NONE, Modifiers::SHIFT);
    if input.consume_key(Modifiers::ALT, Key::ArrowDown) {
        wishes.push(Wish::Sort);
    }
    let control = Modifiers::COMMAND;
    // With more modifiers first: `consume_key` takes Shift+Down for Down as well.
    let steps = [
        (control, Key::ArrowUp, Go::ColumnEnd(false)),
        (control, Key::ArrowDown, Go::ColumnEnd(true)),
        (control, Key::ArrowLeft, Go::RowEnd(false)),
        (control, Key::ArrowRight, Go::RowEnd(true)),
        (control, Key::Home, Go::ColumnEnd(false)),
        (control, Key::End, Go::ColumnEnd(true)),
        (none, Key::ArrowUp, Go::By(-1, 0)),
        (none, Key::ArrowDown, Go::By(1, 0)),
        (none, Key::ArrowLeft, Go::By(0, -1)),
        (none, Key::ArrowRight, Go::By(0, 1)),
        (none, Key::PageUp, Go::By(-page, 0)),
        (none, Key::PageDown, Go::By(page, 0)),
        (none, Key::Home, Go::RowEnd(false)),
        (none, Key::End, Go::RowEnd(true)),
    ];
    for (modifiers, key, go) in steps {
        for extended in [true, false] {
            let modifiers = if extended { modifiers | shift } else { modifiers };
            let times = input.count_and_consume_key(modifiers, key);
            wishes.extend(std::iter::repeat_n(Wish::Go(go, extended), times));
        }
    }
    for (modifiers, key, wish) in [
        (shift, Key::Tab, Wish::Go(Go::Next(false), false)),
        (none, Key::Tab, Wish::Go(Go::Next(true), false)),
        (control, Key::A, Wish::All),
        (none, Key::F2, Wish::Edit),
        (none, Key::Enter, Wish::Edit),
        (none, Key::Delete, Wish::Clear),
        (none, Key::Backspace, Wish::Clear),
        (none, Key::Escape, Wish::Leave),
    ] {
        if input.consume_key(modifiers, key) {
            wishes.push(wish);
        }
    }
}
