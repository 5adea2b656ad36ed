//! Letters on paper: the bundled fonts, how wide a text is in them, and where its
//! lines end.
//!
//! Text is shaped by HarfBuzz's Rust port, as egui and resvg do, with the fonts of
//! `assets/fonts` and no others: so a page looks the same on every machine.

mod lines;

use super::plain::one_line;
use harfrust::{Direction, FontRef, Script, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::prelude::{LocationRef, Size};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Name of the text's fonts, as they call themselves.
pub const FAMILY: &str = "Phasewise Sans";
/// Name of the font of signs that the text's fonts lack.
pub const SIGNS_FAMILY: &str = "Phasewise Symbols";
/// From one line of text to the next, in sizes of the letters.
pub const LINE: f64 = 1.3;
/// From the upper edge of a line to the letters' foot, in sizes of the letters.
pub const FOOT: f64 = 1.0;
/// Stands for a character that no font has.
const BOX: char = '□';

/// How heavy letters are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// As running text.
    #[default]
    Plain,
    /// As headings.
    Strong,
}

/// A font of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Running text.
    Plain,
    /// Headings.
    Strong,
    /// Signs that the others lack.
    Signs,
}

impl Face {
    /// All fonts.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Strong, Self::Signs];

    /// The font's file.
    pub fn data(self) -> &'static [u8] {
        macro_rules! font {
            ($name:literal) => {
                include_bytes!(concat!("../../../assets/fonts/", $name)).as_slice()
            };
        }
        match self {
            Self::Plain => font!("PhasewiseSans-Regular.otf"),
            Self::Strong => font!("PhasewiseSans-SemiBold.otf"),
            Self::Signs => font!("PhasewiseSymbols-Regular.ttf"),
        }
    }
}

/// A letter in its place. Lengths are in sizes of the letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// From it to the next.
    pub advance: f32,
    /// Moves it to the right.
    pub right: f32,
    /// Moves it up.
    pub up: f32,
    /// The bytes of the text that it stands for.
    pub range: Range<usize>,
}

/// Letters of one font that stand beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The font.
    pub face: Face,
    /// The letters from left to right.
    pub glyphs: Vec<Glyph>,
}

/// The fonts, ready to measure and to break lines. What was measured is kept.
pub struct Lettering {
    fonts: Vec<Font>,
    widths: RefCell<HashMap<(String, Weight), f64>>,
}

struct Font {
    font: FontRef<'static>,
    shaper: ShaperData,
    characters: Charmap<'static>,
    units: f32,
    plans: RefCell<HashMap<Script, Rc<ShapePlan>>>,
}

impl std::fmt::Debug for Lettering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lettering({} fonts)", self.fonts.len())
    }
}

impl Lettering {
    /// The bundled fonts; none if one of them cannot be read.
    pub fn new() -> Option<Self> {
        let font = |face: Face| {
            let font = FontRef::new(face.data()).ok()?;
            let units = font.metrics(Size::unscaled(), LocationRef::default());
            Some(Font {
                shaper: ShaperData::new(&font),
                characters: font.charmap(),
                units: f32::from(units.units_per_em),
                plans: RefCell::default(),
                font,
            })
        };
        let fonts: Option<Vec<Font>> = Face::ALL.into_iter().map(font).collect();
        Some(Self { fonts: fonts?, widths: RefCell::default() })
    }

    /// The letters of a line of text. Each byte of the text belongs to some letter;
    /// what no font has becomes a box that still stands for its character.
    pub fn shape(&self, text: &str, weight: Weight) -> Vec<Run> {
        let mut runs = Vec::new();
        for (face, range) in self.pieces(text, weight) {
            match face {
                Some(face) => runs.extend(self.shape_piece(face, text, range)),
                None => runs.extend(self.boxes(text, range)),
            }
        }
        runs
    }

