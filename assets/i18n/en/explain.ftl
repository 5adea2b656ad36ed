# Why an item is where it is.

held-first-phase = it starts in the first phase there is
held-pin = a person pinned it to { $phase }
held-excluded = a person decided that it does not start
held-window = it may not start before { $phase }
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
held-worth = nothing holds it but the plan as a whole: earlier it would gain { $points } points by itself, and others would lose more
held-worth-loses = it costs more trouble than it brings by itself: { $points } points

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
explain-loss = { $least } to { $most } points, { $pushes ->
    [0] moves nothing else
    [one] moves { $pushes } other item
   *[other] moves { $pushes } other items
}
explain-impossible = impossible, or no plan was found
explain-changes = A single change that would bring it forward
change-resource = { $more } more { $what } in { $phase }: then it starts in { $to }
change-gate = { $more } more of { $what }: then it starts in { $to }
change-lag = { $what } ready one phase earlier: then it starts in { $to }
