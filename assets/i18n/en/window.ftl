# The window: menus, views, widgets.

unit-thousand = k
unit-million = M
unit-billion = bn
unit-months = months
amount-months = { $months } staff months

severity-error = Error
severity-warning = Warning
severity-hint = Hint

kind-service = Service
kind-register = Register
kind-infrastructure = Infrastructure
kind-legal = Legal act
kind-process-review = Process review
kind-standard = Standard
kind-capacity = Capacity
kind-access = Access

source-stated = Stated
source-derived = Derived
source-assumption = Assumption

menu-file = File
menu-edit = Edit
menu-view = View
menu-scenario = Scenario
menu-help = Help
menu-language = Language
menu-recent = Recent files
menu-recent-empty = None yet

view-decide = Decide
view-dependencies = Dependencies
view-roadmap = Roadmap
view-problems = Problems

command-new = New…
command-open = Open…
command-save = Save
command-save-as = Save as…
command-export = Export roadmap…
command-reload = Reload from disk
command-duplicate = Try a copy
command-next-tab = Next scenario
command-last-tab = Previous scenario
command-close-tab = Close scenario
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-find = Find
command-palette = Search or run a command
palette-nothing = Nothing fits
command-add-item = Add item
command-delete-item = Delete selected item
command-prove-further = Prove further
command-show-frontier = Value against money and staff
command-add-reviews = Add missing process reviews
menu-panes = Panes
command-toggle-weights = Show or hide weights
command-toggle-inspector = Show or hide inspector
command-toggle-roadmap = Show or hide small roadmap
command-toggle-graph-list = Show or hide list beside the graph
command-move-weights = Weights to the other side
command-move-inspector = Inspector to the other side
command-move-roadmap = Small roadmap above or below
command-move-graph-list = List beside the graph to the other side
command-panes-back = Put panes back
command-light = Light
command-dark = Dark
command-follow-system = As the system
command-zoom-in = Larger
command-zoom-out = Smaller
command-zoom-reset = Ordinary size
command-shortcuts = Keyboard shortcuts
command-about = About Phasewise

document-no-file = Not saved to a file yet
documents-close = Close { $name }
documents-new = New scenario…
new-item-name = New item
nothing-selected = Select an item first
no-reviews-missing = No process review is missing

dialog-path = Path
dialog-browse = Browse…
dialog-cancel = Cancel
dialog-close = Close
dialog-new-title = Begin a new scenario
template-frame = Empty frame
template-frame-text = Four criteria with their scales, three phases and four items to write over
template-eu20 = The EU's 20 basic services
template-eu20-text = Twelve services for citizens and eight for firms, with the registers and platforms below them, in an invented country of five million
template-kazakhstan = Kazakhstan 2005–2010
template-kazakhstan-text = The e-government programme as the World Bank reported on it: 62 items, six phases
dialog-open-title = Open a scenario
dialog-open-recent = Recent files
dialog-open-accept = Open
dialog-save-title = Save the scenario as
dialog-save-accept = Save
dialog-export-title = Export the roadmap
dialog-exported-title = Exported
export-form-pdf = Decision note and annex on paper
export-form-xlsx = Workbook with live formulas
export-form-csv = Table
export-form-md = Text with headings and tables
export-form-html = Page that opens anywhere
export-form-svg = Picture of lines and text
export-form-png = Picture of dots
export-form-mmd = Diagram for Mermaid
export-form-dot = Graph for Graphviz
export-form-xml = Project for MS Project
export-form-ics = Milestones for a calendar
export-form-portfolio-json = Problem for other solvers
export-form-ron = The scenario itself
export-form-json = The scenario for scripts
export-part = Part
export-part-all = Everything
export-part-roadmap = Roadmap
export-part-graph = Dependencies
export-part-ranking = Ranking
export-part-robustness = Firmness of the ranking
export-part-note = Decision note
export-bom = Mark for Excel
export-bom-help = Begins the file with a mark by which Excel knows its letters
export-looking = Working out what it looks like…
export-look-bytes = A file of { $size } kB; open it to see it
export-look-pages = { $pages ->
    [one] { $pages } page, a file of { $size } kB; open it to see it
   *[other] { $pages } pages, a file of { $size } kB; open it to see them
}
export-paper = Paper
export-sheet-of-a4 = A4
export-sheet-of-letter = Letter
export-copy = Copy the text
export-writing = Writing…
export-open-file = Open the file
export-open-folder = Open the folder
dialog-export-accept = Export
dialog-unsaved-title = Unsaved changes
dialog-unsaved-text = “{ $name }” has changes that are not saved.
dialog-unsaved-save = Save
dialog-unsaved-discard = Leave without saving
dialog-changed-title = The file has changed on disk
dialog-changed-text = Somebody else has written “{ $name }” since you opened or saved it. What you have here is still here.
dialog-changed-overwrite = Write over it
dialog-changed-reload = Take theirs
dialog-changed-save-as = Save as…
dialog-shortcuts-title = Keyboard shortcuts
dialog-about-title = About Phasewise
dialog-about-text = Phasewise { $version }. It decides which e-services a country builds first. Licence: MIT or Apache-2.0. Typeface: Inter, SIL Open Font License.

