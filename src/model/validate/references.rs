//! References by id: each leads somewhere.

use super::ids::{Ids, Names};
use super::place::Place;
use crate::model::{ActiveWeights, Item, Problem, Scenario, Severity};

/// References of a scenario that lead nowhere.
///
/// What ranking and plan need is an error; the descriptive parts, which may speak
/// of an item that was taken out since, give warnings, and the log of decisions
/// hints.
pub(super) fn check(scenario: &Scenario, ids: &Ids<'_>, out: &mut Vec<Problem>) {
    let mut refer = Refer { ids, severity: Severity::Error, out };
    refer.settings(scenario);
    refer.lists(scenario);
    let items = Place::TOP.field("items");
    for (at, item) in scenario.items.iter().enumerate() {
        refer.item(item, &items.named(at, item.id.as_str()));
    }
    refer.severity = Severity::Warning;
    refer.programme(scenario);
    refer.rest(scenario);
    refer.severity = Severity::Hint;
    let decisions = Place::TOP.field("decisions");
    for (at, decision) in scenario.decisions.iter().enumerate() {
        refer.all(&ids.items, &decision.items, &decisions.at(at).field("items"));
    }
}

struct Refer<'r, 's> {
    ids: &'r Ids<'s>,
    severity: Severity,
    out: &'r mut Vec<Problem>,
}

impl Refer<'_, '_> {
    fn one(&mut self, names: &Names<'_>, id: &str, place: &Place<'_>) {
        self.out.extend(self.ids.dangling(names, id, place, self.severity));
    }

    fn maybe<I: AsRef<str>>(&mut self, names: &Names<'_>, id: &Option<I>, place: &Place<'_>) {
        if let Some(id) = id {
            self.one(names, id.as_ref(), place);
        }
    }

    fn all<I: AsRef<str>>(&mut self, names: &Names<'_>, ids: &[I], place: &Place<'_>) {
        for (at, id) in ids.iter().enumerate() {
            self.one(names, id.as_ref(), &place.at(at));
        }
    }

    fn keys<'k, I: AsRef<str> + 'k>(
        &mut self,
        names: &Names<'_>,
        keys: impl Iterator<Item = &'k I>,
        place: &Place<'_>,
    ) {
        for key in keys {
            self.one(names, key.as_ref(), &place.field(key.as_ref()));
        }
    }

    fn settings(&mut self, scenario: &Scenario) {
        let ids = self.ids;
        let top = Place::TOP;
        if let ActiveWeights::Set(id) = &scenario.active_weights {
            self.one(&ids.weight_sets, id.as_str(), &top.field("active_weights"));
        }
        let today = top.field("parameters");
        self.maybe(&ids.phases, &scenario.parameters.today, &today.field("today"));
        let list = top.field("criteria");
        for (at, criterion) in scenario.criteria.iter().enumerate() {
            let place = list.named(at, criterion.id.as_str());
            self.maybe(&ids.criteria, &criterion.parent, &place.field("parent"));
        }
        let list = top.field("weight_sets");
        for (at, set) in scenario.weight_sets.iter().enumerate() {
            let place = list.named(at, set.id.as_str());
            self.keys(&ids.criteria, set.swings.keys(), &place.field("swings"));
            self.all(&ids.criteria, &set.locked, &place.field("locked"));
        }
        let list = top.field("phases");
        for (at, phase) in scenario.phases.iter().enumerate() {
            let place = list.named(at, phase.id.as_str());
            self.keys(&ids.funds, phase.co_funding.keys(), &place.field("co_funding"));
            let staff = place.field("staff_by_agency");
            self.keys(&ids.agencies, phase.staff_by_agency.keys(), &staff);
        }
    }

    fn lists(&mut self, scenario: &Scenario) {
        let ids = self.ids;
        let top = Place::TOP;
        let list = top.field("funding_sources");
        for (at, fund) in scenario.funding_sources.iter().enumerate() {
            let place = list.named(at, fund.id.as_str());
            self.keys(&ids.phases, fund.amounts.keys(), &place.field("amounts"));
        }
        let list = top.field("goals");
        for (at, goal) in scenario.goals.iter().enumerate() {
            let place = list.named(at, goal.id.as_str());
            self.maybe(&ids.goals, &goal.parent, &place.field("parent"));
        }
        let list = top.field("channels");
        for (at, channel) in scenario.channels.iter().enumerate() {
            let place = list.named(at, channel.id.as_str());
            self.maybe(&ids.measures, &channel.measure, &place.field("measure"));
            let by = place.field("delivered_by_any_of");
            self.all(&ids.items, &channel.delivered_by_any_of, &by);
        }
        let list = top.field("registers");
        for (at, register) in scenario.registers.iter().enumerate() {
            let place = list.named(at, register.id.as_str());
            self.maybe(&ids.agencies, &register.keeper, &place.field("keeper"));
            self.maybe(&ids.items, &register.delivered_by, &place.field("delivered_by"));
        }
        let list = top.field("exclusive");
        for (at, group) in scenario.exclusive.iter().enumerate() {
            self.all(&ids.items, &group.items, &list.at(at).field("items"));
        }
        let list = top.field("synergies");
        for (at, pair) in scenario.synergies.iter().enumerate() {
            self.all(&ids.items, &pair.items, &list.at(at).field("items"));
        }
    }

