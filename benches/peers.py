#!/usr/bin/env python3
"""Solves a portfolio instance (docs/portfolio-format.md) with somebody else's solver.

    pip install ortools highspy
    benches/peers.py FILE [--solver cpsat|highs|lp] [--seconds 60] [--workers 8] [--plan OUT.json]

Prints objective, bound and time, so that our plans and bounds can be checked:
no plan of ours may be worth more than its bound, and none of its plans more than
ours. `lp` prints the value of the linear programme alone (HiGHS).

Formulation: y[i,t] says that item i has started by phase t. Only what the
format's page says went into it; nothing of it comes from our engine.
"""
import argparse
import json
import sys
import time


def rows(problem):
    """Variables 0..n-1 with objective, and rows (low, high, [(variable, factor)])."""
    horizon = problem["phases"]
    items = problem["items"]
    index = {item["id"]: at for at, item in enumerate(items)}
    number = {}
    for at in range(len(items)):
        for phase in range(1, horizon + 1):
            number[at, phase] = len(number)
    worth = [0] * len(number)
    out = []
    fixed = {}

    def y(at, phase):
        """Terms of "started by": nothing before the first phase, the last after it."""
        if phase < 1:
            return None
        return number[at, min(phase, horizon)]

    def start(at, phase):
        terms = [(number[at, phase], 1)]
        if phase > 1:
            terms.append((number[at, phase - 1], -1))
        return terms

    resources = {entry["id"]: entry for entry in problem.get("resources", [])}
    load = {key: [[] for _ in range(horizon + 1)] for key in resources}
    for at, item in enumerate(items):
        duration = item.get("duration", 1)
        first = item.get("earliest", 1)
        last = min(item.get("latest") or horizon, horizon - duration + 1)
        for phase in range(1, horizon + 1):
            if phase < first or last < first:
                fixed[number[at, phase]] = 0
            if phase < horizon:
                out.append((0, 1, [(number[at, phase + 1], 1), (number[at, phase], -1)]))
            if phase > last >= first:
                out.append((0, 0, [(number[at, phase], 1), (number[at, phase - 1], -1)]))
            for variable, factor in start(at, phase):
                worth[variable] += factor * item["worth"][phase - 1]
        if item.get("mandatory"):
            out.append((1, 1, [(number[at, horizon], 1)]))
        for key, amounts in item.get("use", {}).items():
            for phase in range(first, last + 1):
                if resources[key]["kind"] == "work":
                    for offset, amount in enumerate(amounts):
                        for variable, factor in start(at, phase):
                            load[key][phase + offset].append((variable, factor * amount))
                else:
                    amount = amounts if isinstance(amounts, int) else amounts[0]
                    for later in range(phase + duration, horizon + 1):
                        for variable, factor in start(at, phase):
                            load[key][later].append((variable, factor * amount))
    for key, entry in resources.items():
        total, limit = [], 0
        for phase in range(1, horizon + 1):
            if entry.get("carry_over"):
                total = total + load[key][phase]
                limit += entry["limit"][phase - 1]
                out.append((None, limit, total))
            else:
                out.append((None, entry["limit"][phase - 1], load[key][phase]))

    def gap(link, needs):
        extra = items[needs].get("duration", 1) - 1 if link.get("after") else 0
        return link.get("lag", 0) + extra

    for link in problem.get("prerequisites", []):
        at, needs = index[link["item"]], index[link["needs"]]
        for phase in range(1, horizon + 1):
            before = y(needs, phase - gap(link, needs))
            terms = [(number[at, phase], 1)] + ([(before, -1)] if before is not None else [])
            out.append((None, 0, terms))
    for link in problem.get("any_of", []):
        at = index[link["item"]]
        for phase in range(1, horizon + 1):
            terms = [(number[at, phase], 1)]
            for name in link["needs"]:
                before = y(index[name], phase - gap(link, index[name]))
                if before is not None:
                    terms.append((before, -1))
            out.append((None, 0, terms))
    for group in problem.get("exclusive", []):
        out.append((None, 1, [(number[index[name], horizon], 1) for name in group]))
    extra = []

    def add(value):
        extra.append(value)
        return len(number) + len(extra) - 1

    for pair in problem.get("synergies", []):
        ends = [index[name] for name in pair["items"]]
        for done in range(1, horizon + 1):
            later = pair["worth"][done] if done < horizon else 0
            step = pair["worth"][done - 1] - later
            if step == 0:
                continue
            sides = [y(at, done - items[at].get("duration", 1) + 1) for at in ends]
            if None in sides:
                continue
            both = add(step)
            if step > 0:
                for side in sides:
                    out.append((None, 0, [(both, 1), (side, -1)]))
            else:
                out.append((None, 1, [(sides[0], 1), (sides[1], 1), (both, -1)]))
    for wish in problem.get("preferred_order", []):
        at, needs = index[wish["item"]], index[wish["needs"]]
        broken = add(-wish["penalty"])
        for phase in range(1, horizon + 1):
            before = y(needs, phase - gap(wish, needs))
            terms = [(number[at, phase], 1), (broken, -1)]
            out.append((None, 0, terms + ([(before, -1)] if before is not None else [])))
    return number, worth + extra, out, fixed


