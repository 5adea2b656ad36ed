//! What items use and what phases have: money, running cost, people.

use super::calendar::Calendar;
use super::lookup::Lookup;
use super::profiles::{capex_by_work, capex_shares, staff_shares};
use super::units::{choose_unit, round_down, round_up};
use crate::model::{AgencyId, FundId, Phase, Problem, Scenario};
use crate::sequencing::{Resource, ResourceKind};

/// What a resource stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ResourceName {
    /// Money for building, from the main budget.
    Capex,
    /// Running cost of all that is in service, a year.
    Opex,
    /// Staff months of the whole programme.
    Staff,
    /// Staff months of one agency.
    Agency(AgencyId),
    /// Money for building from another fund.
    Fund(FundId),
}

impl ResourceName {
    /// Its id in portfolios and in JSON: `capex`, `opex`, `staff`,
    /// `staff:<agency>`, `fund:<fund>`.
    pub fn id(&self) -> String {
        match self {
            Self::Capex => "capex".into(),
            Self::Opex => "opex".into(),
            Self::Staff => "staff".into(),
            Self::Agency(agency) => format!("staff:{agency}"),
            Self::Fund(fund) => format!("fund:{fund}"),
        }
    }

    /// True for money, false for people.
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Capex | Self::Opex | Self::Fund(_))
    }
}

/// How a resource of the portfolio reads in real units.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceInfo {
    /// What it stands for.
    pub name: ResourceName,
    /// Units of currency, or staff months, in one of the portfolio's whole units.
    pub unit: f64,
    /// By phase: what one unit of use amounts to over the phase. The phase's
    /// length for running cost, which is counted a year; 1 for all else.
    pub factor: Vec<f64>,
    /// By phase: false where nothing limits it.
    pub limited: Vec<bool>,
    /// By phase: whole units that the limit was raised by, as items that have begun
    /// use more than it allows; 0 elsewhere.
    pub raised: Vec<i64>,
}

impl ResourceInfo {
    /// An amount of whole units in a phase (from 1), in real units.
    pub fn real(&self, phase: u32, units: i64) -> f64 {
        let factor = self.factor.get((phase as usize).wrapping_sub(1)).copied().unwrap_or(1.0);
        // Dividing by the reciprocal keeps 35 × 0.1 from becoming 3.5000000000000004.
        let amount = if self.unit < 1.0 {
            units as f64 / (1.0 / self.unit).round()
        } else {
            units as f64 * self.unit
        };
        amount * factor
    }

    /// Whole units that the limit of a phase (from 1) was raised by.
    pub fn raised_in(&self, phase: u32) -> i64 {
        self.raised.get((phase as usize).wrapping_sub(1)).copied().unwrap_or(0)
    }

    /// True if the phase (from 1) limits it.
    pub fn is_limited(&self, phase: u32) -> bool {
        self.limited.get((phase as usize).wrapping_sub(1)).copied().unwrap_or(false)
    }
}

/// A resource in real units: one limit for each phase, uses by item.
struct Row {
    name: ResourceName,
    carry_over: bool,
    limits: Vec<Option<f64>>,
    factor: Vec<f64>,
    uses: Vec<(usize, Vec<f64>)>,
}

/// Resources of the portfolio, what they mean, and uses by item.
#[derive(Default)]
pub struct Resources {
    pub resources: Vec<Resource>,
    pub infos: Vec<ResourceInfo>,
    /// By item of the scenario.
    pub uses: Vec<Vec<(usize, Vec<i64>)>>,
}

