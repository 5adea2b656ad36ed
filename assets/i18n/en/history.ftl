# The history of steps, and work that is in no file

view-history = History
view-compare = Compare
history-hint = Everything that was done here, the newest first. Click a step to go back to it, or forward again: nothing is lost by looking.
history-empty = No step yet. What you change from now on stands here, and stays after the program is closed.
history-beginning = As it was at first
history-here = You are here
history-saved = Saved
history-taken-back = Taken back
history-go = Go to: { $step }
history-go-hint = Go to the state after this step
history-reason-of = Reason for: { $step }
history-log = Log
history-log-step = Into the decisions log: { $step }
history-log-hint = Writes this step and its reason into the decisions log of the scenario
column-state = State
column-when = When
column-step = Step
column-reason = Reason
edit-decision = decisions log: { $what }

command-recover = Recover unsaved work…
said-nothing-to-recover = There is no unsaved work to recover
said-recovered = Your unsaved work is back; save it to keep it in its file
status-journal = ⚠ What you change is not kept in case of a crash ({ $why }); save often
dialog-recover-title = Unsaved work
dialog-recover-text = This work is in no file: the program ended before it was saved, or it was left without saving.
dialog-recover-accept = Get it back
dialog-recover-accept-of = Get { $name } back
dialog-recover-later = Later
dialog-recover-forget = Delete for good
dialog-recover-forget-of = Delete { $name } for good
recover-not-deleted = It could not be deleted: another Phasewise has it open, or the folder is read-only
recover-steps = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
recover-last = { $count ->
    [one] { $count } change
   *[other] { $count } changes
} not saved. The last, { $when }: { $what }
recover-left = { $count ->
    [one] { $count } change
   *[other] { $count } changes
} left without saving. The last, { $when }: { $what }

status-changed-on-disk = The file has changed on disk
command-look-at-disk = Compare with the file on disk
said-same-on-disk = The file on disk is as you opened or saved it last
said-merged = { $count ->
    [0] Merged; nothing of theirs was new
    [one] Merged: { $count } change of theirs taken; save to write it to the file
   *[other] Merged: { $count } changes of theirs taken; save to write them to the file
}
edit-merge = merge with { $what } on disk
edit-copy-difference = take over { $what }
dialog-changed-merge = Merge both
disk-reading = Reading their version…
disk-unreadable = Their version cannot be read. { $why }
disk-their-changes = What they changed
disk-words-only = No number, link or limit: at most names, notes and sources
disk-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
disk-conflicts = Changed by both: choose
disk-keep-mine = Keep mine
disk-take-theirs = Take theirs
disk-keep-mine-at = Keep mine at { $place }
disk-take-theirs-at = Take theirs at { $place }

history-page-steps = Steps
history-page-decisions = Decisions
command-show-decisions = Decisions log
decisions-hint = What people decided, when and why. It stands in the scenario's file, and in reports.
decisions-empty = No decision is noted yet. Note one here, or take a step with its reason over from Steps.
decisions-add = Add decision
decisions-new = New decision
decisions-cell = { $field } of decision { $number }
decisions-delete = Delete decision: { $what }
column-who = Who
column-what = What
column-items = Items
edit-delete-decision = deleted decision: { $what }
found-criterion = Criterion
found-agency = Agency
found-decision = Decision
found-problem = Problem
found-scenario = Open scenario
found-file = Recent file