def merged(terms):
    sums = {}
    for variable, factor in terms:
        sums[variable] = sums.get(variable, 0) + factor
    return [(variable, factor) for variable, factor in sorted(sums.items()) if factor]


def cpsat(problem, seconds, workers):
    from ortools.sat.python import cp_model

    number, worth, out, fixed = rows(problem)
    model = cp_model.CpModel()
    variables = [model.new_bool_var(f"v{at}") for at in range(len(worth))]
    for variable, value in fixed.items():
        model.add(variables[variable] == value)
    for low, high, terms in out:
        terms = merged(terms)
        total = sum(factor * variables[variable] for variable, factor in terms)
        if not terms:
            continue
        if low is not None and low == high:
            model.add(total == high)
        else:
            if high is not None:
                model.add(total <= high)
            if low is not None:
                model.add(total >= low)
    model.maximize(sum(value * variables[at] for at, value in enumerate(worth) if value))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    name = solver.status_name(status)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return name, None, None, None
    starts = {}
    for (at, phase), variable in number.items():
        if solver.value(variables[variable]) and at not in starts:
            starts[at] = phase
    return name, round(solver.objective_value), solver.best_objective_bound, starts


def highs(problem, seconds, relaxed):
    import highspy
    import numpy as np

    number, worth, out, fixed = rows(problem)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", float(seconds))
    inf = highspy.kHighsInf
    for at, value in enumerate(worth):
        upper = 0.0 if fixed.get(at) == 0 else 1.0
        solver.addVar(0.0, upper)
        solver.changeColCost(at, float(value))
        if not relaxed:
            solver.changeColIntegrality(at, highspy.HighsVarType.kInteger)
    for low, high, terms in out:
        terms = merged(terms)
        if terms:
            index = np.array([term[0] for term in terms], dtype=np.int32)
            factor = np.array([term[1] for term in terms], dtype=np.float64)
            solver.addRow(-inf if low is None else low, inf if high is None else high,
                          len(terms), index, factor)
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    solver.run()
    info = solver.getInfo()
    status = solver.modelStatusToString(solver.getModelStatus())
    values = solver.getSolution().col_value
    starts = {}
    if not relaxed and values:
        for (at, phase), variable in number.items():
            if values[variable] > 0.5 and at not in starts:
                starts[at] = phase
    bound = info.objective_function_value if relaxed else info.mip_dual_bound
    return status, info.objective_function_value, bound, starts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--solver", choices=["cpsat", "highs", "lp"], default="cpsat")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=8)
    parser.add_argument("--plan")
    args = parser.parse_args()
    with open(args.file, encoding="utf-8") as file:
        problem = json.load(file)
    begun = time.time()
    if args.solver == "cpsat":
        status, objective, bound, starts = cpsat(problem, args.seconds, args.workers)
    else:
        status, objective, bound, starts = highs(problem, args.seconds, args.solver == "lp")
    print(json.dumps({"file": args.file, "solver": args.solver, "status": status,
                      "objective": objective, "bound": bound,
                      "seconds": round(time.time() - begun, 2)}))
    if args.plan and starts is not None:
        ids = [item["id"] for item in problem["items"]]
        plan = {ids[at]: starts.get(at) for at in range(len(ids))}
        with open(args.plan, "w", encoding="utf-8") as file:
            json.dump(plan, file, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
