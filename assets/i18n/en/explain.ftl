# Why an item is where it is.

held-first-phase = it starts in the first phase there is
held-pin = a person pinned it to { $phase }
held-running = it has begun in { $phase } and is running, to be done in { $end }
held-running-percent = it has begun in { $phase } and is running, { $percent } done, the rest by { $end }
held-done = it began in { $phase } and was done in { $end }
held-stopped = it was stopped
held-today = nothing can start before today, { $phase }
held-excluded = a person decided that it does not start
held-window = it may not start before { $phase }
held-deadline = it may not start after { $phase }
held-gate = its gate opens in { $phase }
held-gate-shut = its gate opens in no phase
held-gate-figures = { $measure }: { $need } needed, { $levels }
held-gate-level = { $level } in { $phase }
held-prerequisite = { $item } is not ready before { $phase }
held-prerequisite-out = { $item }, which it needs, is not planned
held-any-of = it needs one of these, and none is ready: { $items }
held-exclusive = { $item }, which excludes it, is planned
held-resource = { $resource } in { $phase }: { $short } short of the { $limit } there are
held-horizon = its work would not be done by the last phase

resource-capex = Money to build
resource-opex = Running cost
resource-staff = Staff
resource-agency = Staff of { $agency }

conflict-mandatory = { $item } must start
conflict-window = { $item } has no phase left in which it could start
conflict-needs = { $item } needs { $other }
conflict-cycle = { $item } lies on a circle of prerequisites that takes time
conflict-any-of = none of the alternatives that { $item } needs can start early enough
conflict-exclusive = { $item } and { $other } exclude each other
conflict-resource = { $item } does not fit into { $resource } of { $phase }
conflict-helper = the opening of a gate

explain-starts = { $item } starts in { $phase } because
explain-out = { $item } is not planned because
explain-force = Forcing it costs
explain-never = not at all
explain-loss = { $points } points, { $pushes ->
    [0] moves nothing else
    [one] moves { $pushes } other item
   *[other] moves { $pushes } other items
}
explain-loss-nothing = nothing, { $pushes ->
    [0] and moves nothing else
    [one] and moves { $pushes } other item
   *[other] and moves { $pushes } other items
}
explain-impossible = impossible
explain-impossible-because = impossible: { $why }
explain-not-found = no plan was found in the time there was; it is not proven impossible
explain-pin = The pin costs
explain-pin-price = { $points } points against the plan without it
explain-pin-nothing = nothing: the plan is as good without it
explain-displaces = It keeps back
explain-displaced-by = An earlier start would push back
explain-changes = A single change that would move it
explain-moved = What moved, and which input moved it
explain-moved-nothing = Nothing moved
explain-cause = { $inputs } ({ $points } points): moves { $moves }
explain-cause-worth = { $inputs }: moves nothing, { $points } points
range-points = { $least } to { $most }
range-at-most = at most { $most }
explain-places = { $first } to { $last }
chain-behind = { $item }: { $reason }
displaced-line = { $item }: { $from } → { $to }

held-worth-gains = no rule holds it: the plan would gain { $points } points with it there, so a better plan is still to be found
held-worth-nothing = no rule holds it: an earlier start would bring nothing more
held-worth-order = no rule holds it, but an earlier start would lose { $points } points: a preferred order, or a pair
held-worth-loses = it costs more trouble than it brings by itself: { $points } points
held-together = it starts together with { $item }
held-gate-by = its gate opens in { $phase }, by { $item }
held-gate-shut-by = its gate opens in no phase: it waits for { $item }, which is not planned or not enough

change-resource = { $amount } more in { $phase } ({ $what })
change-resource-less = { $amount } less in { $phase } ({ $what })
change-gate = { $more } more in { $phase } ({ $what })
change-lag = { $what } ready one phase earlier for { $of }
change-window = { $what } allowed from { $phase }
change-pin = without the pin of { $what }
change-weight = weight of { $what } from { $from } to { $to } ({ $set })
change-then-starts = { $change }: then it starts in { $phase }
change-then-may-start = { $change }: then the plan that was found starts it in { $phase }
change-then-out = { $change }: then it is not planned
change-then-may-be-out = { $change }: then the plan that was found leaves it out

