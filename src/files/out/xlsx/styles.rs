//! How cells look, by what they hold.

use crate::files::out::dates::writes_day_first;
use crate::texts::Texts;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Formats by meaning. What people may change is blue on yellow.
#[derive(Debug, Clone)]
pub struct Styles {
    pub title: Format,
    pub note: Format,
    pub head: Format,
    pub group: Format,
    pub text: Format,
    pub wrapped: Format,
    /// Text that would be a formula if it were typed anew.
    pub guarded: Format,
    pub bold: Format,
    pub whole: Format,
    /// Places and numbers that name something.
    pub key: Format,
    /// Values, points: one decimal.
    pub tenth: Format,
    pub number: Format,
    /// Weights and other shares of 1.
    pub share: Format,
    pub percent: Format,
    pub money: Format,
    pub money_sum: Format,
    pub amount: Format,
    pub day: Format,
    /// A number that people may change.
    pub input: Format,
    /// A word that people may change.
    pub input_text: Format,
    /// What only helps to calculate.
    pub aside: Format,
}

impl Styles {
    /// All of them, always in the same order.
    pub fn all(&self) -> [&Format; 21] {
        let Self {
            title,
            note,
            head,
            group,
            text,
            wrapped,
            guarded,
            bold,
            whole,
            key,
            tenth,
            number,
            share,
            percent,
            money,
            money_sum,
            amount,
            day,
            input,
            input_text,
            aside,
        } = self;
        [
            title, note, head, group, text, wrapped, guarded, bold, whole, key, tenth, number,
            share, percent, money, money_sum, amount, day, input, input_text, aside,
        ]
    }

    pub fn new(texts: &Texts) -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        let number = |form: &str| plain.clone().set_num_format(form);
        let head = plain
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_background_color(Color::RGB(0x00E8_EDF2))
            .set_border_bottom(FormatBorder::Thin);
        let day = if writes_day_first(texts) { "dd.mm.yyyy" } else { "yyyy-mm-dd" };
        let input = plain
            .clone()
            .set_font_color(Color::RGB(0x0000_41A8))
            .set_background_color(Color::RGB(0x00FF_F9DB));
        Self {
            title: Format::new().set_bold().set_font_size(15),
            note: Format::new().set_italic().set_font_color(Color::RGB(0x0057_606A)),
            group: head.clone().set_align(FormatAlign::Left),
            head,
            wrapped: plain.clone().set_text_wrap(),
            guarded: plain.clone().set_quote_prefix(),
            bold: plain.clone().set_bold(),
            whole: number("0"),
            key: number("0").set_align(FormatAlign::Center),
            tenth: number("0.0"),
            number: number("General"),
            share: number("0.0000"),
            percent: number("0.0%"),
            money: number("#,##0"),
            money_sum: number("#,##0").set_bold().set_border_top(FormatBorder::Thin),
            amount: number("#,##0.##"),
            day: number(day).set_align(FormatAlign::Left),
            input_text: input.clone(),
            input,
            aside: plain
                .clone()
                .set_align(FormatAlign::Center)
                .set_font_color(Color::RGB(0x008A_9199)),
            text: plain,
        }
    }
}
