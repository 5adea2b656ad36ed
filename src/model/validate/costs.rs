//! Numbers of items: money, people, work, shares, and figures that are told.

use super::numbers::{Allowed, estimate, maybe, number, within};
use super::place::Place;
use crate::model::{Capex, Item, Problem, Scenario, Severity};

/// Shares that add up to 1 may miss it by this much, so that thirds can be written.
const SHARE_SLACK: f64 = 1e-3;

/// Problems of all numbers of items, but for their scores.
pub(super) fn check(scenario: &Scenario, out: &mut Vec<Problem>) {
    let list = Place::TOP.field("items");
    for (at, item) in scenario.items.iter().enumerate() {
        let place = list.named(at, item.id.as_str());
        money(item, &place, out);
        profiles(item, &place, out);
        shares(item, &place, out);
        for (at, link) in item.requires.iter().enumerate() {
            let here = place.field("requires");
            maybe(link.penalty, Allowed::NotNegative, &here.at(at).field("penalty"), out);
        }
        for (at, raise) in item.raises_forecast.iter().enumerate() {
            let here = place.field("raises_forecast");
            estimate(&raise.by, Allowed::NotNegative, &here.at(at).field("by"), out);
        }
        progress(item, &place, out);
        told(item, &place, out);
    }
}

fn money(item: &Item, place: &Place<'_>, out: &mut Vec<Problem>) {
    let capex = place.field("capex");
    match &item.capex {
        Capex::Total(total) => estimate(total, Allowed::NotNegative, &capex, out),
        Capex::PerPhase(amounts) => {
            for (at, amount) in amounts.iter().enumerate() {
                estimate(amount, Allowed::NotNegative, &capex.at(at), out);
            }
        }
    }
    let opex = place.field("opex_per_year");
    estimate(&item.opex_per_year, Allowed::NotNegative, &opex, out);
    for (at, need) in item.staff_months.iter().enumerate() {
        let here = place.field("staff_months");
        estimate(&need.months, Allowed::NotNegative, &here.at(at).field("months"), out);
    }
    let funding = place.field("funding");
    for (at, part) in item.funding.co_funding.iter().enumerate() {
        let here = funding.field("co_funding");
        estimate(&part.amount, Allowed::NotNegative, &here.at(at).field("amount"), out);
    }
    if let Some(private) = &item.private_participation {
        let here = place.field("private_participation");
        let both = [
            (&private.fee_per_transaction, "fee_per_transaction"),
            (&private.break_even_transactions_per_year, "break_even_transactions_per_year"),
        ];
        for (value, field) in both {
            if let Some(value) = value {
                estimate(value, Allowed::NotNegative, &here.field(field), out);
            }
        }
    }
}

fn progress(item: &Item, place: &Place<'_>, out: &mut Vec<Problem>) {
    let Some(percent) = item.progress.as_ref().and_then(|progress| progress.percent) else {
        return;
    };
    let here = place.field("progress");
    within(percent, 0.0, 100.0, Severity::Error, &here.field("percent"), out);
}

fn profiles(item: &Item, place: &Place<'_>, out: &mut Vec<Problem>) {
    if item.duration == Some(0) {
        out.push(Problem::error("duration-zero", place.field("duration").to_string()));
        return;
    }
    let wrong_length = |field: &str, found: usize| {
        (found != item.duration() as usize).then(|| {
            let problem = Problem::error("profile-length", place.field(field).to_string());
            problem.with("found", found).with("duration", item.duration())
        })
    };
    if let Capex::PerPhase(amounts) = &item.capex {
        // An empty list says nothing; the item then costs nothing.
        out.extend(wrong_length("capex", amounts.len()).filter(|_| !amounts.is_empty()));
        if !item.capex_profile.is_empty() {
            let path = place.field("capex_profile").to_string();
            out.push(Problem::warning("profile-ignored", path));
        }
    }
    let both = [(&item.capex_profile, "capex_profile"), (&item.staff_profile, "staff_profile")];
    for (profile, field) in both {
        if profile.is_empty() {
            continue;
        }
        let here = place.field(field);
        out.extend(wrong_length(field, profile.len()));
        let mut is_right = true;
        for (at, share) in profile.iter().enumerate() {
            is_right &= number(*share, Allowed::Share, &here.at(at), out);
        }
        let sum: f64 = profile.iter().sum();
        if is_right && (sum - 1.0).abs() > SHARE_SLACK {
            out.push(shares_sum(Severity::Error, &here, sum));
        }
    }
}

fn shares_sum(severity: Severity, place: &Place<'_>, sum: f64) -> Problem {
    // Noise of floating point would read as if it mattered.
    let sum = (sum * 1e6).round() / 1e6;
    Problem::new(severity, "shares-sum", place.to_string()).with("sum", sum)
}

fn shares(item: &Item, place: &Place<'_>, out: &mut Vec<Problem>) {
    let goals = place.field("goals");
    let mut is_right = true;
    for (at, goal) in item.goals.iter().enumerate() {
        is_right &= number(goal.share, Allowed::Share, &goals.at(at).field("share"), out);
    }
    let sum: f64 = item.goals.iter().map(|goal| goal.share).sum();
    if is_right && !item.goals.is_empty() && (sum - 1.0).abs() > SHARE_SLACK {
        out.push(shares_sum(Severity::Warning, &goals, sum));
    }
    for (at, channel) in item.channels.iter().enumerate() {
        let list = place.field("channels");
        let here = list.at(at);
        number(channel.share, Allowed::Share, &here.field("share"), out);
        if let Some(need) = &channel.need {
            let level = here.field("need");
            estimate(&need.level, Allowed::NotNegative, &level.field("level"), out);
        }
    }
}

fn told(item: &Item, place: &Place<'_>, out: &mut Vec<Problem>) {
    if let Some(speed) = &item.service_speed {
        let here = place.field("service_speed");
        maybe(speed.now, Allowed::Any, &here.field("now"), out);
        maybe(speed.best_elsewhere, Allowed::Any, &here.field("best_elsewhere"), out);
    }
    if let Some(maturity) = &item.maturity {
        let here = place.field("maturity");
        if let Some(share) = maturity.take_up_target_percent {
            let field = here.field("take_up_target_percent");
            within(share, 0.0, 100.0, Severity::Warning, &field, out);
        }
        let max = maturity.max.unwrap_or(u32::MAX);
        if maturity.now > maturity.target || maturity.target > max {
            let problem = Problem::warning("maturity-order", here.to_string());
            let problem = problem.with("now", maturity.now).with("target", maturity.target);
            out.push(match maturity.max {
                Some(max) => problem.with("bounded", "yes").with("max", max),
                None => problem.with("bounded", "no").with("max", ""),
            });
        }
    }
}
