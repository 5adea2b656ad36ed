//! The first sheet: what is proposed, how good it is, and how to read the others.

use super::Written;
use super::page::Page;
use crate::files::out::{Handout, Part};
use crate::texts::Texts;

pub fn write(page: &mut Page<'_>, handout: &Handout<'_>, part: Part, texts: &Texts) -> Written {
    page.title(&handout.title, "")?;
    let mut lines: Vec<String> = handout.proof.clone();
    lines.push(handout.weighing.clone());
    let description = handout.scenario.description.get(texts.language());
    if !description.is_empty() {
        lines.push(description.to_owned());
    }
    if !handout.scenario.currency.is_empty() {
        let currency = handout.scenario.currency.as_str();
        lines.push(texts.with("export-currency", &[("currency", currency.into())]));
    }
    if part.holds(Part::Ranking) {
        lines.push(texts.get("export-inputs-note"));
    }
    if handout.planned && handout.items.iter().all(|item| item.why.is_empty()) {
        lines.push(texts.get("export-no-reasons"));
    }
    for (row, line) in (2..).zip(&lines) {
        page.wrapped(row, 0, line)?;
    }
    Ok(())
}
