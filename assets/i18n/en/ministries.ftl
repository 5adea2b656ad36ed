# The round trip through ministries: the workbook, and what is told of what comes back.

# The workbook
ministries-no-agency = Items that no agency answers for
ministries-no-agency-file = without-agency
ministries-key = Key
ministries-sheet-about = Read me first
ministries-sheet-items = Items
ministries-sheet-costs = Costs and people
ministries-sheet-scores = Scores
ministries-sheet-access = Access
ministries-note-items = What each item is, how long the work takes, and when it can start.
ministries-note-costs = Money and people of your own agency, in the units of the headings.
ministries-note-scores = What each item brings and how hard it is, on scales that the notes on the headings explain.
ministries-note-access = By which channels people reach each service, and which infrastructure each channel needs.
ministries-group-item = What it is
ministries-group-time = When and how long
ministries-head-best = Best value
ministries-head-low = Lowest
ministries-head-high = Highest
ministries-head-level = Level
ministries-head-source = How sure
ministries-head-reference = Document
ministries-head-share = Share of cases
ministries-head-need = Needed
ministries-head-note = Remark
ministries-about-time = Phases are those of the programme. A start that a law fixes belongs into the remark, with the law.
ministries-about-capex = All that building it costs, without running it: software, equipment, licences, studies, training.
ministries-about-opex = What running it costs in a usual year, once it is in service.
ministries-about-staff = Months of work of your own people until it is in service: ten people over half a year are 60.
ministries-about-channel = The share of all cases that can come by this channel. Leave it empty if it does not come by it.
ministries-about-need = The share of all cases that can come by this channel, and how much infrastructure must be there before it makes sense: { $measure }. Leave both empty if the service does not come by it.
ministries-anchor-0 = Value 0: { $words }
ministries-anchor-50 = Value 50: { $words }
ministries-anchor-100 = Value 100: { $words }
ministries-levels = Choose one of:
ministries-scale = The scale goes from { $least } to { $most }.
ministries-prompt-low = The lowest value that is still plausible. Leave it empty if you know no range.
ministries-prompt-high = The highest value that is still plausible. Leave it empty if you know no range.
ministries-prompt-source = Stated: it stands in a document. Derived: it was worked out from such figures. Assumption: your best guess.
ministries-prompt-reference = The document in which it stands, with page or article.
ministries-prompt-mandatory = Yes only if a law or decree demands it; name that in the remark.
ministries-prompt-duration = From the first phase with work to the last, both counted.
ministries-prompt-earliest = The first phase in which the work can begin. Leave it empty if it can begin at once.
ministries-prompt-latest = The last phase in which the work must begin. Leave it empty if nothing fixes it.
ministries-prompt-note = What the planners should know.
ministries-prompt-share = Of all cases, in per cent. Leave it empty if they do not come by this channel.
ministries-refused-choice = Choose from the list.
ministries-refused-whole = Enter a whole number from 1 to { $most }.
ministries-refused-share = Enter a share from 0 % to 100 %.
ministries-refused-scale = The scale goes from { $least } to { $most }. Is this number right?
ministries-refused-number = Enter a number of 0 or more, without words or units.
ministries-about-what = { $agency } answers for { $items ->
    [one] one item
   *[other] { $items } items
    } of “{ $title }”. The planners ask for what only you can know about { $items ->
    [one] it
   *[other] them
    }.
ministries-about-empty = { $empty ->
    [0] Every cell holds something already: please look whether it is right.
    [one] One cell holds nothing yet.
   *[other] { $empty } cells hold nothing yet.
    }