    /// Width of a line of text in letters of a size.
    pub fn width(&self, text: &str, weight: Weight, size: f64) -> f64 {
        if let Some(width) = self.widths.borrow().get(&(text.to_owned(), weight)) {
            return width * size;
        }
        let runs = self.shape(text, weight);
        let glyphs = runs.iter().flat_map(|run| &run.glyphs);
        let width = glyphs.map(|glyph| f64::from(glyph.advance)).sum::<f64>();
        self.widths.borrow_mut().insert((text.to_owned(), weight), width);
        width * size
    }

    /// A text with a box in the place of each character that no font has.
    pub fn with_boxes(&self, text: &str) -> String {
        let shown = |letter: char| {
            let known = is_unseen(letter) || self.face_of(letter, Weight::Plain).is_some();
            if known { letter } else { BOX }
        };
        text.chars().map(shown).collect()
    }

    /// Parts of a text that one font has; none where no font has them.
    fn pieces(&self, text: &str, weight: Weight) -> Vec<(Option<Face>, Range<usize>)> {
        let mut pieces: Vec<(Option<Face>, Range<usize>)> = Vec::new();
        for (at, letter) in text.char_indices() {
            let range = at..at + letter.len_utf8();
            let face = self.face_of(letter, weight);
            match pieces.last_mut() {
                Some((last, whole)) if *last == face || is_unseen(letter) => whole.end = range.end,
                _ => pieces.push((face, range)),
            }
        }
        pieces
    }

    /// The font in which a character is written; none where no font has it.
    pub fn face_of(&self, letter: char, weight: Weight) -> Option<Face> {
        let own = match weight {
            Weight::Plain => Face::Plain,
            Weight::Strong => Face::Strong,
        };
        let has = |face: &Face| self.font(*face).characters.map(letter).is_some();
        [own, Face::Plain, Face::Signs].into_iter().find(has)
    }

    /// The number of a character's letter in a font.
    pub fn glyph_of(&self, letter: char, face: Face) -> Option<u32> {
        Some(self.font(face).characters.map(letter)?.to_u32())
    }

    fn font(&self, face: Face) -> &Font {
        match face {
            Face::Plain => &self.fonts[0],
            Face::Strong => &self.fonts[1],
            Face::Signs => &self.fonts[2],
        }
    }

    fn shape_piece(&self, face: Face, text: &str, range: Range<usize>) -> Option<Run> {
        let font = self.font(face);
        let shaper = font.shaper.shaper(&font.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text[range.clone()]);
        // Letters of a script that reads the other way are in none of the fonts.
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let script = buffer.script();
        let plan = Rc::clone(font.plans.borrow_mut().entry(script).or_insert_with(|| {
            let direction = Direction::LeftToRight;
            Rc::new(ShapePlan::new(&shaper, direction, Some(script), None, &[]))
        }));
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(Some(&plan)));
        let infos = shaped.glyph_infos();
        let glyph = |(at, (info, place)): (usize, (&harfrust::GlyphInfo, &_))| {
            let place: &harfrust::GlyphPosition = place;
            let start = range.start + info.cluster as usize;
            let next = infos[at..].iter().find(|next| next.cluster > info.cluster);
            let end = next.map_or(range.end, |next| range.start + next.cluster as usize);
            Glyph {
                id: info.glyph_id,
                advance: place.x_advance as f32 / font.units,
                right: place.x_offset as f32 / font.units,
                up: place.y_offset as f32 / font.units,
                range: start..end,
            }
        };
        let glyphs: Vec<Glyph> =
            infos.iter().zip(shaped.glyph_positions()).enumerate().map(glyph).collect();
        (!glyphs.is_empty()).then_some(Run { face, glyphs })
    }

    /// A box for each character that no font has.
    fn boxes(&self, text: &str, range: Range<usize>) -> Vec<Run> {
        let Some(face) = self.face_of(BOX, Weight::Plain) else { return Vec::new() };
        let mut glyphs = Vec::new();
        let sign = BOX.to_string();
        for (at, letter) in text[range.clone()].char_indices() {
            let start = range.start + at;
            let boxed = self.shape_piece(face, &sign, 0..sign.len());
            glyphs.extend(
                boxed
                    .into_iter()
                    .flat_map(|run| run.glyphs)
                    .map(|glyph| Glyph { range: start..start + letter.len_utf8(), ..glyph }),
            );
        }
        vec![Run { face, glyphs }]
    }
}

