# What is wrong with a scenario, or worth a look, and what to do about it.
# Arguments are texts; their names are those of the problem with the same code.

## Ids and references

problem-id-empty = Number { $number } in this list has no id (needed for each { $what ->
    [criterion] criterion
    [weight-set] weight set
    [phase] phase
    [fund] source of money
    [agency] agency
    [goal] goal
    [measure] forecast measure
    [channel] channel
    [register] register
    [indicator] indicator
    [risk] risk
    [fact] fact
    [benchmark] benchmark
    [rule] rule
    [contradiction] contradiction
    [index] readiness index
    [component] component
    [level] level
    [speed] row of the speed table
    [function] function of governance
   *[other] item
    }).
problem-id-empty-remedy = Give it a short name without blanks that nothing else in the list has.

problem-id-duplicate = The id “{ $id }” stands twice in this list: numbers { $first } and { $second } (each { $what ->
    [criterion] criterion
    [weight-set] weight set
    [phase] phase
    [fund] source of money
    [agency] agency
    [goal] goal
    [measure] forecast measure
    [channel] channel
    [register] register
    [indicator] indicator
    [risk] risk
    [fact] fact
    [benchmark] benchmark
    [rule] rule
    [contradiction] contradiction
    [index] readiness index
    [component] component
    [level] level
    [speed] row of the speed table
    [function] function of governance
   *[other] item
    } needs its own).
problem-id-duplicate-remedy = Rename one of the two, and the references that mean it, or remove it.

problem-id-unknown = “{ $id }” leads nowhere: there is no such { $what ->
    [criterion] criterion
    [weight-set] weight set
    [phase] phase
    [fund] source of money
    [agency] agency
    [goal] goal
    [measure] forecast measure
    [channel] channel
    [register] register
    [indicator] indicator
    [risk] risk
    [fact] fact
    [benchmark] benchmark
    [rule] rule
    [contradiction] contradiction
    [index] readiness index
    [component] component
    [level] level
    [speed] row of the speed table
    [function] function of governance
   *[other] item
    }. { $near ->
    [yes] Did you mean “{ $nearest }”?
   *[no] Nothing of a similar name exists.
    }
problem-id-unknown-remedy = Correct the name, add what is missing to its list, or remove the reference.

## Numbers

problem-number-not-finite = Here stands { $value }, which is no finite number.
problem-number-not-finite-remedy = Write a number, or leave the field out if nothing is known.

problem-number-negative = Here stands { $value }, but a number below 0 makes no sense here.
problem-number-negative-remedy = Write 0 or more.

problem-number-outside = Here stands { $value }, but only { $least } to { $most } is possible.
problem-number-outside-remedy = Write a number from { $least } to { $most }. Shares and chances are parts of 1, not per cent, unless the field says per cent.

problem-range-order = The range is out of order: low { $low }, best { $best }, high { $high }.
problem-range-order-remedy = Order them so that low ≤ best ≤ high; levels are ordered by their values.

problem-discount-rate = A discount rate of { $value } would make later years worth nothing or less than nothing.
problem-discount-rate-remedy = Write a rate above -1, such as 0.05 for five per cent a year.

problem-discount-rate-percent = A discount rate of { $value } means { $percent } per cent a year.
problem-discount-rate-percent-remedy = If you mean per cent, divide by 100: five per cent is 0.05.

problem-phase-length = A phase cannot be { $value } years long.
problem-phase-length-remedy = Write a length above 0, such as 1 for a year or 0.5 for half a year.

## Scales of criteria

problem-scale-ends-equal = Both ends of the scale are { $value }, so every score would be worth the same.
problem-scale-ends-equal-remedy = Give the score of the worst level and a different one for the best.

problem-scale-log-end = A logarithmic scale cannot end at { $value }.
problem-scale-log-end-remedy = Write an end above 0, or use a linear scale.

problem-scale-points-few = A scale through points needs two of them or more; here there are { $count }.
problem-scale-points-few-remedy = Add points as [score, value], or use a linear scale.

problem-scale-points-order = The scores of the points must rise, but { $score } follows { $before }.
problem-scale-points-order-remedy = Sort the points by score and keep one for each score.

problem-scale-levels-empty = The scale has no levels, so nothing can be scored on it.
problem-scale-levels-empty-remedy = Add levels with values from 0 to 100.

problem-scale-missing = “{ $criterion }” is computed but has no scale, so it counts for nothing.
problem-scale-missing-remedy = Give it a value function, such as linear with a worst and a best score.

problem-group-empty = The group “{ $criterion }” has no members and no scale, so nothing is scored under it.
problem-group-empty-remedy = Give it a value function if it is a criterion, or let criteria name it as their parent, or remove it.

problem-parent-is-leaf = “{ $criterion }” stands under “{ $parent }”, which has a scale of its own and cannot be a group.
problem-parent-is-leaf-remedy = Choose a group as parent, or take the value function from “{ $parent }”.

problem-parent-cycle = The { $what ->
    [goal] goals
   *[other] criteria
    } stand under each other in a circle: { $cycle }.
problem-parent-cycle-remedy = Take the parent from one of them, so that the tree has a top.

