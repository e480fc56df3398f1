"""Every kind of limit over every way to repay, for debts of every kind of standing, at what the option has and beside it."""

from itertools import product
from random import Random

import draw
from boundaries import case, plan_of
from judge import KINDS

WAYS = (
    {"settlement": "lump-sum"},
    {"settlement": "instalments", "count": 1},
    {"settlement": "instalments", "count": 3, "frequency": "weekly"},
    {"settlement": "instalments", "count": 4, "frequency": "half-monthly", "method": "equal-principal"},
    {"settlement": "instalments", "count": 3, "method": "flat"},
    {"settlement": "instalments", "count": 5, "frequency": "every-2-months", "method": "one-off"},
    {"settlement": "instalments", "count": 3, "frequency": "every-10-days", "multiple": "100"},
    {"settlement": "on-dates"},
)
LATE = (0, 1, 30, 31, 91)
EACH = 3


def on_dates(option, first_due):
    """Two agreed days and the rest, months apart."""
    agreed = [{"date": first_due, "amount": "100.00"}, {"date": "2027-03-31", "amount": "2000.00"}]
    return {**option, "agreed": agreed, "rest_on": "2027-06-30"}


def documents():
    penalty = {"multiple": "1.5", "base": "overdue-principal", "compound": True, "beside_interest": False}
    for number, (kind, way, late) in enumerate(product(KINDS, WAYS, LATE)):
        for turn in range(EACH):
            chance = Random(number * EACH + turn)
            claim = case((1000000, 45678, 910, 11, 1213, 201), late=late, penalty=penalty)
            said = plan_of(claim, way, chance.choice((0, 31, 62)), waivers={"penalty": "50%", "charges": "100%"})
            if way["settlement"] == "on-dates":
                said["option"] = on_dates(said["option"], said["option"]["first_due"])
            draw.judged(chance, said, [kind])
            yield said