/// True for characters that change others and are not seen themselves.
fn is_unseen(letter: char) -> bool {
    matches!(u32::from(letter), 0xad | 0x200b..=0x200f | 0x2060..=0x2064 | 0xfe00..=0xfe0f)
}

/// Text on one line, without characters that stand for nothing: those for private use,
/// marks of byte order, and what Unicode says is no character.
pub fn clean(text: &str) -> String {
    let nothing = |c: char| {
        matches!(u32::from(c), 0xe000..=0xf8ff | 0xfeff | 0xfdd0..=0xfdef | 0xf0000..)
            || u32::from(c) & 0xfffe == 0xfffe
    };
    let shown = |c: char| if nothing(c) { '\u{fffd}' } else { c };
    one_line(text).chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;

    fn lettering() -> Lettering {
        Lettering::new().unwrap()
    }

    #[test]
    fn lines_fit_and_hold_all_of_the_text() {
        let lettering = lettering();
        let text = "Единый портал e-government: қызметтер — ₸ 12 345,6 млн; incomprehensibilities";
        for width in [30.0, 60.0, 200.0, 1e9] {
            let lines = lettering.lines(text, Weight::Plain, 9.0, width);
            assert_eq!(lines.concat(), text, "at {width}");
            for line in lines {
                let own = lettering.width(line.trim_end(), Weight::Plain, 9.0);
                assert!(own <= width + 0.5, "“{line}” is {own} wide");
            }
        }
        assert_eq!(lettering.lines("one two", Weight::Plain, 9.0, 20.0), ["one ", "two"]);
        assert!(lettering.lines("  ", Weight::Plain, 9.0, 20.0).is_empty());
    }

    #[test]
    fn every_byte_belongs_to_a_letter() {
        let lettering = lettering();
        for text in ["Қазақстан ₸", "a\u{1f3db}b", "fi office", "e\u{301}", "A ≤ B □"]
        {
            let runs = lettering.shape(text, Weight::Strong);
            let mut end = 0;
            for glyph in runs.iter().flat_map(|run| &run.glyphs) {
                assert!(glyph.range.start <= end, "{text}: a gap before {:?}", glyph.range);
                end = end.max(glyph.range.end);
            }
            assert_eq!(end, text.len(), "{text}");
        }
    }

    #[test]
    fn what_no_font_has_becomes_a_box() {
        let lettering = lettering();
        let boxed = lettering.shape("\u{1f3db}", Weight::Plain);
        let own = lettering.shape("□", Weight::Plain);
        assert_eq!(boxed[0].glyphs[0].id, own[0].glyphs[0].id);
        assert_ne!(boxed[0].glyphs[0].id, 0);
    }

    #[test]
    fn figures_are_of_one_width() {
        let lettering = lettering();
        for weight in [Weight::Plain, Weight::Strong] {
            let eight = lettering.width("8", weight, 10.0);
            for digit in '0'..='9' {
                assert_eq!(lettering.width(&digit.to_string(), weight, 10.0), eight);
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_cut_with_an_ellipsis() {
        let lettering = lettering();
        let cut = lettering.elided("A very long name of an item", Weight::Plain, 10.0, 60.0);
        assert!(cut.ends_with('…') && lettering.width(&cut, Weight::Plain, 10.0) <= 60.0, "{cut}");
        let lines = lettering.lines_up_to("one two three four", Weight::Plain, 10.0, 30.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
    }

    #[test]
    fn characters_that_are_none_are_replaced() {
        assert_eq!(clean("a\u{e000}b\u{feff}c\u{ffff}\nd"), "a\u{fffd}b\u{fffd}c\u{fffd} d");
    }
}
