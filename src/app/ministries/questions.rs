//! The words around the questions: heads with units, notes with anchors, what is said of
//! an answer that cannot be, and the first sheet.

use super::cells::{MOST_PHASES, scale};
use super::columns::{About, Block, Form, Topic, code};
use super::sent::Told;
use crate::app::importing::{Additions, Field, Part, field_words};
use crate::files::out::questionnaire::{
    About as AboutSheet, Ask, AskRow, AskSheet, Entry, Group, Line,
};
use crate::files::tables::Cell;
use crate::model::{Criterion, MeasureId, Scenario, ValueFunction};
use crate::texts::{Arg, Texts};
use jiff::civil::Date;

/// From which amount on thousands are set apart.
const LARGE: f64 = 10_000.0;

/// The title of the file.
pub(super) fn title(scenario: &Scenario, agency: &str, texts: &Texts) -> String {
    let title = scenario.title.get_or(texts.language(), &scenario.id);
    match title {
        "" => agency.to_owned(),
        title => format!("{title}: {agency}"),
    }
}

/// A sheet of questions about these rows.
pub(super) fn sheet(told: &Told<'_>, form: &Form, rows: Vec<AskRow>) -> AskSheet {
    let Told { scenario, texts, .. } = *told;
    let topic = form.topic;
    let groups = form.blocks.iter().map(|block| group(block, scenario, texts)).collect();
    let asks = form
        .blocks
        .iter()
        .flat_map(|block| block.fields.iter().map(|field| ask(told, block, field, &rows, form)));
    AskSheet {
        code: topic.code(),
        name: sheet_name(topic, texts),
        title: sheet_name(topic, texts),
        note: texts.get(&format!("ministries-note-{}", topic.code())),
        groups,
        asks: asks.collect(),
        rows,
    }
}

/// The name of a sheet.
pub(super) fn sheet_name(topic: Topic, texts: &Texts) -> String {
    texts.get(&format!("ministries-sheet-{}", topic.code()))
}

fn group(block: &Block, scenario: &Scenario, texts: &Texts) -> Group {
    let columns = u16::try_from(block.fields.len()).unwrap_or(u16::MAX);
    let (title, note) = match block.about {
        About::Item => (texts.get("ministries-group-item"), String::new()),
        About::Time => (texts.get("ministries-group-time"), texts.get("ministries-about-time")),
        About::Capex => {
            let title = with_unit("import-field-capex", &scenario.currency, texts);
            (title, texts.get("ministries-about-capex"))
        }
        About::Opex => {
            let title = with_unit("import-field-opex", &scenario.currency, texts);
            (title, texts.get("ministries-about-opex"))
        }
        About::Staff => (texts.get("import-field-staff"), texts.get("ministries-about-staff")),
        About::Criterion(at) => match scenario.criteria.get(at) {
            Some(criterion) => (criterion_title(criterion, texts), anchors(criterion, texts)),
            None => Default::default(),
        },
        About::Channel(at) => match scenario.channels.get(at) {
            Some(channel) => {
                let name = channel.name.get_or(texts.language(), channel.id.as_str());
                let unit = channel.measure.as_ref().map(|id| measure(scenario, id, texts));
                let note = match &unit {
                    Some(unit) => {
                        let args = [("measure", Arg::from(unit.as_str()))];
                        texts.with("ministries-about-need", &args)
                    }
                    None => texts.get("ministries-about-channel"),
                };
                (name.to_owned(), note)
            }
            None => Default::default(),
        },
    };
    Group { title, note, columns }
}

fn with_unit(key: &str, unit: &str, texts: &Texts) -> String {
    let name = texts.get(key);
    if unit.is_empty() { name } else { format!("{name}, {unit}") }
}

fn criterion_title(criterion: &Criterion, texts: &Texts) -> String {
    let name = criterion.name.get_or(texts.language(), criterion.id.as_str());
    match criterion.unit.get(texts.language()) {
        "" => name.to_owned(),
        unit => format!("{name}, {unit}"),
    }
}

fn measure(scenario: &Scenario, id: &MeasureId, texts: &Texts) -> String {
    let known = scenario.forecast.measures.iter().find(|own| own.id == *id);
    known.map_or(id.as_str(), |own| own.name.get_or(texts.language(), id.as_str())).to_owned()
}

