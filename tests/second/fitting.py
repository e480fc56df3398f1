"""Payments fitted to a debt: fractions of whole numbers, exact until they are taken to the nearest 2^-30."""

from math import gcd

from amounts import ONE, PARTS, Refused

# What the payments from any row on may be worth, over that row's own.
MOST_WEIGHT = 1 << 28


def to_snap(above, below):
    """The nearest 2^-30, a half up, as a fraction."""
    return ((above << 31) // below + 1) >> 1, 1 << 30


def factors(rate, times):
    """What grows in each period, and what it grows to, in whole numbers without a common part."""
    grown = [rate * time for time in times]
    part = gcd(PARTS, *grown)
    return PARTS // part, [(PARTS + interest) // part for interest in grown]


def discounts(rate, times):
    """What one paid with each row is worth at the start: whole numbers, over the one that comes first."""
    unit, grown = factors(rate, times)
    worth, after = [], 1
    for factor in reversed(grown):
        worth.append(after)
        after *= factor
    worth.reverse()
    power = 1
    for row, later in enumerate(worth):
        power *= unit
        worth[row] = later * power
    return after, worth


def annuity(whole, rate, times):
    """The equal payment that settles the whole: what the debt would grow to, over what payments of one would."""
    unit, grown = factors(rate, times)
    growth, payments, scale = 1, 0, 1
    for factor in grown:
        scale *= unit
        growth *= factor
        payments = payments * factor + scale
    return to_snap(whole * growth, payments)


def beside_balloon(principal, balloon, rate, times):
    """The equal payment that settles the principal with a balloon paid beside the last."""
    whole, worth = discounts(rate, times)
    return to_snap(principal * whole - balloon * worth[-1], sum(worth))


def steps_before(rows, every):
    """How many steps were taken by each row."""
    return [row // every for row in range(rows)]


def multiplied(principal, factor, every, rate, times):
    """The first of payments that are multiplied by a factor, in steps of 10^-10, at every step."""
    whole, worth = discounts(rate, times)
    steps = steps_before(len(times), every)
    weights = [factor**taken * ONE ** (steps[-1] - taken) for taken in steps]
    there = 0
    for weight, one in zip(reversed(weights), reversed(worth)):
        there += weight * one
        if there >= MOST_WEIGHT * weight * one:
            raise Refused("later payments are too large beside earlier ones")
    return to_snap(principal * whole * ONE ** steps[-1], there)


def added_to(principal, more, every, rate, times):
    """The first of payments to which an amount is added at every step."""
    whole, worth = discounts(rate, times)
    steps = steps_before(len(times), every)
    above = principal * whole - more * sum(taken * one for taken, one in zip(steps, worth))
    if above < 0:
        raise Refused("the steps alone repay more than is owed")
    return to_snap(above, sum(worth))
