//! Writes pages as PDF through krilla, which checks them against PDF/UA-1 (and PDF/A-2a).

use super::{Bookmark, Element, Kind, Mark, Paper};
use crate::files::out::OutError;
use crate::files::out::lettering::{Face, Lettering};
use crate::files::out::pictures::{Label, Line, Shade, Shape, Step};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::{NonZeroU16, NonZeroU32};

/// # Errors
/// If krilla finds the document invalid, or cannot read the fonts.
pub fn write(paper: &Paper, letters: &Lettering) -> Result<Vec<u8>, OutError> {
    let fonts = Fonts::new().ok_or_else(|| OutError::Refused("fonts".to_owned()))?;
    let mut document = Document::new_with(settings(paper)?);
    let mut identifiers: Vec<Vec<Identifier>> = vec![Vec::new(); paper.elements.len()];
    for page in &paper.pages {
        let settings = PageSettings::from_wh(page.width as f32, page.height as f32);
        let mut open = document.start_page_with(settings.unwrap_or_default());
        let mut surface = open.surface();
        let mut from = 0;
        // Neighbouring marks of one element are one piece of content.
        while let Some(first) = page.marks.get(from) {
            let same = |mark: &&Mark| mark.element == first.element;
            let to = from + page.marks[from..].iter().take_while(same).count();
            let tag = match first.element {
                None => ContentTag::Artifact(Artifact::default()),
                Some(at) if is_picture(paper, at) => ContentTag::Other,
                Some(_) => ContentTag::Span(SpanTag::empty()),
            };
            let identifier = surface.start_tagged(tag);
            for mark in &page.marks[from..to] {
                draw(&mut surface, &mark.shape, letters, &fonts);
            }
            surface.end_tagged();
            if let Some(own) = first.element.and_then(|at| identifiers.get_mut(at)) {
                own.push(identifier);
            }
            from = to;
        }
        surface.finish();
        open.finish();
    }
    let language = paper.language.to_owned();
    let mut tree = TagTree::new().with_lang(Some(language.clone()));
    for &child in paper.elements.first().map_or(&[][..], |whole| &whole.children) {
        tree.push(group(child, &paper.elements, &mut identifiers, paper));
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(&paper.bookmarks));
    let mut metadata = Metadata::new().title(paper.title.clone()).language(language);
    metadata = metadata.creator("Phasewise".to_owned());
    if let Some(date) = paper.date {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let date = DateTime::new(year.unsigned_abs());
        metadata = metadata.creation_date(date.month(month as u8).day(day as u8));
    }
    document.set_metadata(metadata);
    document.finish().map_err(|error| OutError::Refused(format!("{error}: {error:?}")))
}

