//! Breaks of what is said of the past.

use super::*;

pub fn progress() -> Vec<Break> {
    breaks![
        Error "id-unknown" at "parameters.today", names [("what", "phase"), ("id", "2007"), ("near", "yes"), ("nearest", "2005")],
            by { "/parameters": { "today": "2007" } } alone;
        Error "id-unknown" at "items[\"b\"].progress.started", names [("what", "phase"), ("near", "yes")],
            by { "/parameters": { "today": "2006" }, "/items/1/progress": { "status": "done", "started": "200" } } alone;
        Error "id-unknown" at "items[\"b\"].progress.ends", names [("what", "phase")],
            by { "/parameters": { "today": "2006" },
                 "/items/1/progress": { "status": "done", "started": "2005", "ends": "then" } } alone;
        Error "number-outside" at "items[\"b\"].progress.percent", names [("most", "100")],
            by { "/parameters": { "today": "2005" },
                 "/items/1/progress": { "status": "running", "started": "2005", "percent": 140.0 } } alone;
        Error "progress-started" at "items[\"b\"].progress", names [("item", "b")],
            by { "/parameters": { "today": "2006" }, "/items/1/progress": { "status": "running" } } alone;
        Error "progress-future" at "items[\"b\"].progress.started", names [("phase", "2006"), ("today", "2005")],
            by { "/parameters": { "today": "2005" }, "/items/1/progress": { "status": "running", "started": "2006" } } alone;
        Error "progress-ends" at "items[\"b\"].progress.ends", names [("why", "order"), ("phase", "2005"), ("other", "2006")],
            by { "/parameters": { "today": "2006" },
                 "/items/1/progress": { "status": "done", "started": "2006", "ends": "2005" } } alone;
        Error "progress-ends" at "items[\"b\"].progress.ends", names [("why", "done"), ("phase", "2006"), ("other", "2005")],
            by { "/parameters": { "today": "2005" },
                 "/items/1/progress": { "status": "done", "started": "2005", "ends": "2006" } } alone;
        Error "progress-ends" at "items[\"b\"].progress.ends", names [("why", "running"), ("phase", "2005"), ("other", "2006")],
            by { "/parameters": { "today": "2006" },
                 "/items/1/progress": { "status": "running", "started": "2005", "ends": "2005" } } alone;
        Warning "progress-not-begun" at "items[\"b\"].progress.started", names [("item", "b"), ("field", "started")],
            by { "/items/1/progress": { "started": "2005" } } alone;
        Warning "progress-percent" at "items[\"b\"].progress.percent", names [("item", "b")],
            by { "/parameters": { "today": "2006" },
                 "/items/1/progress": { "status": "done", "started": "2005", "percent": 100.0 } } alone;
        Warning "progress-no-today" at "parameters", names [("item", "b")],
            by { "/items/1/progress": { "status": "done", "started": "2005" } } alone;
        Warning "progress-beyond" at "items[\"b\"].progress", names [("item", "b"), ("last", "2006")],
            by { "/parameters": { "today": "2006" }, "/items/1/capex": [1.0, 1.0],
                 "/items/1/progress": { "status": "running", "started": "2006" } } alone;
        Warning "progress-pin" at "items[\"b\"].pin", names [("why", "past"), ("phase", "2005")],
            by { "/parameters": { "today": "2006" }, "/items/1/pin": { "phase": "2005" } } alone;
        Warning "progress-pin" at "items[\"b\"].pin", names [("why", "elsewhere"), ("phase", "2006")],
            by { "/parameters": { "today": "2006" }, "/items/1/pin": { "phase": "2006" },
                 "/items/1/progress": { "status": "done", "started": "2005" } } alone;
        Warning "progress-pin" at "items[\"b\"].pin", names [("why", "excluded")],
            by { "/parameters": { "today": "2006" }, "/items/1/pin": {},
                 "/items/1/progress": { "status": "done", "started": "2005" } } alone;
        Warning "progress-pin" at "items[\"a\"].pin", names [("why", "stopped")],
            by { "/parameters": { "today": "2006" }, "/items/0/pin": { "phase": "2006" },
                 "/items/0/progress": { "status": "stopped", "started": "2005" } } alone;
        Warning "progress-order" at "items[\"a\"].requires[0]", names [("item", "a"), ("needs", "b"), ("phase", "2006")],
            by { "/parameters": { "today": "2006" }, "/items/0/progress": { "status": "running", "started": "2006" } } alone;
        // Begun too late for the one that needed it.
        Warning "progress-order" at "items[\"a\"].requires_any_of[0]", names [("needs", "b"), ("phase", "2005")],
            by { "/parameters": { "today": "2006" }, "/phases/0/budget": 4.0,
                 "/items/0/requires": [], "/items/0/requires_any_of": [{ "any_of": ["b"] }],
                 "/items/0/progress": { "status": "done", "started": "2005" },
                 "/items/1/progress": { "status": "running", "started": "2006" } } alone;
        Warning "progress-exclusive" at "exclusive[0].items", names [("one", "a"), ("other", "b")],
            by { "/parameters": { "today": "2006" }, "/exclusive": [{ "items": ["a", "b"] }],
                 "/items/0/progress": { "status": "running", "started": "2006" },
                 "/items/1/progress": { "status": "done", "started": "2005" } } other;
        Warning "overspent" at "phases[\"2005\"].budget", names [("what", "budget"), ("used", "4.5"), ("limit", "3"), ("over", "yes")],
            by { "/parameters": { "today": "2006" },
                 "/items/0/progress": { "status": "done", "started": "2005" },
                 "/items/1/progress": { "status": "done", "started": "2005" } } alone;
        // Promised for a phase to come, from a fund that has less.
        Warning "overspent" at "phases[\"2006\"].co_funding", names [("of", "f"), ("used", "2"), ("limit", "1"), ("over", "no")],
            by { "/parameters": { "today": "2005" }, "/funding_sources": [{ "id": "f", "amounts": { "2005": 2.0, "2006": 1.0 } }],
                 "/items/1/capex": [0.5, 0.5], "/items/1/funding": { "co_funding": [{ "fund": "f", "amount": 4.0 }] },
                 "/items/1/progress": { "status": "running", "started": "2005" } } alone;
        Warning "overspent" at "phases[\"2006\"].opex_cap", names [("what", "opex_cap"), ("used", "2"), ("limit", "1.5")],
            by { "/parameters": { "today": "2006" }, "/phases/1/opex_cap": 1.5, "/items/1/opex_per_year": 2.0,
                 "/items/1/progress": { "status": "done", "started": "2005" } } alone;
        Warning "overspent" at "phases[\"2005\"].staff_by_agency", names [("of", "x"), ("used", "6"), ("limit", "5")],
            by { "/parameters": { "today": "2006" }, "/agencies": [{ "id": "x" }],
                 "/phases/0/staff_by_agency": { "x": 5.0 }, "/phases/0/staff_months": 6.0,
                 "/items/1/staff_months": [{ "agency": "x", "months": 6.0 }],
                 "/items/1/progress": { "status": "done", "started": "2005" } } alone;
        Warning "never-starts" at "items[\"b\"].latest_phase", names [("item", "b"), ("why", "over")],
            by { "/parameters": { "today": "2006" }, "/items/1/latest_phase": "2005" } alone;
        Warning "never-starts" at "items[\"a\"].requires", names [("item", "a"), ("why", "decided"), ("blocker", "b")],
            by { "/parameters": { "today": "2006" }, "/items/1/progress": { "status": "stopped" } } alone;
    ]
}