said-opening = Opening { $file }…
said-last-not-opened = { $file } could not be opened; this is the scenario that comes with Phasewise
said-saved = Saved to { $file }
said-exported = Exported to { $file }
said-id-taken = This id is empty or taken by another item
said-already-proven = The plan is proven optimal already: no order is better
settings-not-stored = Your settings could not be stored: { $why }
save-no-path = Choose a file to save to.
save-changed = { $file } has been changed by somebody else. Save under another name or write over it.
save-ending = { $file } ends in neither .ron nor .json. Add one of these endings.
save-failed = { $file } could not be written: { $why }. Choose another folder or free some room; nothing was lost.
save-not-finite = A number at { $path } is not finite. Correct it and save again.

weights-title = Weights
weights-help = A weight says what the swing from the worst to the best of a scale is worth against the other swings; the strongest is 100. It is not importance in the abstract.
weights-active = Active weights
weights-blend = Blend of all
weights-reset = Reset
weights-scale = Strongest to 100
weights-scale-help = Scales all swings so that the strongest is 100; no weight changes by it
weights-empty = No criteria yet. A scenario needs at least one to rank by.
weights-influence = Influence of each set in the blend
weights-influence-of = Influence of { $name }
weights-swing-of = Swing of { $name }
weights-lock = Lock the share of { $name }
weights-unlock = Unlock the share of { $name }
weights-solo = What if only { $name } counted
weights-solo-on = What if: only { $name } counts. The file stays as it is.
weights-solo-off = End
weights-open-scale = Click to see the scale
weights-distribution = Each line is an item on this scale; the selected one stands out

ranking-title = Ranking
ranking-count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
ranking-search = Search items
ranking-kind = Show one kind
ranking-all-kinds = All kinds
ranking-owner = Show one owner
ranking-all-owners = All owners
ranking-scores = Column of scores
ranking-no-scores = Scores: none
ranking-empty = No items yet. Items are the services, registers, platforms, laws and reviews that could be built.
ranking-none-pass = No item passes the filter.
ranking-clear-filter = Clear the filter
ranking-missing = Scores are missing for this item
rank-up = Up by { $by } since the last step
rank-down = Down by { $by } since the last step

column-rank = #
column-item = Item
column-value = Value
column-contributions = What it is made of
column-phase = Phase
column-id = Id
column-strongest = Strongest
column-severity = Severity
column-place = Place
column-problem = What is wrong, and what to do
column-line = line
column-owner = Owner
column-capex = Cost

score-of = { $criterion } of { $item }
score-computed = Computed by the program
score-clamped = Beyond the scale: it counts as its end
score-missing = Missing
score-value = Value on the scale, 0 to 100
score-contribution = Points it adds to the item's value
cell-wrong = This is not a number. Correct it, or press Escape to keep the old one.

