//! From text to tree, with every problem on the way.
//!
//! One recursive descent serves both notations: what JSON forbids is understood and reported.
//! After an error the parser goes on where it safely can; what it could not understand becomes
//! [`Value::Broken`]. O(length) time; stack by [`MAX_DEPTH`].

use super::{
    Format,
    cursor::Cursor,
    path,
    problem::TextProblem,
    quoted,
    tree::{Node, Span, Value},
};

/// The largest file that is read, in bytes; ask a file's metadata before reading it.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// How deep brackets may nest, as in `ron` and `serde_json`.
pub const MAX_DEPTH: usize = 128;

/// How many elements one list may have, and how many fields one group.
///
/// Five times as many as the largest programme has items: what comes of an element may
/// take a hundred times its text in memory.
pub const MAX_ELEMENTS: usize = 50_000;

/// How many values a file may hold. 10,000 items as rich as those of
/// `scenarios/kazakhstan.ron` have some 3 million.
pub const MAX_VALUES: usize = 5_000_000;

/// After so many problems of syntax the rest of a file is not looked at.
const MAX_SYNTAX_PROBLEMS: usize = 20;

/// The same for duplicate keys, which leave the rest readable.
pub(super) const MAX_DUPLICATES: usize = 1000;

/// Refuses a file by its size alone.
///
/// # Errors
/// If it has more than [`MAX_BYTES`].
pub fn check_size(bytes: u64) -> Result<(), TextProblem> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let start = Span { line: 1, column: 1, offset: 0 };
    Err(TextProblem::new("too-large", start).with("bytes", bytes).with("limit", MAX_BYTES))
}

/// The text of a file's bytes.
///
/// # Errors
/// If they are too many or not UTF-8, with the place of the first wrong byte.
pub fn decode(bytes: &[u8]) -> Result<&str, TextProblem> {
    check_size(bytes.len() as u64)?;
    std::str::from_utf8(bytes).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let mut place = Cursor::new(std::str::from_utf8(good).unwrap_or_default());
        place.advance(place.rest().len());
        let kind = match bytes {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "utf-16",
            _ => "other",
        };
        TextProblem::new("not-utf8", place.span())
            .with("kind", kind)
            .with("byte", format!("0x{:02X}", bad.first().copied().unwrap_or_default()))
            .with("offset", good.len())
    })
}

/// Reads a text into a tree.
///
/// # Errors
/// All problems of syntax and all duplicate keys, by place.
pub fn parse(text: &str, format: Format) -> Result<Node, Vec<TextProblem>> {
    match parse_tolerant(text, format) {
        (Some(node), problems) if problems.is_empty() => Ok(node),
        (_, problems) => Err(problems),
    }
}

/// Reads a text into a tree as far as it can be understood.
///
/// There is a tree beside problems if each of them is confined to one place, so that the rest can
/// be checked too; what was not understood is [`Value::Broken`] in it.
#[must_use]
pub fn parse_tolerant(text: &str, format: Format) -> (Option<Node>, Vec<TextProblem>) {
    let mut parser = Parser::new(Cursor::new(text), format);
    let root = parser.document(text);
    let Parser { mut problems, halted, .. } = parser;
    problems.sort_by_key(|problem| problem.offset);
    for problem in &mut problems {
        problem.path = path::path_at(&root, problem.offset);
    }
    ((!halted).then_some(root), problems)
}

/// The comments before anything else in a RON file, to be kept when it is saved.
#[must_use]
pub fn header_comment(text: &str) -> Option<String> {
    let mut parser = Parser::new(Cursor::new(text), Format::Ron);
    let start = parser.at.span();
    parser.blank();
    let header = parser.at.since(start).trim().replace("\r\n", "\n");
    (parser.problems.is_empty() && !header.is_empty()).then_some(header)
}

/// Where the parser is and what it noted.
pub(super) struct Parser<'t> {
    pub(super) at: Cursor<'t>,
    pub(super) format: Format,
    pub(super) depth: usize,
    pub(super) problems: Vec<TextProblem>,
    /// How many values were read.
    values: usize,
    /// Nothing after this place can be understood.
    pub(super) halted: bool,
    /// A comment in JSON was reported already.
    commented: bool,
}

impl<'t> Parser<'t> {
    fn new(at: Cursor<'t>, format: Format) -> Self {
        Self {
            at,
            format,
            depth: 0,
            problems: Vec::new(),
            values: 0,
            halted: false,
            commented: false,
        }
    }

    fn document(&mut self, text: &str) -> Node {
        let broken = Node { value: Value::Broken, span: self.at.span() };
        if let Some(offset) = text.bytes().position(|byte| byte == 0) {
            self.at.advance(offset.saturating_sub(self.at.span().offset));
            self.halt(TextProblem::new("nul", self.at.span()).with("offset", offset));
            return broken;
        }
        self.blank();
        self.extensions();
        if self.at.byte().is_none() && !self.halted {
            self.halt(TextProblem::new("empty", broken.span));
        }
        if self.halted {
            return broken;
        }
        let root = self.value();
        self.blank();
        if self.at.byte().is_some() && !self.halted {
            self.halt(self.here("syntax-after-end"));
        }
        root
    }