/// What a criterion's scale means, in words: its ends and middle, or its levels.
fn anchors(criterion: &Criterion, texts: &Texts) -> String {
    let language = texts.language();
    let mut lines = vec![criterion_title(criterion, texts)];
    let anchors = &criterion.anchors;
    let ends = [
        ("ministries-anchor-0", &anchors.at_0),
        ("ministries-anchor-50", &anchors.at_50),
        ("ministries-anchor-100", &anchors.at_100),
    ];
    for (key, words) in ends {
        let words = words.get(language);
        if !words.is_empty() {
            lines.push(texts.with(key, &[("words", Arg::from(words))]));
        }
    }
    match &criterion.value {
        Some(ValueFunction::Levels(levels)) => {
            lines.push(texts.get("ministries-levels"));
            for level in levels.keys() {
                let name = criterion.level_names.get(level);
                let name = name.map_or(level.as_str(), |name| name.get_or(language, level));
                lines.push(format!("• {name}"));
            }
        }
        Some(function) => {
            if let Some((least, most)) = scale(function) {
                lines.push(texts.with("ministries-scale", &between(least, most, texts)));
            }
        }
        None => {}
    }
    lines.join("\n")
}

fn between(least: f64, most: f64, texts: &Texts) -> [(&'static str, Arg); 2] {
    [("least", Arg::Text(texts.exact_number(least))), ("most", Arg::Text(texts.exact_number(most)))]
}

fn ask(told: &Told<'_>, block: &Block, field: &Field, rows: &[AskRow], form: &Form) -> Ask {
    let Told { scenario, texts, lists, .. } = *told;
    let criterion = match block.about {
        About::Criterion(at) => scenario.criteria.get(at),
        _ => None,
    };
    let number = |least, most, refuses| Entry::Number { least, most, refuses, grouped: false };
    let (entry, refusal) = if let Some(list) = lists.of(field) {
        (Entry::Choice(list), texts.get("ministries-refused-choice"))
    } else {
        match field {
            Field::Duration => {
                let most = MOST_PHASES.min(scenario.phases.len().max(1) as u32);
                // A programme may be shorter than the work of an item.
                let most = longest(form, rows, field).max(f64::from(most)) as i32;
                let args = [("most", Arg::Text(most.to_string()))];
                (Entry::Whole { most }, texts.with("ministries-refused-whole", &args))
            }
            Field::Channel(_) => (Entry::Share, texts.get("ministries-refused-share")),
            Field::Score(..) => match criterion.and_then(|own| scale(own.value.as_ref()?)) {
                Some((least, most)) => {
                    let words =
                        texts.with("ministries-refused-scale", &between(least, most, texts));
                    (number(least, most, false), words)
                }
                None => (number(f64::MIN, f64::INFINITY, false), String::new()),
            },
            Field::Description(_) | Field::Note | Field::Reference(_) => {
                (Entry::Text, String::new())
            }
            _ => (number(0.0, f64::INFINITY, true), texts.get("ministries-refused-number")),
        }
    };
    let entry = match entry {
        Entry::Number { least, most, refuses, .. } => {
            Entry::Number { least, most, refuses, grouped: is_grouped(form, rows, field) }
        }
        other => other,
    };
    Ask {
        code: code(field),
        head: head(field, criterion, texts),
        prompt: prompt(field, criterion, texts),
        refusal,
        entry,
        width: width(field, entry),
    }
}

/// What stands in a column.
fn column<'r>(form: &Form, rows: &'r [AskRow], field: &Field) -> impl Iterator<Item = f64> + 'r {
    let at = form.fields().position(|own| own == field);
    rows.iter().filter_map(move |row| match row.cells.get(at?)? {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    })
}

fn longest(form: &Form, rows: &[AskRow], field: &Field) -> f64 {
    column(form, rows, field).fold(1.0, f64::max)
}

/// True for whole amounts that are easier to read in groups of three digits.
fn is_grouped(form: &Form, rows: &[AskRow], field: &Field) -> bool {
    let of = field.whole();
    let all = || column(form, rows, &of);
    all().any(|number| number >= LARGE) && all().all(|number| number.fract() == 0.0)
}

fn head(field: &Field, criterion: Option<&Criterion>, texts: &Texts) -> String {
    let key = match field {
        Field::Source(_) => "ministries-head-source",
        Field::Reference(_) => "ministries-head-reference",
        Field::Channel(_) => "ministries-head-share",
        Field::Note => "ministries-head-note",
        Field::Description(_) => "import-field-description",
        Field::Need(_, _, Part::Best) => "ministries-head-need",
        Field::Score(_, Part::Best) if criterion.is_some_and(has_levels) => "ministries-head-level",
        Field::Kind
        | Field::Duration
        | Field::EarliestPhase
        | Field::LatestPhase
        | Field::Mandatory => {
            let scenario = Scenario::default();
            return field_words(field, &scenario, &Additions::default(), texts);
        }
        _ => match field.part() {
            Part::Best => "ministries-head-best",
            Part::Low => "ministries-head-low",
            Part::High => "ministries-head-high",
        },
    };
    texts.get(key)
}

