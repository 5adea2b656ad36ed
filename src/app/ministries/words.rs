//! Conflicts as sentences.

use super::{Conflict, Voice};
use crate::app::importing::{Additions, Value, field_words, shortened, value_words};
use crate::model::Scenario;
use crate::texts::{Arg, Texts};

/// What people say of one cell: `Demand of “Passport”: the scenario has 3; …`.
pub fn conflict_lines(conflict: &Conflict, scenario: &Scenario, texts: &Texts) -> Vec<String> {
    let nothing = Additions::default();
    let shown = |value: Option<&Value>| match value {
        None | Some(Value::Nothing) => texts.get("ministries-nothing"),
        Some(value) => shortened(&value_words(value, scenario, &nothing, texts)),
    };
    let field = field_words(&conflict.field, scenario, &nothing, texts);
    let name = scenario
        .items
        .get(conflict.item)
        .map_or("", |item| item.name.get_or(texts.language(), item.id.as_str()));
    let args = [
        ("field", Arg::from(field.as_str())),
        ("name", Arg::from(name)),
        ("now", Arg::Text(shown(conflict.now.as_ref()))),
    ];
    let line = |voice: &Voice| {
        let args = [
            ("who", Arg::from(voice.who.by.as_str())),
            ("value", Arg::Text(shown(Some(&voice.value)))),
            ("given", Arg::Text(shown(voice.given.as_ref()))),
            ("place", Arg::from(voice.place.as_str())),
        ];
        texts.with("ministries-voice", &args)
    };
    let head = texts.with("ministries-conflict", &args);
    std::iter::once(head).chain(conflict.voices.iter().map(line)).collect()
}
