//! Whatever the window may have to write, it has glyphs for; figures line up.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(feature = "gui")]

use eframe::egui::{Context, FontFamily, FontId, RawInput};
use phasewise::texts::SOURCES;
use phasewise::ui::theme;
use std::collections::BTreeSet;
use std::path::Path;

/// Signs that views may use without asking.
const SIGNS: &str = "₸€$£₽¥ӘҒҚҢӨҰҮҺІәғқңөұүһіЁё№«»„“”‘’←→↑↓▲▼◀▶✓✕×÷≤≥±≈∅∞√Σσ●○◆◇■□…–—−·•‰⚠‼▁▂▃▄▅▆▇█▉\
                     \u{a0}\u{2009}\u{202f}";

/// Calls `check` with each family that the window writes in, in its size.
fn in_every_family(check: impl Fn(&Context, &FontId)) {
    let context = Context::default();
    theme::install_fonts(&context);
    // Fonts are taken up by the first frame.
    context.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
    for family in [FontFamily::Proportional, FontFamily::Monospace, theme::strong_family()] {
        check(&context, &FontId::new(13.0, family));
    }
}

fn read_all(folder: &Path, ending: &str, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, ending, text);
        } else if path.extension().is_some_and(|e| e == ending) {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_character_has_a_glyph_in_every_family() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = SIGNS.to_owned();
    text.extend(SOURCES.iter().copied().flatten().map(|(_, _, source)| *source));
    for (folder, ending) in
        [("scenarios", "ron"), ("assets", "ron"), ("src/ui", "rs"), ("src/app", "rs")]
    {
        read_all(&root.join(folder), ending, &mut text);
    }
    let letters: BTreeSet<char> = text.chars().filter(|letter| !letter.is_control()).collect();
    assert!(letters.len() > 200, "only {} different characters were found", letters.len());
    in_every_family(|context, font| {
        let missing: Vec<char> = context.fonts_mut(|fonts| {
            letters.iter().copied().filter(|letter| !fonts.has_glyph(font, *letter)).collect()
        });
        assert!(missing.is_empty(), "{:?} has no glyphs for {missing:?}", font.family);
    });
}

#[test]
fn figures_are_of_one_width() {
    in_every_family(|context, font| {
        let width = |text: &str| {
            context.fonts_mut(|fonts| {
                let galley =
                    fonts.layout_no_wrap(text.to_owned(), font.clone(), Default::default());
                galley.size().x
            })
        };
        let eights = width("888.8");
        for digit in '0'..='9' {
            let number = format!("{digit}{digit}{digit}.{digit}");
            let difference = (width(&number) - eights).abs();
            assert!(difference < 0.01, "{number} in {:?} differs by {difference}", font.family);
        }
    });
}

#[test]
fn fonts_and_their_licence_come_together() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let size: u64 =
        std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().metadata().unwrap().len()).sum();
    assert!(size < 1_000_000, "assets/fonts holds {size} bytes");
    let licence = std::fs::read_to_string(folder.join("OFL.txt")).unwrap();
    for word in ["Inter Project Authors", "Google LLC", "SIL OPEN FONT LICENSE Version 1.1"] {
        assert!(licence.contains(word), "OFL.txt does not say {word}");
    }
}
