# Words of what is printed: pictures, the decision note and its annex.

paper-page-of = page { $page } of { $of }
paper-note = Decision note
paper-annex = Annex
paper-note-lead = It is proposed to start { $planned } of { $items } candidates in { $phases }. Building them costs { $capex }; running them costs { $opex } a year once all of them work.
paper-note-decide = To decide now: { $count ->
    [one] the start of { $count } item
   *[other] the start of { $count } items
} in { $phase }, for { $capex } in all.
paper-no-plan = There is no plan to propose yet.
paper-figure-planned = of { $items } candidates are planned
paper-figure-capex = to build
paper-figure-opex = a year to run, once all work
paper-figure-gap = is the most that any other order could gain (proven)
paper-figure-optimal = could be gained by another order: none is better (proven)
paper-what = What is proposed
paper-starts = Starts
paper-items = What starts, best first
paper-and-more = { $names }; and { $count } more
paper-more-phases = { $count ->
    [one] { $count } later phase stands in the annex.
   *[other] { $count } later phases stand in the annex.
}
paper-cost = What it costs
paper-cost-note = Bars are what the plan uses, dashed lines what there is.
paper-why = Why in this order
paper-why-intro = What starts first and is worth most, on a scale of 0 to 100, and what counts most for it:
paper-counts-most = Counts most, with its points
paper-good = How good this plan is
paper-rests = What it rests on
paper-rests-figures = Scores, costs and links: { $all } figures. { $stated } stand in a source document, { $derived } follow from such, { $assumed } are assumptions, and { $unknown } have no source on record. { $ranged } carry a range from lowest to highest.
paper-settings = Settings that hold for all: { $settings }.
paper-dissent = Who would choose otherwise
paper-dissent-intro = Other methods on the same scores, and other people’s weights: how many of our first { $count } are among their first { $count }, and what differs.
paper-view = By whom
paper-in-common = In common
paper-would-take = Would take in
paper-would-drop = Would leave out
paper-blend = All sets by their influence
paper-decisions = Decisions on record:
paper-left = What is left out
paper-left-count = { $count ->
    [one] { $count } candidate is not planned:
   *[other] { $count } candidates are not planned. Those worth most among them:
}
paper-criteria = Criteria and weights
paper-weight-sets = Whose weights are which
paper-scores-note = Each candidate by rank, with what it scores, what that is worth on the criterion’s scale, the points that it adds, and where the score comes from.
paper-scores-left-out = The scores of { $items } candidates with their sources would fill too many pages. The workbook (.xlsx) has them.
paper-computed = Computed by the program
paper-robustness-note = The plan follows one method and one set of weights. Here stands what place each candidate would have under others: the shorter the grey line, the surer the place.
picture-roadmap = Roadmap: { $planned } of { $items } candidates over { $phases } phases, each with a bar from the phase in which it starts to its last phase of work, in lanes. Tables in the same document say the same.
picture-ranking = Ranking of { $items } candidates, each with a bar of what the criteria add to its value. First is { $best }.
picture-robustness-title = How firm the ranking is
picture-robustness = For each of { $items } candidates the place that it has and the places that { $views } other methods and weights give it.
picture-own-place = place in this ranking
picture-other-weights = place under other weights
picture-spending = { $name }, by phase, used and limit: { $phases }.
picture-graph = Graph of { $items } candidates with { $links } links from what is needed to what needs it. The table of dependencies says the same.
picture-one-of = One of several must come first
picture-cycle = Need each other
method-wsm = Weighted sum
method-topsis = TOPSIS
method-vikor = VIKOR
method-promethee2 = PROMETHEE II