    /// `#![enable(implicit_some)]`: everything that it could enable is always understood.
    fn extensions(&mut self) {
        while self.format == Format::Ron && self.at.rest().starts_with("#!") {
            let start = self.at.span();
            self.at.take_while(|c| c != ']' && c != '\n');
            if !self.at.eat("]") {
                self.halt(TextProblem::new("syntax-header", start));
            }
            self.blank();
        }
    }

    pub(super) fn value(&mut self) -> Node {
        self.blank();
        let span = self.at.span();
        self.values += 1;
        if self.values > MAX_VALUES {
            self.halt(TextProblem::new("too-many-values", span).with("limit", MAX_VALUES));
            return Node { value: Value::Broken, span };
        }
        let value = match self.at.char() {
            Some('[') => Value::List(self.nested(Self::elements)),
            Some('{') => Value::Map(self.nested(Self::entries)),
            Some('(') if self.format == Format::Ron => self.group(),
            Some('"') => self.text(),
            Some('\'') if self.format == Format::Ron => {
                quoted::character(&mut self.at, &mut self.problems)
            }
            Some(c) if quoted::is_foreign(c) => {
                quoted::foreign(&mut self.at, span, &mut self.problems)
            }
            Some('0'..='9' | '+' | '-' | '.') => self.number(),
            Some(c) if c.is_alphabetic() || c == '_' => self.word(),
            found => {
                self.soft(self.here("syntax-expected-value"));
                self.halted |= found.is_none();
                self.resync();
                Value::Broken
            }
        };
        Node { value, span }
    }

    pub(super) fn text(&mut self) -> Value {
        let value = quoted::quoted(&mut self.at, self.format, &mut self.problems);
        self.halted |= self.problems.last().is_some_and(|p| p.code == "syntax-unclosed-text");
        value
    }

    /// RON's round brackets: fields with names, or a tuple.
    pub(super) fn group(&mut self) -> Value {
        if self.has_fields() {
            Value::Struct(self.nested(Self::entries))
        } else {
            Value::Tuple(self.nested(Self::elements))
        }
    }

    /// Looks whether a name and a colon stand after the bracket here.
    fn has_fields(&self) -> bool {
        let mut ahead = Parser::new(self.at, Format::Ron);
        ahead.at.advance(1);
        ahead.blank();
        let is_text = ahead.at.byte() == Some(b'"');
        if is_text {
            drop(ahead.text());
        } else if ahead.name().is_empty() {
            return false;
        }
        ahead.blank();
        match ahead.at.char() {
            Some(':' | '=') => true,
            // A colon was forgotten.
            Some('0'..='9' | '"' | '[' | '{' | '-') => !is_text,
            _ => false,
        }
    }

    /// Steps over blanks and comments.
    pub(super) fn blank(&mut self) {
        loop {
            let json = self.format == Format::Json;
            self.at.take_while(|c| {
                matches!(c, ' ' | '\t' | '\n' | '\r')
                    || !json
                        && matches!(
                            c,
                            '\u{b}'
                                | '\u{c}'
                                | '\u{85}'
                                | '\u{200e}'
                                | '\u{200f}'
                                | '\u{2028}'
                                | '\u{2029}'
                        )
            });
            let start = self.at.span();
            let rest = self.at.rest();
            if rest.starts_with("//") {
                self.at.take_while(|c| c != '\n');
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else if rest.starts_with('#') && !rest.starts_with("#!") {
                self.soft(self.here("syntax-hash"));
                self.at.take_while(|c| c != '\n');
                continue;
            } else if rest
                .starts_with(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
            {
                self.soft(self.here("syntax-space"));
                self.at.next_char();
                continue;
            } else {
                return;
            }
            if json && !self.commented {
                self.commented = true;
                self.soft(TextProblem::new("syntax-comment", start));
            }
        }
    }

    /// Steps over a comment that may hold others.
    fn block_comment(&mut self) {
        let start = self.at.span();
        let mut open = 0_usize;
        loop {
            self.at.take_while(|c| c != '/' && c != '*');
            if self.at.eat("/*") {
                open += 1;
            } else if self.at.eat("*/") {
                open -= 1;
                if open == 0 {
                    return;
                }
            } else if self.at.next_char().is_none() {
                return self.halt(TextProblem::new("syntax-unclosed-comment", start));
            }
        }
    }

    /// A problem at this place, with what was found.
    pub(super) fn here(&self, code: &'static str) -> TextProblem {
        TextProblem::new(code, self.at.span()).with("found", self.at.found())
    }

    /// Notes a problem after which reading goes on.
    pub(super) fn soft(&mut self, problem: TextProblem) {
        if self.halted {
            return;
        }
        let duplicate = problem.code == "duplicate-field";
        let most = if duplicate { MAX_DUPLICATES } else { MAX_SYNTAX_PROBLEMS };
        self.problems.push(problem);
        let shown = self.problems.len();
        if shown >= most {
            self.halt(TextProblem::new("syntax-stopped", self.at.span()).with("shown", shown));
        }
    }

    /// Notes a problem after which nothing can be understood.
    pub(super) fn halt(&mut self, problem: TextProblem) {
        if !self.halted {
            self.problems.push(problem);
        }
        self.halted = true;
    }
}
