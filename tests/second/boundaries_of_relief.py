"""Boundaries of freezes and vesting: every way the time of a plan may count with every way to vest."""

from itertools import chain, product

from boundaries import PRINCIPAL_FIRST, case, plan_of

WHILE_KEPT = (None, "released-on-completion", "accrues-uncharged", "no-accrual", "plan-rate")
KINDS = (
    {"settlement": "lump-sum"},
    {"settlement": "instalments", "count": 3},
    {"settlement": "instalments", "count": 3, "method": "one-off"},
    {
        "settlement": "on-dates", "rest_on": "2027-02-01",
        "agreed": [{"date": "2026-12-30", "amount": "20.00"}, {"date": "2027-01-15", "amount": "5000.00"}],
    },
)
MILESTONES = (
    [], [(0, "0")], [(0, "100")], [(1, "33.33333333"), (2, "50")], [(2, "0.00000001"), (3, "99.99999999"), (4, "100")],
    [(600, "50")],
)
NO_MILESTONES = (
    [(1, "50"), (1, "60")], [(2, "50"), (1, "60")], [(1, "50"), (2, "50")], [(1, "50"), (2, "49")], [(1, "100.00000001")],
    [(1, "-1")],
)


def by(milestones):
    steps = [{"after": after, "pct": pct} for after, pct in milestones]
    return {"vesting": "milestones", "milestones": steps}


def vesting():
    """Ways to vest, with milestones and without."""
    yield {}
    for name in ("on-completion", "pro-rata", "at-once"):
        yield {"vesting": name}
    yield from map(by, MILESTONES)


def refused():
    """What does not go together, and what is not known."""
    claim = case((1000000, 45678, 910, 11, 1213, 1))
    kind = {"settlement": "instalments", "count": 3}
    steps = [{"after": 1, "pct": "50"}]
    for terms in (
        {"vesting": "milestones"}, {"milestones": steps}, {"vesting": "pro-rata", "milestones": steps},
        {"vesting": "at-once", "milestones": []}, {"vesting": "by-and-by"}, {"while_kept": "frozen"},
        *map(by, NO_MILESTONES),
    ):
        yield plan_of(claim, kind, **terms)


def relief():
    """Waivers of every component, principal among them, over down payments, orders and what the contract accrues."""
    penalty = {"rate": "24", "base": "overdue-principal", "compound": True, "beside_interest": True}
    contracts = (
        {},
        {"penalty": penalty, "late_charge": {"rate": "18.25"}},
        {"penalty": penalty, "late_charge": {"rate": "18.25", "cap": "15.00"}, "ceiling": "19", "allocation": PRINCIPAL_FIRST},
    )
    for contract, kept, vest, kind, (down, overdue) in product(
        contracts, WHILE_KEPT, vesting(), KINDS, (("0.00", None), ("300.00", "5000.00"))
    ):
        claim = case((1000000, 45678, 910, 11, 1213, 1), **contract)
        if overdue is not None:
            claim["overdue_principal"] = overdue
        said = {} if kept is None else {"while_kept": kept}
        waivers = {"principal": "10%", "interest": "33.33333333%", "penalty": "100%", "costs": "0.01"}
        yield plan_of(claim, kind, 40, down_payment=down, waivers=waivers, discount="0.5%", **said, **vest)


def nothing_to_pay():
    """Everything is given up, or nothing is owed."""
    for owed, vest, kind in product(((1000, 5, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0)), vesting(), KINDS):
        waivers = {"principal": "100%", "interest": "100%"}
        yield plan_of(case(owed), kind, 40, waivers=waivers, **vest)


def longest():
    """What vests with every one of the most payments there can be."""
    claim = case((10**9, 10**7, 0, 0, 0, 0))
    yield plan_of(claim, {"settlement": "instalments", "count": 600}, waivers={"interest": "99%"}, vesting="pro-rata")


def documents():
    return chain(refused(), relief(), nothing_to_pay(), longest())
