"""Every combination of the values at which arithmetic changes its course.

One grid for amounts, rates and counts, one for dates, one for roundings and ties, one for what the contract accrues, one
for the day on which the order of allocation changes, and the longest plans there can be.
"""

from datetime import date, timedelta
from itertools import chain, product

from amounts import COMPONENTS, DECIMALS, plain
from dates import DAY_COUNTS
from draw_option import FREQUENCIES, METHODS

PRINCIPAL_FIRST = ["principal", "interest", "penalty", "compound", "charges", "costs"]
BASES = ("periodic", *DAY_COUNTS)
DEFERRALS = ("accrues", "frozen", "capitalised")
ROUNDING_NAMES = ("half-up", "half-even", "toward-zero", "away-from-zero")
# As-of date and days to the first payment: month ends, leap days, year ends, the century, the last years there are.
DAYS = (
    (date(2026, 11, 20), 0), (date(2026, 11, 20), 31), (date(2024, 1, 31), 29), (date(2024, 2, 29), 1),
    (date(2024, 2, 29), 366), (date(2023, 2, 28), 31), (date(2025, 1, 31), 28), (date(2025, 12, 31), 1),
    (date(2025, 12, 31), 62), (date(2026, 1, 15), 15), (date(2026, 1, 16), 16), (date(2026, 1, 30), 29),
    (date(2026, 4, 30), 31), (date(2100, 2, 28), 1), (date(2000, 2, 28), 1), (date(1900, 1, 1), 30),
    (date(1900, 1, 1), 31), (date(9999, 10, 31), 30), (date(9999, 11, 30), 31),
)
KINDS = (
    {"settlement": "lump-sum"},
    *({"settlement": "instalments", "method": method} for method in METHODS),
    {"settlement": "instalments", "multiple": "1"},
    {"settlement": "instalments", "payment": None},
)


def case(amounts, currency="CNY", as_of=date(2026, 11, 20), late=45, **contract):
    text = [plain(amount, DECIMALS[currency]) for amount in amounts]
    return {
        "format": "quittance-case/1",
        "jurisdiction": "cn",
        "currency": currency,
        "as_of": as_of.isoformat(),
        "product": "bank-loan",
        "creditor": {"name": "Lender", "contact": "-", "complaints": "-", "channels": ["-"]},
        "borrower": {"name": "B*", "account": "1"},
        "contract": {
            "signed_on": max(date(1900, 1, 1), as_of - timedelta(days=1000)).isoformat(),
            "original_principal": "1000000000000",
            "interest_rate": "18.25",
            "day_count": "act/365f",
            "rounding": "half-up",
            **contract,
        },
        "overdue_since": max(date(1900, 1, 1), as_of - timedelta(days=late)).isoformat(),
        "balances": dict(zip(COMPONENTS, text)),
        "customer": {"willing": True, "able": True, "promises_broken": 0},
    }


def plan_of(claim, kind, days=31, **option):
    as_of = date.fromisoformat(claim["as_of"])
    first_due = as_of + timedelta(days=days)
    read = {"rate_pct": "6", "first_due": first_due.isoformat(), **kind, **option}
    if kind["settlement"] == "lump-sum":
        read.pop("count", None)
    return {"case": claim, "option": read, "packs": []}


