"""What each kind of limit is held against: amounts and shares of them. docs/arithmetic.md says which.

A limit answers `SILENT` where it says nothing about an option, `MET`, or by how much it is missed.
"""

from amounts import CHARGES, COMPONENTS, COMPOUND, INTEREST, ONE, PENALTY, PRINCIPAL, away_from_zero, percent, scaled
from amounts import toward_zero

SILENT, MET = "does-not-apply", "met"
# What a debt grows by.
GROWING = (INTEREST, PENALTY, COMPOUND, CHARGES)


def at_most(unit, actual, most):
    return MET if actual <= most else {unit: actual - most}


def at_least(unit, actual, least):
    return at_most(unit, least, actual)


def down(whole, share):
    """A share that asks for something: not a minor unit too much."""
    return toward_zero(whole * percent(share), ONE)


def up(whole, share):
    """A share that allows something: not a minor unit too little."""
    return away_from_zero(whole * percent(share), ONE)


def accrued(balance, rate, days):
    """What a balance earns in days of a year of 365, in the option's favour."""
    return away_from_zero(balance * percent(rate) * days, 365 * ONE)


def minimum_settlement(facts, limit):
    meant = [COMPONENTS.index(name) for name in limit.get("components", COMPONENTS)]
    owed = sum(facts.owed[part] for part in meant)
    if owed == 0:
        return SILENT
    least = max(down(owed, limit.get("share", "0")), scaled(limit.get("amount", "0"), facts.decimals))
    if "components" in limit:
        collected = sum(facts.collected[part] for part in meant)
    else:
        collected = facts.paid
    return at_least("amount", collected, min(least, owed))


def waiver_cap(facts, limit):
    part = COMPONENTS.index(limit["component"])
    if facts.owed[part] == 0:
        return SILENT
    caps = []
    if "share" in limit:
        caps.append(up(facts.owed[part], limit["share"]))
    if "amount" in limit:
        caps.append(scaled(limit["amount"], facts.decimals))
    return at_most("amount", facts.waived[part], min(caps))


def waiver_cap_total(facts, limit):
    if facts.total == 0:
        return SILENT
    return at_most("amount", sum(facts.waived), up(facts.total, limit["share"]))


def not_waivable(facts, limit):
    part = COMPONENTS.index(limit["component"])
    return at_most("amount", facts.waived[part], 0) if facts.owed[part] else SILENT


def not_capitalisable(facts, limit):
    """Interest of a deferral is turned into principal as interest owed is."""
    part = COMPONENTS.index(limit["component"])
    if facts.owed[part] == 0 and facts.moved[part] == 0:
        return SILENT
    return at_most("amount", facts.moved[part], 0)


def minimum_down_payment(facts, limit):
    if facts.one_sum or facts.total == 0:
        return SILENT
    return at_least("amount", facts.due_now, down(facts.total, limit["share"]))


def minimum_instalment(facts, limit):
    if facts.one_sum or len(facts.amounts) < 2:
        return SILENT
    return at_least("amount", min(facts.amounts[:-1]), scaled(limit["amount"], facts.decimals))


def within_original_principal(facts, limit):
    """One sum without interest settles the old debt and makes no new one."""
    if facts.financed == 0 or facts.one_sum and facts.interest == 0:
        return SILENT
    return at_most("amount", facts.financed, facts.original)


def charges_per_month(facts, limit):
    if facts.owed[CHARGES] == 0:
        return SILENT
    months = away_from_zero(max(0, facts.late), 30)
    return at_most("amount", facts.collected[CHARGES], months * scaled(limit["amount"], facts.decimals))


def arrears_cap(facts, limit):
    late = sum(facts.collected[part] for part in (PENALTY, COMPOUND, CHARGES))
    if facts.late == 0 and late == 0:
        return SILENT
    most = accrued(facts.owed[PRINCIPAL], limit["rate"], facts.late)
    return at_most("amount", late + facts.collected[INTEREST], most)


def affordable_share(facts, limit):
    """Rounded against the lender, as it protects the borrower."""
    if facts.surplus is None:
        return SILENT
    return at_most("amount", facts.month, down(facts.surplus, limit["share"]))


def minimum_residual(facts, limit):
    if facts.surplus is None:
        return SILENT
    return at_least("amount", facts.surplus - facts.month, scaled(limit["amount"], facts.decimals))


def total_cost_cap(facts, limit):
    cost = facts.interest + sum(facts.collected[part] for part in GROWING)
    return at_most("amount", cost, up(facts.original, limit["share"]))


def total_within_rate(facts, limit):
    days = (facts.last - facts.signed).days
    most = facts.original + accrued(facts.original, limit["rate"], days)
    return at_most("amount", facts.paid, most)
