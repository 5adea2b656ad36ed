//! From bytes to letters, whatever the program that wrote them took for natural.

use super::broken;
use crate::model::Problem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Bytes from which an encoding is guessed.
const GUESSED_FROM: usize = 1 << 20;

/// The text of a file: by its byte order mark, else as UTF-8 if it is that, else by
/// the letters that it would hold (windows-1251, KOI8-R, latin 1, …).
///
/// # Errors
/// If it is no text at all.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return if is_text(&text) { Ok(text) } else { Err(broken("table-not-text")) };
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok(text);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return if is_text(text) { Ok(Cow::Borrowed(text)) } else { Err(broken("table-not-text")) };
    }
    if bytes.contains(&0) {
        return Err(broken("table-not-text"));
    }
    let (text, _) = guessed(bytes).decode_without_bom_handling(bytes);
    if is_text(&text) { Ok(text) } else { Err(broken("table-not-text")) }
}

/// Text without a mark whose every other byte is nought: Latin letters in UTF-16.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let noughts = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = head.len() / 2;
    let (even, odd) = (noughts(0), noughts(1));
    match (even, odd) {
        (0, odd) if pairs > 3 && odd * 10 > pairs * 6 => Some(UTF_16LE),
        (even, 0) if pairs > 3 && even * 10 > pairs * 6 => Some(UTF_16BE),
        _ => None,
    }
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESSED_FROM)], true);
    // It is not UTF-8, so that there is nothing to allow.
    let found = detector.guess(None, Utf8Detection::Deny);
    if found == UTF_8 { encoding_rs::WINDOWS_1252 } else { found }
}

/// True unless there are letters in it that no table has, as in pictures and programs.
fn is_text(text: &str) -> bool {
    let odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{1a}' | '\u{c}');
    let strange = text.chars().take(100_000).filter(odd).count();
    let letters = text.chars().take(100_000).count();
    strange * 200 <= letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{KOI8_R, WINDOWS_1251, WINDOWS_1252};

    const RUSSIAN: &str = "Наименование услуги;Ведомство;Количество заявлений\n\
        Регистрация рождения;Министерство юстиции;12500\n\
        Выдача водительского удостоверения;Министерство внутренних дел;340000\n";
    const FRENCH: &str = "Intitulé;Ministère;Coût\nDélivrance d’un passeport;Intérieur;12,5\n\
        Déclaration de revenus à distance;Économie;8,2\n";

    #[test]
    fn every_usual_encoding_is_told() {
        for encoding in [WINDOWS_1251, KOI8_R] {
            let (bytes, _, _) = encoding.encode(RUSSIAN);
            assert_eq!(decode(&bytes).unwrap(), RUSSIAN, "{}", encoding.name());
        }
        let (bytes, _, _) = WINDOWS_1252.encode(FRENCH);
        assert_eq!(decode(&bytes).unwrap(), FRENCH);
        assert_eq!(decode(RUSSIAN.as_bytes()).unwrap(), RUSSIAN);
        let marked = [b"\xef\xbb\xbf", RUSSIAN.as_bytes()].concat();
        assert_eq!(decode(&marked).unwrap(), RUSSIAN);
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let little: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xff\xfe", little.as_slice()].concat();
        assert_eq!(decode(&marked).unwrap(), RUSSIAN);
        let big: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&[b"\xfe\xff", big.as_slice()].concat()).unwrap(), RUSSIAN);
        let latin: Vec<u8> =
            "name,owner\na,b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&latin).unwrap(), "name,owner\na,b\n");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4000_u32).map(|at| (at * 7919 % 251) as u8).collect();
        assert!(decode(&noise).is_err());
        assert!(decode(&[0; 64]).is_err());
    }
}
