//! Whether what stands in a column can be what its title promises.

use crate::app::importing::kinds::kind_named;
use crate::app::importing::vocabulary::Topic;
use crate::files::tables::{Cell, Column, Content, Layout, Sheet};

/// A factor of 0..1 on the confidence that a column is about a topic.
pub(super) fn fit(topic: Topic, column: &Column, sheet: &Sheet, layout: &Layout) -> f64 {
    let content = &column.content;
    if content.filled == 0 {
        return 0.2;
    }
    let texts = content.texts as f64 / content.filled as f64;
    match topic {
        Topic::Id => id(content, layout.rows.len()),
        Topic::Name => {
            if texts < 0.6 || content.links * 2 > content.filled {
                0.1
            } else if content.distinct_share() < 0.3 {
                0.4
            } else {
                1.0
            }
        }
        Topic::Description | Topic::Note => {
            if texts < 0.5 || content.links * 2 > content.filled {
                0.2
            } else {
                1.0
            }
        }
        Topic::Owner => {
            // Different in each row is a contact or a name, not an agency.
            if texts < 0.5 || content.links * 2 > content.filled {
                0.1
            } else if content.mean_letters > 150.0 {
                0.4
            } else {
                1.0
            }
        }
        Topic::Kind => kinds(column, sheet, layout),
        Topic::Demand | Topic::Capex | Topic::Opex | Topic::Staff => {
            if content.numeric_share() < 0.5 { 0.1 } else { 1.0 }
        }
        Topic::Duration => match content.range {
            Some((least, most))
                if least >= 0.0 && most <= 120.0 && content.numeric_share() > 0.5 =>
            {
                1.0
            }
            _ => 0.1,
        },
        Topic::Earliest | Topic::Latest => phases(content),
        Topic::Year => {
            if phases(content) > 0.5 {
                1.0
            } else {
                0.1
            }
        }
        Topic::Mandatory => {
            if content.distinct <= 4 {
                1.0
            } else {
                0.2
            }
        }
        Topic::Goals | Topic::Requires => {
            if texts < 0.3 && content.numeric_share() > 0.5 {
                0.6
            } else {
                1.0
            }
        }
    }
}

/// Short, without blanks, each its own; a count of rows names nothing.
fn id(content: &Content, rows: usize) -> f64 {
    if content.distinct_share() < 0.9 || content.filled * 10 < rows * 8 {
        return 0.2;
    }
    let phrases = content.phrases as f64 / content.filled as f64;
    match content.counts_up {
        true => 0.3,
        false if phrases > 0.3 || content.mean_letters > 40.0 => 0.3,
        false => 1.0,
    }
}

/// Years, days, or years within words such as `2023-2024`.
fn phases(content: &Content) -> f64 {
    let years = content.range.is_some_and(|(least, most)| least >= 1990.0 && most <= 2100.0);
    let numbers = content.numeric_share() > 0.5;
    if (numbers && years) || content.dates * 2 > content.filled {
        return 1.0;
    }
    // Words may name phases; large numbers do not.
    if numbers {
        0.1
    } else if content.mean_letters <= 12.0 {
        0.8
    } else {
        0.3
    }
}

fn kinds(column: &Column, sheet: &Sheet, layout: &Layout) -> f64 {
    let cells = layout.rows.iter().map(|row| sheet.cell(row.at, column.at));
    let texts: Vec<&str> = cells.filter_map(Cell::text).collect();
    let known = texts.iter().filter(|text| kind_named(text).is_some()).count();
    if !texts.is_empty() && known * 10 >= texts.len() * 6 { 1.0 } else { 0.0 }
}
