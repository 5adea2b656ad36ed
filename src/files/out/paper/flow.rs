//! Places what a document says down its pages.

mod pictures;

use super::{Bookmark, Element, Kind, MARGIN, Mark, Page, Paper, Sheet};
use crate::files::out::dates::date_words;
use crate::files::out::lettering::{FOOT, LINE, Lettering, Weight, clean};
use crate::files::out::pictures::{Anchor, INK, Label, Line, MUTED, Shade, Shape, Step};
use crate::files::out::{Choice, Handout};
use crate::texts::{Arg, Texts};

/// Room for the page's number below the text.
const NUMBER: f64 = 14.0;
/// Between what stands side by side.
pub const APART: f64 = 16.0;

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub size: f64,
    pub weight: Weight,
    pub shade: Shade,
    /// Space after it.
    pub after: f64,
}

pub const TEXT: Style = Style { size: 9.5, weight: Weight::Plain, shade: INK, after: 5.0 };
pub const LEAD: Style = Style { size: 11.0, after: 8.0, ..TEXT };
pub const SMALL: Style = Style { size: 8.0, shade: MUTED, after: 4.0, ..TEXT };

/// Pages that fill from above.
pub struct Flow<'a> {
    pub letters: &'a Lettering,
    pub texts: &'a Texts,
    paper: Paper,
    sheet: Sheet,
    /// Where the next thing stands.
    y: f64,
    /// The element that takes in the next one.
    open: Vec<usize>,
    /// The list of contents: its element, page and height, and the first bookmark after.
    contents: Option<(usize, usize, f64, usize)>,
}

impl<'a> Flow<'a> {
    pub fn new(
        handout: &Handout<'_>,
        choice: Choice,
        letters: &'a Lettering,
        texts: &'a Texts,
    ) -> Self {
        let paper = Paper {
            title: clean(&handout.title),
            language: texts.language(),
            date: choice.date,
            elements: vec![Element { kind: Kind::Section, children: Vec::new() }],
            ..Paper::default()
        };
        let mut flow = Self {
            letters,
            texts,
            paper,
            sheet: choice.sheet,
            y: 0.0,
            open: vec![0],
            contents: None,
        };
        flow.page_upright();
        flow
    }

    /// The document with its pages numbered.
    pub fn finish(mut self) -> Paper {
        self.list_contents();
        let count = self.paper.pages.len();
        for at in 0..count {
            let (width, height) = (self.paper.pages[at].width, self.paper.pages[at].height);
            let args = [("page", Arg::from((at + 1) as f64)), ("of", Arg::from(count as f64))];
            let words = self.texts.with("paper-page-of", &args);
            let foot = height - MARGIN + 4.0;
            let wide = self.letters.width(&words, Weight::Plain, 8.0);
            let mut number = self.label((width - MARGIN, foot), &words, 8.0, Weight::Plain, MUTED);
            number.anchor = Anchor::End;
            let room = width - 2.0 * MARGIN - wide - APART;
            let title = self.letters.elided(&self.paper.title, Weight::Plain, 8.0, room);
            let title = self.label((MARGIN, foot), &title, 8.0, Weight::Plain, MUTED);
            for label in [title, number] {
                self.paper.pages[at].marks.push(Mark { element: None, shape: Shape::Text(label) });
            }
        }
        self.paper
    }

    /// Leaves room for a list of the main parts that come, with their pages.
    pub fn contents(&mut self) {
        let element = self.element(Kind::Contents);
        let page = self.pages().saturating_sub(1);
        self.contents = Some((element, page, self.y, self.paper.bookmarks.len()));
    }

