//! What a resource is used for, phase by phase, against what there is.

use super::pen::{Pen, whole};
use super::{Anchor, DONE, INK, Line, MUTED, OVER, Picture, RULE, Room, STRONG};
use crate::files::out::lettering::{Lettering, Weight};
use crate::files::out::{Gauge, Handout};
use crate::texts::{Arg, Texts};

const SIZE: f64 = 7.5;
const HEAD: f64 = 26.0;
const FOOT: f64 = 14.0;

/// A bar for each phase with its figure, and a dashed line where the limit is. A bar
/// beyond its limit is darker and has an exclamation mark.
pub fn spending_picture(
    handout: &Handout<'_>,
    gauge: &Gauge,
    room: Room,
    letters: &Lettering,
    texts: &Texts,
) -> Picture {
    let mut pen = Pen::new(letters);
    let greatest = gauge
        .phases
        .iter()
        .map(|(used, limit)| used.max(limit.unwrap_or(0.0)))
        .fold(0.0_f64, f64::max);
    let (divisor, unit) = if gauge.money {
        texts.money_unit(greatest, &handout.scenario.currency)
    } else {
        (1.0, gauge.unit.clone())
    };
    let decimals = usize::from(gauge.money && divisor > 1.0);
    let number = |x: f64| texts.number(x / divisor, decimals);
    let name = format!("{}, {unit}", gauge.name);
    let name = letters.elided(&name, Weight::Strong, 8.5, room.width);
    pen.text(0.0, 8.0, &name, 8.5).weight(Weight::Strong);
    let bottom = room.height - FOOT;
    let scale = (bottom - HEAD) / if greatest > 0.0 { greatest } else { 1.0 };
    let column = room.width / gauge.phases.len().max(1) as f64;
    for (at, (used, limit)) in gauge.phases.iter().enumerate() {
        let (left, wide) = (column * (at as f64 + 0.16), column * 0.68);
        let top = bottom - used * scale;
        let over = limit.is_some_and(|limit| *used > limit + 1e-9);
        let fill = if over { OVER } else { DONE };
        let edge = Some(whole(STRONG, 0.7));
        if *used > 0.0 {
            pen.rectangle((left, top), (wide, used * scale), Some(fill), edge);
        }
        if let Some(limit) = limit {
            let y = bottom - limit * scale;
            let line = Line { shade: INK, width: 1.0, dash: Some((3.0, 2.0)) };
            let (from, to) = (column * (at as f64 + 0.04), column * (at as f64 + 0.96));
            pen.line(&[(from, y), (to, y)], line);
        }
        let middle = left + wide / 2.0;
        let words = if over { format!("{} !", number(*used)) } else { number(*used) };
        // Above the bar, and above a limit that is just above the bar.
        let line = limit.map(|limit| bottom - limit * scale).filter(|y| top - y < 11.0);
        let foot = line.map_or(top, |y| y.min(top)) - 2.5;
        pen.figure((middle, foot), &words, SIZE, column - 2.0).anchor(Anchor::Middle);
        let phase = handout.phases.get(at).map_or("", |phase| phase.name.as_str());
        let phase = letters.elided(phase, Weight::Plain, SIZE, column.max(24.0) - 2.0);
        pen.figure((middle, bottom + 9.5), &phase, SIZE, column - 2.0)
            .anchor(Anchor::Middle)
            .shade(MUTED);
    }
    pen.line(&[(0.0, bottom), (room.width, bottom)], whole(RULE, 0.8));
    let by_phase = |(at, (used, limit)): (usize, &(f64, Option<f64>))| {
        let phase = handout.phases.get(at).map_or("", |phase| phase.name.as_str());
        let limit = limit.map_or_else(String::new, |limit| format!(" / {}", number(limit)));
        format!("{phase}: {}{limit}", number(*used))
    };
    let all: Vec<String> = gauge.phases.iter().enumerate().map(by_phase).collect();
    let (words, all) = (format!("{}, {unit}", gauge.name), all.join("; "));
    let args = [("name", Arg::from(words.as_str())), ("phases", Arg::from(all.as_str()))];
    Picture {
        width: room.width,
        height: room.height,
        title: words.clone(),
        description: texts.with("picture-spending", &args),
        shapes: pen.shapes(),
    }
}
