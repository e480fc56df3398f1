"""What is owed if payments stop: the claim as it stood, grown by what the contract accrues, less what was paid."""

from amounts import CHARGES, COMPOUND, INTEREST, ONE, PARTS, PENALTY, PRINCIPAL, half_even
from dates import DAY_COUNTS

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
    """A payment of an amount, and what principal it leaves overdue."""
    for component in order_on(claim, day):
        paid = min(owed[component], amount)
        owed[component] -= paid
        amount -= paid
        if component == PRINCIPAL:
            overdue = max(0, overdue - paid)
    return overdue


def if_payments_stop(claim, payments):
    """For each (day, amount) of a plan: (payments before, day, paid before, owed)."""
    owed, overdue, day, paid = list(claim.owed), claim.overdue, claim.as_of, 0
    count = DAY_COUNTS[claim.day_count]
    stops = []
    for number, (date, amount) in enumerate(payments):
        more = growth(claim, owed, overdue, count(day, date))
        owed = [a + b for a, b in zip(owed, more)]
        stops.append((number, date, paid, list(owed)))
        overdue = settle(claim, owed, overdue, amount, date)
        paid += amount
        day = date
    return stops


def owed_if_nothing_paid(claim, last_date):
    time = DAY_COUNTS[claim.day_count](claim.as_of, last_date)
    return sum(claim.owed) + sum(growth(claim, claim.owed, claim.overdue, time))
