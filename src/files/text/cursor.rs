//! A place in a text that knows its line and column.

use super::tree::{Span, shorten};

/// Moves forward through a text; copies are cheap and serve to look ahead.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: Span,
}

impl<'t> Cursor<'t> {
    /// The beginning of a text, after a byte order mark.
    pub(super) fn new(text: &'t str) -> Self {
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at: Span { line: 1, column: 1, offset } }
    }

    pub(super) fn span(&self) -> Span {
        self.at
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at.offset..]
    }

    /// The text between an earlier place and this one.
    pub(super) fn since(&self, start: Span) -> &'t str {
        &self.text[start.offset..self.at.offset]
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at.offset).copied()
    }

    pub(super) fn char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves over `count` bytes, which must end between characters.
    pub(super) fn advance(&mut self, count: usize) {
        let end = self.at.offset + count;
        for &byte in &self.text.as_bytes()[self.at.offset..end] {
            if byte == b'\n' {
                self.at.line = self.at.line.saturating_add(1);
                self.at.column = 1;
            } else if byte & 0xC0 != 0x80 {
                self.at.column = self.at.column.saturating_add(1);
            }
        }
        self.at.offset = end;
    }

    /// Moves over one character and gives it.
    pub(super) fn next_char(&mut self) -> Option<char> {
        let c = self.char()?;
        self.advance(c.len_utf8());
        Some(c)
    }

    /// Moves over `wanted` if it stands here.
    pub(super) fn eat(&mut self, wanted: &str) -> bool {
        let here = self.rest().starts_with(wanted);
        if here {
            self.advance(wanted.len());
        }
        here
    }

    /// Moves over all characters that `wanted` accepts and gives them.
    pub(super) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.advance(end);
        &rest[..end]
    }

    /// What stands here, for a sentence: a word, one sign, or `eof`.
    pub(super) fn found(&self) -> String {
        let rest = self.rest();
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
        match rest.chars().next() {
            None => "eof".to_owned(),
            Some(_) if end > 0 => shorten(&rest[..end.min(boundary(rest, 200))]),
            Some(c) if c.is_control() || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
            Some(c) => c.to_string(),
        }
    }
}

/// The last character border of `text` at or below `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