roadmap-title = Roadmap
roadmap-baseline = Baseline: another scenario’s plan as dashed outlines
roadmap-no-baseline = No baseline
roadmap-baseline-is = Baseline: { $name }
roadmap-links = Links
roadmap-links-help = Draws what the selected item waits for, and what waits for it
roadmap-ghost = { $item }: here in the baseline
roadmap-in-baseline = in the baseline { $place }
roadmap-all-gauges = Agencies and funds
roadmap-left-out = Left out ({ $count })
roadmap-not-planned = not planned
roadmap-no-phases = This scenario has no phases: it can be ranked, not planned. Add phases to its file to get a roadmap.
roadmap-working = The first plan is being made …
roadmap-invalid = Errors in the scenario keep it from being planned.
roadmap-show-problems = Show the problems
roadmap-infeasible = No plan satisfies everything that must hold:
lanes-by = Lanes stand for
lanes-goal = By goal
lanes-owner = By owner
lanes-kind = By kind
lane-rest = Others
lane-fold = Fold { $name }
lane-unfold = Unfold { $name }
frontier-title = Value against money and staff
frontier-budget = Money
frontier-staff = Staff
frontier-no-plan = There is no plan yet to vary
frontier-no-limit = No phase limits this, so there is nothing to vary
frontier-working = Planning for less and for more …
frontier-progress = { $done } of { $of } points
frontier-stop = Stop
frontier-legend = Line: plans that were found. Dashes: what no plan can exceed (proven). Drag the handle, or move it with the arrow keys, and let go (or press Enter) to set all phases.
frontier-handle-budget = Budgets of all phases, per cent of the present ones
frontier-handle-staff = Staff of all phases, per cent of the present
frontier-at = With { $percent } ({ $amount }) the best plan is worth { $value } points
frontier-at-unknown = With { $percent } ({ $amount }) no plan is known yet
frontier-share = Share
frontier-amount = Amount
frontier-value = Value
frontier-bound = At most
frontier-table = As a table
frontier-copy = Copy the table
gauge-capex = Money, { $unit }
gauge-opex = Running cost, { $unit }
gauge-staff = Staff, { $unit }
gauge-named = { $name }, { $unit }
gauge-full = used up
gauge-over = over the limit
gauge-buys = +{ $step }: { $points } points
gauge-buys-about = +{ $step }: about { $points } points
gauge-buys-short = +{ $step }: { $points }
gauge-buys-about-short = +{ $step }: ≈{ $points }
gauge-users = Used by

inspector-empty = Select an item in the ranking, the roadmap or the graph to see where it is, why, and what it is made of.
inspector-scores = Scores
inspector-links = Links
inspector-money = Money and staff
inspector-sources = Sources

field-name = Name
field-id = Id
field-kind = Kind
field-owner = Owner
field-nobody = Nobody
field-mandatory = Must start
field-best = { $name }
field-low = { $name }, lowest
field-high = { $name }, highest

why-starts = Starts in { $phase }
why-left-out = Not planned
why-no-plan = No plan yet
why-value = Value { $value }, rank { $rank } of { $of }
why-dominated = Better on nothing than { $item }
why-because = because
why-show = Show { $item }
pin-title = Pin to
pin-none = Not pinned
pin-never = Never
pin-reason = Reason
pin-by = Decided by
what-if-title = What if
what-if-working = Planning again to find what it would cost elsewhere …
what-if-more = Still looking …
pin-help = Drag it, or press Alt with an arrow key, to see what another phase would cost
pin-preview = Pin to { $place }: { $price }
pin-preview-share = Pin to { $place }: { $share } of the plan’s value, { $price }
pin-preview-here = { $place }: where it is now
pin-preview-working = Pin to { $place }: working out the price …

