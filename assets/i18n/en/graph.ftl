# The dependency graph.

graph-fit = Fit
graph-help = Drag to move, wheel to zoom, arrow keys to walk
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