    /// Fills in the list of contents, now that pages are known.
    fn list_contents(&mut self) {
        let Some((contents, page, mut y, from)) = self.contents.take() else { return };
        let Some(width) = self.paper.pages.get(page).map(|page| page.width) else { return };
        let main = self.paper.bookmarks.iter().skip(from).filter(|mark| mark.level == 1);
        let entries: Vec<(String, usize)> =
            main.map(|mark| (mark.words.clone(), mark.page + 1)).collect();
        for (words, number) in entries {
            let element = self.paper.elements.len();
            self.paper.elements.push(Element { kind: Kind::ContentsEntry, children: Vec::new() });
            self.paper.elements[contents].children.push(element);
            let foot = y + LEAD.size * FOOT;
            let room = width - 2.0 * MARGIN - 40.0;
            let words = self.letters.elided(&words, LEAD.weight, LEAD.size, room);
            let left = self.label((MARGIN, foot), &words, LEAD.size, LEAD.weight, INK);
            let at = (width - MARGIN, foot);
            let mut right = self.label(at, &number.to_string(), LEAD.size, LEAD.weight, INK);
            right.anchor = Anchor::End;
            // Dots lead the eye from one to the other.
            let steps =
                vec![Step::Move(left.x + left.width + 6.0, foot), Step::Line(at.0 - 26.0, foot)];
            let line = Some(Line { shade: MUTED, width: 0.7, dash: Some((0.7, 3.0)) });
            let dots = Shape::Path { steps, fill: None, line };
            let blank = Label { text: format!("{} ", left.text), ..left };
            let marks = [
                (Some(element), Shape::Text(blank)),
                (Some(element), Shape::Text(right)),
                (None, dots),
            ];
            if let Some(page) = self.paper.pages.get_mut(page) {
                page.marks.extend(marks.map(|(element, shape)| Mark { element, shape }));
            }
            y += LEAD.size * LINE + 4.0;
        }
    }

    /// How many pages there are so far.
    pub fn pages(&self) -> usize {
        self.paper.pages.len()
    }

    /// The day that the document bears, in words.
    pub fn date_words(&self) -> Option<String> {
        Some(date_words(self.paper.date?, self.texts))
    }

    /// A new page that stands.
    pub fn page_upright(&mut self) {
        let (width, height) = self.sheet.size();
        self.page(width, height);
    }

    /// A new page that lies.
    pub fn page_lying(&mut self) {
        let (height, width) = self.sheet.size();
        self.page(width, height);
    }

    fn page(&mut self, width: f64, height: f64) {
        // A page on which nothing stands is not turned over but taken.
        if self.y == MARGIN && self.paper.pages.last().is_some_and(|page| page.marks.is_empty()) {
            self.paper.pages.pop();
        }
        self.paper.pages.push(Page { width, height, marks: Vec::new() });
        self.y = MARGIN;
    }

    /// A new page of the same form.
    pub fn page_again(&mut self) {
        let (width, height) = self.page_size();
        self.page(width, height);
    }

    fn page_size(&self) -> (f64, f64) {
        self.paper.pages.last().map_or((0.0, 0.0), |page| (page.width, page.height))
    }

    /// Width between the margins.
    pub fn width(&self) -> f64 {
        self.page_size().0 - 2.0 * MARGIN
    }

    /// Where text ends above the page's number.
    fn bottom(&self) -> f64 {
        self.page_size().1 - MARGIN - NUMBER
    }

    /// Height that is left on the page.
    pub fn left(&self) -> f64 {
        self.bottom() - self.y
    }

    /// Height of a page that nothing stands on.
    pub fn whole(&self) -> f64 {
        self.bottom() - MARGIN
    }

    pub fn y(&self) -> f64 {
        self.y
    }

    pub fn space(&mut self, height: f64) {
        self.y += height;
    }

    /// Turns the page unless so much of it is left, or a new one would have no more.
    pub fn need(&mut self, height: f64) {
        if self.left() < height && self.y > MARGIN {
            self.page_again();
        }
    }

    /// A part of what is open.
    pub fn element(&mut self, kind: Kind) -> usize {
        let at = self.paper.elements.len();
        self.paper.elements.push(Element { kind, children: Vec::new() });
        let parent = self.open.last().copied().unwrap_or_default();
        self.paper.elements[parent].children.push(at);
        at
    }

    /// What comes is part of this.
    pub fn begin(&mut self, kind: Kind) -> usize {
        let at = self.element(kind);
        self.open.push(at);
        at
    }

