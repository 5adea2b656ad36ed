//! Mappings, differences and doubts as sentences.

use super::{Additions, Change, Doubt, Field, Part, Reason, Skip, Value};
use crate::app::kind_key;
use crate::files::tables::Why;
use crate::model::{Scenario, Text};
use crate::texts::{Arg, Texts};

/// The name of a field: `Cost of building, lowest`.
pub fn field_words(
    field: &Field,
    scenario: &Scenario,
    additions: &Additions,
    texts: &Texts,
) -> String {
    let language = |language: &Option<String>, key: &str| match language {
        Some(language) => {
            let args = [("language", Arg::from(language.as_str()))];
            texts.with(&format!("{key}-in"), &args)
        }
        None => texts.get(key),
    };
    let name = match field {
        Field::Id => texts.get("import-field-id"),
        Field::Name(own) => return language(own, "import-field-name"),
        Field::Description(own) => return language(own, "import-field-description"),
        Field::Kind => texts.get("import-field-kind"),
        Field::Owner => texts.get("import-field-owner"),
        Field::OwnerName => texts.get("import-field-owner-name"),
        Field::Capex(_) => texts.get("import-field-capex"),
        Field::Opex(_) => texts.get("import-field-opex"),
        Field::Staff(_) => texts.get("import-field-staff"),
        Field::Duration => texts.get("import-field-duration"),
        Field::EarliestPhase => texts.get("import-field-earliest"),
        Field::LatestPhase => texts.get("import-field-latest"),
        Field::Mandatory => texts.get("import-field-mandatory"),
        Field::Goals => texts.get("import-field-goals"),
        Field::Requires => texts.get("import-field-requires"),
        Field::Year => texts.get("import-field-year"),
        Field::Note => texts.get("import-field-note"),
        Field::Score(id, _) => {
            let known = scenario.criteria.iter().chain(&additions.criteria);
            named(known.map(|own| (own.id.as_str(), &own.name)), id.as_str(), texts)
        }
        Field::Channel(id) | Field::Need(id, ..) => {
            let known = scenario.channels.iter().chain(&additions.channels);
            let channel = named(known.map(|own| (own.id.as_str(), &own.name)), id.as_str(), texts);
            let need = matches!(field, Field::Need(..));
            let key = if need { "ministries-field-need" } else { "import-field-channel" };
            texts.with(key, &[("channel", Arg::from(channel.as_str()))])
        }
        Field::StaffOf(id, _) => {
            let known = scenario.agencies.iter().chain(&additions.agencies);
            let agency = named(known.map(|own| (own.id.as_str(), &own.name)), id.as_str(), texts);
            texts.with("ministries-field-staff", &[("agency", Arg::from(agency.as_str()))])
        }
        Field::Source(of) | Field::Reference(of) => {
            let source = matches!(field, Field::Source(_));
            let key = if source { "ministries-field-source" } else { "ministries-field-reference" };
            let name = field_words(of, scenario, additions, texts);
            return texts.with(key, &[("name", Arg::from(name.as_str()))]);
        }
    };
    let key = match field.part() {
        Part::Best => return name,
        Part::Low => "import-field-low",
        Part::High => "import-field-high",
    };
    texts.with(key, &[("name", Arg::from(name.as_str()))])
}

/// The name of the member of a list, or its id.
pub(in crate::app) fn named<'n>(
    mut list: impl Iterator<Item = (&'n str, &'n Text)>,
    id: &str,
    texts: &Texts,
) -> String {
    let found = list.find(|(own, _)| *own == id);
    found.map_or(id, |(_, name)| name.get_or(texts.language(), id)).to_owned()
}