ministries-about-do = What to do
ministries-about-fill = Fill in the yellow cells. All others are locked, and nothing in them is needed from you.
ministries-about-there = What stands in a yellow cell is what the planners have now. Correct what is wrong, leave what is right, and leave empty what nobody knows: an empty cell is better than an invented number.
ministries-about-best = The best value is the one to plan with. Lowest and highest are the ends of what is still plausible.
ministries-about-source = Say how sure a value is, and name the document in which it stands.
ministries-about-notes = Notes on the headings say what is counted, in which unit, and what the ends of a scale mean. A cell with an arrow has a list to choose from.
ministries-about-rows = You may filter, sort and widen as you like. Please do not change keys. An item that is missing can be written below the last row: remove the protection of the sheet, which has no password.
ministries-about-sheets = The sheets
ministries-about-back = Where it goes
ministries-about-date = Made on { $date }. If you were sent a newer one, fill in that one.
ministries-back-by-to = Send this file back by { $date } to { $reply }, as .xlsx or .ods.
ministries-back-by = Send this file back by { $date } to whoever sent it, as .xlsx or .ods.
ministries-back-to = Send this file back to { $reply }, as .xlsx or .ods.
ministries-back = Send this file back to whoever sent it, as .xlsx or .ods.

# What comes back
ministries-field-staff = Staff months of { $agency }
ministries-field-need = Infrastructure needed by { $channel }
ministries-field-source = { $name }, how sure
ministries-field-reference = { $name }, document
ministries-nothing = nothing
ministries-conflict = { $field } of “{ $name }”: the scenario has { $now }, and it stays so until you choose.
ministries-voice = { $who } says { $value }, and was given { $given } ({ $place }).
ministries-doubt-emptied = { $place }: { $field } was emptied. Until you accept that, it stays as it was.
ministries-doubt-outside-scale = { $place }: { $number } for { $field } lies outside of the scale from { $least } to { $most }. Until you accept that, it stays as it was.
ministries-doubt-impossible = { $place }: { $field } cannot be “{ $text }”; not taken.
ministries-doubt-without-best = { $place }: { $field } is given without a best value; not taken.
ministries-doubt-disorder = { $place }: { $field } is not in order with what belongs to it: lowest, best, highest; earliest, latest. Until you accept that, it stays as it was.
ministries-doubt-formula = { $place } is a formula. What it came to when the file was saved is taken.
ministries-doubt-not-computed = { $place } is a formula that nobody has computed; not taken. Open the file in a spreadsheet, save it and collect it again.
ministries-doubt-not-asked = { $place } is not asked for; not taken.
ministries-doubt-added = { $place }: this row was added. Until you accept it, there is no such item.
ministries-doubt-other-owner = { $agency } owns this item by now. Until you accept the answers, it stays as it was.
ministries-doubt-no-owner = No agency owns this item any more. Until you accept the answers, it stays as it was.
ministries-not-ours = { $file } holds no sheet of questions that was given out; nothing of it is taken. Choose the workbook that came back, or import this file as a table.
ministries-other-scenario = { $file } was given out for another scenario, “{ $title }”; nothing of it is taken. Collect it there.
ministries-newer = { $file } was made by a newer version of Phasewise; nothing of it is taken. Collect it with that version.
ministries-no-version = The hidden sheet of { $file } is gone or was changed, so nobody can tell what the ministry changed. All that differs from the scenario is shown, and nothing is taken until you accept it.
ministries-stale = { $file } is older than the scenario, in which { $cells ->
    [one] one of its cells has changed since
   *[other] { $cells } of its cells have changed since
    }. What the ministry left alone stays as the scenario has it.
ministries-stale-items = { $file } is older than the scenario, in which { $cells ->
    [one] one of its cells has changed since
   *[other] { $cells } of its cells have changed since
    }; { $items ->
    [one] one item of this agency is not in it
   *[other] { $items } items of this agency are not in it
    }. What the ministry left alone stays as the scenario has it.
ministries-sheet-gone = The sheet “{ $sheet }” of { $file } is gone; nothing changes in what it asked. Ask the ministry for the whole file if it should have answered.
ministries-sheet-twice = { $place }: the same questions stand on another sheet too. Both are read; where they differ, you choose.
ministries-columns-gone = { $place }: columns are gone; nothing changes in { $names }.
ministries-rows-gone = { $place }: { $count ->
    [one] a row is gone
   *[other] { $count } rows are gone
    }; nothing changes in { $names }. If the ministry wants to give up an item, delete it in the scenario.
