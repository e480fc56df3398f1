"""What is owed if payments stop: the claim as it stood less what has vested, grown by what accrues, less what was paid."""

from itertools import islice
from types import SimpleNamespace

from amounts import CHARGES, COMPOUND, INTEREST, ONE, PARTS, PENALTY, PRINCIPAL, half_even
from dates import DAY_COUNTS
from relief import makes_payment, vested_by

CUT_FIRST = (CHARGES, COMPOUND, PENALTY, INTEREST)


def order_on(claim, day):
    """The order of allocation that holds on a day."""
    if claim.switch and (day - claim.since).days >= claim.switch[0]:
        return claim.switch[1]
    return claim.order


def penalty_rate(claim):
    if claim.penalty.rate is not None:
        return claim.penalty.rate
    return half_even(claim.rate * claim.penalty.multiple, ONE)


def growth(claim, owed, overdue, time):
    """What the contract adds to each component in a stretch of time."""

    def accrued(balance, rate):
        return claim.rounding(balance * rate * time, PARTS)

    more = [0] * 6
    principal = owed[PRINCIPAL]
    bears_interest = principal
    if claim.penalty:
        rate = penalty_rate(claim)
        base = principal if claim.penalty.whole else overdue
        more[PENALTY] = accrued(base, rate)
        if not claim.penalty.beside:
            bears_interest = principal - base
        if claim.penalty.compound:
            more[COMPOUND] = accrued(owed[INTEREST], rate)
    more[INTEREST] = accrued(bears_interest, claim.rate)
    if claim.late:
        more[CHARGES] = accrued(overdue, claim.late.rate)
        if claim.late.cap is not None:
            more[CHARGES] = min(more[CHARGES], max(0, claim.late.cap - owed[CHARGES]))
    if claim.ceiling is not None:
        cut(more, sum(more) - accrued(principal, claim.ceiling))
    return more


def cut(more, excess):
    """Takes what is above a ceiling from growth."""
    for component in CUT_FIRST:
        off = min(more[component], max(0, excess))
        more[component] -= off
        excess -= off


def settle(claim, owed, overdue, amount, day):
    """A payment of an amount: what principal it leaves overdue, and what it has above the whole claim."""
    for component in order_on(claim, day):
        paid = min(owed[component], amount)
        owed[component] -= paid
        amount -= paid
        if component == PRINCIPAL:
            overdue = max(0, overdue - paid)
    return overdue, amount


def states(claim, vested, payments):
    """What there is on the day of each (day, amount) before it is paid, if so much had vested on the as-of date."""
    owed = [a - b for a, b in zip(claim.owed, vested)]
    overdue = max(0, claim.overdue - vested[PRINCIPAL])
    accrued, day, paid, excess = [0] * 6, claim.as_of, 0, 0
    count = DAY_COUNTS[claim.day_count]
    for number, (date, amount) in enumerate(payments):
        more = growth(claim, owed, overdue, count(day, date))
        owed = [a + b for a, b in zip(owed, more)]
        accrued = [a + b for a, b in zip(accrued, more)]
        yield SimpleNamespace(
            after=number, on=date, paid=paid, vested=vested, accrued=accrued, owed=list(owed), excess=excess
        )
        overdue, above = settle(claim, owed, overdue, amount, date)
        excess += above
        paid += amount
        day = date


def if_payments_stop(claim, option, waived, payments):
    """What is owed for each (day, amount) of a plan that may be the first one missed. The claim accrues as
    it does while the plan is kept."""
    to_pay = sum(amount for _, amount in payments)
    paid, made, running, of = 0, 0, None, None
    for number, (_, amount) in enumerate(payments):
        vested = vested_by(option, waived, made, paid, to_pay)
        if running is None or vested != of:
            running, of = islice(states(claim, vested, payments), number, None), vested
        yield next(running)
        paid += amount
        made += makes_payment(amount)


def owed_if_nothing_paid(claim, last_date):
    time = DAY_COUNTS[claim.day_count](claim.as_of, last_date)
    return sum(claim.owed) + sum(growth(claim, claim.owed, claim.overdue, time))
