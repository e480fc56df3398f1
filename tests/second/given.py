"""Payments given one by one, on the days of a timetable or on days of their own."""

from amounts import INTEREST, PARTS, PRINCIPAL, Refused
from dates import stretch
from timetable import Timetable

MOST_ROWS = 600


def custom_lines(option, start):
    """(Day, time since the one before, amount or `None` for the rest) of each payment."""
    table = Timetable(option, start)
    amounts = list(option.payments)
    if option.last_takes_rest:
        amounts[-1] = None
    return [(table.due(row), table.time(row), amount) for row, amount in enumerate(amounts)]


def dated_lines(claim, option):
    """The same for payments on agreed days."""
    dated = list(option.agreed)
    if option.rest_on is not None:
        dated.append((option.rest_on, None))
    if not 1 <= len(dated) <= MOST_ROWS:
        raise Refused("1 to 600 payments")
    if dated[0][0] != option.first_due:
        raise Refused("the first payment is not on the first due date")
    lines, before = [], claim.as_of
    for number, (day, amount) in enumerate(dated):
        if number and day <= before:
            raise Refused("days out of order")
        stopped = number == 0 and option.deferral == "frozen"
        lines.append((day, 0 if stopped else stretch(option.basis, before, day), amount))
        before = day
    return lines


def interest_of(option, left, time):
    """A row's interest: that of principal, and of nothing else."""
    return option.rounding(left[PRINCIPAL] * option.rate * time, PARTS)


def settled_by(left, payment, unpaid, order):
    """What a payment settles of each component: the plan's own unpaid interest, and then whatever comes in the order."""
    paid = [0] * 6
    paid[INTEREST] = min(payment, unpaid)
    payment -= paid[INTEREST]
    for component in order:
        more = min(left[component] - paid[component], payment)
        paid[component] += more
        payment -= more
    return paid


def given_rows(option, left, order, lines):
    """Rows as (kind, date, interest, paid, closing)."""
    first = [left[c] if c != PRINCIPAL and option.carry[c] == "first" else 0 for c in range(6)]
    left, unpaid, rows = list(left), 0, []
    for day, time, amount in lines:
        interest = interest_of(option, left, time)
        unpaid += interest
        left[INTEREST] += interest
        owed = sum(left)
        payment = owed if amount is None else amount
        if not 0 < payment <= owed:
            raise Refused("a payment of nothing, or of more than is owed")
        if payment < sum(first):
            raise Refused("the first payment is less than the arrears paid with it")
        left = [a - b for a, b in zip(left, first)]
        settled = settled_by(left, payment - sum(first), unpaid, order)
        left = [a - b for a, b in zip(left, settled)]
        unpaid -= min(unpaid, payment - sum(first))
        rows.append(("instalment", day, interest, [a + b for a, b in zip(first, settled)], list(left)))
        first = [0] * 6
    if sum(left):
        raise Refused("the payments leave something")
    return rows
