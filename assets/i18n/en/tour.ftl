# The tour through the window.

command-tour = Tour of five steps

tour-weights = Say what counts
tour-weights-text = A weight says how much the step from the worst to the best of a scale is worth. Move one: values, ranks and the roadmap follow at once.
tour-ranking = See what comes out on top
tour-ranking-text = Each bar shows what the value is made of. Click an item to see why it stands where it stands. All that is entered about the items is under Table.
tour-roadmap = See what starts when
tour-roadmap-text = The best order under money, staff and infrastructure, with a proof in the status line of how far any other order could beat it. Drag a bar to try another phase.
tour-inspector = Ask why
tour-inspector-text = What holds the selected item in its phase, what it would cost to force it, and what would move it. Everything about it can be edited here.
tour-scenarios = Try, compare, hand on
tour-scenarios-text = Ctrl+D makes a copy to try something, Compare lays both side by side, File exports the roadmap. Nothing is lost: every step can be undone, also after a restart.

tour-next = Next
tour-back = Back
tour-leave = Leave the tour
tour-done = Done
tour-count = { $step } of { $steps }
