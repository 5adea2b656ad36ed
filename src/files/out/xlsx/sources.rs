//! Where scores come from, in words.

use super::layout::{Layout, Leaf};
use super::scales::source_word;
use crate::model::{CriterionId, Measure, Score, Source};
use crate::texts::Texts;
use indexmap::IndexMap;
use std::borrow::Cow;

/// Says where scores come from; what does not depend on the score is looked up once.
pub struct Sources<'a> {
    texts: &'a Texts,
    computed: String,
    words: [(Source, String); 3],
}

impl<'a> Sources<'a> {
    pub fn new(texts: &'a Texts) -> Self {
        let words = Source::ALL.map(|source| (source, source_word(source, texts)));
        Self { texts, computed: texts.get("score-computed"), words }
    }

    /// Where a criterion's score comes from; nothing if there is none.
    pub fn of(&self, leaf: &Leaf<'_>, score: Option<&Score>) -> Cow<'_, str> {
        match (leaf.criterion.computed, score) {
            (Some(_), _) => Cow::Borrowed(&self.computed),
            (None, Some(score)) => Cow::Owned(self.words(score)),
            (None, None) => Cow::Borrowed(""),
        }
    }

    /// The same for all criteria that people enter: `Demand: Annex 1 | Risk: Assumption`.
    pub fn of_all(&self, layout: &Layout<'_>, scores: &IndexMap<CriterionId, Score>) -> String {
        let mut all = String::new();
        for leaf in layout.leaves.iter().take(layout.entered) {
            let words = self.of(leaf, scores.get(&leaf.criterion.id));
            if words.is_empty() {
                continue;
            }
            if !all.is_empty() {
                all.push_str(" | ");
            }
            all.push_str(&leaf.name);
            all.push_str(": ");
            all.push_str(&words);
        }
        all
    }

    /// `Assumption; 10–60; Annex 1; a note; by whom; when`.
    fn words(&self, score: &Score) -> String {
        let Score { best: _, low, high, source, reference, note, by, date } = score;
        let end = |end: &Option<Measure>| match end {
            Some(Measure::Number(number)) => self.texts.exact_number(*number),
            Some(Measure::Level(id)) => id.clone(),
            None => "…".to_owned(),
        };
        let range =
            (low.is_some() || high.is_some()).then(|| format!("{}–{}", end(low), end(high)));
        let word = source.and_then(|source| self.words.iter().find(|known| known.0 == source));
        let parts = [
            word.map(|known| known.1.as_str()),
            range.as_deref(),
            reference.as_deref(),
            note.as_deref(),
            by.as_deref(),
            date.as_deref(),
        ];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("; ")
    }
}