def extremes():
    """Nought, one and 10^12 minor units at rates of nought, the least and 400 %, in one payment and in several."""
    for currency, principal, arrears, rate, kind, count, deferral, days in product(
        ("CNY", "JPY"), (0, 1, 10**12), (0, 1, 10**12), ("0", "0.00000001", "400"), KINDS, (1, 2, 7), DEFERRALS, (0, 62)
    ):
        penalty = {"rate": rate, "base": "overdue-principal", "compound": True, "beside_interest": False}
        claim = case((principal, arrears, arrears, 0, 0, 1), currency, interest_rate=rate, penalty=penalty)
        term = {"count": count}
        if "payment" in kind:
            owed = principal + 2 * arrears + 1
            term = {"payment": plain(owed // count + owed * (count - 1) // 3 + 1, DECIMALS[currency])}
        yield plan_of(claim, kind, days, rate_pct=rate, deferral=deferral, **term)


def calendar():
    """Every day count, for plans and for growth, and every frequency over every awkward day."""
    for (as_of, days), basis, frequency in product(DAYS, BASES, FREQUENCIES):
        own = "act/act-isda" if basis == "periodic" else basis
        penalty = {"multiple": "2", "base": "whole-principal", "compound": True, "beside_interest": True}
        claim = case((123456789, 45678, 910, 11, 1213, 1), "CNY", as_of, 0, day_count=own, penalty=penalty)
        kind = {"settlement": "instalments", "frequency": frequency, "count": 3}
        yield plan_of(claim, kind, days, basis=basis)
        yield plan_of(claim, {"settlement": "lump-sum"}, days, basis=basis)


def ties():
    """Small odd amounts under every rounding, where halves are common."""
    for rounding, kind, principal, share, rate in product(
        ROUNDING_NAMES, KINDS, (1, 3, 5, 25, 101), ("50%", "0.5%", "100%"), ("0", "12", "400")
    ):
        claim = case((principal, 5, 7, 1, 3, 9), rounding=rounding, interest_rate="36.5")
        term = {"payment": "0.11"} if "payment" in kind else {"count": 2}
        waivers = {"interest": share, "penalty": share, "costs": share}
        yield plan_of(claim, kind, rounding=rounding, waivers=waivers, discount="0.5%", rate_pct=rate, **term)


def accrual():
    """Every kind of penalty with and without late charge, cap, ceiling and overdue principal of its own."""
    penalties = (
        {**how, "base": base, "compound": compound, "beside_interest": beside}
        for how, base, compound, beside in product(
            ({"rate": "24"}, {"multiple": "1.5"}, {"rate": "0"}),
            ("overdue-principal", "whole-principal"), (False, True), (False, True),
        )
    )
    lates = (None, {"rate": "18.25"}, {"rate": "18.25", "cap": "12.13"}, {"rate": "18.25", "cap": "30.00"})
    for penalty, late, ceiling, overdue, order in product(
        (None, *penalties), lates, (None, "0", "19", "400"), (None, "0.00", "5000.00"), (None, PRINCIPAL_FIRST)
    ):
        said = {"penalty": penalty, "late_charge": late, "ceiling": ceiling, "allocation": order}
        claim = case((1000000, 45678, 910, 11, 1213, 1), **{name: value for name, value in said.items() if value})
        if overdue is not None:
            claim["overdue_principal"] = overdue
        yield plan_of(claim, {"settlement": "instalments", "count": 3}, 40, down_payment="100.00")


def switches():
    """The order of allocation on the day before it changes, on that day and after, now and at each payment."""
    for late, limit, carry, down in product(
        (0, 1, 58, 59, 60, 89, 90, 91, 92), (1, 60, 90, 91), ("spread", "first", "capitalised"), ("0.00", "300.00", "10480.13")
    ):
        switch = {"from_days_past_due": limit, "order": PRINCIPAL_FIRST}
        claim = case((1000000, 45678, 910, 11, 1213, 201), late=late, allocation_switch=switch)
        kind = {"settlement": "instalments", "count": 3}
        carried = {name: carry for name in ("interest", "costs")}
        yield plan_of(claim, kind, 30, down_payment=down, carry=carried)


def longest():
    """One more and one less than the most rows, for every kind."""
    for kind, count, rate in product(KINDS[1:5], (599, 600, 601), ("0", "6")):
        yield plan_of(case((10**9, 10**7, 0, 0, 0, 0)), kind, 31, count=count, rate_pct=rate)
    for payment in ("16666.66", "16666.67", "0.01"):
        kind = {"settlement": "instalments", "payment": payment}
        yield plan_of(case((10**9, 0, 0, 0, 0, 0)), kind, 31, rate_pct="0")


def documents():
    return chain(extremes(), calendar(), ties(), accrual(), switches(), longest())