links-needs = Needs
links-needs-nothing = Nothing
links-remove = Remove the link to { $item }
links-add = Add a prerequisite
links-add-hint = Type a name
links-any-of = Needs one of
links-unlocks = { $count ->
    [0] Unlocks nothing
    [one] Unlocks { $count } item
   *[other] Unlocks { $count } items
}
links-reads = Reads registers
links-keeps = Keeps registers
links-channels = Channels
link-hard = Must come first
link-soft = Should come first
link-type-of = Kind of the link to { $item }
link-lag = phases between
link-lag-of = Phases between this and { $item }
link-after = after its end
channel-reach-only = adds reach only
channel-needs = needs
channel-need-of = Need of { $channel }

money-title = Money, in { $currency }
money-capex = To build
money-capex-of-phase = To build, phase of work { $number }
money-opex = To run, a year
money-staff = Staff months
money-no-staff = None
money-staff-programme = Programme
time-title = Time
time-duration = Phases of work
time-earliest = Not before
time-latest = Not after
time-any = Any

sources-none = No sources are given.
sources-scores = Scores

problems-all = All
problems-none = Nothing to report. The scenario can be ranked and planned.
problems-more = … and { $count } more

status-planned = { $planned } of { $items } planned
status-money = { $used } of { $available }
status-value = value { $value }
status-optimal = proven optimal: no order is better
status-gap = no order can be better by more than { $gap } (proven)
status-gap-improving = no order can be better by more than { $gap }, improving …
status-gap-rough = no order can be better by more than { $gap } (rough bound)
status-gap-rough-improving = no order can be better by more than { $gap } (rough bound), improving …
status-improving = The plan is still improving
status-improving-share = The plan is still improving: { $percent } of the effort is spent
status-time = { $time } ms
status-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
status-no-phases = No phases: ranked, not planned
status-invalid = The scenario has errors: see Problems
status-working = Planning …
status-infeasible = No plan satisfies everything that must hold: see the roadmap

edit-active-weights = weights: { $what }
edit-weight = weight of { $what }
edit-influence = influence of { $what }
edit-lock = lock of { $what }
edit-weights-reset = reset of { $what }
edit-weights-scale = scale of { $what }
edit-score = score of { $what }
edit-name = name of { $what }
edit-id = id { $what }
edit-kind = kind of { $what }
edit-owner = owner of { $what }
edit-capex = cost of { $what }
edit-opex = running cost of { $what }
edit-co-funding = co-funding of { $what }
edit-staff = staff of { $what }
edit-duration = duration of { $what }
edit-window = window of { $what }
edit-budgets = budgets of all phases: { $what }
edit-all-staff = staff of all phases: { $what }
edit-pin = pin of { $what }
edit-mandatory = obligation of { $what }
edit-need = channel of { $what }
edit-link = link of { $what }
edit-link-add = new link of { $what }
edit-link-remove = removed link of { $what }
edit-add-item = new item { $what }
edit-delete-item = deletion of { $what }
edit-add-reviews = { $what } process reviews

# What has begun, and what waits.
waiting-heading = Waiting list
command-show-waiting = Waiting list
waiting-working = Looking for what would bring each in…
waiting-by-worth = By what they are worth; each line is checked by planning again
waiting-progress = { $done } of { $of } looked at
waiting-enters = Enters: { $what }
today-is = Today: { $phase }
today-none = Today: not said
today-help = The phase that is now: what has begun stays, the rest is planned from here on
today-not-said = Not said
today-as-planned = Count what was planned before it as begun
today-mark = today
progress-began = Began in
progress-ends = Ends in
progress-ends-as-planned = as planned
progress-percent = Done, per cent
edit-progress = progress of { $what }
edit-today = which phase is now
edit-progress-as-planned = progress as planned
command-copy-table = Copy as a table
said-nothing-to-copy = There is no table in this view to copy.
said-copied = { $count ->
    [one] { $count } row is on the clipboard.
   *[other] { $count } rows are on the clipboard.
}