    pub fn end(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    pub fn mark(&mut self, element: Option<usize>, shape: Shape) {
        if let Some(page) = self.paper.pages.last_mut() {
            page.marks.push(Mark { element, shape });
        }
    }

    fn label(
        &self,
        (x, y): (f64, f64),
        text: &str,
        size: f64,
        weight: Weight,
        shade: Shade,
    ) -> Label {
        let width = self.letters.width(text.trim_end(), weight, size);
        Label { x, y, text: text.to_owned(), size, weight, anchor: Anchor::Start, shade, width }
    }

    /// A line of text at a place, its upper edge given.
    pub fn write(
        &mut self,
        element: Option<usize>,
        (x, top): (f64, f64),
        text: &str,
        style: Style,
        anchor: Anchor,
    ) {
        let Style { size, weight, shade, .. } = style;
        let label = self.label((x, top + size * FOOT), text, size, weight, shade);
        self.mark(element, Shape::Text(Label { anchor, ..label }));
    }

    /// A line from side to side.
    pub fn rule(&mut self, y: f64, left: f64, right: f64, shade: Shade, width: f64) {
        let line = Some(Line { shade, width, dash: None });
        let steps = vec![Step::Move(left, y), Step::Line(right, y)];
        self.mark(None, Shape::Path { steps, fill: None, line });
    }

    pub fn area(&mut self, at: (f64, f64), size: (f64, f64), fill: Shade) {
        let (right, bottom) = (at.0 + size.0, at.1 + size.1);
        let steps = vec![
            Step::Move(at.0, at.1),
            Step::Line(right, at.1),
            Step::Line(right, bottom),
            Step::Line(at.0, bottom),
            Step::Close,
        ];
        self.mark(None, Shape::Path { steps, fill: Some(fill), line: None });
    }

    /// A heading that stays with the lines after it, and its bookmark.
    pub fn heading(&mut self, level: u16, words: &str) {
        let (size, before, after) = match level {
            1 => (17.0, 0.0, 8.0),
            2 => (12.0, 9.0, 4.0),
            _ => (10.0, 7.0, 3.0),
        };
        let style = Style { size, weight: Weight::Strong, shade: INK, after };
        let lines = self.letters.lines_up_to(words, style.weight, size, self.width(), 4);
        let height = lines.len() as f64 * size * LINE;
        let before = if self.y > MARGIN { before } else { 0.0 };
        self.need(before + height + after + 3.0 * TEXT.size * LINE);
        if self.y > MARGIN {
            self.y += before;
        }
        let (page, y) = (self.pages().saturating_sub(1), self.y);
        self.paper.bookmarks.push(Bookmark { level, words: clean(words), page, y });
        let element = self.element(Kind::Heading(level));
        self.lines(element, &lines, MARGIN, style);
        self.y += after;
    }

    /// A paragraph over the whole width; it breaks over pages between its lines.
    pub fn paragraph(&mut self, words: &str, style: Style) {
        let lines = self.letters.lines(words, style.weight, style.size, self.width());
        if lines.is_empty() {
            return;
        }
        let element = self.element(Kind::Paragraph);
        self.lines(element, &lines, MARGIN, style);
        self.y += style.after;
    }

    /// A list with a dot before each entry.
    pub fn list(&mut self, entries: &[String], style: Style) {
        if entries.is_empty() {
            return;
        }
        self.begin(Kind::List);
        for entry in entries {
            let indent = style.size;
            let width = self.width() - indent;
            let lines = self.letters.lines(entry, style.weight, style.size, width);
            self.begin(Kind::Entry);
            let body = self.element(Kind::Body);
            self.end();
            self.need(style.size * LINE);
            let dot = (MARGIN, self.y);
            self.write(None, dot, "•", style, Anchor::Start);
            self.lines(body, &lines, MARGIN + indent, style);
            self.y += 1.5;
        }
        self.end();
        self.y += style.after;
    }

    fn lines(&mut self, element: usize, lines: &[String], x: f64, style: Style) {
        for line in lines {
            self.need(style.size * LINE);
            self.write(Some(element), (x, self.y), line, style, Anchor::Start);
            self.y += style.size * LINE;
        }
    }

    /// Places something with as much detail as so many further pages hold: from `most`
    /// down to 1, which is taken in any case.
    pub fn with_detail(&mut self, most: usize, further: usize, place: impl Fn(&mut Self, usize)) {
        let (paper, y, open) = (self.paper.clone(), self.y, self.open.clone());
        let pages = self.pages() + further;
        for detail in (1..=most).rev() {
            place(self, detail);
            if self.pages() <= pages {
                return;
            }
            if detail > 1 {
                (self.paper, self.y, self.open) = (paper.clone(), y, open.clone());
            }
        }
    }
}
