//! The English sentences of problems, from the same file that translations are made from.
//!
//! Reads the part of Fluent that `assets/i18n/en/text.ftl` uses: messages, arguments, text literals and
//! selections by a text. A test checks the file against this reader.

const FLUENT: &str = include_str!("../../../assets/i18n/en/text.ftl");

/// The message with its arguments filled in; the identifier itself if there is no such message.
pub(super) fn message(id: &str, args: &[(&'static str, String)]) -> String {
    match pattern(id) {
        Some(pattern) => {
            let mut filler = Filler { rest: &pattern, args };
            filler.text(None).trim().to_owned()
        }
        None => id.to_owned(),
    }
}

/// The text of a message: its line and the indented lines after it.
fn pattern(id: &str) -> Option<String> {
    let mut lines = FLUENT.lines().skip_while(|line| {
        !line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='))
    });
    let (_, first) = lines.next()?.split_once('=')?;
    let mut pattern = first.trim().to_owned();
    for line in lines.take_while(|line| line.starts_with(' ')) {
        pattern.push('\n');
        pattern.push_str(line.trim());
    }
    Some(pattern)
}

struct Filler<'p> {
    rest: &'p str,
    args: &'p [(&'static str, String)],
}

impl<'p> Filler<'p> {
    /// Text with placeables up to `end`, which is left standing.
    fn text(&mut self, end: Option<char>) -> String {
        let mut text = String::new();
        while let Some(c) = self.rest.chars().next() {
            if Some(c) == end {
                break;
            }
            self.rest = &self.rest[c.len_utf8()..];
            if c == '{' {
                text.push_str(&self.placeable());
            } else {
                text.push(c);
            }
        }
        text
    }

    /// What stands between curly brackets; the opening one is behind us.
    fn placeable(&mut self) -> String {
        self.rest = self.rest.trim_start();
        let text = if self.eat("\"") {
            let text = self.until('"').to_owned();
            self.eat("\"");
            text
        } else {
            let args = self.args;
            let name = self.until_any(&[' ', '}', '\n']).trim_start_matches('$');
            let value =
                args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
            let value = value.unwrap_or_else(|| format!("{{${name}}}"));
            self.rest = self.rest.trim_start();
            if self.eat("->") { self.selection(&value) } else { value }
        };
        self.rest = self.rest.trim_start();
        self.eat("}");
        text
    }

    /// The variant with the key `value`, or else the default one.
    fn selection(&mut self, value: &str) -> String {
        let mut chosen = None;
        let mut default = String::new();
        loop {
            self.rest = self.rest.trim_start();
            let is_default = self.eat("*");
            if !self.eat("[") {
                return chosen.unwrap_or(default);
            }
            let key = self.until(']').to_owned();
            self.eat("]");
            let text = self.text(Some('\n')).trim().to_owned();
            if key == value {
                chosen = Some(text);
            } else if is_default {
                default = text;
            }
        }
    }

    fn eat(&mut self, wanted: &str) -> bool {
        let after = self.rest.strip_prefix(wanted);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn until(&mut self, end: char) -> &'p str {
        self.until_any(&[end])
    }

    fn until_any(&mut self, ends: &[char]) -> &'p str {
        let (text, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{FLUENT, message, pattern};
    use crate::files::text::CODES;

    #[test]
    fn every_code_has_its_sentence_and_its_remedy_and_no_message_is_left_over() {
        for code in CODES {
            for id in [format!("problem-{code}"), format!("problem-{code}-remedy")] {
                assert!(pattern(&id).is_some_and(|text| !text.is_empty()), "{id}");
            }
        }
        let messages = FLUENT.lines().filter(|line| line.starts_with("problem-")).count();
        assert_eq!(messages, 2 * CODES.len());
    }

    #[test]
    fn selections_choose_and_nest() {
        let args = |expected: &str, known: &str| {
            vec![
                ("found", "text".to_owned()),
                ("value", "x".to_owned()),
                ("expected", expected.to_owned()),
                ("expectation", "an id".to_owned()),
                ("known", known.to_owned()),
                ("allowed", "a, b".to_owned()),
            ]
        };
        let sentence = |expected| message("problem-wrong-type", &args(expected, "no"));
        assert_eq!(sentence("number"), "Here stands the text \"x\", but a number is needed.");
        assert_eq!(sentence("?"), "Here stands the text \"x\", but an id is needed.");
        let remedy = |known| message("problem-wrong-type-remedy", &args("group", known));
        let group = "Write its fields in brackets, each with its name.";
        assert_eq!(remedy("yes"), format!("{group} Fields: a, b."));
        assert_eq!(remedy("no"), group);
    }
}
