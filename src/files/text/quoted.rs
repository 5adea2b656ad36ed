//! Quoted texts: escapes, raw texts, characters, and quotes that are none.

use super::{
    Format,
    cursor::Cursor,
    problem::TextProblem,
    tree::{Span, Value, shorten},
};

/// Reads a text in double quotes; the cursor stands on the opening quote.
pub(super) fn quoted(at: &mut Cursor, format: Format, problems: &mut Vec<TextProblem>) -> Value {
    let start = at.span();
    let mut text = String::new();
    let known = problems.len();
    at.advance(1);
    loop {
        // Control characters are ASCII, so all that JSON minds is found bytewise.
        text.push_str(at.take_while(|c| c != '"' && c != '\\' && !c.is_ascii_control()));
        match at.byte() {
            None => {
                problems.truncate(known);
                problems.push(TextProblem::new("syntax-unclosed-text", start));
                return Value::Broken;
            }
            Some(b'"') => {
                at.advance(1);
                break;
            }
            Some(b'\\') => match escape(at, format) {
                Ok(c) => text.push(c),
                Err(problem) => problems.push(*problem),
            },
            Some(control) => {
                if format == Format::Json && control < 0x20 {
                    let found = format!("U+{control:04X}");
                    problems
                        .push(TextProblem::new("syntax-control", at.span()).with("found", found));
                }
                text.push(char::from(control));
                at.advance(1);
            }
        }
    }
    if problems.len() > known { Value::Broken } else { Value::String(text) }
}

/// Reads an escape; the cursor stands on the backslash.
fn escape(at: &mut Cursor, format: Format) -> Result<char, Box<TextProblem>> {
    let start = at.span();
    at.advance(1);
    let json = format == Format::Json;
    let c = match at.next_char() {
        Some(c @ ('"' | '\\')) => Some(c),
        Some('n') => Some('\n'),
        Some('r') => Some('\r'),
        Some('t') => Some('\t'),
        Some('/') if json => Some('/'),
        Some('b') if json => Some('\u{8}'),
        Some('f') if json => Some('\u{c}'),
        Some('u') if json => surrogates(at),
        Some('\'') if !json => Some('\''),
        Some('0') if !json => Some('\0'),
        Some('x') if !json => hex(at, 2).and_then(char::from_u32),
        Some('u') if !json => braced(at),
        _ => None,
    };
    c.ok_or_else(|| {
        Box::new(TextProblem::new("syntax-escape", start).with("found", shorten(at.since(start))))
    })
}

/// Exactly `count` hexadecimal digits.
fn hex(at: &mut Cursor, count: usize) -> Option<u32> {
    let digits = at.rest().get(..count).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    at.advance(count);
    u32::from_str_radix(digits, 16).ok()
}

/// RON's `\u{1F600}`.
fn braced(at: &mut Cursor) -> Option<char> {
    if !at.eat("{") {
        return None;
    }
    let digits = at.take_while(|c| c.is_ascii_hexdigit());
    let closed = at.eat("}");
    char::from_u32(u32::from_str_radix(digits, 16).ok()?).filter(|_| closed)
}

/// JSON's `\uXXXX`, or two of them for a character beyond the first plane.
fn surrogates(at: &mut Cursor) -> Option<char> {
    let first = hex(at, 4)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first);
    }
    let mut ahead = *at;
    if !ahead.eat("\\u") {
        return None;
    }
    let second = hex(&mut ahead, 4).filter(|unit| (0xDC00..0xE000).contains(unit))?;
    *at = ahead;
    char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
}

/// Reads `r"…"` or `r#"…"#`, or gives `None` without moving if none stands here.
pub(super) fn raw(at: &mut Cursor, problems: &mut Vec<TextProblem>) -> Option<Value> {
    let start = at.span();
    let mut ahead = *at;
    if !ahead.eat("r") {
        return None;
    }
    let hashes = ahead.take_while(|c| c == '#').len();
    if !ahead.eat("\"") {
        return None;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let text = match ahead.rest().find(&end) {
        Some(length) => {
            let text = ahead.rest()[..length].to_owned();
            ahead.advance(length + end.len());
            Value::String(text)
        }
        None => {
            problems.push(TextProblem::new("syntax-unclosed-text", start));
            ahead.advance(ahead.rest().len());
            Value::Broken
        }
    };
    *at = ahead;
    Some(text)
}

/// Reads a RON character, `'a'`; the cursor stands on the opening quote.
pub(super) fn character(at: &mut Cursor, problems: &mut Vec<TextProblem>) -> Value {
    let start = at.span();
    let mut ahead = *at;
    ahead.advance(1);
    let c = match ahead.char() {
        Some('\\') => escape(&mut ahead, Format::Ron).ok(),
        Some('\'' | '\n') | None => None,
        Some(_) => ahead.next_char(),
    };
    match c {
        Some(c) if ahead.eat("'") => {
            *at = ahead;
            Value::String(c.to_string())
        }
        _ => foreign(at, start, problems),
    }
}

/// Steps over a text in quotes of another kind, such as `'…'` or `“…”`, and says so.
pub(super) fn foreign(at: &mut Cursor, start: Span, problems: &mut Vec<TextProblem>) -> Value {
    let quote = at.next_char().unwrap_or_default();
    problems.push(TextProblem::new("syntax-quote", start).with("found", quote));
    let ends: &[char] = match quote {
        '\'' => &['\'', '’'],
        '«' => &['»'],
        _ => &['”', '“', '’', '`', '"'],
    };
    let line = at.rest().lines().next().unwrap_or_default();
    if let Some((end, found)) = line.char_indices().find(|(_, c)| ends.contains(c)) {
        at.advance(end + found.len_utf8());
    }
    Value::Broken
}

/// The quotes that people's word processors put for straight ones.
pub(super) fn is_foreign(c: char) -> bool {
    matches!(c, '\'' | '“' | '”' | '„' | '«' | '‘' | '’' | '`')
}
