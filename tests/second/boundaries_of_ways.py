"""Boundaries of the methods beyond the plain three and of payments given one by one.

Every way over the amounts, rates and counts at which arithmetic changes its course, over awkward days and under every
rounding; each limit and one beyond it; and terms that are missing or belong to something else.
"""

from datetime import date, timedelta
from itertools import chain, product

from amounts import plain
from boundaries import BASES, DAYS, DEFERRALS, ROUNDING_NAMES, case, plan_of

INSTALMENTS = {"settlement": "instalments"}
CARRIES = ("spread", "first")
STEPS = (
    {"times": "1.05"}, {"times": "0.5", "every": 2}, {"times": "100"}, {"times": "0.0000000001"}, {"times": "1"},
    {"plus": "0"}, {"plus": "1"}, {"plus": "-1", "every": 3},
)
TERMS = {
    "balloon": "1", "step": {"times": "1"}, "flat_principal": "equal-parts", "minimum": {"payment": "1", "rows": 0},
    "payments": ["1", "1"], "last_takes_rest": True, "agreed": [], "rest_on": "2027-06-01",
}
METHODS = (
    "equal-instalment", "equal-principal", "interest-first", "balloon", "stepped", "flat", "one-off", "interest-last",
    "minimum-first", "custom",
)


def ways(principal, whole, count, text):
    """Every way to repay so much in so many rows."""
    for balloon in sorted({0, principal // 3, principal}):
        yield {"method": "balloon", "balloon": text(balloon)}
    for step in STEPS:
        yield {"method": "stepped", "step": step}
    yield {"method": "flat"}
    yield {"method": "flat", "flat_principal": "level-instalment"}
    yield {"method": "one-off"}
    yield {"method": "interest-last"}
    for rows, payment in product({0, 1, count - 1}, (0, 1, principal // 2)):
        yield {"method": "minimum-first", "minimum": {"payment": text(payment), "rows": rows}}
    payments = [text(max(1, whole // count))] * count
    yield {"method": "custom", "payments": payments, "last_takes_rest": True}
    yield {"method": "custom", "payments": payments}


def days_after(as_of, first, steps):
    """A day so many days after, and further ones."""
    days = [as_of + timedelta(days=first)]
    for step in steps:
        days.append(days[-1] + timedelta(days=step))
    return [day.isoformat() for day in days]


def dated(days, amounts, rest_on=None):
    agreed = [{"date": day, "amount": amount} for day, amount in zip(days, amounts)]
    option = {"settlement": "on-dates", "agreed": agreed}
    return {**option, "rest_on": rest_on} if rest_on else option


def extremes():
    for principal, arrears, rate, count, carry in product(
        (0, 1, 10**12), (0, 1), ("0", "12", "400"), (1, 2, 7), CARRIES
    ):
        claim = case((principal, arrears, 5 * arrears, 0, 0, 0), "JPY")
        whole = principal + 6 * arrears
        for way in ways(principal, whole, count, str):
            yield plan_of(claim, {**INSTALMENTS, **way}, 31, rate_pct=rate, count=count, carry={"penalty": carry})
        half = str(max(1, whole // 2))
        days = days_after(date(2026, 11, 20), 31, (1, 365))
        yield plan_of(claim, dated(days, [half]), 31, rate_pct=rate, carry={"penalty": carry})
        yield plan_of(claim, dated(days, [half], days[2]), 31, rate_pct=rate, carry={"penalty": carry})


def ties():
    """Small odd amounts under every rounding."""
    for rounding, principal, rate, count in product(ROUNDING_NAMES, (3, 25, 1001), ("12", "36.5"), (3,)):
        claim = case((principal, 5, 7, 0, 0, 2))
        for way in ways(principal, principal + 14, count, lambda amount: plain(amount, 2)):
            yield plan_of(claim, {**INSTALMENTS, **way}, 31, rounding=rounding, rate_pct=rate, count=count)


def calendar():
    """Agreed days over every day count and every awkward day, and methods that add up interest over odd periods."""
    for (as_of, days), basis, deferral in product(DAYS[:-2], BASES, DEFERRALS):
        claim = case((123456789, 45678, 910, 11, 1213, 1), "CNY", as_of, 0)
        dates = days_after(as_of, days, (1, 31, 366))
        kind = dated(dates, ["1000.00", "0.01", "400000.00"], dates[3])
        yield plan_of(claim, kind, days, basis=basis, deferral=deferral)
        if deferral != "capitalised":
            continue
        for way in ({"method": "flat"}, {"method": "one-off"}, {"method": "balloon", "balloon": "10000.00"}):
            yield plan_of(claim, {**INSTALMENTS, **way}, days, basis=basis, deferral=deferral, count=3)


def limits():
    """Each limit, and one beyond it: the interest of a month at 12 % is 10.00."""
    claim = case((100000, 300, 0, 0, 0, 0))
    terms = [
        *({"method": "balloon", "balloon": text} for text in ("-0.01", "0", "1000.00", "1000.01")),
        *(
            {"method": "stepped", "step": {"times": text}}
            for text in ("-1", "0", "0.0000000001", "100", "100.0000000001", "10000001", "1.00000000001")
        ),
        *({"method": "stepped", "step": {"plus": "1.00", "every": every}} for every in (0, 1, 600, 601)),
        *({"method": "stepped", "step": {"plus": text}} for text in ("330.00", "350.00", "-320.00", "-350.00")),
        {"method": "stepped", "step": {}},
        {"method": "stepped", "step": {"plus": "1", "times": "1"}},
        *(
            {"method": "minimum-first", "minimum": {"payment": text, "rows": rows}}
            for text, rows in product(("-0.01", "0.00", "9.99", "10.00", "10.01", "1009.99", "1010.00", "1100.00"), range(4))
        ),
        *(
            {"method": "custom", "last_takes_rest": rest, "payments": payments}
            for rest in (False, True)
            for payments in (
                [], ["1013.00"], ["1013.01"], ["1012.99"], ["0", "1"], ["1.00", "0"], ["1.00", "-1.00"], ["5.00"] * 3,
                ["3.00", "1000.00", "1.00"], ["2.99", "1000.00", "1.00"], ["1013.00", "0.01"], ["1.00", "1.00"],
            )
        ),
        *({"method": "flat", "flat_principal": name} for name in ("level-principal", "even")),
        {"method": "annuity"},
    ]
    for term, carry, count in product(terms, CARRIES, (None, 3)):
        said = {} if count is None else {"count": count}
        yield plan_of(claim, {**INSTALMENTS, **term}, 31, rate_pct="12", carry={"interest": carry}, **said)


def agreed_limits():
    """The same for payments on agreed days, without interest."""
    claim = case((100000, 300, 0, 0, 0, 0))
    days = days_after(date(2026, 11, 20), 31, (1, 1, 365))
    on_time, same, back = days, [days[0], days[0]], [days[1], days[0]]
    kinds = [
        dated([], []), dated([], [], days[0]), dated([], [], days[1]), dated(back, ["1.00", "1002.00"]),
        dated(same, ["1.00", "1002.00"]), dated(on_time, ["1.00", "1002.00"], days[0]),
        dated(on_time, ["1.00", "1002.00"], days[1]), dated([days[0], "2026-12-20"], ["1.00", "1002.00"]),
        *(dated(on_time, ["3.00", text]) for text in ("999.99", "1000.00", "1000.01", "0", "-1.00")),
        *(dated(on_time, [text, "900.00"], days[2]) for text in ("2.99", "3.00", "103.00", "103.01", "0")),
        *(
            dated(days_after(date(2026, 11, 20), 31, [1] * (count - 1)), ["0.01"] * count, rest_on)
            for count, rest_on in ((599, "2099-01-01"), (600, "2099-01-01"), (600, None), (601, None))
        ),
        *({**dated(on_time, ["1003.00"]), name: value} for name, value in TERMS.items()),
    ]
    for kind, carry in product(kinds, CARRIES):
        yield plan_of(claim, kind, 31, rate_pct="0", carry={"interest": carry})


def misplaced():
    """Every method with every term of any other, and without each of its own."""
    claim = case((100000, 300, 0, 0, 0, 0))
    own = ({}, *({name: value} for name, value in TERMS.items()))
    for method, first, second in product(METHODS, own, own):
        yield plan_of(claim, {**INSTALMENTS, "method": method, "count": 2, **first, **second}, 31)
    for settlement, terms in product(("lump-sum", "on-dates", "barter"), own):
        yield plan_of(claim, {"settlement": settlement, **terms}, 31)
    for method, size in product(METHODS, ({"payment": "500.00"}, {"multiple": "10.00"})):
        needed = {"balloon": "balloon", "stepped": "step", "minimum-first": "minimum", "custom": "payments"}.get(method)
        term = {needed: TERMS[needed]} if needed else {}
        yield plan_of(claim, {**INSTALMENTS, "method": method, "count": 2, **size, **term}, 31)
        yield plan_of(claim, {**INSTALMENTS, "method": method, **size, **term}, 31)


def longest():
    """The most rows and one more, weights up to 2^28, and payments that grow beyond amounts."""
    claim = case((10**9, 10**7, 0, 0, 0, 0))
    for way, count in product(ways(10**9, 10**9 + 10**7, 600, lambda amount: plain(amount, 2)), (600, 601)):
        if "payments" not in way or count == 600:
            yield plan_of(claim, {**INSTALMENTS, **way}, 31, count=count)
    for factor, count, rate in product(("100", "25.4", "6.9"), range(4, 13), ("0", "400")):
        way = {"method": "stepped", "step": {"times": factor}, "frequency": "every-12-months"}
        yield plan_of(case((10**12, 0, 0, 0, 0, 0)), {**INSTALMENTS, **way}, 31, count=count, rate_pct=rate)


def documents():
    return chain(extremes(), ties(), calendar(), limits(), agreed_limits(), misplaced(), longest())
