"""Whole minor units, rates and shares in steps of 10^-10, and the roundings between them."""

from math import lcm

# Steps of a rate or a share in one.
ONE = 10**10
# A length of time is a whole number of these parts of a year: every day count and every regular period is exact in it.
YEAR = lcm(360, 364, 365, 366, 12, 24, 52)
# Balance times rate times time, before rounding, is a whole number of these parts of a minor unit.
PARTS = ONE * YEAR

# The largest amount, in minor units.
MOST = 10**17

COMPONENTS = ("principal", "interest", "penalty", "compound", "charges", "costs")
PRINCIPAL, INTEREST, PENALTY, COMPOUND, CHARGES, COSTS = range(6)

DECIMALS = {"CNY": 2, "GBP": 2, "USD": 2, "EUR": 2, "INR": 2, "HKD": 2, "JPY": 0}


class Refused(Exception):
    """No plan comes of this document; the reason is for a person who looks into a difference."""


def half_up(above, below):
    """Nearest whole number to above / below, a half away from zero."""
    return (2 * above + below) // (2 * below)


def half_even(above, below):
    """Nearest whole number, a half to the even one."""
    whole, rest = divmod(above, below)
    if 2 * rest > below or (2 * rest == below and whole % 2 == 1):
        return whole + 1
    return whole


def toward_zero(above, below):
    """The whole number not above."""
    return above // below


def away_from_zero(above, below):
    """The whole number not below."""
    return -(-above // below)


ROUNDINGS = {
    "half-up": half_up,
    "half-even": half_even,
    "toward-zero": toward_zero,
    "away-from-zero": away_from_zero,
}


def scaled(text, decimals):
    """A decimal string as a whole number of steps of 10^-decimals."""
    sign = -1 if text.startswith("-") else 1
    whole, _, part = text.lstrip("-").partition(".")
    if len(part) > decimals:
        raise Refused(f"{text} has too many decimals")
    return sign * int(whole + part.ljust(decimals, "0"))


def percent(text):
    """A percentage as steps of a rate or of a share."""
    return scaled(text, 8)


def plain(amount, decimals):
    """An amount in minor units as a decimal string."""
    if decimals == 0:
        return str(amount)
    sign = "-" if amount < 0 else ""
    digits = str(abs(amount)).rjust(decimals + 1, "0")
    return sign + digits[:-decimals] + "." + digits[-decimals:]
