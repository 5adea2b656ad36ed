//! Text for places that would take it for something else.

/// The characters with which a spreadsheet begins a formula (OWASP, CSV injection).
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// True if a spreadsheet could take the text for a formula.
pub fn is_risky(text: &str) -> bool {
    text.starts_with(FORMULA)
}

/// Text that no spreadsheet takes for a formula: set behind an apostrophe where need be.
pub fn inert(text: &str) -> String {
    if is_risky(text) { format!("'{text}") } else { text.to_owned() }
}

/// Text on one line, without control characters.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\n' | '\t' | '\u{2028}' | '\u{2029}' => line.push(' '),
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
    line
}

/// Text with characters that XML 1.0 cannot hold left out.
pub fn for_xml(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_set_behind_an_apostrophe() {
        for risky in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(inert(risky), format!("'{risky}"));
        }
        for plain in ["", "e-tax", "a=b", "'x", "№ 5"] {
            assert_eq!(inert(plain), plain);
        }
    }

    #[test]
    fn lines_and_control_characters_go() {
        assert_eq!(one_line(" a\nb\tc\u{0}\u{7}d\u{2028}e "), "a b cd e");
        assert_eq!(for_xml("a\u{0}\u{b}b\u{ffff}\n😀"), "ab\n😀");
    }
}
