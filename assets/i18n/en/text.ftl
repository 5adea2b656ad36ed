# What is wrong in the text of a scenario file, and what to do about it.
# The arguments of each message are those of the problem with its code.

problem-empty = The file is empty.
problem-empty-remedy = Write at least the scenario's schema, title, criteria and items, or begin with “phasewise new”.

problem-too-large = The file has { $bytes } bytes; { $limit } is the most that is read.
problem-too-large-remedy = Check that this is a scenario file; if it is, split it or leave out what is not needed.

problem-not-utf8 = The file is not text in UTF-8{ $kind ->
    [utf-16] : it is UTF-16
   *[other] : byte { $byte } at offset { $offset } is no character
    }.
problem-not-utf8-remedy = Save it again with the encoding UTF-8.

problem-nul = The file holds a zero byte at offset { $offset }, so it is no text.
problem-nul-remedy = Check that this is a scenario file and that it was not damaged by an interrupted save.

problem-too-deep = Brackets are nested more than { $limit } deep.
problem-too-deep-remedy = Check the brackets before this place; no scenario needs this depth.
problem-too-long = Here more than { $limit } elements stand in one list or group.
problem-too-long-remedy = Check that this is a scenario file, or split the programme.
problem-too-many-values = The file holds more than { $limit } values.
problem-too-many-values-remedy = Check that this is a scenario file, or split the programme.

problem-duplicate-field = “{ $field }” stands here a second time; the first is on line { $first_line }, column { $first_column }.
problem-duplicate-field-remedy = Remove one of the two.

problem-duplicate-alias = “{ $field }” is given twice, under two names.
problem-duplicate-alias-remedy = Remove one of the two.

problem-syntax-expected-value = A value is expected here, but { $found ->
    [eof] the file ends
   *[other] “{ $found }” stands here
    }.
problem-syntax-expected-value-remedy = Write a number, a text in double quotes, true or false, or a list, map or group in brackets.

problem-syntax-expected-name = The name of a field is expected here, but { $found ->
    [eof] the file ends
   *[other] “{ $found }” stands here
    }.
problem-syntax-expected-name-remedy = Write a name, a colon and a value. If a number stands here, note that numbers take a decimal point, not a comma: 3.5.

problem-syntax-expected-colon = After the name “{ $name }” a colon is expected, but { $found ->
    [eof] the file ends
   *[other] “{ $found }” stands here
    }.
problem-syntax-expected-colon-remedy = Write a colon between a name and its value.

problem-syntax-equals = Here stands “=” between the name “{ $name }” and its value.
problem-syntax-equals-remedy = Write a colon instead.

problem-syntax-missing-comma = Before “{ $found }” a comma is missing.
problem-syntax-missing-comma-remedy = Write a comma between two elements or fields. Numbers are written without blanks, such as 20000.

problem-syntax-extra-comma = Here stands a comma with nothing before it.
problem-syntax-extra-comma-remedy = Remove it, or write the value that is missing before it.

problem-syntax-trailing-comma = JSON allows no comma before a closing bracket.
problem-syntax-trailing-comma-remedy = Remove the comma.

problem-syntax-unclosed = The bracket “{ $open }” that opens here is never closed.
problem-syntax-unclosed-remedy = Write the closing bracket “{ $close }” where it belongs.

problem-syntax-mismatch = Here stands “{ $found }”, but the bracket “{ $open }” of line { $open_line }, column { $open_column } must first be closed by “{ $expected }”.
problem-syntax-mismatch-remedy = Make the brackets agree.

problem-syntax-after-end = The scenario has ended, but “{ $found }” follows.
problem-syntax-after-end-remedy = Put everything within one pair of brackets, and remove what stands after it.

problem-syntax-unclosed-text = The text that begins here has no closing quote.
problem-syntax-unclosed-text-remedy = Close it with a double quote; a double quote within a text is written \".

problem-syntax-unclosed-comment = The comment that begins here is never closed.
problem-syntax-unclosed-comment-remedy = Close it with */.

problem-syntax-escape = “{ $found }” is no escape that a text may hold.
problem-syntax-escape-remedy = Write \\ for a backslash, \" for a quote, \n for a new line.

problem-syntax-control = A text in JSON must not hold the control character { $found } as it is.
problem-syntax-control-remedy = Write it as an escape: \n for a new line, \t for a tabulator.

problem-syntax-number = “{ $found }” is not a number.
problem-syntax-number-remedy = Write digits with a decimal point and without a unit, such as 3.5, 20000 or 1e6. Put dates and versions in double quotes.

problem-syntax-quote = Here stands the quote { $found }, which encloses no text.
problem-syntax-quote-remedy = Use straight double quotes: "…".

problem-syntax-word = In JSON the word “{ $found }” must be in double quotes.
problem-syntax-word-remedy = Write "{ $found }"; only true, false and null stand without quotes.

