# Variants: scenarios that hold only their differences from a base.

problem-variant-path = “{ $at }” is not the place of anything in a scenario.
problem-variant-path-remedy = Write places with names and keys, such as items["e-tax"].capex.
problem-variant-overlap = This place is changed by two changes: { $other } is the same, holds it or is part of it.
problem-variant-overlap-remedy = Put both into one change, or remove one of them.
problem-variant-other-key = The value goes by another id than the place that it is put in.
problem-variant-other-key-remedy = Give the value the id of the place. To give an element another id, remove the old one and add the new one.
problem-variant-two-places = A change says both “after” and “first”.
problem-variant-two-places-remedy = Keep one of the two.
problem-variant-empty-change = A change says neither what there is now, nor what was removed, nor where an element is moved.
problem-variant-empty-change-remedy = Give “now”, or “was” for something that is removed, or “after” for something that is moved; or remove the change.
problem-variant-circle = { $base } is a variant of this file, or is this file: nothing would be the base of all.
problem-variant-circle-remedy = Name a base that does not rest on this file.
problem-variant-too-deep = { $base } would be one base too many: a variant rests on { $most } files at most, one on the other.
problem-variant-too-deep-remedy = Save one of the bases as a whole scenario, or name a base further down.
problem-variant-base-missing = The base of this variant is not there: { $file }.
problem-variant-base-missing-remedy = Put it back, or correct “base”: it is the way from the folder of this file.
problem-variant-base-unusable = The base of this variant cannot be used: { $base } has { $count ->
    [1] a problem
   *[other] { $count } problems
}.
problem-variant-base-unusable-remedy = Mend the base first.
problem-variant-alone = This is a variant: it holds only differences from a base, which takes a file beside it.
problem-variant-alone-remedy = Open the file itself, not its text.
problem-variant-stale = { $had ->
    [yes] The variant changed this when the base had { $was }
   *[no] The variant added this when the base had nothing here
}{ $has ->
    [yes] , and now the base has { $now }.
   *[no] , and now the base no longer has it.
}{ $own ->
    [yes] { " " }The variant keeps { $ours }.
   *[no] { " " }In the variant it stays removed.
}
problem-variant-stale-remedy = Look which is right. To keep the variant’s, let “was” say what the base has now; to follow the base, remove the change.
problem-variant-gone = The variant changes this, but the base has no such thing any more. The change waits in the file and does nothing.
problem-variant-gone-remedy = Remove the change, or correct its place if it is misspelt.

variant-in-base = In { $file }: { $message }
variant-merge-mixed = Some of these files are variants, which hold only differences, and some are whole scenarios. They were left as they are. Make all of them the same, then merge again.
variant-header = This is a variant: it holds only what differs from its base.
save-is-base = Not written: { $file } is the base of this variant. Choose another file.

command-try-variant = Try a variant of this file
command-save-as-variant = Save as a variant of…
command-save-as-whole = Save as a whole file…
dialog-variant-title = Save as a variant
dialog-variant-text = The file will hold only what differs from its base, and follow what becomes of the base.
dialog-variant-base = Base
dialog-variant-own = Where to save the variant:
dialog-whole-title = Save as a whole file
dialog-whole-text = The file will hold everything and no longer follow a base.
said-variant-needs-file = Save this scenario first: a variant names the file that it is a variant of
said-variant = This is a variant: its file will hold only what differs from its base
variant-of = Variant of { $base }
variant-kept = { $count ->
    [one] One change is of something that the base no longer has; it waits in the file
   *[other] { $count } changes are of things that the base no longer has; they wait in the file
}
variant-stale-title = Places where the base has changed since
variant-stale = base had { $was }, has { $now }; ours { $ours }
variant-keep-ours = Keep ours
variant-keep-ours-at = Keep ours at { $place }
variant-take-base = Take the base's
variant-take-base-at = Take the base's at { $place }
edit-take-base = what the base has: { $what }
