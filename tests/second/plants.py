"""Errors planted in the second writing: each has to show within the documents that are tried."""

from contextlib import contextmanager

import amounts
import dates
import document
import instalments
import plan
import stops
import timetable
from amounts import CHARGES, COMPOUND, COSTS, INTEREST, PENALTY, PRINCIPAL


@contextmanager
def planted(changes):
    """Puts values in place of those of modules, for a while."""
    before = [(module, name, getattr(module, name)) for module, name, _ in changes]
    for module, name, value in changes:
        setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)


def late_switch(claim, day):
    """The order of allocation changes a day late."""
    if claim.switch and (day - claim.since).days > claim.switch[0]:
        return claim.switch[1]
    return claim.order


def drifting_step(day, frequency, count):
    """Each month is counted from the one before, so that the 31st is lost."""
    if frequency[0] != "months" or count <= 0:
        return dates.step(day, frequency, count)
    for _ in range(count):
        day = dates.add_months(day, frequency[1])
    return day


def overdue_last(claim, owed, overdue, amount, day):
    """A payment settles principal not yet due before overdue principal."""
    _, above = RIGHT_SETTLE(claim, owed, overdue, amount, day)
    return min(overdue, owed[PRINCIPAL]), above


def shrunk_down(principal, whole, left):
    """What is left of principal is rounded toward nought."""
    return principal * left // whole if whole else 0


def truncated_blend(rate, principal, arrears):
    """The rate of the whole is cut to a step."""
    return rate * principal // (principal + arrears) if arrears else rate


def waive_after_capitalising(claim, option):
    """Waivers of what is capitalised are lost."""
    waived = RIGHT_CONCEDE(claim, option)
    return [0 if carry == "capitalised" and amount else amount for carry, amount in zip(option.carry, waived)]


def stretch_in_days(basis, start, end):
    """Time before the instalments counts days over 365 under `periodic`."""
    return dates.DAY_COUNTS["act/365f" if basis == "periodic" else basis](start, end)


def always_regular(basis, frequency, start, first_due):
    """An odd first period counts as a regular one."""
    return dates.later_period(basis, frequency, start, first_due)


def compound_on_compound(claim, owed, overdue, time):
    """Compound interest accrues on compound interest too."""
    heavier = list(owed)
    heavier[INTEREST] += heavier[COMPOUND]
    return RIGHT_GROWTH(claim, heavier, overdue, time)


RIGHT_SETTLE, RIGHT_CONCEDE, RIGHT_GROWTH = stops.settle, plan.concede, stops.growth
HALF_EVEN_FOR_UP = {**amounts.ROUNDINGS, "half-up": amounts.half_even}
NO_FEBRUARY = {**dates.DAY_COUNTS, "30/360-us": dates.bond_basis}

# What is wrong, and the values that make it so: (module, name, value).
PLANTS = (
    ("half to even where a half goes up", [(document, "ROUNDINGS", HALF_EVEN_FOR_UP)]),
    ("the discount takes interest before charges",
     [(plan, "DISCOUNT_FROM", (PENALTY, COMPOUND, INTEREST, CHARGES, COSTS, PRINCIPAL))]),
    ("the order of allocation changes a day late", [(stops, "order_on", late_switch), (plan, "order_on", late_switch)]),
    ("the usual order takes principal before interest",
     [(document, "USUAL_ORDER", (COSTS, CHARGES, PENALTY, COMPOUND, PRINCIPAL, INTEREST))]),
    ("month steps drift from the anchor day", [(timetable, "step", drifting_step)]),
    ("a payment settles overdue principal last", [(stops, "settle", overdue_last)]),
    ("principal left is rounded down", [(instalments, "shrunk_principal", shrunk_down)]),
    ("the rate of the whole is cut to a step", [(instalments, "blended_rate", truncated_blend)]),
    ("waivers of what is capitalised are lost", [(plan, "concede", waive_after_capitalising)]),
    ("a deferral under periodic counts days", [(plan, "stretch", stretch_in_days)]),
    ("an odd first period counts as a regular one", [(timetable, "first_period", always_regular)]),
    ("compound interest bears compound interest", [(stops, "growth", compound_on_compound)]),
    ("the ceiling cuts interest first", [(stops, "CUT_FIRST", (INTEREST, PENALTY, COMPOUND, CHARGES))]),
    ("every fourth year is a leap year", [(dates, "leap", lambda year: year % 4 == 0)]),
    ("30/360 US without the end of February", [(dates, "DAY_COUNTS", NO_FEBRUARY), (stops, "DAY_COUNTS", NO_FEBRUARY)]),
)
