//! Tables of separated values (RFC 4180): items, or links.
//!
//! Heads are stable names for scripts. In a language with decimal commas, numbers
//! take a comma and values are set apart by semicolons, as its spreadsheets expect.

use super::plain::{inert, one_line};
use super::{Handout, ItemRow, LinkKind, OutError, Part};
use crate::texts::Texts;

const MARK: &str = "\u{feff}";

pub fn separated(
    handout: &Handout<'_>,
    part: Part,
    byte_order_mark: bool,
    texts: &Texts,
) -> Result<Vec<u8>, OutError> {
    let comma = texts.decimal_mark() == ',';
    let table = Table { handout, comma };
    let delimiter = if comma { b';' } else { b',' };
    let bytes = if byte_order_mark { MARK.as_bytes().to_vec() } else { Vec::new() };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(bytes);
    let rows = match part {
        Part::All | Part::Ranking | Part::Robustness | Part::Note => table.ranking(),
        Part::Roadmap => table.roadmap(),
        Part::Graph => table.links(),
    };
    let refused = |error: csv::Error| OutError::Refused(error.to_string());
    for row in rows {
        writer.write_record(&row).map_err(refused)?;
    }
    writer.into_inner().map_err(|error| OutError::Refused(error.to_string()))
}

const ITEM_HEADS: [&str; 13] = [
    "id",
    "item",
    "kind",
    "owner",
    "phase",
    "rank",
    "value",
    "capex",
    "opex_per_year",
    "staff_months",
    "starts",
    "ends",
    "why",
];

const LINK_HEADS: [&str; 9] =
    ["item", "needs", "type", "group", "lag", "after", "kept", "reason", "ref"];

struct Table<'a, 'b> {
    handout: &'a Handout<'b>,
    comma: bool,
}

impl Table<'_, '_> {
    /// All items by rank, with what each criterion adds to the value.
    fn ranking(&self) -> Vec<Vec<String>> {
        let Handout { scenario, matrix, ranking, items, .. } = self.handout;
        let mut head: Vec<String> = ITEM_HEADS.map(str::to_owned).to_vec();
        let ids = matrix.leaves.iter().map(|&leaf| &scenario.criteria[leaf].id);
        head.extend(ids.map(|id| format!("points:{id}")));
        let row = |&at: &usize| {
            let mut row = self.item(at, &items[at]);
            let points = &ranking.rows[at].contributions;
            row.extend(points.iter().map(|points| self.number(*points)));
            row
        };
        std::iter::once(head).chain(ranking.order.iter().map(row)).collect()
    }

    /// Planned items by phase, then by rank.
    fn roadmap(&self) -> Vec<Vec<String>> {
        let head = ITEM_HEADS.map(str::to_owned).to_vec();
        let rows = self.handout.planned_order();
        let rows = rows.into_iter().map(|at| self.item(at, &self.handout.items[at]));
        std::iter::once(head).chain(rows).collect()
    }

    fn item(&self, at: usize, item: &ItemRow) -> Vec<String> {
        let ranked = &self.handout.ranking.rows[at];
        let phase = item.start.and_then(|start| self.handout.phases.get(start as usize - 1));
        let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
        vec![
            inert(&item.id),
            inert(&one_line(&item.name)),
            item.kind.word().to_owned(),
            inert(&item.owner_id),
            inert(phase.map_or("", |phase| phase.name.as_str())),
            ranked.rank.to_string(),
            self.number(ranked.value),
            self.number(item.capex),
            self.number(item.opex_per_year),
            self.number(item.staff_months),
            day(item.days.map(|days| days.0)),
            day(item.days.map(|days| days.1)),
            inert(&one_line(&item.why.join("; "))),
        ]
    }

    fn links(&self) -> Vec<Vec<String>> {
        let head = LINK_HEADS.map(str::to_owned).to_vec();
        let items = &self.handout.items;
        let row = |link: &super::LinkRow| {
            let (kind, group) = match link.kind {
                LinkKind::Hard => ("hard", String::new()),
                LinkKind::Soft => ("soft", String::new()),
                LinkKind::OneOf(group) => ("any_of", group.to_string()),
            };
            vec![
                inert(&items[link.item].id),
                inert(&items[link.needs].id),
                kind.to_owned(),
                group,
                link.lag.to_string(),
                link.after.to_string(),
                link.kept.map_or_else(String::new, |kept| kept.to_string()),
                inert(&one_line(&link.reason)),
                inert(&one_line(&link.reference)),
            ]
        };
        std::iter::once(head).chain(self.handout.links.iter().map(row)).collect()
    }

    /// A number to full precision.
    fn number(&self, number: f64) -> String {
        let text = number.to_string();
        if self.comma { text.replace('.', ",") } else { text }
    }
}
