//! From tree to text: made to be read, compared line by line, and kept.
//!
//! What fits on the rest of a line stands on it; otherwise each field or element has its own line.
//! In RON a blank line stands between the elements of a list at the top that take several lines.
//! The same tree always gives the same bytes, and reading and printing a printed text changes
//! nothing. O(length × [`WIDTH`]) time.

use super::{
    Format,
    name::{Spelling, spelling},
    number::plain,
    tree::{Node, Value},
};

/// The width of a line, in characters.
pub const WIDTH: usize = 100;

/// The text of a tree, with a line end at its end.
#[must_use]
pub fn print(root: &Node, format: Format) -> String {
    let mut printer = Printer { text: String::new(), format, level: 0 };
    printer.broken(root);
    printer.text.push('\n');
    printer.text
}

/// The same, below the comments that [`super::header_comment`] found in the text before.
#[must_use]
pub fn print_with_header(root: &Node, format: Format, header: Option<&str>) -> String {
    let body = print(root, format);
    match (header, format) {
        (Some(header), Format::Ron) => format!("{header}\n\n{body}"),
        _ => body,
    }
}

struct Printer {
    text: String,
    format: Format,
    level: usize,
}

impl Printer {
    fn is_ron(&self) -> bool {
        self.format == Format::Ron
    }

    /// A node on one line if that leaves room for `after` more characters, else on several.
    fn node(&mut self, node: &Node, after: usize) {
        let line = self.text.rfind('\n').map_or(0, |end| end + 1);
        let used = self.text[line..].chars().count();
        let room = WIDTH.saturating_sub(used + after);
        let mut flat = Flat { text: String::new(), format: self.format, room };
        if flat.node(node).is_some() {
            self.text.push_str(&flat.text);
        } else {
            self.broken(node);
        }
    }

    /// A node on several lines, if it is of more than one part.
    fn broken(&mut self, node: &Node) {
        match &node.value {
            Value::List(items) => self.items('[', ']', items),
            Value::Tuple(items) if self.is_ron() => self.items('(', ')', items),
            Value::Tuple(items) if !items.is_empty() => self.items('[', ']', items),
            Value::Struct(entries) if self.is_ron() => self.entries('(', ')', entries),
            Value::Struct(entries) | Value::Map(entries) => self.entries('{', '}', entries),
            Value::Variant(name, content) if name == "Some" => self.broken(content),
            Value::Variant(name, content) => match variant(name, content, self.format) {
                Shape::Map(key) => {
                    self.open('{');
                    self.text.push_str(&key);
                    self.text.push_str(": ");
                    self.node(content, 1);
                    self.close('}', self.is_ron());
                }
                Shape::Prefix(name) => {
                    self.text.push_str(&name);
                    self.broken(content);
                }
                Shape::Wrapped(name) => {
                    self.text.push_str(&name);
                    self.items('(', ')', std::slice::from_ref(content));
                }
            },
            _ => self.text.push_str(&scalar(node, self.format)),
        }
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.level += 1;
        self.line();
    }

    fn close(&mut self, bracket: char, comma: bool) {
        if comma {
            self.text.push(',');
        }
        self.level -= 1;
        self.line();
        self.text.push(bracket);
    }

    fn line(&mut self) {
        let indent = if self.is_ron() { 4 } else { 2 };
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', indent * self.level));
    }

    fn items(&mut self, open: char, close: char, items: &[Node]) {
        if items.is_empty() {
            self.text.extend([open, close]);
            return;
        }
        let airy = self.is_ron() && self.level == 1 && open == '[';
        self.open(open);
        let mut tall_before = false;
        for (i, item) in items.iter().enumerate() {
            let start = self.text.len();
            if i > 0 {
                self.text.push(',');
                self.line();
            }
            let own = self.text.len();
            self.node(item, 1);
            let tall = self.text[own..].contains('\n');
            if airy && i > 0 && (tall || tall_before) {
                self.text.insert(start + 1, '\n');
            }
            tall_before = tall;
        }
        self.close(close, self.is_ron());
    }

    fn entries(&mut self, open: char, close: char, entries: &[(Node, Node)]) {
        if entries.is_empty() {
            self.text.extend([open, close]);
            return;
        }
        self.open(open);
        for (i, (name, value)) in entries.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
                self.line();
            }
            self.text.push_str(&key(name, self.format));
            self.text.push_str(": ");
            self.node(value, 1);
        }
        self.close(close, self.is_ron());
    }
}