## Work, money and shares

problem-duration-zero = An item cannot take 0 phases.
problem-duration-zero-remedy = Write 1 or more, or leave the field out.

problem-profile-length = The list has { $found } entries, but the work takes { $duration } phases.
problem-profile-length-remedy = Give one entry for each phase of work, or correct the duration.

problem-profile-ignored = The profile is not used, as the cost is already given phase by phase.
problem-profile-ignored-remedy = Remove the profile, or give the cost as one total.

problem-shares-sum = The shares add up to { $sum }, not to 1.
problem-shares-sum-remedy = Change them so that they add up to 1.

problem-maturity-order = The service stands at level { $now } and shall reach { $target }{ $bounded ->
    [yes] ; the highest that makes sense is { $max }
   *[no] {""}
    }: these do not rise.
problem-maturity-order-remedy = Order them so that now ≤ target ≤ max.

## Time

problem-dates-reversed = The phase ends on { $end }, before it starts on { $start }.
problem-dates-reversed-remedy = Correct one of the two dates.

problem-phases-order = The phase “{ $phase }” is listed after “{ $before }” but does not start later.
problem-phases-order-remedy = List the phases in order of time.

problem-phases-overlap = The phase “{ $phase }” starts on { $start }, while “{ $before }” lasts until { $end }.
problem-phases-overlap-remedy = Let each phase start after the one before has ended.

problem-series-order = The years of the series must rise, but { $year } follows { $before }.
problem-series-order-remedy = Sort the entries by year and keep one for each year.

## Links between items

problem-link-self = “{ $item }” is its own prerequisite.
problem-link-self-remedy = Remove the link, or name the item that is really meant.

problem-link-twice = “{ $item }” names “{ $needs }” twice among what it requires.
problem-link-twice-remedy = Keep the stricter of the two links.

problem-any-of-empty = “{ $item }” needs one of several items, but the list of them is empty, so it could never start.
problem-any-of-empty-remedy = Name the alternatives, or remove the list.

problem-exclusive-few = A group of items of which at most one may start needs two different items or more, each named once; different ones here: { $found }.
problem-exclusive-few-remedy = Name the items that exclude each other, or remove the group.

problem-synergy-pair = A synergy joins exactly two different items; different ones here: { $found }.
problem-synergy-pair-remedy = Name two different items; write several pairs for more.

problem-cycle-lag = These items wait for each other in a circle: { $cycle } (each needs the next). Waits in the circle, in phases: { $phases }; so none of them can ever start.
problem-cycle-lag-remedy = Remove one of the links, make it a preferred order (soft), or take its lag away so that the items may start together.

problem-cycle-together = These items need each other without a lag and so start together or not at all: { $items }.
problem-cycle-together-remedy = If this is meant, nothing is to be done; else remove one of the links.

problem-exclusive-needed = “{ $item }” needs both “{ $one }” and “{ $other }” (itself among them, it may be), but at most one of the two may start.
problem-exclusive-needed-remedy = Let it need either of them (requires_any_of), remove a prerequisite, or lift the exclusion.

problem-never-starts = “{ $item }” can start in no phase: { $why ->
    [window] its latest phase comes before its earliest
    [over] it has not begun, and the last phase in which it may start is over
    [pin] it is pinned to a phase outside its window
    [gate] the infrastructure that it needs is not reached on any channel within its window, even with every access project
    [decided] it needs “{ $blocker }”, which a person decided not to start
    [alternatives] none of the alternatives that it needs leaves it a phase in its window
   *[late] it needs “{ $blocker }”, which leaves it no phase in its window
    }.
problem-never-starts-remedy = Widen the window, change the pin or the decision, shorten a lag, or add what the gate lacks, such as a service centre as a channel.

## What has happened

problem-progress-started = “{ $item }” has begun, but it does not say in which phase.
problem-progress-started-remedy = Give the phase in which its work began as started.

problem-progress-future = “{ $item }” is said to have begun in { $phase }, but today is { $today }.
problem-progress-future-remedy = Correct the phase, or move today on.

problem-progress-ends = { $why ->
    [order] “{ $item }” is said to end in { $phase }, before it began in { $other }.
    [done] “{ $item }” is said to be done, but its work to end in { $phase }, after today ({ $other }).
   *[running] “{ $item }” is said to run, but its work to end in { $phase }, before today ({ $other }).
    }
problem-progress-ends-remedy = Correct the phase in which it ends, or its status.

problem-progress-not-begun = “{ $item }” has not begun, yet it says { $field }; this counts for nothing.
problem-progress-not-begun-remedy = Say that it is running or done, or remove the field.

problem-progress-percent = “{ $item }” says how much of its work is done, though it is not running.
problem-progress-percent-remedy = Remove the figure, or say that it is running.

problem-progress-no-today = “{ $item }” has begun or was stopped, but nobody says which phase is now; so the plan may start others in phases that are over.
problem-progress-no-today-remedy = Give the phase that is now as today among the settings.

problem-progress-beyond = The work of “{ $item }” goes on after the last phase, { $last }; the plan counts it as done then.
problem-progress-beyond-remedy = Add phases if this matters; else leave it.

