# The table of all items, and what is typed, copied and pasted there.

view-table = Table

sheet-name = Name
sheet-kind = Kind
sheet-owner = Owner
sheet-value = Value
sheet-phase = Planned
sheet-capex = Cost to build
sheet-opex = Running cost a year
sheet-staff = Staff months
sheet-duration = Phases of work
sheet-earliest = Not before
sheet-latest = Not after
sheet-mandatory = Must start
sheet-yes = yes
sheet-no = no
sheet-left-out = left out
sheet-of = { $field } of { $item }
sheet-range = { $low } to { $high }

sheet-empty = What is known about the items stands here, a row for each: type it, or paste it from a spreadsheet
sheet-heading-hint = Click: select the column · double click, or Alt+Down in it: sort by it
sheet-cells = { $count } cells
sheet-sums = { $count } cells · { $numbers ->
    [one] one number
   *[other] { $numbers } numbers
} · sum { $sum } · mean { $mean }
sheet-fill = { $count ->
    [one] New value of this cell
   *[other] New value of { $count } cells
}
sheet-fill-name = New value of the selected cells
sheet-fill-enter = Enter
sheet-fill-hint = A value for all selected cells; +10 % or −10 % changes each number by a share of itself
sheet-copied = { $count ->
    [one] One cell copied
   *[other] { $count } cells copied
}
sheet-some-refused = { $count ->
    [one] One cell
   *[other] { $count } cells
} left as before: { $why }

sheet-paste-title = Paste these cells?
sheet-paste-changing = { $count ->
    [one] One cell changes
   *[other] { $count } cells change
}
sheet-paste-same = { $count ->
    [one] one holds it already
   *[other] { $count } hold it already
}
sheet-paste-refused = { $count ->
    [one] one cannot be entered
   *[other] { $count } cannot be entered
}
sheet-paste-new = { $count ->
    [one] one new item
   *[other] { $count } new items
}
sheet-paste-accept = { $count ->
    [one] Change one cell
   *[other] Change { $count } cells
}
sheet-paste-nothing = Nothing changes: the cells hold that already
sheet-new-item = { $name } (new)
sheet-column = Column
sheet-was = Was
sheet-becomes = Becomes

sheet-refused-result = The program works this out; nothing can be entered
sheet-refused-no-number = This is not a number
sheet-refused-negative = This cannot be below 0
sheet-refused-not-whole = This must be a whole number from 1 on
sheet-refused-unknown = Must be one of: { $allowed }
sheet-refused-by-phase = The cost is given phase by phase; change it under Money in Decide
sheet-refused-several-agencies = Several agencies give staff; change it under Money in Decide
sheet-refused-empty = This cannot be empty
sheet-refused-nothing-to-change = There is no number yet to change by a share
sheet-refused-outside = There is no cell here; a new row needs a name

edit-cell = { $what }
edit-cells = { $what } cells of the table
