"""The yearly rate at which payments are worth what they settle, with forty digits: only to see whether it is above another.

Whole unit-periods compound and an odd part of one at the start bears simple interest (12 CFR 1026, Appendix J); one sum has its
whole term for a unit-period, and days agreed one by one have the day.
"""

from decimal import Decimal, localcontext
from fractions import Fraction

from amounts import ONE
from dates import covered_step

DIGITS = 40
# A thousand per cent a period is the most that is looked for.
MOST = 10
A_YEAR = {"days": 365, "weeks": 52, "half-months": 24, "months": 12}


def solved(facts, above):
    """The simple yearly rate in steps, where it is above another one; otherwise nought."""
    timing = timing_of(facts)
    if timing is None or facts.financed <= 0:
        return 0
    a_year, odd, times = timing
    with localcontext() as context:
        context.prec = DIGITS
        exact = Decimal(a_year.numerator) / Decimal(a_year.denominator)
        odd = Decimal(odd.numerator) / Decimal(odd.denominator)

        def too_low(rate):
            """Whether payments are worth more than they settle at a rate a period."""
            worth, growth, passed, factor = Decimal(0), 1 + rate, 0, Decimal(1)
            for time, amount in zip(times, facts.amounts):
                factor *= growth ** (time - passed)
                passed = time
                worth += amount / factor
            return worth / (1 + odd * rate) > facts.financed

        low, high = Decimal(above) / ONE / exact, Decimal(MOST)
        if not too_low(low) or too_low(high):
            return 0
        while high - low > Decimal(10) ** -16:
            middle = (low + high) / 2
            low, high = (middle, high) if too_low(middle) else (low, middle)
        return int((low * exact * ONE).to_integral_value())


def timing_of(facts):
    """Unit-periods in a year, the odd part before them, and how many whole ones pass until each payment."""
    count = len(facts.days)
    if facts.one_sum:
        days = (facts.last - facts.as_of).days
        return (Fraction(365, days), Fraction(0), [1]) if days else None
    if not facts.in_steps:
        return Fraction(365), Fraction(0), [(day - facts.as_of).days for day in facts.days]
    unit, each = facts.option.frequency
    a_year = Fraction(A_YEAR[unit], each)
    unit_days = max(1, round(Fraction(365) / a_year))
    start, whole = facts.days[0], 0
    while start > facts.as_of:
        before = covered_step(facts.days[0], facts.option.frequency, -whole - 1)
        if before is None or before < facts.as_of:
            break
        start, whole = before, whole + 1
    odd = min((start - facts.as_of).days, unit_days)
    return a_year, Fraction(odd, unit_days), [whole + row for row in range(count)]