/// Standards that the file keeps: for readers who cannot see it, and for archives, which
/// want to know the day.
fn settings(paper: &Paper) -> Result<SerializeSettings, OutError> {
    let mut configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    if paper.date.is_some() {
        configuration = configuration.with_archival_validator(Archival::A2_A);
    }
    let configuration =
        configuration.finish().map_err(|error| OutError::Refused(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

struct Fonts([Font; 3]);

impl Fonts {
    fn new() -> Option<Self> {
        let font = |face: Face| Font::new(face.data().into(), 0);
        Some(Self([font(Face::Plain)?, font(Face::Strong)?, font(Face::Signs)?]))
    }

    fn of(&self, face: Face) -> Font {
        let [plain, strong, signs] = &self.0;
        match face {
            Face::Plain => plain.clone(),
            Face::Strong => strong.clone(),
            Face::Signs => signs.clone(),
        }
    }
}

fn is_picture(paper: &Paper, element: usize) -> bool {
    matches!(paper.elements.get(element), Some(Element { kind: Kind::Picture(_), .. }))
}

fn draw(surface: &mut Surface<'_>, shape: &Shape, letters: &Lettering, fonts: &Fonts) {
    match shape {
        Shape::Text(label) => text(surface, label, letters, fonts),
        Shape::Path { steps, fill, line } => {
            let Some(path) = path(steps) else { return };
            surface.set_fill(fill.map(filling));
            surface.set_stroke(line.map(stroke));
            if fill.is_some() || line.is_some() {
                surface.draw_path(&path);
            }
        }
        // Pages hold what is drawn, not what it is called.
        Shape::Named { shapes, .. } => {
            shapes.iter().for_each(|shape| draw(surface, shape, letters, fonts));
        }
    }
}

fn text(surface: &mut Surface<'_>, label: &Label, letters: &Lettering, fonts: &Fonts) {
    surface.set_fill(Some(filling(label.shade)));
    surface.set_stroke(None);
    let size = label.size as f32;
    let mut x = label.left() as f32;
    for run in letters.shape(&label.text, label.weight) {
        let glyph = |glyph: &crate::files::out::lettering::Glyph| {
            let id = GlyphId::new(glyph.id);
            let range = glyph.range.clone();
            KrillaGlyph::new(id, glyph.advance, glyph.right, glyph.up, 0.0, range, None)
        };
        let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
        let at = Point::from_xy(x, label.y as f32);
        surface.draw_glyphs(at, &glyphs, fonts.of(run.face), &label.text, size, false);
        x += run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * size;
    }
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move(x, y) => builder.move_to(x as f32, y as f32),
            Step::Line(x, y) => builder.line_to(x as f32, y as f32),
            Step::Curve(points) => {
                let [a, b, c] = points.map(|(x, y)| (x as f32, y as f32));
                builder.cubic_to(a.0, a.1, b.0, b.1, c.0, c.1);
            }
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

fn filling(shade: Shade) -> Fill {
    let [red, green, blue] = shade;
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn stroke(line: Line) -> Stroke {
    let [red, green, blue] = line.shade;
    Stroke {
        paint: rgb::Color::new(red, green, blue).into(),
        width: line.width as f32,
        dash: line
            .dash
            .map(|(dash, gap)| StrokeDash { array: vec![dash as f32, gap as f32], offset: 0.0 }),
        ..Stroke::default()
    }
}

/// An element with its parts and its content.
fn group(
    at: usize,
    elements: &[Element],
    identifiers: &mut [Vec<Identifier>],
    paper: &Paper,
) -> TagGroup {
    let Some(Element { kind, children }) = elements.get(at) else {
        return TagGroup::new(Tag::Section);
    };
    let own = identifiers.get_mut(at).map(std::mem::take).unwrap_or_default();
    let mut nodes: Vec<Node> = own.into_iter().map(Node::from).collect();
    for &child in children {
        nodes.push(group(child, elements, identifiers, paper).into());
    }
    TagGroup::with_children(tag(kind, at, paper), nodes)
}

fn tag(kind: &Kind, at: usize, paper: &Paper) -> TagKind {
    match kind {
        Kind::Section => Tag::Section.into(),
        Kind::Heading(level) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(words(at, paper))).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Circle).into(),
        Kind::Entry => Tag::LI.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Kind::GroupHead(columns) => {
            let columns = NonZeroU32::new(*columns);
            Tag::TH(TableHeaderScope::Both).with_col_span(columns).into()
        }
        Kind::Cell => Tag::TD.into(),
        Kind::Contents => Tag::TOC.into(),
        Kind::ContentsEntry => Tag::TOCI.into(),
        Kind::Picture(seen) => Tag::Figure(Some(seen.clone())).into(),
    }
}

/// What an element says.
fn words(element: usize, paper: &Paper) -> String {
    let own = |mark: &&Mark| mark.element == Some(element);
    let label = |mark: &Mark| match &mark.shape {
        Shape::Text(label) => label.text.clone(),
        _ => String::new(),
    };
    paper.pages.iter().flat_map(|page| page.marks.iter().filter(own).map(label)).collect()
}

/// Bookmarks as a tree.
fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    let mut from = 0;
    while from < bookmarks.len() {
        let (node, to) = node(bookmarks, from);
        outline.push_child(node);
        from = to;
    }
    outline
}

/// A bookmark with those below it, and the next that is not.
fn node(bookmarks: &[Bookmark], at: usize) -> (OutlineNode, usize) {
    let Bookmark { level, words, page, y } = &bookmarks[at];
    let place = XyzDestination::new(*page, Point::from_xy(0.0, *y as f32));
    let mut own = OutlineNode::new(words.clone(), place);
    let mut next = at + 1;
    while bookmarks.get(next).is_some_and(|below| below.level > *level) {
        let (child, after) = node(bookmarks, next);
        own.push_child(child);
        next = after;
    }
    (own, next)
}
