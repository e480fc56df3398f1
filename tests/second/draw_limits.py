"""Random limits of every kind, mostly at what an option has, a step to either side of it, or far from it."""

from datetime import timedelta

from amounts import CHARGES, COMPONENTS, ONE, PRINCIPAL, percent, plain
from dates import NAMED
from limits import GROWING
from limits_around import PAPERS
from limits_in_time import months_over, runs_left_out
from limits_of_cost import worth
from stops import penalty_rate
from strategies import STRATEGIES

STEPS = (
    "monthly", "weekly", "fortnightly", "half-monthly", "every-10-days", "every-30-days", "every-12-months", "every-2-months", "every-3-weeks",
    "every-14-days", "every-2-half-months",
)
MOST_AMOUNT = 10**15


def near(chance, value, most):
    """A value at, beside or far from another one, from nought to the most."""
    kind = chance.random()
    if kind < 0.75:
        value += chance.choice((-1, 0, 0, 1))
    elif kind < 0.85:
        value += chance.randrange(-100, 101)
    else:
        value = chance.randrange(most + 1)
    return max(0, min(most, value))


class Limits:
    """Draws limits for the facts of one document."""

    def __init__(self, chance, facts):
        self.chance, self.facts = chance, facts

    def amount(self, value):
        return plain(near(self.chance, value, MOST_AMOUNT), self.facts.decimals)

    def count(self, value, most=600, least=0):
        return max(least, near(self.chance, value, most))

    def share(self, part, whole):
        """A share at which a part of a whole is, as nearly as shares can say, or a round one."""
        if whole <= 0 or self.chance.random() < 0.3:
            return self.chance.choice(("0", "10", "33.33333333", "50", "90", "100"))
        steps = near(self.chance, part * ONE // whole, ONE)
        return plain(min(ONE, steps), 8)

    def rate(self, steps):
        return plain(near(self.chance, min(steps, 4 * ONE), 4 * ONE), 8)

    def component(self):
        return self.chance.choice(COMPONENTS)

    def of(self, kind):
        """A limit of a kind."""
        return {"kind": kind, **getattr(self, kind.replace("-", "_"))()}

    def minimum_settlement(self):
        facts, chance = self.facts, self.chance
        limit, whole, paid = {}, facts.total, facts.paid
        if chance.random() < 0.4:
            names = chance.sample(COMPONENTS, chance.randrange(1, 4))
            limit["components"] = names
            meant = [COMPONENTS.index(name) for name in names]
            whole, paid = sum(facts.owed[part] for part in meant), sum(facts.collected[part] for part in meant)
        which = chance.randrange(3)
        if which != 1:
            limit["share"] = self.share(paid, whole)
        if which != 0:
            limit["amount"] = self.amount(paid)
        return limit

    def waiver_cap(self):
        name = self.component()
        part = COMPONENTS.index(name)
        limit, which = {"component": name}, self.chance.randrange(3)
        if which != 1:
            limit["share"] = self.share(self.facts.waived[part], self.facts.owed[part])
        if which != 0:
            limit["amount"] = self.amount(self.facts.waived[part])
        return limit

    def waiver_cap_total(self):
        return {"share": self.share(sum(self.facts.waived), self.facts.total)}

    def not_waivable(self):
        return {"component": self.component()}

    def not_capitalisable(self):
        return {"component": self.chance.choice(COMPONENTS[1:])}

    def minimum_down_payment(self):
        return {"share": self.share(self.facts.due_now, self.facts.total)}

    def maximum_instalments(self):
        return {"count": self.count(len(self.facts.amounts), least=1)}

    def minimum_payments(self):
        return {"count": self.count(len(self.facts.amounts), least=1)}

    def maximum_total_days(self):
        return {"days": self.count((self.facts.last - self.facts.as_of).days, 36500)}

    def maximum_term_months(self):
        return {"months": self.count(months_over(self.facts.as_of, self.facts.last), 1200)}

    recovery_horizon_months = maximum_term_months

    def maximum_days_between(self):
        days = self.facts.days
        longest = max(((later - day).days for day, later in zip(days, days[1:])), default=30)
        return {"days": self.count(longest, 36500, 1)}

    def maximum_days_to_first(self):
        return {"days": self.count((self.facts.days[0] - self.facts.as_of).days, 36500)}

    def maximum_deferral_days(self):
        less = self.chance.choice((0, 7, 14, 15, 16, 28, 30, 31))
        return {"days": self.count(max(0, (self.facts.days[0] - self.facts.as_of).days - less), 36500)}

    def minimum_instalment(self):
        return {"amount": self.amount(min(self.facts.amounts[:-1], default=100))}

    def allowed_frequencies(self):
        """Some steps, often the option's own among them, and often days agreed one by one."""
        named = set(self.chance.sample(STEPS, self.chance.randrange(1, 4)))
        if self.chance.random() < 0.4:
            named.add(name_of(self.facts.option.frequency))
        return {"frequencies": sorted(named) + ["agreed-days"] * (self.chance.random() < 0.5)}

    def balance_within_original_principal(self):
        return {}

    def all_in_cap(self):
        return {"rate": self.rate(self.facts.option.rate)}

    def arrears_cap(self):
        facts = self.facts
        time = facts.owed[PRINCIPAL] * max(0, facts.late)
        collected = sum(facts.collected[part] for part in GROWING)
        return {"rate": self.rate(collected * 365 * ONE // time if time else 0)}

    def charges_per_month(self):
        months = max(1, -(-self.facts.late // 30))
        return {"amount": self.amount(self.facts.collected[CHARGES] // months)}

    def penalty_multiple_band(self):
        low = self.chance.choice(("0.5", "1", "1.3", "1.33333333", "1.5"))
        return {"from": low, "to": self.chance.choice(("1.5", "2", "9"))}

    def penalty_rate_cap(self):
        claim = self.facts.claim
        return {"rate": self.rate(penalty_rate(claim) if claim.penalty else 0)}

    def broken_promises(self):
        return {"most": self.chance.randrange(4)}

    def skipped_payments(self):
        left_out = runs_left_out(self.facts)
        most = self.count(sum(left_out))
        return {"most": most, "running": min(most, self.count(max(left_out)))}

    def maximum_grace_days(self):
        return {"days": self.chance.randrange(20)}

    maximum_offer_days = maximum_grace_days

    def restructures(self):
        return {"most": self.chance.randrange(3), "within_months": self.chance.choice((1, 6, 12, 24))}

    def affordable_share(self):
        return {"share": self.share(self.facts.month, self.facts.surplus or 0)}

    def minimum_residual(self):
        return {"amount": self.amount(max(0, (self.facts.surplus or 0) - self.facts.month))}

    def guarantor_consent(self):
        return {}

    moratorium = guarantor_consent

    def minimum_value(self):
        rate = self.chance.choice(("0", "3.5", "8", "24"))
        return {"share": self.share(worth(self.facts, percent(rate)), self.facts.total), "rate": rate}

    def repayment_behaviour(self):
        return {"payments": self.chance.randrange(1, 4)}

    def evidence_required(self):
        return {"evidence": self.chance.sample(PAPERS, self.chance.randrange(1, 4))}

    def limitation_period(self):
        return {"months": self.count(months_over(self.facts.claim.since, self.facts.as_of), 120, 1)}

    def total_cost_cap(self):
        facts = self.facts
        cost = facts.interest + sum(facts.collected[part] for part in GROWING)
        return {"share": self.share(cost, facts.original)}

    def total_within_rate(self):
        facts = self.facts
        time = facts.original * (facts.last - facts.signed).days
        above = max(0, facts.paid - facts.original)
        return {"rate": self.rate(above * 365 * ONE // time if time else 0)}

    def allowed_strategies(self):
        return {"strategies": self.chance.sample(STRATEGIES, self.chance.randrange(2, 8))}


def name_of(frequency):
    """The one name of a step."""
    unit, each = frequency
    return next((name for name, step in NAMED.items() if step == frequency), f"every-{each}-{unit}")


def surplus(chance, month):
    """What a month leaves, about what a plan asks of it."""
    return near(chance, month * chance.choice((1, 1, 2, 3)), 10**12)


def days_back(chance, as_of, count):
    """Days before the as-of date, the earliest first: round numbers of months back, and a day beside."""
    days = set()
    for _ in range(count):
        days.add(as_of - timedelta(days=chance.choice((0, 30, 31, 181, 182, 184, 365, 366, 730, 731, chance.randrange(900)))))
    return sorted(days)