    fn item(&mut self, item: &Item, place: &Place<'_>) {
        let ids = self.ids;
        self.maybe(&ids.agencies, &item.owner, &place.field("owner"));
        for (at, share) in item.goals.iter().enumerate() {
            self.one(&ids.goals, share.goal.as_str(), &place.field("goals").at(at).field("goal"));
        }
        for (at, need) in item.staff_months.iter().enumerate() {
            let here = place.field("staff_months");
            self.maybe(&ids.agencies, &need.agency, &here.at(at).field("agency"));
        }
        self.maybe(&ids.phases, &item.earliest_phase, &place.field("earliest_phase"));
        self.maybe(&ids.phases, &item.latest_phase, &place.field("latest_phase"));
        if let Some(pin) = &item.pin {
            self.maybe(&ids.phases, &pin.phase, &place.field("pin").field("phase"));
        }
        if let Some(progress) = &item.progress {
            let here = place.field("progress");
            self.maybe(&ids.phases, &progress.started, &here.field("started"));
            self.maybe(&ids.phases, &progress.ends, &here.field("ends"));
        }
        let funding = place.field("funding");
        self.maybe(&ids.funds, &item.funding.main, &funding.field("main"));
        for (at, part) in item.funding.co_funding.iter().enumerate() {
            let here = funding.field("co_funding");
            self.one(&ids.funds, part.fund.as_str(), &here.at(at).field("fund"));
        }
        for (at, channel) in item.channels.iter().enumerate() {
            let list = place.field("channels");
            let here = list.at(at);
            self.one(&ids.channels, channel.channel.as_str(), &here.field("channel"));
            if let Some(need) = &channel.need {
                let measure = need.measure.as_str();
                self.one(&ids.measures, measure, &here.field("need").field("measure"));
            }
            self.all(&ids.items, &channel.requires_any_of, &here.field("requires_any_of"));
        }
        let registers = place.field("registers");
        self.all(&ids.registers, &item.registers.reads, &registers.field("reads"));
        self.all(&ids.registers, &item.registers.keeps, &registers.field("keeps"));
        for (at, link) in item.requires.iter().enumerate() {
            let here = place.field("requires");
            self.one(&ids.items, link.item.as_str(), &here.at(at).field("item"));
        }
        for (at, link) in item.requires_any_of.iter().enumerate() {
            let here = place.field("requires_any_of");
            self.all(&ids.items, &link.any_of, &here.at(at).field("any_of"));
        }
        for (at, raise) in item.raises_forecast.iter().enumerate() {
            let here = place.field("raises_forecast");
            self.one(&ids.measures, raise.measure.as_str(), &here.at(at).field("measure"));
        }
        self.keys(&ids.criteria, item.scores.keys(), &place.field("scores"));
    }

    fn programme(&mut self, scenario: &Scenario) {
        let ids = self.ids;
        let top = Place::TOP;
        let list = top.field("indicators");
        for (at, indicator) in scenario.indicators.iter().enumerate() {
            let place = list.named(at, indicator.id.as_str());
            self.maybe(&ids.goals, &indicator.goal, &place.field("goal"));
            self.all(&ids.items, &indicator.items, &place.field("items"));
        }
        if let Some(logframe) = &scenario.logframe {
            let list = top.field("logframe");
            let list = list.field("levels");
            for (at, level) in logframe.levels.iter().enumerate() {
                self.all(&ids.goals, &level.goals, &list.named(at, &level.id).field("goals"));
            }
        }
        let list = top.field("risks");
        for (at, risk) in scenario.risks.iter().enumerate() {
            let place = list.named(at, &risk.id);
            self.all(&ids.items, &risk.hits, &place.field("hits"));
            self.all(&ids.items, &risk.eased_by, &place.field("eased_by"));
        }
    }

    fn rest(&mut self, scenario: &Scenario) {
        let ids = self.ids;
        let top = Place::TOP;
        if let Some(speed) = &scenario.service_speed {
            let list = top.field("service_speed");
            let list = list.field("measures");
            for (at, row) in speed.measures.iter().enumerate() {
                self.all(&ids.items, &row.items, &list.named(at, &row.id).field("items"));
            }
        }
        if let Some(architecture) = &scenario.architecture {
            let list = top.field("architecture");
            let list = list.field("entries");
            for (at, entry) in architecture.entries.iter().enumerate() {
                self.maybe(&ids.registers, &entry.register, &list.at(at).field("register"));
            }
        }
        if let Some(governance) = &scenario.governance {
            let list = top.field("governance");
            let list = list.field("functions");
            for (at, function) in governance.functions.iter().enumerate() {
                let place = list.named(at, &function.id);
                self.maybe(&ids.agencies, &function.lead, &place.field("lead"));
                self.all(&ids.agencies, &function.support, &place.field("support"));
            }
        }
        let list = top.field("benchmarks");
        for (at, benchmark) in scenario.benchmarks.iter().enumerate() {
            let place = list.named(at, &benchmark.id);
            self.all(&ids.items, &benchmark.used_in, &place.field("used_in"));
        }
    }
}
