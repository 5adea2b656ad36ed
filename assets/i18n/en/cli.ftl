# Commands.

cli-rank-title = { $title }: { $count } items by { $method }
cli-check-summary = { $count ->
    [0] No problems.
    [one] { $count } problem.
   *[other] { $count } problems.
}
cli-unknown-weights = There is no weight set “{ $name }”. There are: { $known }, blend.
cli-bad-seconds = Seconds must be a number of 0 or more.
cli-infeasible = No plan satisfies everything that must hold:
cli-no-phases = The scenario has no phases, so that it can be ranked but not planned. Add phases, each with its budget.
cli-no-plan = No plan was found.
cli-no-plan-to-explain = There is no plan to explain. Try “phasewise plan” and “phasewise check” on the file.
cli-no-item = There is no item “{ $item }”.
cli-no-item-near = There is no item “{ $item }”. Did you mean “{ $near }”?
cli-instance-summary = Objective { $objective }, bound { $bound }, gap { $gap }.
cli-new-exists = { $file } is there already. Choose another name.
cli-new-written = Written to { $file }. Open it with “phasewise FILE”.
plan-left-out = Not planned
plan-value = Value { $value }:
plan-verified = Verified.
plan-not-verified = NOT verified: please report this.

problem-file-unreadable = { $file } cannot be read: { $why }.
problem-file-unreadable-remedy = Check the path and the rights.
problem-journal-gone = The unsaved work in { $file } cannot be read, or another Phasewise has it open.
problem-journal-gone-remedy = Close the other window, or look for the work there.
problem-file-missing = There is no file { $file }.
problem-file-missing-remedy = Check the path.
problem-file-forbidden = { $file } may not be read by you.
problem-file-forbidden-remedy = Ask for the right to read it, or open a copy.
problem-file-is-folder = { $file } is a folder.
problem-file-is-folder-remedy = Choose a file in it.
problem-file-not-opened = { $file } could not be opened: reading it broke off.
problem-file-not-opened-remedy = Nothing has changed. Try again; if it fails again, please report it with the file.
problem-file-too-large = { $file } has { $megabytes } MB; { $limit } MB is the most that is read.
problem-file-too-large-remedy = Check that this is a scenario file.
problem-schema-newer = The file is of schema { $found }; this program knows { $known }.
problem-schema-newer-remedy = Open it with a newer Phasewise. Nothing was changed.
cli-waiting-portfolio = A waiting list is made of a scenario, not of a portfolio file.
cli-problems-more =
    { $count ->
        [one] And one more like these. “phasewise check { $file }” lists all.
       *[other] And { $count } more like these. “phasewise check { $file }” lists all.
    }
