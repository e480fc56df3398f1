"""The rows of an instalment plan, from the start of the instalments to the last."""

from math import gcd

from amounts import PARTS, PRINCIPAL, INTEREST, Refused, away_from_zero, half_even
from dates import first_period, later_period, step

MOST_ROWS = 600


def blended_rate(rate, principal, arrears):
    """The rate that principal and arrears bear together, where only principal bears any."""
    if arrears == 0:
        return rate
    return half_even(rate * principal, principal + arrears)


def annuity(whole, rate, times):
    """The equal payment that settles the whole, to the nearest 2^-30, as a fraction: what the debt would grow to, over
    what payments of one would."""
    grown = [rate * time for time in times]
    part = gcd(PARTS, *grown)
    unit = PARTS // part
    growth, payments, scale = 1, 0, 1
    for interest in grown:
        factor = unit + interest // part
        scale *= unit
        growth *= factor
        payments = payments * factor + scale
    return ((whole * growth << 31) // payments + 1) >> 1, 1 << 30


class Timetable:
    """Due dates and the time of each period, worked out as far as they are asked for."""

    def __init__(self, option, start):
        self.option, self.start = option, start

    def due(self, row):
        return step(self.option.first_due, self.option.frequency, row)

    def time(self, row):
        option = self.option
        if row == 0:
            return first_period(option.basis, option.frequency, self.start, option.first_due)
        return later_period(option.basis, option.frequency, self.due(row - 1), self.due(row))


def shrunk_principal(principal, whole, left):
    """What is left of principal when so much of the whole is left."""
    return away_from_zero(principal * left, whole) if whole else 0


def settle_arrears(arrears, amount, order):
    """Takes an amount from arrears in their order, and says what it took."""
    taken = [0] * 6
    for component in order:
        if component != PRINCIPAL:
            taken[component] = min(arrears[component], amount)
            amount -= taken[component]
            arrears[component] -= taken[component]
    return taken


def instalment_rows(option, left, start, order):
    """Rows as (kind, date, interest, paid, closing). `left` is what the plan has to settle on its start."""
    first = [0 if c == PRINCIPAL or option.carry[c] != "first" else left[c] for c in range(6)]
    spread = [0 if c == PRINCIPAL else left[c] - first[c] for c in range(6)]
    principal, arrears = left[PRINCIPAL], sum(spread)
    whole = principal + arrears
    table = Timetable(option, start)
    payment = given_payment(option, table, principal, arrears)
    rows = []
    now, now_arrears = principal, arrears
    while True:
        number = len(rows)
        last = option.count is not None and number == option.count - 1
        interest = option.rounding(now * option.rate * table.time(number), PARTS)
        next_principal, next_arrears = left_after(
            option, (principal, arrears), (now, now_arrears), number, payment, interest, last
        )
        paid = settle_arrears(spread, now_arrears - next_arrears, order)
        paid[PRINCIPAL] = now - next_principal
        paid[INTEREST] += interest
        if number == 0:
            paid = [a + b for a, b in zip(paid, first)]
        now, now_arrears = next_principal, next_arrears
        closing = [now, *spread[1:]]
        rows.append(("instalment", table.due(number), interest, paid, closing))
        done = now + now_arrears == 0
        if option.multiple is not None and done and not last and whole:
            raise Refused("rounded up, the debt ends before the last row")
        if last or (option.count is None and done):
            return rows
        if len(rows) == MOST_ROWS:
            raise Refused("something is left after the most rows there can be")


def given_payment(option, table, principal, arrears):
    """What each equal instalment is, or nought for the methods that have none."""
    if option.method != "equal-instalment":
        return 0
    if option.payment is not None:
        return option.payment
    rate = blended_rate(option.rate, principal, arrears)
    times = [table.time(row) for row in range(option.count)]
    above, below = annuity(principal + arrears, rate, times)
    if option.multiple is None:
        return option.rounding(above, below)
    return away_from_zero(away_from_zero(above, below), option.multiple) * option.multiple


def left_after(option, opening, now, number, payment, interest, last):
    """Principal and spread arrears left after a row."""
    principal, arrears = opening
    if last:
        return 0, 0
    if option.method == "equal-instalment":
        given = option.payment is not None or option.multiple is not None
        if given and payment < interest:
            raise Refused("a payment below the interest of its row")
        repaid = min(max(payment - interest, 0), sum(now))
        left = sum(now) - repaid
        next_principal = shrunk_principal(principal, principal + arrears, left)
        return next_principal, left - next_principal
    count = option.count
    next_arrears = arrears * (count - number - 1) // count
    if option.method == "interest-first":
        return now[0], next_arrears
    return now[0] - min(now[0], option.rounding(principal, count)), next_arrears
