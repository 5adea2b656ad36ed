//! The parser's way through brackets: elements, entries, commas, and what is wrong with them.

use std::collections::{HashMap, hash_map::Entry};

use super::{
    Format, number,
    parse::{MAX_DEPTH, MAX_DUPLICATES, MAX_ELEMENTS, Parser},
    problem::TextProblem,
    quoted,
    tree::{Node, Span, Value, shorten},
};

impl Parser<'_> {
    /// Reads what stands in brackets; the cursor stands on the opening one.
    pub(super) fn nested<T>(
        &mut self,
        content: impl Fn(&mut Self, Span, char, char) -> Vec<T>,
    ) -> Vec<T> {
        let open_span = self.at.span();
        if self.depth == MAX_DEPTH {
            self.halt(TextProblem::new("too-deep", open_span).with("limit", MAX_DEPTH));
            return Vec::new();
        }
        let (open, close) = match self.at.next_char() {
            Some('[') => ('[', ']'),
            Some('{') => ('{', '}'),
            _ => ('(', ')'),
        };
        self.depth += 1;
        let content = content(self, open_span, open, close);
        self.depth -= 1;
        content
    }

    pub(super) fn elements(&mut self, start: Span, open: char, close: char) -> Vec<Node> {
        let mut items = Vec::new();
        while self.goes_on(start, open, close) && self.has_room(items.len()) {
            items.push(self.value());
            self.separator();
        }
        items
    }

    pub(super) fn entries(&mut self, start: Span, open: char, close: char) -> Vec<(Node, Node)> {
        let mut entries = Vec::new();
        while self.goes_on(start, open, close) && self.has_room(entries.len()) {
            let Some(key) = self.key(open == '{') else {
                self.soft(self.here("syntax-expected-name"));
                self.resync();
                continue;
            };
            self.blank();
            let value = if self.colon(&key) {
                self.value()
            } else {
                Node { value: Value::Broken, span: self.at.span() }
            };
            entries.push((key, value));
            self.separator();
        }
        self.refuse_duplicates(&mut entries);
        entries
    }

    /// False, with a problem, once brackets hold as much as they may.
    fn has_room(&mut self, held: usize) -> bool {
        if held >= MAX_ELEMENTS {
            let problem = TextProblem::new("too-long", self.at.span());
            self.halt(problem.with("limit", MAX_ELEMENTS));
        }
        held < MAX_ELEMENTS
    }

    fn key(&mut self, map: bool) -> Option<Node> {
        let span = self.at.span();
        let value = match self.at.char()? {
            '"' => self.text(),
            c if quoted::is_foreign(c) => quoted::foreign(&mut self.at, span, &mut self.problems),
            '0'..='9' | '-' if map && self.format == Format::Ron => self.number(),
            c if c.is_alphabetic() || c == '_' => {
                let name = self.name();
                if self.format == Format::Json {
                    self.soft(TextProblem::new("syntax-word", span).with("found", shorten(&name)));
                }
                Value::Name(name)
            }
            _ => return None,
        };
        Some(Node { value, span })
    }

    /// Steps over the colon after a key; false if no value follows.
    fn colon(&mut self, key: &Node) -> bool {
        let name = key.excerpt();
        match self.at.char() {
            Some(':') => {
                self.at.advance(1);
                if self.at.byte() == Some(b'=') {
                    self.soft(self.here("syntax-equals").with("name", name));
                    self.at.advance(1);
                }
                true
            }
            Some('=') => {
                self.soft(self.here("syntax-equals").with("name", name));
                self.at.take_while(|c| matches!(c, '=' | '>'));
                true
            }
            next => {
                self.soft(self.here("syntax-expected-colon").with("name", name));
                !matches!(next, None | Some(',' | ')' | ']' | '}'))
            }
        }
    }

    /// Whether another element follows; steps over the closing bracket if none does.
    fn goes_on(&mut self, start: Span, open: char, close: char) -> bool {
        loop {
            self.blank();
            let unclosed = |code, place| TextProblem::new(code, place).with("open", open);
            match self.at.char() {
                _ if self.halted => return false,
                None => {
                    self.halt(unclosed("syntax-unclosed", start).with("close", close));
                    return false;
                }
                Some(c) if c == close => {
                    self.at.advance(1);
                    return false;
                }
                Some(c @ (')' | ']' | '}')) => {
                    let problem = unclosed("syntax-mismatch", self.at.span()).with("found", c);
                    let problem = problem.with("expected", close);
                    self.halt(
                        problem.with("open_line", start.line).with("open_column", start.column),
                    );
                    return false;
                }
                Some(',') => {
                    self.soft(self.here("syntax-extra-comma"));
                    self.at.advance(1);
                }
                Some(_) => return true,
            }
        }
    }

    /// Steps over the comma after an element; a closing bracket is left to [`Self::goes_on`].
    fn separator(&mut self) {
        self.blank();
        let comma = self.at.span();
        match self.at.char() {
            _ if self.halted => {}
            Some(',') => {
                self.at.advance(1);
                self.blank();
                if self.format == Format::Json && matches!(self.at.byte(), Some(b')' | b']' | b'}'))
                {
                    self.soft(TextProblem::new("syntax-trailing-comma", comma));
                }
            }
            None | Some(')' | ']' | '}') => {}
            Some(next) => {
                self.soft(self.here("syntax-missing-comma"));
                if next == ';' {
                    self.at.advance(1);
                }
            }
        }
    }

    /// Steps over what cannot be understood, up to the comma or bracket that ends it.
    pub(super) fn resync(&mut self) {
        let mut open = 0_usize;
        let mut unread = Vec::new();
        while let Some(c) = self.at.char() {
            match c {
                ',' | ')' | ']' | '}' if open == 0 => return,
                '(' | '[' | '{' => open += 1,
                ')' | ']' | '}' => open -= 1,
                '"' => {
                    drop(quoted::quoted(&mut self.at, Format::Ron, &mut unread));
                    unread.clear();
                    continue;
                }
                _ => {}
            }
            self.at.advance(c.len_utf8());
        }
    }

    fn refuse_duplicates(&mut self, entries: &mut Vec<(Node, Node)>) {
        let mut first: HashMap<String, Span> = HashMap::with_capacity(entries.len());
        let mut twice = Vec::new();
        entries.retain(|(key, _)| {
            let name = match &key.value {
                Value::String(text) | Value::Name(text) => text.clone(),
                Value::Number(number) => number::plain(*number),
                _ => return true,
            };
            match first.entry(name) {
                Entry::Vacant(place) => {
                    place.insert(key.span);
                    true
                }
                Entry::Occupied(place) if twice.len() < MAX_DUPLICATES => {
                    twice.push(
                        TextProblem::new("duplicate-field", key.span)
                            .with("field", shorten(place.key()))
                            .with("first_line", place.get().line)
                            .with("first_column", place.get().column),
                    );
                    false
                }
                Entry::Occupied(_) => false,
            }
        });
        for problem in twice {
            self.soft(problem);
        }
    }
}
