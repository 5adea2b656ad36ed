//! Where the lines of a text end.

use super::{Lettering, Weight, clean};
use unicode_linebreak::{BreakOpportunity, linebreaks};

impl Lettering {
    /// A text in lines that fit, broken where its language allows it (UAX 14), or
    /// between letters where a word is wider than the line. Lines that a blank ends
    /// keep one at their end: whoever takes text off a page gets whole words.
    pub fn lines(&self, text: &str, weight: Weight, size: f64, width: f64) -> Vec<String> {
        let text = clean(text);
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut used = 0.0;
        let mut from = 0;
        for (to, opportunity) in linebreaks(&text) {
            let piece = &text[from..to];
            from = to;
            let bare = piece.trim_end();
            let own = self.width(bare, weight, size);
            if !line.is_empty() && used + own > width + 1e-6 {
                lines.push(ended(&line));
                line.clear();
                used = 0.0;
            }
            if own > width {
                self.break_word(bare, weight, size, width, &mut lines, &mut line);
                used = self.width(&line, weight, size);
            } else {
                line.push_str(bare);
                used += own;
            }
            let blank = &piece[bare.len()..];
            if !blank.is_empty() {
                line.push_str(blank);
                used += self.width(blank, weight, size);
            }
            if opportunity == BreakOpportunity::Mandatory && to < text.len() {
                lines.push(ended(&line));
                line.clear();
                used = 0.0;
            }
        }
        if !line.trim_end().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// At most so many lines; what is left over is cut, with an ellipsis.
    pub fn lines_up_to(
        &self,
        text: &str,
        weight: Weight,
        size: f64,
        width: f64,
        most: usize,
    ) -> Vec<String> {
        let mut lines = self.lines(text, weight, size, width);
        if lines.len() > most.max(1) {
            lines.truncate(most.max(1));
            if let Some(last) = lines.last_mut() {
                *last = self.elided(&format!("{}…", last.trim_end()), weight, size, width);
            }
        }
        lines
    }

    /// A text on one line, cut with an ellipsis where it does not fit.
    pub fn elided(&self, text: &str, weight: Weight, size: f64, width: f64) -> String {
        let text = clean(text);
        let mut cut = text.trim_end().to_owned();
        if self.width(&cut, weight, size) <= width {
            return cut;
        }
        cut.truncate(cut.trim_end_matches('…').len());
        while cut.pop().is_some() {
            let shown = format!("{}…", cut.trim_end());
            if self.width(&shown, weight, size) <= width {
                return shown;
            }
        }
        "…".to_owned()
    }

    /// Width of the widest part that no line break parts.
    pub fn widest_word(&self, text: &str, weight: Weight, size: f64) -> f64 {
        let text = clean(text);
        let mut from = 0;
        let mut widest = 0.0_f64;
        for (to, _) in linebreaks(&text) {
            widest = widest.max(self.width(text[from..to].trim_end(), weight, size));
            from = to;
        }
        widest
    }

    /// Puts a word that is wider than a line on as many as it takes.
    fn break_word(
        &self,
        word: &str,
        weight: Weight,
        size: f64,
        width: f64,
        lines: &mut Vec<String>,
        line: &mut String,
    ) {
        let mut used = 0.0;
        for letter in word.chars() {
            let own = self.width(letter.encode_utf8(&mut [0; 4]), weight, size);
            if !line.is_empty() && used + own > width {
                lines.push(std::mem::take(line));
                used = 0.0;
            }
            line.push(letter);
            used += own;
        }
    }
}

/// A line as it ends before another: with one blank where blanks ended it.
fn ended(line: &str) -> String {
    let bare = line.trim_end();
    if bare.len() < line.len() { format!("{bare} ") } else { bare.to_owned() }
}