problem-progress-pin = { $why ->
    [past] “{ $item }” was pinned to { $phase }, which is over, and has not begun; the pin holds no more.
    [stopped] “{ $item }” was stopped, though it is pinned to { $phase }; it is not in the plan.
    [excluded] “{ $item }” has begun, though a person decided that it does not start; it stays where it began.
   *[elsewhere] “{ $item }” is pinned to { $phase }, but began in another phase; it stays where it began.
    }
problem-progress-pin-remedy = Remove the pin, or correct the progress.

problem-progress-order = “{ $item }” began in { $phase } without what it needs: { $needs }.
problem-progress-order-remedy = Check the progress of both; what has begun stays in the plan all the same.

problem-progress-exclusive = “{ $one }” and “{ $other }” have both begun, though at most one of them may start.
problem-progress-exclusive-remedy = Stop one of them, or lift the exclusion; until then both stay in the plan.

problem-overspent = Items that have begun use { $used } in { $phase }, but there are { $limit }{ $what ->
    [budget] {""} to build
    [opex_cap] {""} to run what is in service
    [co_funding] {""} from “{ $of }”
    [staff_by_agency] {""} staff months of “{ $of }”
   *[staff_months] {""} staff months
    }. { $over ->
    [yes] That is spent; the plan goes on as if it had been there.
   *[no] Nothing else can start there.
    }
problem-overspent-remedy = Check the limit and the progress of what has begun, or stop something.

## Rules of the method

problem-review-missing = “{ $item }” scores { $score } on “{ $criterion }” ({ $threshold } or more asks for a review), but no process review comes before it.
problem-review-missing-remedy = Let it require a process review, or add the missing reviews with one command. To automate a bad process makes it a faster bad process.

problem-review-late = “{ $item }” scores { $score } on “{ $criterion }” ({ $threshold } or more asks for a review), but its review may start too late: phases between the two are { $found }, and { $lag } are asked for.
problem-review-late-remedy = Raise the lag of the link to the review.

problem-register-undelivered = The register “{ $register }” is read by “{ $reader }” (items that read it: { $count }), but it does not exist yet and no item delivers it.
problem-register-undelivered-remedy = Name the item that delivers it, add one, or mark the register as existing.

problem-register-not-required = “{ $item }” reads the register “{ $register }”, which “{ $by }” delivers, but { $preferred ->
    [yes] that item is only preferred or one of several alternatives
   *[no] it does not require that item
    }, so it may start without its data.
problem-register-not-required-remedy = Make “{ $by }” a hard prerequisite if the service cannot work without it; else leave it.

problem-forecast-missing = “{ $item }” needs a level of “{ $measure }”, but there is no forecast of it.
problem-forecast-missing-remedy = Add a series of years to the measure, or take the need from the channel.

## Scores and weights

problem-score-missing = “{ $item }” has no score on: { $criteria } (missing: { $count }). A missing score is not a zero; it is treated as the scenario’s policy says.
problem-score-missing-remedy = Score it, with a range if you are unsure.

problem-score-outside = The score { $value } of “{ $item }” on “{ $criterion }” lies outside the scale, { $least } to { $most }, and counts as its end.
problem-score-outside-remedy = Check the unit of the score, or widen the scale and think its weight over again.

problem-score-wants-level = “{ $item }” has the number { $value } on “{ $criterion }”, which is scored by levels.
problem-score-wants-level-remedy = Write one of its levels: { $allowed }.

problem-score-wants-number = “{ $item }” has the level “{ $value }” on “{ $criterion }”, which is scored in numbers.
problem-score-wants-number-remedy = Write a number in the criterion’s unit.

problem-level-unknown = “{ $id }”, the score of “{ $item }” on “{ $criterion }”, is not one of the levels of this criterion. { $near ->
    [yes] Did you mean “{ $nearest }”?
   *[no] Nothing of a similar name exists.
    }
problem-level-unknown-remedy = Write one of: { $allowed }.

problem-score-on-group = “{ $item }” has a score on “{ $criterion }”, which is a group; it counts for nothing.
problem-score-on-group-remedy = Score the criteria of the group instead.

problem-score-on-computed = “{ $item }” has a score on “{ $criterion }”, which the program computes; what was entered counts for nothing.
problem-score-on-computed-remedy = Remove the score, or let the criterion be entered.

problem-weights-no-criterion = The weight set “{ $set }” names none of the scenario’s criteria, so it would weigh all of them alike.
problem-weights-no-criterion-remedy = Give swings to the criteria, or remove the set.

problem-weights-all-zero = All swings of the weight set “{ $set }” are 0, so it would weigh all criteria alike.
problem-weights-all-zero-remedy = Give 100 to the swing that is worth most, and to the others what they are worth against it.

problem-weights-highest = The highest swing of the weight set “{ $set }” is { $highest }, not 100. Only the ratios count, but people compare better against 100.
problem-weights-highest-remedy = Scale the swings so that the highest is 100.

problem-criterion-unweighted = No weight set names the criterion “{ $criterion }”, so it counts for nothing.
problem-criterion-unweighted-remedy = Give it a swing where it matters, or remove it.
