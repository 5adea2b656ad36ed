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
compare-words = Words that differ
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

compare-own = { $name } (in front)
compare-empty = Comparing takes two open scenarios. Try something on a copy of this one, or open another file.
compare-none-chosen = Choose at least one scenario to compare with
compare-with = { $name } compared with
compare-page-items = Items
compare-page-ranks = Ranks
compare-page-totals = Totals
compare-pair = From { $other } to { $own }
compare-side-inputs = Inputs that differ
compare-moved = { $count } of { $of } items start elsewhere or are in one scenario only
compare-all-items = Show all items
compare-same-plan = All items start in the same phase in each of them
compare-not-there = not in it
compare-rank = rank { $rank }
compare-value = Value of the plan
compare-points = { $points } points
compare-proven = Proof
compare-started = Planned
compare-at-limit = At its limit
compare-used-of = { $used } of { $limit }
compare-looking = Looking for what differs…
compare-failed = The two cannot be compared: a number is not finite at { $place }.
compare-no-inputs = Both hold the same
compare-inputs-count = { $count ->
    [one] { $count } input differs that plans depend on
   *[other] { $count } inputs differ that plans depend on
}{ $words ->
    [0] { "" }
    [one] , and { $words } word or source
   *[other] , and { $words } words or sources
}
compare-copy-help = “Take over” copies what the other has into the scenario in front, as one step that can be undone.
compare-copy = Take over
compare-copy-what = Take over from the other: { $what }
compare-copy-gone = It cannot be taken over: what it is part of is not in this scenario. Take that over first.
compare-copy-breaks = It cannot be taken over alone: { $why }
compare-ranks-moved = { $count ->
    [one] { $count } item has another rank
   *[other] { $count } items have another rank
}

view-library = Library
command-show-library = Library of a folder
library-folder = Folder
library-look = Look
library-above = Folder above
library-recent = Recent:
library-no-folder = Name a folder: every scenario in it is shown with a small picture of its roadmap
library-looking = Looking into the folder…
library-empty = There is no scenario in this folder. Scenarios end in .ron or .json.
library-trouble = This folder cannot be read ({ $why }). Check its name, or choose another.
library-broken = Cannot be read
library-facts = { $items ->
    [one] one item
   *[other] { $items } items
} · { $phases ->
    [0] no phases
    [one] one phase
   *[other] { $phases } phases
}
library-left-out = { $count ->
    [one] One more file is not shown: there are too many in this folder
   *[other] { $count } more files are not shown: there are too many in this folder
}