/// Writes on one line, and gives up as soon as there is no room left.
struct Flat {
    text: String,
    format: Format,
    room: usize,
}

impl Flat {
    fn push(&mut self, text: &str) -> Option<()> {
        // Bytes bound characters from above; only what seems too long is counted.
        let length = if text.len() <= self.room { text.len() } else { text.chars().count() };
        let length = if text.is_ascii() { length } else { text.chars().count() };
        self.room = self.room.checked_sub(length)?;
        self.text.push_str(text);
        Some(())
    }

    fn node(&mut self, node: &Node) -> Option<()> {
        let ron = self.format == Format::Ron;
        match &node.value {
            Value::List(items) => self.items("[", "]", items),
            Value::Tuple(items) if ron => self.items("(", ")", items),
            Value::Tuple(items) if !items.is_empty() => self.items("[", "]", items),
            Value::Struct(entries) if ron => self.entries("(", ")", entries),
            Value::Map(entries) | Value::Struct(entries) if entries.is_empty() => self.push("{}"),
            Value::Map(entries) | Value::Struct(entries) => self.entries("{ ", " }", entries),
            Value::Variant(name, content) if name == "Some" => self.node(content),
            Value::Variant(name, content) => match variant(name, content, self.format) {
                Shape::Map(key) => {
                    self.push("{ ")?;
                    self.push(&key)?;
                    self.push(": ")?;
                    self.node(content)?;
                    self.push(" }")
                }
                Shape::Prefix(name) => {
                    self.push(&name)?;
                    self.node(content)
                }
                Shape::Wrapped(name) => {
                    self.push(&name)?;
                    self.items("(", ")", std::slice::from_ref(content))
                }
            },
            Value::String(text) if text.len() > 8 * WIDTH => None,
            _ => self.push(&scalar(node, self.format)),
        }
    }

    fn items(&mut self, open: &str, close: &str, items: &[Node]) -> Option<()> {
        self.push(open)?;
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.push(", ")?;
            }
            self.node(item)?;
        }
        self.push(close)
    }

    fn entries(&mut self, open: &str, close: &str, entries: &[(Node, Node)]) -> Option<()> {
        self.push(open)?;
        for (i, (name, value)) in entries.iter().enumerate() {
            if i > 0 {
                self.push(", ")?;
            }
            self.push(&key(name, self.format))?;
            self.push(": ")?;
            self.node(value)?;
        }
        self.push(close)
    }
}

/// How a variant with content is written.
enum Shape {
    /// `{ "log10": … }`.
    Map(String),
    /// `log10` before content that has round brackets of its own.
    Prefix(String),
    /// `points(…)` around other content.
    Wrapped(String),
}

fn variant(name: &str, content: &Node, format: Format) -> Shape {
    if format == Format::Json || spelling(name) == Spelling::Quoted {
        return Shape::Map(quoted(name, format));
    }
    let name = identifier(name);
    match &content.value {
        // One bracket is enough; a tuple of one element would be taken for the element.
        Value::Struct(_) => Shape::Prefix(name),
        Value::Tuple(items) if items.len() != 1 => Shape::Prefix(name),
        _ => Shape::Wrapped(name),
    }
}

/// A value of one part.
fn scalar(node: &Node, format: Format) -> String {
    let ron = format == Format::Ron;
    match &node.value {
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => plain(*number),
        Value::String(text) => quoted(text, format),
        Value::Name(name) if ron => identifier(name),
        Value::Name(name) => quoted(name, format),
        _ if ron => "None".to_owned(),
        _ => "null".to_owned(),
    }
}

fn key(key: &Node, format: Format) -> String {
    match &key.value {
        Value::Number(number) if format == Format::Json => quoted(&plain(*number), format),
        _ => scalar(key, format),
    }
}

fn identifier(name: &str) -> String {
    match spelling(name) {
        Spelling::Bare => name.to_owned(),
        Spelling::Raw => format!("r#{name}"),
        Spelling::Quoted => quoted(name, Format::Ron),
    }
}

fn quoted(text: &str, format: Format) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() && format == Format::Json => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)))
            }
            c if c.is_control() => quoted.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
