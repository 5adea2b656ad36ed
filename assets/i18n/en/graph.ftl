# The dependency graph.

graph-fit = Fit
graph-empty = No items yet, so nothing depends on anything.
graph-select = Select an item to see what must exist before it and what it unlocks.
graph-before = { $count ->
    [0] Nothing must exist before it
    [one] { $count } item must exist before it: { $money }
   *[other] { $count } items must exist before it: { $money }
}
graph-one-of = One of these, for “{ $item }”:
graph-unlocks = { $count ->
    [0] It unlocks nothing
    [one] It unlocks { $count } item: { $money }
   *[other] It unlocks { $count } items: { $money }
}
graph-columns = What columns stand for
graph-by-depth = By dependencies
graph-by-phase = By phase
graph-no-lanes = No lanes
lanes-phase = By phase
graph-critical = Critical chain
graph-critical-help = Shows the chain of prerequisites that the end of the programme hangs on
graph-only-near = Only its links
graph-only-near-help = Hides what has nothing to do with the selected item
graph-redraw = Draw anew
graph-redraw-help = Arranges everything afresh, not near what is on the screen
graph-working = Drawing the graph…
graph-map = Map of the whole graph
graph-page-selected = Selected
graph-page-all = All items
graph-chain-one = No link holds what ends last: money, staff, a window or a gate does. Select it to see why it starts when it does.
graph-chain = { $count ->
    [one] Critical chain: { $count } item
   *[other] Critical chain: { $count } items
}
graph-folded = folded
graph-details = rank { $rank } · { $money }
graph-handle = Draw a link from { $item }
graph-handle-help = Drag to what needs it
graph-link-from = Link to what needs it…
graph-choose = Choose the item that needs it in the graph, or press Escape.
graph-link-title = New link
graph-link-hard = { $to } cannot start before { $from }.
graph-link-soft = { $to } should come after { $from }; the plan pays where it does not.
graph-link-lag = Phases between
graph-link-reason = Reason
graph-link-add = Add link
graph-link-known = { $to } needs { $from } already
graph-link-refused = { $to } cannot need { $from }: that needs it already, directly or not, and both would wait for each other: { $way }.
graph-link-as-soft = Add as a preferred order…