scarce-title = What is scarce
scarce-line = { $step } more in { $phase } ({ $what }): { $effect }
scarce-about = about { $points } points by the multiplier
scarce-buys = buys { $points } points, checked
scarce-nothing = buys nothing, checked
scarce-none = Nothing is scarce: no limit holds the plan back

waiting-title = Left out, why, and what would bring it in
waiting-none = Nothing is left out
waiting-never = no money and no staff would bring it in
waiting-not-found = no amount of money or staff was found that would bring it in

clash-musts = these { $count } must start: { $items }
clash-pin = { $item } is pinned to { $phase }
clash-never = a person decided that { $item } does not start
clash-stopped = { $item } was stopped
clash-begun = { $item } has begun in { $phase }
clash-today = { $item } has not begun, and nothing can start before today, { $phase }
clash-no-phase = { $item } may start in no phase
clash-earliest = { $item } may not start before { $phase }
clash-latest = { $item } may not start after { $phase }
clash-gate = { $item } waits for its infrastructure, which is there in { $phase } at the earliest
clash-gate-channel = { $item } starts only where a channel to its users is open
clash-gate-shut = { $item } waits for its infrastructure, which is there in no phase
clash-needs-lag = { $item } needs { $other }, started { $phases ->
    [one] { $phases } phase
   *[other] { $phases } phases
} before
clash-needs-done = { $item } needs { $other }, finished { $phases ->
    [0] in the same phase at the latest
    [one] { $phases } phase before
   *[other] { $phases } phases before
}
clash-any-of = { $item } needs one of these: { $items }
clash-exclusive = only one of these may start: { $items }
clash-limit = { $resource } in { $phase }: there is no more than { $amount }
clash-limit-all = { $resource } over all phases, what is left over carried on: there is no more than { $amount }
clash-end = { $phase } is the last phase
clash-title = Conflict { $number } of { $count }:
clash-minimal = Each of these is needed for the conflict: leave out any one, and the others can hold together.
clash-not-minimal = These cannot hold together; it is not proven that each of them is needed.
clash-not-proven = No plan was found for these in the time there was; it is not proven that there is none.
impasse-working = Looking for the fewest rules that cannot hold together …
impasse-plan-exists = A plan that keeps every rule does exist, though the search for a good one missed it. Give it more effort.
ways-title = Any one of these changes is enough, checked by planning:
ways-title-among = Any one of these changes settles these rules among themselves; other rules may have to give way too:
ways-title-of-clash = Any one of these changes settles this conflict, checked by planning:
ways-none = No single change of these rules was found to be enough; more than one may have to give way.
ways-working = Looking for the smallest changes that would be enough …
way-more = { $amount } more in { $phase } ({ $resource })
way-more-until = { $amount } more in { $phase } at the latest ({ $resource })
way-about = about { $amount }
way-latest = { $item } may start as late as { $phase }
way-earliest = { $item } may start from { $phase } on
way-pin-to = { $item } pinned to { $phase } instead
way-pin = { $item } without its pin
way-must = { $item } need not start
way-never = { $item } may start in any phase
way-resume = { $item } taken up again
way-gate = { $item } without waiting for its infrastructure
way-lag = { $other } started { $phases ->
    [0] in the same phase as { $item } at the latest
    [one] only { $phases } phase before { $item }
   *[other] only { $phases } phases before { $item }
}
way-lag-done = { $other } finished { $phases ->
    [0] in the same phase as { $item } at the latest
    [one] only { $phases } phase before { $item }
   *[other] only { $phases } phases before { $item }
}
way-needs = { $item } without { $other }
way-any-of = { $item } without any of these: { $items }
way-exclusive = more than one of these may start: { $items }
way-limit = without the limit ({ $resource })