fn has_levels(criterion: &Criterion) -> bool {
    matches!(criterion.value, Some(ValueFunction::Levels(_)))
}

/// What is shown beside the cell that is being filled.
fn prompt(field: &Field, criterion: Option<&Criterion>, texts: &Texts) -> String {
    match field {
        Field::Score(_, Part::Best) => {
            criterion.map_or_else(String::new, |own| anchors(own, texts))
        }
        Field::Source(_) => texts.get("ministries-prompt-source"),
        Field::Reference(_) => texts.get("ministries-prompt-reference"),
        Field::Mandatory => texts.get("ministries-prompt-mandatory"),
        Field::Duration => texts.get("ministries-prompt-duration"),
        Field::EarliestPhase => texts.get("ministries-prompt-earliest"),
        Field::LatestPhase => texts.get("ministries-prompt-latest"),
        Field::Note => texts.get("ministries-prompt-note"),
        Field::Channel(_) => texts.get("ministries-prompt-share"),
        _ => match field.part() {
            Part::Low => texts.get("ministries-prompt-low"),
            Part::High => texts.get("ministries-prompt-high"),
            Part::Best => String::new(),
        },
    }
}

fn width(field: &Field, entry: Entry) -> f64 {
    match (field, entry) {
        (Field::Description(_), _) => 50.0,
        (Field::Note, _) => 30.0,
        (Field::Reference(_), _) => 18.0,
        (Field::Score(..) | Field::Kind, Entry::Choice(_)) => 24.0,
        (_, Entry::Choice(_)) => 12.0,
        _ => 12.0,
    }
}

/// The first sheet: what to do, until when, and whom to send it back to.
pub(super) fn about(
    told: &Told<'_>,
    agency: &str,
    items: usize,
    empty: usize,
    sheets: &[AskSheet],
) -> AboutSheet {
    let Told { scenario, request, texts, .. } = *told;
    let title = scenario.title.get_or(texts.language(), &scenario.id);
    let count = |name: &'static str, count: usize| (name, Arg::from(count as f64));
    let mut lines = Vec::new();
    let mut text = |words: String| lines.push(Line::Text(words));
    let args = [("agency", Arg::from(agency)), ("title", Arg::from(title)), count("items", items)];
    text(texts.with("ministries-about-what", &args));
    text(texts.with("ministries-about-empty", &[count("empty", empty)]));
    lines.push(Line::Head(texts.get("ministries-about-do")));
    let steps = [
        "ministries-about-fill",
        "ministries-about-there",
        "ministries-about-best",
        "ministries-about-source",
        "ministries-about-notes",
        "ministries-about-rows",
    ];
    for (number, key) in (1..).zip(steps) {
        lines.push(Line::Text(format!("{number}. {}", texts.get(key))));
    }
    lines.push(Line::Head(texts.get("ministries-about-sheets")));
    for sheet in sheets {
        lines.push(Line::Text(format!("{}. {}", sheet.name, sheet.note)));
    }
    lines.push(Line::Head(texts.get("ministries-about-back")));
    lines.push(Line::Text(back(request.until, &request.reply_to, texts)));
    if let Some(date) = request.date {
        let date = date_words(date, texts);
        lines.push(Line::Text(
            texts.with("ministries-about-date", &[("date", Arg::from(date.as_str()))]),
        ));
    }
    AboutSheet {
        sheet: texts.get("ministries-sheet-about"),
        title: self::title(scenario, agency, texts),
        lines,
    }
}

/// Until when and to whom it goes back, as far as that is known.
fn back(until: Option<Date>, reply_to: &str, texts: &Texts) -> String {
    let date = until.map(|date| date_words(date, texts)).unwrap_or_default();
    let args = [("date", Arg::from(date.as_str())), ("reply", Arg::from(reply_to))];
    let key = match (until.is_some(), !reply_to.is_empty()) {
        (true, true) => "ministries-back-by-to",
        (true, false) => "ministries-back-by",
        (false, true) => "ministries-back-to",
        (false, false) => "ministries-back",
    };
    texts.with(key, &args)
}

fn date_words(date: Date, texts: &Texts) -> String {
    if texts.language() == "en" { date.to_string() } else { date.strftime("%d.%m.%Y").to_string() }
}
