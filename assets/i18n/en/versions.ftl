# Versions of a scenario: merged and compared.

merge-done = { $count ->
    [0] Merged: nothing had to be taken from THEIRS.
    [one] Merged: { $count } change taken from THEIRS.
   *[other] Merged: { $count } changes taken from THEIRS.
}
merge-conflicts-left = { $count ->
    [one] { $count } conflict is left. There the file has what MINE had.
   *[other] { $count } conflicts are left. There the file has what MINE had.
}
merge-changed-by-both = { $path }: it was { $base }, MINE has { $mine }, THEIRS has { $theirs }.
merge-added-by-both = { $path }: both added it, MINE as { $mine }, THEIRS as { $theirs }.
merge-removed-by-mine = { $path }: MINE removed it, THEIRS changed it to { $theirs }.
merge-removed-by-theirs = { $path }: MINE changed it to { $mine }, THEIRS removed it.
merge-only-in-mine = { $path }: only MINE has it, as { $mine }; what both began with is not known.
merge-only-in-theirs = { $path }: only THEIRS has it, as { $theirs }; what both began with is not known.
merge-breaks-changed = { $path }: what THEIRS changed here does not go with MINE, so it was left out. At { $place }: { $message }
merge-breaks-added = { $path }: what THEIRS added here does not go with MINE, so it was left out. At { $place }: { $message }
merge-breaks-removed = { $path }: THEIRS removed it, which does not go with MINE, so it was left in. At { $place }: { $message }

compare-a = A: { $title } ({ $file })
compare-b = B: { $title } ({ $file })
compare-inputs = Inputs that differ
compare-inputs-none = No input differs that ranks or plans depend on
compare-ranks = Ranks that differ
compare-ranks-none = All ranks are the same
compare-totals = Over all phases
compare-bound = No plan exceeds
compare-planned = Items planned
compare-proof = The plan of B against that of A: { $points } points. A: { $a }. B: { $b }.
compare-causes-none = None of these inputs changes the plan or its value
compare-no-phases = { $file } has no phases, so that it was ranked but not planned.
compare-no-plan = { $file } has no plan that satisfies everything that must hold; “phasewise plan” says why. Plans were not compared with it.
