# Tables that are imported: what is wrong with a file, what its columns are for, what it would change.

problem-table-no-file = { $file } is no file but a device or a pipe.
problem-table-no-file-remedy = Save the table to a file and choose that.
problem-table-too-large = { $file } has { $megabytes } MB; of a table { $limit } MB are read at most.
problem-table-too-large-remedy = Save only the sheet that holds the services, without pictures.
problem-table-empty = { $file } is empty.
problem-table-empty-remedy = Export the table again, or choose another file.
problem-table-not-text = { $file } is neither a spreadsheet nor text.
problem-table-not-text-remedy = Choose an .xlsx, .xls, .ods, .csv or .tsv file, or save the table as one of these.
problem-table-other-kind = { $file } is { $kind ->
    [pdf] a PDF document
    [picture] a picture
    [archive] an archive of other files
    [html] a web page, whatever its ending says
    [xml] an XML document
    [json] a JSON document
    [scenario] a scenario of Phasewise
    [word] a text document
    [slides] a presentation
    [numbers] a document of Apple Numbers
    [xlsb] a binary Excel workbook (.xlsb)
    [old-excel] a workbook of an Excel from before 1997
   *[other] a file of another kind
    } and no table that can be read.
problem-table-other-kind-remedy = { $kind ->
    [archive] Unpack it and choose the table in it.
    [scenario] Open it as a scenario instead.
   *[other] Open it where it was made, and save the table as .xlsx or .csv.
    }
problem-table-password = { $file } is protected by a password.
problem-table-password-remedy = Open it with the password, save it without one, and choose that file.
problem-table-broken = { $file } is broken: what it says of itself does not hold.
problem-table-broken-remedy = Open it in a spreadsheet program, save it as a new .xlsx file, and choose that; or ask for it again.
problem-table-unpacks-too-large = { $file } unpacks to more than { $limit } MB, which no table of services needs.
problem-table-unpacks-too-large-remedy = If you know who made it, save only the sheet that holds the services.
problem-table-no-sheets = { $file } holds no sheet with cells.
problem-table-no-sheets-remedy = Choose a file with a table in it.
problem-table-no-such-sheet = { $file } has no sheet “{ $name }”. It has: { $known }.
problem-table-no-such-sheet-remedy = Choose one of these.
problem-table-no-rows = { $file } holds no rows under a header.
problem-table-no-rows-remedy = Choose a file, or a sheet, with one row for each service.
problem-table-no-names = { $file } has no column that looks like names or ids of services. Its columns are: { $columns }.
problem-table-no-names-remedy = Say in a mapping file which column holds the names: field: "name".
problem-table-too-long = { $file } has cells down to row { $cell }; { $limit } rows are read at most.
problem-table-too-long-remedy = Delete what stands far below the table, or split it.
problem-table-too-wide = { $file } has something in cell { $cell }; { $limit } columns are read at most.
problem-table-too-wide-remedy = Delete what stands far to the right of the table.
problem-table-too-many-cells = { $file } has more than { $limit } cells between its first and its last filled one.
problem-table-too-many-cells-remedy = Delete what stands far from the table, or save only the sheet that holds it.
problem-table-cell-too-long = In { $file } the cell { $cell } holds more than { $limit } letters: probably a quotation mark is never closed.
problem-table-cell-too-long-remedy = Look at that cell in a text editor, or save the table as .xlsx.
problem-map-field-unknown = The column “{ $column }” shall fill “{ $field }”, which is no field of an item.
problem-map-field-unknown-remedy = Write one of: id, name, name.ru, description, kind, owner, owner.name, capex, opex_per_year, staff_months, duration, earliest_phase, latest_phase, mandatory, goals, requires, scores.CRITERION, channels.CHANNEL, year, note; numbers also with .low or .high.
problem-map-factor = The numbers of the column “{ $column }” shall be times { $factor }, which is not above 0.
problem-map-factor-remedy = Write a number above 0, such as 1000000 where the column counts millions.

import-field-id = Id
import-field-name = Name
import-field-name-in = Name ({ $language })
import-field-description = Description
import-field-description-in = Description ({ $language })
import-field-kind = Kind
import-field-owner = Owner
import-field-owner-name = Name of the owner
import-field-capex = Cost of building
import-field-opex = Running cost a year
import-field-staff = Staff months
import-field-duration = Phases of work
import-field-earliest = Starts at the earliest
import-field-latest = Starts at the latest
import-field-mandatory = Must start
import-field-goals = Goals
import-field-requires = Needs before it
import-field-year = Year of the row
import-field-note = Note
import-field-channel = Share of { $channel }
import-field-low = { $name }, lowest
import-field-high = { $name }, highest
import-yes = yes
import-no = no

import-reason-told = As it was told
import-reason-own-name = The title is the name of the field
import-reason-title = The title speaks of it
import-reason-criterion = The title is the name of the criterion
import-reason-whole = The whole of { $parts } columns, which add up to it
import-reason-part = A part; the parts are added up
import-reason-part-of = Not used: a part of “{ $column }”
import-reason-latest-year = The latest of several years
import-reason-lesser = Not used: “{ $column }” is
import-reason-only-numbers = The only numbers in the table
import-reason-looks-like-names = It looks most like names
import-reason-counter = Not used: it only counts the rows
import-reason-unknown = Not used: nothing in it is known
import-reason-not-in-file = Not used: the mapping does not name it