/// What a field holds, as people write it.
pub fn value_words(
    value: &Value,
    scenario: &Scenario,
    additions: &Additions,
    texts: &Texts,
) -> String {
    match value {
        Value::Words(words) | Value::Level(words) => words.clone(),
        Value::Kind(kind) => texts.get(kind_key(*kind)),
        Value::Agency(id) => {
            let known = scenario.agencies.iter().chain(&additions.agencies);
            named(known.map(|own| (own.id.as_str(), &own.name)), id.as_str(), texts)
        }
        Value::Amount { best, low, high } => {
            let best = texts.exact_number(*best);
            if low.is_none() && high.is_none() {
                return best;
            }
            let end =
                |end: &Option<f64>| end.map_or_else(|| "…".to_owned(), |n| texts.exact_number(n));
            format!("{best} ({}–{})", end(low), end(high))
        }
        Value::Count(count) => texts.number(f64::from(*count), 0),
        Value::Phase(id) => id.to_string(),
        Value::Flag(true) => texts.get("import-yes"),
        Value::Flag(false) => texts.get("import-no"),
        Value::Goals(goals) => {
            let known = || scenario.goals.iter().chain(&additions.goals);
            let name = |id: &crate::model::GoalId| {
                named(known().map(|own| (own.id.as_str(), &own.name)), id.as_str(), texts)
            };
            goals.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        Value::Items(items) => {
            let name = |id: &crate::model::ItemId| {
                named(
                    scenario.items.iter().map(|own| (own.id.as_str(), &own.name)),
                    id.as_str(),
                    texts,
                )
            };
            items.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        Value::Share(share) => texts.percent(*share, 1),
        Value::Source(source) => texts.get(&format!("source-{}", source.word())),
        Value::Nothing => "–".to_owned(),
    }
}

impl Change {
    /// The change as a line: `Cost of building: 3 → 4`.
    pub fn words(&self, scenario: &Scenario, additions: &Additions, texts: &Texts) -> String {
        let shown = |value: &Value| value_words(value, scenario, additions, texts);
        let was = self.was.as_ref().map_or_else(|| "–".to_owned(), shown);
        let field = field_words(&self.field, scenario, additions, texts);
        format!("{field}: {was} → {}", shown(&self.becomes))
    }

    /// What a new item gets, as a line: `Cost of building: 4`.
    pub fn words_of_new(
        &self,
        scenario: &Scenario,
        additions: &Additions,
        texts: &Texts,
    ) -> String {
        let field = field_words(&self.field, scenario, additions, texts);
        format!("{field}: {}", value_words(&self.becomes, scenario, additions, texts))
    }
}

/// Why a column is taken for what it is taken for, or left alone.
pub fn reason_words(reason: &Reason, texts: &Texts) -> String {
    match reason {
        Reason::Told => texts.get("import-reason-told"),
        Reason::OwnName => texts.get("import-reason-own-name"),
        Reason::Title => texts.get("import-reason-title"),
        Reason::Criterion => texts.get("import-reason-criterion"),
        Reason::Whole { parts } => {
            texts.with("import-reason-whole", &[("parts", Arg::from(*parts as f64))])
        }
        Reason::Part => texts.get("import-reason-part"),
        Reason::PartOf { whole } => {
            texts.with("import-reason-part-of", &[("column", Arg::from(whole.as_str()))])
        }
        Reason::LatestYear => texts.get("import-reason-latest-year"),
        Reason::Lesser { than } => {
            texts.with("import-reason-lesser", &[("column", Arg::from(than.as_str()))])
        }
        Reason::OnlyNumbers => texts.get("import-reason-only-numbers"),
        Reason::LooksLikeNames => texts.get("import-reason-looks-like-names"),
        Reason::Counter => texts.get("import-reason-counter"),
        Reason::Unknown => texts.get("import-reason-unknown"),
        Reason::NotInFile => texts.get("import-reason-not-in-file"),
    }
}

/// Why a row gives nothing. Rows are named as a spreadsheet counts them, from 1.
pub fn skip_words(skip: &Skip, texts: &Texts) -> String {
    let row = |row: &usize| ("row", Arg::Text((row + 1).to_string()));
    match skip {
        Skip::Layout(Why::Blank) => texts.get("import-skip-blank"),
        Skip::Layout(Why::Total) => texts.get("import-skip-total"),
        Skip::Layout(Why::Numbering) => texts.get("import-skip-numbering"),
        Skip::Layout(Why::HeaderAgain) => texts.get("import-skip-header"),
        Skip::Layout(Why::Heading) => texts.get("import-skip-heading"),
        Skip::Layout(Why::Note) => texts.get("import-skip-note"),
        Skip::NoName => texts.get("import-skip-no-name"),
        Skip::EarlierYear { than } => texts.with("import-skip-earlier-year", &[row(than)]),
        Skip::Repeats { row: other } => texts.with("import-skip-repeats", &[row(other)]),
        Skip::SameId { row: other, id } => {
            let id = ("id", Arg::from(id.as_str()));
            texts.with("import-skip-same-id", &[row(other), id])
        }
    }
}

/// What is suspicious, as a sentence.
pub fn doubt_words(
    doubt: &Doubt,
    scenario: &Scenario,
    additions: &Additions,
    texts: &Texts,
) -> String {
    let place = |place: &String| ("place", Arg::from(place.as_str()));
    let text = |text: &str| ("text", Arg::Text(shortened(text)));
    let number = |name, number: f64| (name, Arg::Text(texts.exact_number(number)));
    let of = |field: &Field| ("field", Arg::Text(field_words(field, scenario, additions, texts)));
    match doubt {
        Doubt::NotANumber { place: at, text: found } => {
            texts.with("import-doubt-not-a-number", &[place(at), text(found)])
        }
        Doubt::CellError { place: at, error } => {
            texts.with("import-doubt-cell-error", &[place(at), text(error)])
        }
        Doubt::Negative { place: at, number: found } => {
            texts.with("import-doubt-negative", &[place(at), number("number", *found)])
        }
        Doubt::NotUnderstood { field, place: at, text: found } => {
            texts.with("import-doubt-not-understood", &[place(at), text(found), of(field)])
        }
        Doubt::RangeOrder { place: at } => texts.with("import-doubt-range-order", &[place(at)]),
        Doubt::OutOfLine { place: at, number: found, usual } => {
            let args = [place(at), number("number", *found), number("usual", *usual)];
            texts.with("import-doubt-out-of-line", &args)
        }
        Doubt::FarFromBefore { field, place: at, was, becomes } => {
            let args = [place(at), of(field), number("was", *was), number("becomes", *becomes)];
            texts.with("import-doubt-far", &args)
        }
        Doubt::NearName { item, name } => {
            let args = [("item", Arg::from(item.as_str())), ("name", Arg::from(name.as_str()))];
            texts.with("import-doubt-near-name", &args)
        }
        Doubt::SameName { row } => {
            texts.with("import-doubt-same-name", &[("row", Arg::Text((row + 1).to_string()))])
        }
        Doubt::Emptied { field, place: at } => {
            texts.with("ministries-doubt-emptied", &[place(at), of(field)])
        }
        Doubt::OutsideScale { field, place: at, number: found, least, most } => {
            let args = [place(at), of(field), number("number", *found), number("least", *least)];
            let args = args.into_iter().chain([number("most", *most)]).collect::<Vec<_>>();
            texts.with("ministries-doubt-outside-scale", &args)
        }
        Doubt::Impossible { field, place: at, text: found } => {
            texts.with("ministries-doubt-impossible", &[place(at), of(field), text(found)])
        }
        Doubt::WithoutBest { field, place: at } => {
            texts.with("ministries-doubt-without-best", &[place(at), of(field)])
        }
        Doubt::Disorder { field, place: at } => {
            texts.with("ministries-doubt-disorder", &[place(at), of(field)])
        }
        Doubt::Formula { place: at } => texts.with("ministries-doubt-formula", &[place(at)]),
        Doubt::NotComputed { place: at } => {
            texts.with("ministries-doubt-not-computed", &[place(at)])
        }
        Doubt::NotAsked { place: at } => texts.with("ministries-doubt-not-asked", &[place(at)]),
        Doubt::Added { place: at } => texts.with("ministries-doubt-added", &[place(at)]),
        Doubt::OtherOwner { agency: None } => texts.get("ministries-doubt-no-owner"),
        Doubt::OtherOwner { agency: Some(id) } => {
            let known = scenario.agencies.iter().map(|own| (own.id.as_str(), &own.name));
            let name = named(known, id.as_str(), texts);
            texts.with("ministries-doubt-other-owner", &[("agency", Arg::from(name.as_str()))])
        }
        Doubt::Breaks { problem } => {
            let (message, remedy) = problem_words(problem, texts);
            let args = [("why", Arg::Text(format!("{message} {remedy}")))];
            texts.with("import-doubt-breaks", &args)
        }
    }
}

fn problem_words(problem: &crate::model::Problem, texts: &Texts) -> (String, String) {
    let args: Vec<(&str, Arg)> =
        problem.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    let key = format!("problem-{}", problem.code);
    (texts.with(&key, &args), texts.with(&format!("{key}-remedy"), &args))
}

/// A text that a message can hold.
pub(in crate::app) fn shortened(text: &str) -> String {
    let line = super::entries::one_line(text);
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
