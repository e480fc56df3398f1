"""The rows of an instalment plan, from the start of the instalments to the last."""

from amounts import PARTS, PRINCIPAL, INTEREST, Refused, away_from_zero, half_even
from fitting import annuity
from given import custom_lines, given_rows
from timetable import Timetable
from ways import WAYS, other_rows

MOST_ROWS = 600


def blended_rate(rate, principal, arrears):
    """The rate that principal and arrears bear together, where only principal bears any."""
    if arrears == 0:
        return rate
    return half_even(rate * principal, principal + arrears)


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
    if option.method == "custom":
        return given_rows(option, left, order, custom_lines(option, start))
    first = [0 if c == PRINCIPAL or option.carry[c] != "first" else left[c] for c in range(6)]
    spread = [0 if c == PRINCIPAL else left[c] - first[c] for c in range(6)]
    table = Timetable(option, start)
    bare = other_rows if option.method in WAYS else plain_rows
    now, rows = left[PRINCIPAL], []
    for number, (interest, repaid, carried) in enumerate(bare(option, table, now, sum(spread))):
        paid = settle_arrears(spread, carried, order)
        paid[PRINCIPAL] = repaid
        paid[INTEREST] += interest
        if number == 0:
            paid = [a + b for a, b in zip(paid, first)]
        now -= repaid
        rows.append(("instalment", table.due(number), interest, paid, [now, *spread[1:]]))
    return rows


def plain_rows(option, table, principal, arrears):
    """Interest, principal and arrears that each row of the plain three methods pays."""
    whole = principal + arrears
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
        rows.append((interest, now - next_principal, now_arrears - next_arrears))
        now, now_arrears = next_principal, next_arrears
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
    above, below = annuity(principal + arrears, rate, table.times())
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
