"""Errors planted in the methods beyond the plain three, in given payments, and in what becomes of concessions."""

from types import SimpleNamespace

import document
import fitting
import given
import plan
import relief
import stops
import ways
from amounts import INTEREST, ONE, PARTS, PRINCIPAL, half_up


def balloon_of_today(principal, balloon, rate, times):
    """A balloon is worth as much at the start as at the end."""
    return fitting.annuity(principal - balloon, rate, times)


def step_early(rows, every):
    """The first step is taken a row early."""
    return [(row + 1) // every for row in range(rows)]


def rounded_once(option, table, principal, factor, every):
    """Stepped payments are rounded from the first, not each from the one before."""
    first = option.rounding(*fitting.multiplied(principal, factor, every, option.rate, table.times()))
    return [
        option.rounding(first * factor**taken, ONE**taken) for taken in fitting.steps_before(option.count, every)
    ]


def unchecked_payments(option, table, principal, payments, strict):
    """A stepped or smaller payment below its interest is let through."""
    return RIGHT_PAID(option, table, principal, payments, lambda row: False)


def flat_on_what_is_left(option, table, principal):
    """A flat fee is charged on the principal left."""
    times, left, rows = table.times(), principal, []
    for row, (_, repaid) in enumerate(ways.flat(option, table, principal)):
        rows.append((ways.interest_of(option, left, times[row]), repaid))
        left -= repaid
    return rows


def flat_without_the_rest(option, table, principal):
    """The last row's flat interest is rounded by itself."""
    rows = ways.flat(option, table, principal)
    return [*rows[:-1], (ways.interest_of(option, principal, table.times()[-1]), rows[-1][1])]


def one_off_in_one(option, table, principal):
    """Interest of a single payment is rounded once for all rows."""
    rows = ways.one_off(option, table, principal)
    return [*rows[:-1], (ways.interest_of(option, principal, sum(table.times())), principal)]


def interest_last_on_all(option, table, principal):
    """Interest paid at the end is that of the whole principal."""
    rows = ways.interest_last(option, table, principal)
    return [*rows[:-1], (ways.one_off(option, table, principal)[-1][0], rows[-1][1])]



def in_the_order_alone(left, payment, unpaid, order):
    """A given payment settles the plan's interest as its turn comes."""
    return RIGHT_SETTLED(left, payment, 0, order)


def interest_on_interest(option, left, time):
    """Interest that a given payment did not cover bears interest."""
    return option.rounding((left[PRINCIPAL] + left[INTEREST]) * option.rate * time, PARTS)


def never_frozen(claim, option):
    """Agreed days count their first stretch under `frozen`."""
    return RIGHT_DATED(claim, SimpleNamespace(**{**vars(option), "deferral": "accrues"}))


def stretch_from_as_of(claim, option):
    """Agreed days count each stretch from the as-of date."""
    return [
        (day, time and given.stretch(option.basis, claim.as_of, day), amount)
        for day, time, amount in RIGHT_DATED(claim, option)
    ]


def vested_to_nearest(option, waived, made, paid, to_pay):
    """What has vested is rounded to the nearest."""
    above, below = relief.share_by(option, made, paid, to_pay)
    return [half_up(amount * above, below) for amount in waived]


def vested_a_payment_late(option, waived, made, paid, to_pay):
    """A milestone counts only once more payments were made than it says."""
    return RIGHT_VESTED(option, waived, made - 1, paid, to_pay)


def vested_of_what_is_due(option, waived, made, paid, to_pay):
    """What is paid is compared with what was given up, not with what there is to pay."""
    return RIGHT_VESTED(option, waived, made, min(paid, sum(waived)), sum(waived))


def vested_at_the_break(claim, vested, payments):
    """What has vested is taken off on the day of the break, as far as it is still there."""
    for state in RIGHT_STATES(claim, [0] * 6, payments):
        state.vested = vested
        state.owed = [max(0, a - b) for a, b in zip(state.owed, vested)]
        yield state


def vested_not_yet_due(claim, vested, payments):
    """Vested principal is taken from what is not yet due."""
    left = claim.owed[PRINCIPAL] - vested[PRINCIPAL]
    kept = min(left, claim.overdue) + vested[PRINCIPAL]
    return RIGHT_STATES(SimpleNamespace(**{**vars(claim), "overdue": kept}), vested, payments)


def late_while_kept(claim, option):
    """What is not charged is late all the same."""
    accruing = relief.accruing(claim, option)
    return SimpleNamespace(**{**vars(accruing), "late": claim.late})


def no_ceiling_while_kept(claim, option):
    """The ceiling does not hold for a plan's own rate."""
    accruing = relief.accruing(claim, option)
    return accruing if accruing is claim else SimpleNamespace(**{**vars(accruing), "ceiling": None})


def cut_rate_ignored(claim, option):
    """Under the plan's rate the contract's is charged."""
    return SimpleNamespace(**{**vars(relief.accruing(claim, option)), "rate": claim.rate})


def nothing_in_excess(claim, owed, overdue, amount, day):
    """What is paid beyond the claim is forgotten."""
    return RIGHT_SETTLE(claim, owed, overdue, amount, day)[0], 0


RIGHT_PAID, RIGHT_SETTLED, RIGHT_DATED = ways.paid_by_payment, given.settled_by, plan.dated_lines
RIGHT_VESTED, RIGHT_STATES, RIGHT_SETTLE = stops.vested_by, stops.states, stops.settle


def way(**changes):
    """The ways with another one for a name, written with underscores."""
    named = {name.replace("_", "-"): change for name, change in changes.items()}
    return [(ways, "WAYS", {**ways.WAYS, **named})]


def spread_evenly(method):
    """Arrears of a method spread over all its rows."""
    def rows(option):
        return option.count if option.method == method else RIGHT_CARRYING(option)

    return [(ways, "carrying_rows", rows)]


RIGHT_CARRYING = ways.carrying_rows

# What is wrong, and the values that make it so: (module, name, value).
PLANTS = (
    ("a balloon is not discounted", [(ways, "beside_balloon", balloon_of_today)]),
    ("the first step is taken a row early", [(ways, "steps_before", step_early), (fitting, "steps_before", step_early)]),
    ("stepped payments are rounded from the first", [(ways, "multiplied_payments", rounded_once)]),
    ("payments below their interest are let through", [(ways, "paid_by_payment", unchecked_payments)]),
    ("a flat fee is charged on the principal left", way(flat=flat_on_what_is_left)),
    ("the last flat interest is rounded by itself", way(flat=flat_without_the_rest)),
    ("a single payment's interest is rounded once", way(one_off=one_off_in_one)),
    ("interest at the end is that of the whole principal", way(interest_last=interest_last_on_all)),
    ("a single payment's arrears are spread evenly", spread_evenly("one-off")),
    ("smaller payments carry arrears", spread_evenly("minimum-first")),
    ("given payments settle the plan's interest in its turn", [(given, "settled_by", in_the_order_alone)]),
    ("interest carried bears interest", [(given, "interest_of", interest_on_interest)]),
    ("frozen days are counted", [(plan, "dated_lines", never_frozen)]),
    ("agreed days count from the as-of date", [(plan, "dated_lines", stretch_from_as_of)]),
    ("what vests is rounded to the nearest", [(stops, "vested_by", vested_to_nearest)]),
    ("a milestone counts a payment late", [(stops, "vested_by", vested_a_payment_late)]),
    ("a row with nothing to pay counts for a milestone", [(stops, "makes_payment", lambda amount: True)]),
    ("a waiver vests by what was given up", [(stops, "vested_by", vested_of_what_is_due)]),
    ("what has vested is taken off at the break", [(stops, "states", vested_at_the_break)]),
    ("vested principal is taken from what is not yet due", [(stops, "states", vested_not_yet_due)]),
    ("what is not charged is late all the same", [(plan, "accruing", late_while_kept)]),
    ("of caps in another currency a ceiling is made", [(document, "fits", lambda pack, case, as_of: True)]),
    ("a ceiling does not hold while a plan is kept", [(plan, "accruing", no_ceiling_while_kept)]),
    ("a cut rate is ignored", [(plan, "accruing", cut_rate_ignored)]),
    ("what is paid beyond the claim is forgotten", [(stops, "settle", nothing_in_excess)]),
)