import-skip-blank = Nothing stands in it
import-skip-total = It adds up other rows
import-skip-numbering = It numbers the columns
import-skip-header = It repeats the header
import-skip-heading = It is a heading over other rows
import-skip-note = It is a remark under the table
import-skip-no-name = It has neither a name nor an id
import-skip-earlier-year = Row { $row } has the same service for a later year
import-skip-repeats = Row { $row } says the same
import-skip-same-id = Row { $row } has the same id { $id }, with other values

import-doubt-not-a-number = { $place }: “{ $text }” is no number; it is not taken.
import-doubt-cell-error = { $place }: the spreadsheet shows the error { $text }; it is not taken.
import-doubt-negative = { $place }: { $number } is below 0; it is not taken.
import-doubt-not-understood = { $place }: “{ $text }” is not known as { $field }; it is not taken.
import-doubt-range-order = { $place }: the lowest, best and highest values are not in this order; the range is not taken.
import-doubt-out-of-line = { $place }: { $number } is far from what the others have, about { $usual }. Is the unit right?
import-doubt-far = { $place }: { $field } would go from { $was } to { $becomes }, a hundred times off. Is the unit right? It is kept as it was unless you accept it.
import-doubt-near-name = The name is nearly that of “{ $name }” ({ $item }), which the table does not hold otherwise. It is not added unless you accept it.
import-doubt-same-name = Row { $row } has the same name, with other values; both are taken.
import-doubt-breaks = With this row the scenario could not be used: { $why }

import-column-lacking = The mapping uses the column “{ $column }”, which the table does not have.
import-line-column = { $column } → { $field }
import-line-skipped = Row { $row } gives nothing. { $why }
import-line-suspicious = Row { $row } is suspicious. { $why }
import-line-more = … and { $count } more.
import-line-missing = { $count ->
    [one] { $count } item of the scenario is not in the table; it stays.
   *[other] { $count } items of the scenario are not in the table; they stay.
}
import-line-map = Columns as in { $file }.
import-done = { $file }: { $added } added, { $changed } changed, { $unchanged } unchanged; { $skipped } rows skipped.
import-dry-run = Nothing was changed. In { $file } there would be { $added } added, { $changed } changed, { $unchanged } unchanged; { $skipped } rows skipped.
edit-import = import of { $what }

view-import = Import
command-import = Import a table…
dialog-import-title = Bring a table in
dialog-import-text = A spreadsheet or a text with columns (.xlsx, .xls, .ods, .csv, .tsv), laid out as it is. Nothing changes before you have seen what it would change.
dialog-import-accept = Look at it
dialog-new-table = From a spreadsheet…
dialog-new-table-text = The services of a table of any layout, as candidates of a new scenario.
import-nothing = Nothing is being brought in. Choose a spreadsheet with one row for each service, or drop it onto the window.
import-reading = Reading the table…
import-comparing = Comparing…
import-other-file = Choose another file…
import-heading = Import { $file }
import-accept = { $count ->
    [one] Take { $count } item in
   *[other] Take { $count } items in
}
import-destination = Into
import-into-present = { $name }
import-into-new = A new scenario
import-sheet = Sheet
import-as-in = Columns as in { $file }
import-keep-map = Keep the mapping in { $file }
import-keep-map-help = Next year's table with these columns is then mapped at once.
import-no-names = No column is used for names or ids, so nothing can be taken in. Say which column holds the names: { $columns }
import-went-out = This workbook went out to a ministry. What it was asked is known, so its answers can be taken in without saying what each column is.
import-collect = Collect its answers
import-columns = { $used } of { $all } columns are used
import-column-theirs = Column of the table
import-column-ours = Fills
import-column-times = Times
import-owner-from-headings = Headings over rows name the owner
import-field-of = What { $column } fills
import-times-of = What the numbers of { $column } are times
import-not-used = Not used
import-new-criterion = New criterion: { $name }
import-fill-down = An empty cell means what stands above it
import-shown-all = All { $count }
import-shown-new = New { $count }
import-shown-changed = Changed { $count }
import-shown-unchanged = Unchanged { $count }
import-shown-suspicious = Suspicious { $count }
import-shown-missing = Missing { $count }
import-shown-skipped = Passed over { $count }
import-take-sound = All that is sound
import-take-sound-help = Takes everything but what is so suspicious that a person should say so.
import-take-all = All
import-take-all-help = Takes what is suspicious, too.
import-take-none = None
import-take-none-help = Takes nothing, to choose one by one.
import-row = Row
import-what = What it does
import-taken = Taken: { $new } new, { $changed } changed, { $removed } taken out
import-take-row = Take { $name }
import-remove-item = Take { $name } out
import-state-new = new
import-state-changed = changed
import-state-unchanged = Nothing changes
import-missing-stays = Not in the table; it stays
import-missing-goes = Not in the table; it is taken out
import-row-title = Row { $row }: { $name }
said-imported = { $file }: { $new } added, { $changed } changed, { $removed } taken out. One step of undo takes it all back.
