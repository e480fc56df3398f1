"""Dates, steps of a schedule, and the part of a year between two days."""

from datetime import date, timedelta

from amounts import YEAR, Refused

FIRST_YEAR, LAST_YEAR = 1900, 9999
NAMED = {
    "monthly": ("months", 1),
    "weekly": ("weeks", 1),
    "fortnightly": ("weeks", 2),
    "half-monthly": ("half-months", 1),
}
# Part of a year of one unit of a regular period.
REGULAR = {
    "months": YEAR // 12,
    "half-months": YEAR // 24,
    "weeks": YEAR // 52,
    "days": YEAR // 365,
}


def read_date(text):
    day = date.fromisoformat(text)
    if day.year < FIRST_YEAR:
        raise Refused(f"{text} is before {FIRST_YEAR}")
    return day


def read_frequency(text):
    """Unit of a step, and units in it."""
    if text in NAMED:
        return NAMED[text]
    _, number, unit = text.split("-", 2)
    return unit, int(number)


def last_day(year, month):
    """How many days a month has."""
    if month == 2:
        return 29 if leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def in_month(day, months, wanted):
    """A day of the month so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(f"the year {year} is not covered")
    return date(year, month, min(wanted, last_day(year, month)))


def add_months(day, months):
    return in_month(day, months, day.day)


def step(day, frequency, count):
    """The date so many steps after a day, or before it if the count is below zero."""
    unit, each = frequency
    units = each * count
    if unit == "months":
        return add_months(day, units)
    if unit == "half-months":
        months, odd = divmod(units, 2)
        if not odd:
            return add_months(day, months)
        if day.day <= 15:
            return in_month(day, months, day.day + 15)
        return in_month(day, months + 1, day.day - 15)
    try:
        there = day + timedelta(days=units * (7 if unit == "weeks" else 1))
    except OverflowError:
        raise Refused("a date after 9999") from None
    if there.year < FIRST_YEAR:
        raise Refused(f"the year {there.year} is not covered")
    return there


def covered_step(day, frequency, count):
    """The same, or `None` outside the years covered."""
    try:
        return step(day, frequency, count)
    except Refused:
        return None


def actual(over):
    return lambda start, end: (end - start).days * (YEAR // over)


def isda(start, end):
    """Days in each calendar year over the days of that year."""
    total = 0
    for year in range(start.year, end.year + 1):
        opens = max(start, date(year, 1, 1))
        closes = end if year == end.year else date(year, 12, 31) + timedelta(days=1)
        total += (closes - opens).days * (YEAR // (366 if leap(year) else 365))
    return total


def thirty(start, first, end, second):
    months = (end.year - start.year) * 12 + end.month - start.month
    return (months * 30 + second - first) * (YEAR // 360)


def bond_basis(start, end):
    first = min(start.day, 30)
    second = 30 if end.day == 31 and first == 30 else end.day
    return thirty(start, first, end, second)


def thirty_us(start, end):
    def ends_february(day):
        return day.month == 2 and day.day == last_day(day.year, 2)

    first, second = start.day, end.day
    if ends_february(start):
        if ends_february(end):
            second = 30
        first = 30
    first = min(first, 30)
    if second == 31 and first == 30:
        second = 30
    return thirty(start, first, end, second)


def thirty_european(start, end):
    return thirty(start, min(start.day, 30), end, min(end.day, 30))


def whole_month(start, end):
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    rest = (end - add_months(start, months)).days
    return months * (YEAR // 12) + rest * (YEAR // 365)


DAY_COUNTS = {
    "act/365f": actual(365),
    "act/360": actual(360),
    "act/364": actual(364),
    "act/act-isda": isda,
    "30/360": bond_basis,
    "30/360-us": thirty_us,
    "30e/360": thirty_european,
    "whole-month": whole_month,
}


def stretch(basis, start, end):
    """Time that stands outside the steps of a schedule: before it starts, or up to a lump sum."""
    return DAY_COUNTS["whole-month" if basis == "periodic" else basis](start, end)


def first_period(basis, frequency, start, first_due):
    """Time of the first period, which may be odd."""
    if basis != "periodic":
        return DAY_COUNTS[basis](start, first_due)
    each = REGULAR[frequency[0]] * frequency[1]
    there, steps = start, 0
    while there is not None and there < first_due:
        steps += 1
        there = covered_step(start, frequency, steps)
    if there == first_due:
        return steps * each
    back, steps = first_due, 0
    while (before := covered_step(first_due, frequency, -steps - 1)) and before >= start:
        back, steps = before, steps + 1
    return steps * each + (back - start).days * (YEAR // 365)


def later_period(basis, frequency, start, end):
    """Time of any other period."""
    if basis != "periodic":
        return DAY_COUNTS[basis](start, end)
    return REGULAR[frequency[0]] * frequency[1]
