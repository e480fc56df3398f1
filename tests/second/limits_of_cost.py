"""What limits on yearly rates and on what money is worth today are held against, with fifty digits where powers are."""

from decimal import Decimal, localcontext
from math import ceil

from amounts import ONE, half_even, percent
from limits import SILENT, at_least, at_most, down
from solved_rate import solved

DIGITS = 50


def minimum_value(facts, limit):
    if facts.total == 0:
        return SILENT
    return at_least("amount", worth(facts, percent(limit["rate"])), down(facts.total, limit["share"]))


def worth(facts, rate):
    """Every payment at what it is worth on the as-of date, together rounded up."""
    with localcontext() as context:
        context.prec = DIGITS
        yearly = 1 + Decimal(rate) / ONE
        return ceil(
            sum(Decimal(amount) / yearly ** (Decimal((day - facts.as_of).days) / 365) for day, amount in facts.payments)
        )


def all_in_cap(facts, limit):
    if facts.financed == 0:
        return SILENT
    if facts.interest == 0:
        return at_most("rate", 0, percent(limit["rate"]))
    own = facts.option.rate
    if facts.option.basis in ("act/360", "act/364"):
        own = half_even(own * 365, int(facts.option.basis[-3:]))
    # More than a quarter above a plan's own rate is something charged besides interest.
    return at_most("rate", max(own, solved(facts, own * 5 // 4)), percent(limit["rate"]))
