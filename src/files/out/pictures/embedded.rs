//! The letters that a picture uses, as fonts within its file.
//!
//! A browser then shows what was measured, on any machine and without network; other
//! programs take a font of like width. `subsetter` cuts the outlines, as it does for
//! krilla; what it leaves out for PDF and browsers want (`cmap`, `OS/2`) is added again.

use super::Picture;
use crate::files::out::lettering::{FAMILY, Face, Lettering, SIGNS_FAMILY, clean};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};
use write_fonts::FontBuilder;
use write_fonts::read::{FontRef, TableProvider};
use write_fonts::tables::cmap::Cmap;
use write_fonts::types::{GlyphId, Tag};

/// Style rules that bring the fonts of a picture; nothing of a font that cannot be cut.
pub fn font_faces(picture: &Picture, letters: &Lettering) -> String {
    let mut used: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for label in picture.labels() {
        for letter in clean(&label.text).chars() {
            if let Some(face) = letters.face_of(letter, label.weight) {
                used.entry(face).or_default().insert(letter);
            }
        }
    }
    let mut style = String::new();
    for (face, characters) in used {
        let Some(font) = subset(face, &characters, letters) else { continue };
        let (family, weight) = match face {
            Face::Plain => (FAMILY, 400),
            Face::Strong => (FAMILY, 600),
            Face::Signs => (SIGNS_FAMILY, 400),
        };
        style.push_str(&format!(
            "@font-face{{font-family:{family};font-weight:{weight};src:url(data:font/otf;base64,{})}}",
            STANDARD.encode(font)
        ));
    }
    style
}

/// A font with these characters alone.
pub fn subset(face: Face, characters: &BTreeSet<char>, letters: &Lettering) -> Option<Vec<u8>> {
    let mut remapper = subsetter::GlyphRemapper::new();
    let mut mappings = Vec::new();
    for &letter in characters {
        let glyph = letters.glyph_of(letter, face)?;
        let cut = remapper.remap(u16::try_from(glyph).ok()?);
        mappings.push((letter, GlyphId::from(cut)));
    }
    let cut = subsetter::subset(face.data(), 0, &remapper).ok()?;
    let (cut, whole) = (FontRef::new(&cut).ok()?, FontRef::new(face.data()).ok()?);
    let mut builder = FontBuilder::new();
    builder.add_table(&Cmap::from_mappings(mappings).ok()?).ok()?;
    let about = Tag::new(b"OS/2");
    builder.add_raw(about, whole.data_for_tag(about)?.as_bytes());
    builder.copy_missing_tables(cut);
    Some(builder.build())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
    use super::*;
    use skrifa::MetadataProvider;
    use skrifa::prelude::{LocationRef, Size};

    #[test]
    fn a_cut_font_has_the_same_letters_and_no_others() {
        let letters = Lettering::new().unwrap();
        for face in Face::ALL {
            let some = if face == Face::Signs { "Σ∀∃" } else { "Қазақстан ₸ 12" };
            let characters: BTreeSet<char> = some.chars().collect();
            let cut = subset(face, &characters, &letters).unwrap();
            assert!(cut.len() < face.data().len() / 4, "{face:?}: {} bytes", cut.len());
            let (cut, whole) =
                (skrifa::FontRef::new(&cut).unwrap(), skrifa::FontRef::new(face.data()).unwrap());
            for &letter in &characters {
                let advance = |font: &skrifa::FontRef<'_>| {
                    let glyph = font.charmap().map(letter).unwrap();
                    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
                    metrics.advance_width(glyph).unwrap()
                };
                assert_eq!(advance(&cut), advance(&whole), "{letter}");
            }
            assert!(cut.charmap().map('Z').is_none());
        }
    }
}