/// Makes the rows of resources.
///
/// - Money for building follows `capex` and its profile; co-funding follows the
///   same profile. What an item's own main fund adds counts as `capex`.
/// - Money of the budget and of funds may be carried over where `carry_over`
///   says so; running cost and people never.
/// - A budget, cap or number of staff that is not given is no limit; so is the
///   staff of an agency that a phase does not name. A fund that is named
///   somewhere has nothing in a phase for which no amount is given.
/// - Uses are rounded up and limits down to whole units ([`choose_unit`]), so
///   that a plan that fits in units fits in real numbers.
pub fn compile_resources(
    scenario: &Scenario,
    calendar: &Calendar,
    lookup: &mut Lookup,
) -> Resources {
    let carry_over = scenario.parameters.carry_over;
    let ones = vec![1.0; scenario.phases.len()];
    let row = |name, carry_over, limits, factor: &[f64]| Row {
        name,
        carry_over,
        limits,
        factor: factor.to_vec(),
        uses: Vec::new(),
    };
    let limits = |of: &dyn Fn(&Phase) -> Option<f64>| {
        scenario.phases.iter().map(of).collect::<Vec<Option<f64>>>()
    };
    let lengths: Vec<f64> = (1..=calendar.phases()).map(|phase| calendar.length(phase)).collect();
    let mut rows = vec![
        row(ResourceName::Capex, carry_over, limits(&|phase| phase.budget), &ones),
        row(ResourceName::Opex, false, limits(&|phase| phase.opex_cap), &lengths),
        row(ResourceName::Staff, false, limits(&|phase| phase.staff_months), &ones),
    ];
    for (at, item) in scenario.items.iter().enumerate() {
        let path = |field: &str| format!("items[\"{}\"].{field}", item.id);
        let shares = capex_shares(item, lookup);
        let mut capex = capex_by_work(item, &shares, lookup);
        for (place, part) in item.funding.co_funding.iter().enumerate() {
            let path = || path(&format!("funding.co_funding[{place}].amount"));
            let amount = lookup.amount(part.amount.best, 0.0, path);
            let spread: Vec<f64> = shares.iter().map(|share| share * amount).collect();
            if item.funding.main.as_ref() == Some(&part.fund) {
                add(&mut capex, &spread);
                continue;
            }
            let name = ResourceName::Fund(part.fund.clone());
            let fund = find(&mut rows, name, |name| {
                row(name, carry_over, fund_limits(scenario, &part.fund), &ones)
            });
            put(&mut rows[fund].uses, at, &spread);
        }
        put(&mut rows[0].uses, at, &capex);
        let opex = lookup.amount(item.opex_per_year.best, 0.0, || path("opex_per_year"));
        put(&mut rows[1].uses, at, &[opex]);
        let staff_shares = staff_shares(scenario, item, &shares, lookup);
        for (place, need) in item.staff_months.iter().enumerate() {
            let path = || path(&format!("staff_months[{place}].months"));
            let months = lookup.amount(need.months.best, 0.0, path);
            let spread: Vec<f64> = staff_shares.iter().map(|share| share * months).collect();
            put(&mut rows[2].uses, at, &spread);
            if let Some(agency) = &need.agency {
                let name = ResourceName::Agency(agency.clone());
                let staff = find(&mut rows, name, |name| {
                    let limit = limits(&|phase| phase.staff_by_agency.get(agency).copied());
                    row(name, false, limit, &ones)
                });
                put(&mut rows[staff].uses, at, &spread);
            }
        }
    }
    for row in &rows {
        for (at, limit) in row.limits.iter().enumerate() {
            if limit.is_some_and(|limit| !limit.is_finite() || limit < 0.0) {
                let path = format!("phases[\"{}\"]", scenario.phases[at].id);
                let problem = Problem::error("compile-limit", path);
                lookup.problems.push(problem.with("resource", row.name.id()));
            }
        }
    }
    let keep = |row: &Row| {
        let limited = row.limits.iter().any(Option::is_some);
        let main = !matches!(row.name, ResourceName::Agency(_) | ResourceName::Fund(_));
        if main { limited || !row.uses.is_empty() } else { limited }
    };
    in_units(rows.into_iter().filter(keep), scenario.items.len())
}

fn in_units(rows: impl Iterator<Item = Row>, items: usize) -> Resources {
    let mut made = Resources { uses: vec![Vec::new(); items], ..Default::default() };
    for row in rows {
        let limits: Vec<Option<f64>> = row
            .limits
            .iter()
            .zip(&row.factor)
            .map(|(limit, factor)| limit.map(|l| l / factor))
            .collect();
        let all_uses: Vec<f64> =
            row.uses.iter().flat_map(|(_, amounts)| amounts.iter().copied()).collect();
        let given: Vec<f64> = limits.iter().flatten().copied().collect();
        let unit = choose_unit(&all_uses, &given);
        let at = made.resources.len();
        let mut total = 0;
        for (item, amounts) in row.uses {
            let amounts: Vec<i64> = amounts.iter().map(|amount| round_up(*amount, unit)).collect();
            total += amounts.iter().sum::<i64>();
            made.uses[item].push((at, amounts));
        }
        let limit = limits.iter().map(|limit| limit.map_or(total, |limit| round_down(limit, unit)));
        let running = row.name == ResourceName::Opex;
        made.resources.push(Resource {
            id: row.name.id(),
            kind: if running { ResourceKind::Running } else { ResourceKind::Work },
            carry_over: row.carry_over,
            limit: limit.collect(),
        });
        let limited = limits.iter().map(Option::is_some).collect();
        let raised = vec![0; limits.len()];
        made.infos.push(ResourceInfo { name: row.name, unit, factor: row.factor, limited, raised });
    }
    made
}

fn find(rows: &mut Vec<Row>, name: ResourceName, make: impl FnOnce(ResourceName) -> Row) -> usize {
    rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(make(name));
        rows.len() - 1
    })
}

/// Adds an item's use of a row; nothing is noted that amounts to nothing.
fn put(uses: &mut Vec<(usize, Vec<f64>)>, item: usize, amounts: &[f64]) {
    if amounts.iter().all(|amount| *amount == 0.0) {
        return;
    }
    match uses.last_mut() {
        Some((last, sum)) if *last == item => add(sum, amounts),
        _ => uses.push((item, amounts.to_vec())),
    }
}

fn add(sum: &mut [f64], amounts: &[f64]) {
    sum.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
}

/// What a fund has in each phase: from the phase, else from the fund itself; no
/// limit where neither names it in any phase.
fn fund_limits(scenario: &Scenario, fund: &FundId) -> Vec<Option<f64>> {
    let source = scenario.funding_sources.iter().find(|source| source.id == *fund);
    let given: Vec<Option<f64>> = scenario
        .phases
        .iter()
        .map(|phase| {
            let from_source = || source.and_then(|source| source.amounts.get(&phase.id));
            phase.co_funding.get(fund).or_else(from_source).copied()
        })
        .collect();
    if given.iter().all(Option::is_none) {
        return given;
    }
    given.into_iter().map(|amount| Some(amount.unwrap_or(0.0))).collect()
}