ministries-key-changed = { $place }: the key was changed to “{ $key }”. By its name the row is that of “{ $name }”, and is taken for it.
ministries-key-twice = { $place }: a second row is about “{ $name }”. Both are read; where they differ, you choose.
ministries-row-not-asked = { $place }: this agency was not asked about “{ $name }”; the row is not taken.
ministries-row-unknown = { $place }: “{ $name }” is no item of the scenario, and the sheet of items has no such row; not taken.
ministries-item-vanished = { $file }: the scenario does not have “{ $name }” any more; nothing of it is taken.
ministries-question-vanished = { $file }: the scenario does not ask for “{ $code }” any more; nothing of it is taken.

# Commands
ministries-written = { $file }: { $agency }, { $items ->
    [one] one item
   *[other] { $items } items
    }, { $cells } cells, of which { $empty } empty
ministries-already-there = { $file } is there already, and may have been filled in. Choose another folder, or say --overwrite.
ministries-no-items = The scenario has no items to ask about.
ministries-unknown-agency = There is no agency “{ $agency }” that owns an item. There are: { $known }.
ministries-only-for = --agency, --until, --reply-to, --dated and --overwrite are for --what ministries.
ministries-bad-date = “{ $text }” is no date; write it as 2026-12-31.
ministries-unknown-prefer = “{ $file }” is none of the files that are collected.
ministries-line-file = { $file }: { $agency }, { $answers ->
    [0] nothing was filled in
    [one] one cell was filled in
   *[other] { $answers } cells were filled in
    }
ministries-line-file-refused = { $file }: nothing was taken
ministries-line-change = { $name }: { $change } ({ $place })
ministries-line-held = { $name }: { $change } ({ $place }), not taken
ministries-line-new = New: { $name }
ministries-line-new-held = New: { $name }, not taken
ministries-line-doubt = { $name }: { $why }
ministries-line-chosen = Chosen: { $value }, of { $file }.
ministries-done = { $file }: { $taken ->
    [one] one cell
   *[other] { $taken } cells
    } of { $items ->
    [one] one item
   *[other] { $items } items
    } changed; left for you to decide: { $held } held back, { $conflicts } in conflict.
ministries-dry-run = Nothing was changed. In { $file } { $taken ->
    [one] one cell
   *[other] { $taken } cells
    } of { $items ->
    [one] one item
   *[other] { $items } items
    } would change; left for you to decide: { $held } held back, { $conflicts } in conflict.
edit-collect = answers of { $what }

# In the window: what the ministries are asked, and what came back.
command-ask-ministries = Ask the ministries…
command-collect = Collect the ministries' answers…
dialog-ministries-title = Workbooks for the ministries
dialog-ministries-text = One workbook for each agency, with the cells that it can answer for. What comes back is collected, and nothing changes before you have seen it.
dialog-ministries-agency = { $count ->
    [one] { $name }: { $count } item
   *[other] { $name }: { $count } items
}
dialog-ministries-until = Answers until
dialog-ministries-reply = Sent back to
dialog-ministries-overwrite = Write over workbooks that are there already
dialog-ministries-accept = Write the workbooks
dialog-collect-title = Collect the ministries' answers
dialog-collect-text = The folder with the workbooks that came back, or one of them. Nothing changes before you have seen what they would change.
collect-heading = Answers of the ministries
collect-files = Workbooks
collect-answers = { $count ->
    [one] { $count } cell answered
   *[other] { $count } cells answered
}
collect-date = given out on { $date }
collect-older = the scenario has changed since
collect-refused = Nothing of it can be taken
collect-remarks = To be looked at
collect-conflicts = Conflicts: { $settled } of { $count } settled
collect-keep = Keep what the scenario has
collect-choose = { $who }: { $value }
collect-none = { $folder } holds no workbook (.xlsx or .ods). Choose the folder in which the answers are.
collect-failed = { $file } cannot be looked into: { $why }. Choose another folder.
dialog-ministries-there = { $file } is there already, and may have been filled in. Choose another folder, or allow to write over it.
