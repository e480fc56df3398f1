"""Random rule packs, and the circumstances that rules ask for."""

from datetime import timedelta

from amounts import plain
from draw_limits import Limits, days_back, near, surplus
from judge import KINDS
from limits_around import PAPERS
from strategies import STRATEGIES

PRODUCTS = ("bank-loan", "credit-card", "micro-loan", "receivable", "personal-loan", "private-loan")
TYPES = ("willing-able", "willing-unable", "unwilling-able", "unwilling-unable")
SEVERITIES = ("block", "block", "supervisor", "manager", "warn")


def customer(chance):
    return {"willing": chance.random() < 0.6, "able": chance.random() < 0.5, "promises_broken": chance.randrange(4)}


def contract(chance, facts):
    """What was lent, about what is financed, what is paid, or far from both."""
    about = chance.choice((facts.financed, facts.paid, facts.total, facts.interest, 10**12))
    return {"original_principal": plain(max(1, near(chance, about, 10**14)), facts.decimals)}


def circumstances(chance, facts):
    """What is noted beside the debt; of anything it may be nothing."""
    noted = {}
    if chance.random() < 0.6:
        noted["surplus"] = plain(surplus(chance, facts.month), facts.decimals)
    if chance.random() < 0.6:
        noted["guarantor"] = chance.choice(("consented", "not-asked"))
    if chance.random() < 0.6:
        noted["payments_since_overdue"] = chance.randrange(4)
    if chance.random() < 0.6:
        noted["evidence"] = chance.sample(PAPERS, chance.randrange(5))
    if chance.random() < 0.6:
        noted["restructured_on"] = [day.isoformat() for day in days_back(chance, facts.as_of, chance.randrange(4))]
    if chance.random() < 0.6:
        noted["moratorium_until"] = (facts.as_of + timedelta(days=chance.choice((-1, 0, 1, 40)))).isoformat()
    return noted


def band(chance, value, most, text):
    """A band whose ends are at or beside a value."""
    ends = sorted(near(chance, value, most) for _ in range(2))
    return {"from": text(ends[0]), "to": text(ends[1])}


def applies(chance, facts):
    """Whom a rule binds: mostly everyone."""
    said = {}
    if chance.random() < 0.1:
        said["products"] = chance.sample(PRODUCTS, chance.randrange(1, 5))
    if chance.random() < 0.1:
        said["days_past_due"] = band(chance, facts.late, 36500, int)
        if chance.random() < 0.3:
            del said["days_past_due"]["to"]
    if chance.random() < 0.1:
        said["balance"] = band(chance, facts.total, 10**15, lambda amount: plain(amount, facts.decimals))
        if chance.random() < 0.4:
            del said["balance"][chance.choice(("from", "to"))]
    if chance.random() < 0.1:
        said["customers"] = chance.sample(TYPES, chance.randrange(1, 4))
    if chance.random() < 0.1:
        said["strategies"] = chance.sample(STRATEGIES, chance.randrange(1, 4))
    if chance.random() < 0.05:
        said["signed"] = {chance.choice(("from", "to")): (facts.signed + timedelta(days=chance.randrange(-1, 2))).isoformat()}
    return said


def rule(chance, facts, number, kind):
    drawn = {
        "id": f"{kind}-{number}",
        "limit": Limits(chance, facts).of(kind),
        "severity": chance.choice(SEVERITIES),
        "visibility": chance.choice(("public", "private")),
        "source": "drawn [R]",
    }
    whom = applies(chance, facts)
    if whom:
        drawn["applies"] = whom
    if chance.random() < 0.05:
        name = chance.choice(("effective_from", "effective_to"))
        drawn[name] = (facts.as_of + timedelta(days=chance.randrange(-1, 2))).isoformat()
    return drawn


def pack(currency, number, rules):
    return {
        "format": "quittance-pack/1",
        "id": f"drawn-{number}",
        "name": {"zh": "-", "en": "-"},
        "version": "1",
        "layer": "statutory",
        "jurisdiction": "cn",
        "currency": currency,
        "effective_from": "1900-01-01",
        "rules": rules,
    }


def segments(chance, facts):
    """Two kinds of cases by what is owed, which may leave out the case at hand."""
    at = max(1, near(chance, facts.total, 10**15))
    ends = [{"to": at - 1}, {"from": at}]
    if chance.random() < 0.3:
        ends[1]["from"] = at + 1
    text = lambda band: {name: plain(amount, facts.decimals) for name, amount in band.items()}
    return [{"id": name, "balance": text(band)} for name, band in zip(("small", "large"), ends)]


# What no house rule is drawn beside: it would loosen a law that says the same in another way.
SAME = {"waiver-cap": "not-waivable", "not-waivable": "waiver-cap"}


def kinds(chance):
    """Kinds of limits, one of them mostly once."""
    drawn = chance.sample(tuple(KINDS), chance.randrange(1, 8))
    return drawn + [chance.choice(drawn)] * (chance.random() < 0.3)


def packs(chance, facts, kinds):
    """Packs of one rule each, as one pack with two values for the same debts is refused; often a lender's pack too."""
    drawn = []
    of_the_lender = None
    if chance.random() < 0.5:
        of_the_lender = kinds[-1]
        kinds = [kind for kind in kinds if kind not in (of_the_lender, SAME.get(of_the_lender))]
    for number, kind in enumerate(kinds):
        one = pack(facts.case["currency"], number, [rule(chance, facts, number, kind)])
        vary(chance, facts, one)
        drawn.append(one)
    if of_the_lender:
        house = pack(facts.case["currency"], "house", [rule(chance, facts, "house", of_the_lender)])
        house["layer"] = "house"
        house["defaults"] = {
            "plan_rate": "6", "basis": "periodic", "rounding": "half-up",
            "grace_days": chance.randrange(20), "offer_days": chance.randrange(20),
        }
        drawn.append(house)
    return drawn


def vary(chance, facts, pack):
    """Now and then a pack that is not for the case, or one with segments."""
    kind = chance.random()
    if kind < 0.02:
        pack["products"] = chance.sample(PRODUCTS, chance.randrange(1, 5))
    elif kind < 0.03 and not {"effective_from", "effective_to"} & set(pack["rules"][0]):
        pack["effective_to"] = (facts.as_of + timedelta(days=chance.randrange(-1, 2))).isoformat()
    elif kind < 0.04:
        pack["currency"] = chance.choice(("CNY", "GBP"))
    elif kind < 0.1:
        pack["segments"] = segments(chance, facts)
        named = chance.sample(("small", "large"), chance.randrange(1, 3))
        pack["rules"][0].setdefault("applies", {})["segments"] = named