problem-syntax-hyphen = The name “{ $found }” holds a hyphen and stands without quotes.
problem-syntax-hyphen-remedy = Write "{ $found }".

problem-syntax-hash = Comments do not begin with #.
problem-syntax-hash-remedy = Begin a comment with //.

problem-syntax-header = The line of extensions that begins here is not complete.
problem-syntax-header-remedy = Write it as #![enable(implicit_some)], or leave it out: it is not needed.

problem-syntax-comment = JSON has no comments.
problem-syntax-comment-remedy = Remove it, or keep the scenario as a .ron file, which may hold comments.

problem-syntax-space = Here stands the character { $found }, which looks like a blank but is none.
problem-syntax-space-remedy = Replace it by a blank.

problem-syntax-byte-text = A text of bytes, b"…", has no use in a scenario.
problem-syntax-byte-text-remedy = Leave out the b.


problem-syntax-stopped = After { $shown } problems of this kind the rest of the file was not looked at.
problem-syntax-stopped-remedy = Mend those first, then check again.

problem-too-many = More than { $shown } problems were found; the others are not listed.
problem-too-many-remedy = Mend those first, then check again.

problem-unknown-field = There is no field “{ $found }” here. { $near ->
    [yes] Did you mean “{ $nearest }”?
   *[no] Nothing of a similar name exists here.
    }
problem-unknown-field-remedy = { $known ->
    [yes] Fields allowed here: { $allowed }.
   *[no] Remove the field or correct its name.
    }

problem-missing-field = The field “{ $field }” is missing here.
problem-missing-field-remedy = Add “{ $field }”.

problem-wrong-type = Here { $found ->
    [nothing] nothing is given
    [yes-no] stands { $value }
    [number] stands the number { $value }
    [text] stands the text "{ $value }"
    [word] stands the word { $value } without quotes
    [list] stands a list
    [map] stands a map
    [group] stands a group of fields
    [choice] stands { $value }(…)
    [part] stands something of another type within: { $value }
   *[other] stands something else
    }, but { $expected ->
    [yes-no] true or false is needed.
    [number] a number is needed.
    [whole-number] a whole number is needed.
    [text] a text in double quotes is needed.
    [character] a single character is needed.
    [list] a list is needed.
    [group] a group of fields is needed.
    [map] a map of names to values is needed.
    [choice] a choice is needed.
    [nothing] nothing is needed.
   *[other] { $expectation } is needed.
    }
problem-wrong-type-remedy = { $expected ->
    [yes-no] Write true or false.
    [number] Write a number without quotes, such as 3.5.
    [whole-number] Write a number without decimals, such as 3.
    [text] Write it as "…".
    [character] Write it as "a".
    [list] Write it in square brackets, also if there is only one: […].
    [group] Write its fields in brackets, each with its name. { $known ->
        [yes] Fields: { $allowed }.
       *[no] { "" }
    }
    [map] Write pairs of a name and a value in brackets.
    [choice] Write one of: { $allowed }.
    [nothing] Leave the value out.
   *[other] Write { $expectation }.
    }

problem-wrong-name = Before the bracket stands the name “{ $found }”, but “{ $expected }” belongs here.
problem-wrong-name-remedy = Leave the name before the bracket out.

problem-unknown-variant = “{ $found }” is not among the choices here. { $near ->
    [yes] Did you mean “{ $nearest }”?
   *[no] Nothing of a similar name exists here.
    }
problem-unknown-variant-remedy = { $known ->
    [yes] Choices: { $allowed }.
   *[no] There is nothing to choose from here.
    }

problem-one-variant = Here stand { $count } choices, but exactly one is needed.
problem-one-variant-remedy = Keep one of: { $allowed }.

problem-variant-content = The choice “{ $variant }” stands here without its content.
problem-variant-content-remedy = Write what belongs to it in brackets after its name.

problem-variant-bare = The choice “{ $variant }” takes no content.
problem-variant-bare-remedy = Write its name alone.

problem-wrong-length = Here stand { $found } elements, but { $expectation } is needed.
problem-wrong-length-remedy = Add or remove elements until the number is right.

problem-not-finite = Here stands { $found }, which is no finite number.
problem-not-finite-remedy = Write a number; leave the field out if nothing is known.

problem-out-of-range = { $found } is out of range: from { $least } to { $most } is allowed.
problem-out-of-range-remedy = Write a whole number in this range.

problem-invalid-value = The value { $value } does not fit: { $expectation } is needed.
problem-invalid-value-remedy = Write { $expectation }.

problem-no-form = What stands here has none of the forms that are allowed.
problem-no-form-remedy = Compare it with an example, such as the scenario that “phasewise new” writes.

problem-custom = { $message }
problem-custom-remedy = Correct what stands here.
