//! The parser's numbers and words.

use super::{
    Format,
    name::is_raw_char,
    number,
    parse::Parser,
    problem::TextProblem,
    quoted,
    tree::{Node, Number, Value, shorten},
};

impl Parser<'_> {
    pub(super) fn number(&mut self) -> Value {
        let start = self.at.span();
        let hex = self.at.rest().trim_start_matches(['+', '-']).starts_with("0x");
        loop {
            self.at.take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '%'));
            let text = self.at.since(start);
            // A sign begins a number or its exponent; between digits it makes a date.
            let digit = self.at.rest().as_bytes().get(1).is_some_and(u8::is_ascii_digit);
            let sign = matches!(self.at.byte(), Some(b'+' | b'-'));
            let exponent = !hex && text.ends_with(['e', 'E']);
            if !(sign && (text.is_empty() || exponent || digit)) {
                break;
            }
            self.at.advance(1);
        }
        let text = self.at.since(start);
        if let Some(number) = number::understand(text, self.format) {
            return Value::Number(number);
        }
        self.soft(TextProblem::new("syntax-number", start).with("found", shorten(text)));
        Value::Broken
    }

    pub(super) fn word(&mut self) -> Value {
        let start = self.at.span();
        if self.format == Format::Ron {
            if let Some(text) = quoted::raw(&mut self.at, &mut self.problems) {
                self.halted |= text == Value::Broken;
                return text;
            }
            if self.at.rest().starts_with("b\"") || self.at.rest().starts_with("b'") {
                self.at.advance(1);
                self.soft(TextProblem::new("syntax-byte-text", start));
                drop(self.value());
                return Value::Broken;
            }
        }
        let raw = self.at.rest().starts_with("r#");
        let name = self.name();
        match (self.format, name.as_str()) {
            (_, "true") if !raw => return Value::Bool(true),
            (_, "false") if !raw => return Value::Bool(false),
            (Format::Json, "null") | (Format::Ron, "None") if !raw => return Value::Null,
            (Format::Ron, "inf") if !raw => return Value::Number(Number::Float(f64::INFINITY)),
            (Format::Ron, "NaN") if !raw => return Value::Number(Number::Float(f64::NAN)),
            (Format::Json, _) => {
                let finite = !matches!(name.as_str(), "NaN" | "nan" | "Infinity" | "inf");
                let code = if finite { "syntax-word" } else { "not-finite" };
                self.soft(TextProblem::new(code, start).with("found", shorten(&name)));
                return Value::Broken;
            }
            _ => {}
        }
        let mut ahead = self.at;
        ahead.take_while(char::is_whitespace);
        if ahead.byte() != Some(b'(') {
            return Value::Name(name);
        }
        self.at = ahead;
        let span = self.at.span();
        let content = match self.group() {
            Value::Tuple(mut items) if items.len() == 1 => items.remove(0),
            value => Node { value, span },
        };
        Value::Variant(name, Box::new(content))
    }

    /// A bare or raw name; a name with hyphens is taken whole and reported.
    pub(super) fn name(&mut self) -> String {
        if self.format == Format::Ron && self.at.eat("r#") {
            return self.at.take_while(is_raw_char).to_owned();
        }
        let start = self.at.span();
        let letter = |c: char| c.is_alphanumeric() || c == '_';
        self.at.take_while(letter);
        let mut hyphen = false;
        while self.at.byte() == Some(b'-') && self.at.rest()[1..].starts_with(letter) {
            hyphen = true;
            self.at.advance(1);
            self.at.take_while(letter);
        }
        let name = self.at.since(start).to_owned();
        if hyphen {
            self.soft(TextProblem::new("syntax-hyphen", start).with("found", shorten(&name)));
        }
        name
    }
}
