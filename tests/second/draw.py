"""Random plan documents: every term, with the values that break arithmetic drawn far more often than chance would.

The claim is drawn here and what is proposed for it in `draw_option`.
"""

from datetime import date, timedelta
from functools import partial

import draw_rules
from amounts import COMPONENTS, DECIMALS, Refused, plain
from dates import last_day
from document import read_claim, read_option
from draw_option import DAY_COUNT_NAMES, ROUNDING_NAMES, option, rate
from draw_rules import pack
from judge import facts_of
from plan import lay_out

YEARS = (2019, 2020, 2023, 2024, 2024, 2025, 2026, 2026, 2026, 2027, 2028, 2096, 2099, 2100, 1999, 1904)


def amount(chance, most=10**12):
    """An amount in minor units: nought, one, small enough for ties, or of any length."""
    kind = chance.random()
    if kind < 0.25:
        return 0
    if kind < 0.32:
        return 1
    if kind < 0.5:
        return chance.randrange(1000)
    if kind < 0.52:
        return most
    return chance.randrange(10 ** chance.randrange(3, 13))


def day(chance):
    """An as-of date: month ends, leap days and year ends are common."""
    year = chance.choice(YEARS)
    kind = chance.random()
    if kind < 0.1:
        return date(year, 2, last_day(year, 2))
    if kind < 0.2:
        return date(year, 12, 31)
    month = chance.randrange(1, 13)
    if kind < 0.45:
        return date(year, month, last_day(year, month))
    return date(year, month, chance.randrange(1, last_day(year, month) + 1))


def orders(chance):
    names = list(COMPONENTS)
    chance.shuffle(names)
    return names


def contract(chance, as_of, text):
    """What the contract says, penalty, late charge, ceiling and order of allocation included."""
    terms = {
        "signed_on": (as_of - timedelta(days=chance.randrange(1000, 1400))).isoformat(),
        "original_principal": text(10**12),
        "interest_rate": rate(chance),
        "day_count": chance.choice(DAY_COUNT_NAMES),
        "rounding": chance.choice(ROUNDING_NAMES),
    }
    if chance.random() < 0.7:
        penalty = {
            "base": chance.choice(("overdue-principal", "whole-principal")),
            "compound": chance.random() < 0.5,
            "beside_interest": chance.random() < 0.4,
        }
        if chance.random() < 0.5:
            penalty["rate"] = rate(chance)
        else:
            penalty["multiple"] = chance.choice(("1.5", "1.3", "1.33333333", "1", "2", "0"))
        terms["penalty"] = penalty
    if chance.random() < 0.4:
        late = {"rate": rate(chance)}
        if chance.random() < 0.6:
            late["cap"] = text(amount(chance))
        terms["late_charge"] = late
    if chance.random() < 0.3:
        terms["ceiling"] = rate(chance)
    if chance.random() < 0.5:
        terms["allocation"] = orders(chance)
    if chance.random() < 0.4:
        terms["allocation_switch"] = {
            "from_days_past_due": chance.choice((1, 30, 90, 91, 92, 120)),
            "order": orders(chance),
        }
    return terms


def case(chance):
    """A claim, and its balances in minor units."""
    currency = chance.choice(("CNY", "CNY", "CNY", "JPY", "GBP"))
    text = partial(plain, decimals=DECIMALS[currency])
    as_of = day(chance)
    owed = [amount(chance) for _ in COMPONENTS]
    if chance.random() < 0.7:
        owed[0] = owed[0] or chance.randrange(10**8)
    late = chance.choice((0, 1, 29, 30, 59, 89, 90, 91, 92, chance.randrange(900)))
    read = {
        "format": "quittance-case/1",
        "jurisdiction": "cn",
        "currency": currency,
        "as_of": as_of.isoformat(),
        "product": "bank-loan",
        "creditor": {"name": "Lender", "contact": "-", "complaints": "-", "channels": ["-"]},
        "borrower": {"name": "B*", "account": "1"},
        "contract": contract(chance, as_of, text),
        "overdue_since": (as_of - timedelta(days=late)).isoformat(),
        "balances": {name: text(part) for name, part in zip(COMPONENTS, owed) if part or name == "principal"},
        "customer": {"willing": True, "able": True, "promises_broken": 0},
    }
    if chance.random() < 0.5:
        read["overdue_principal"] = text(chance.choice((0, owed[0], chance.randint(0, owed[0]))))
    return read, as_of, owed, text


def packs(chance, currency):
    """Now and then all-in caps, of which some are a ceiling on what accrues, and some are for debts in another currency.
    Each is a pack of its own: one pack with two values for the same debts is refused."""
    return [
        pack(chance.choice((currency, currency, "GBP" if currency == "CNY" else "CNY")), number, [
            {
                "id": f"CAP-{number}",
                "limit": {"kind": "all-in-cap", "rate": chance.choice(("0", "15.4", "24", "36"))},
                "severity": chance.choice(("block", "block", "warn")),
                "visibility": "public",
                "source": "drawn",
            }
        ])
        for number in range(chance.randrange(1, 4))
    ]


def judged(chance, drawn, kinds=None):
    """Rules of some kinds, or of any, and what they ask for, near what an option has; none where it has no plan."""
    drawn["case"].pop("customer")
    if chance.random() < 0.9:
        drawn["case"]["customer"] = draw_rules.customer(chance)
    claim = read_claim(drawn["case"], [])
    try:
        asked = read_option(drawn["option"], claim.decimals)
        laid_out = lay_out(claim, asked)
        facts = facts_of(drawn["case"], [], claim, asked, laid_out)
    except Refused:
        return
    drawn["case"]["contract"].update(draw_rules.contract(chance, facts))
    drawn["case"]["circumstances"] = draw_rules.circumstances(chance, facts)
    facts = facts_of(drawn["case"], [], claim, asked, laid_out)
    drawn["packs"] = draw_rules.packs(chance, facts, kinds or draw_rules.kinds(chance))


def unjudged(chance):
    """A case and an option, and no rules."""
    claim, as_of, owed, text = case(chance)
    return {"case": claim, "option": option(chance, as_of, owed, text), "packs": []}


def with_rules(chance):
    """A whole plan document with rules of every kind."""
    drawn = unjudged(chance)
    judged(chance, drawn)
    return drawn


def document(chance):
    """A whole plan document: half of them with rules of every kind, a tenth with those that make a ceiling."""
    drawn = unjudged(chance)
    kind = chance.random()
    if kind < 0.1:
        drawn["packs"] = packs(chance, drawn["case"]["currency"])
    elif kind < 0.6:
        judged(chance, drawn)
    return drawn
