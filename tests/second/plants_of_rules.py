"""Errors planted in what rules are held against, in whom they bind and in what follows: each has to show."""

from math import ceil

import judge
import limits
import limits_around
import limits_in_time
import limits_of_cost
import months
import strategies
from amounts import CHARGES, COMPONENTS, INTEREST, PENALTY, PRINCIPAL, away_from_zero, percent, scaled, toward_zero
from dates import add_months, read_date
from limits import MET, SILENT, at_least, at_most


def kind(name, function):
    """The limits with another function for one kind."""
    return [(judge, "KINDS", {**judge.KINDS, name: function})]


def unless(escapes, name):
    """A kind of limit that some options escape."""
    right = judge.KINDS[name]
    return kind(name, lambda facts, limit: SILENT if escapes(facts) else right(facts, limit))


def asked_beyond_the_debt(facts, limit):
    """An amount is asked for although less is owed; components are not told apart."""
    if facts.total == 0 or "components" in limit:
        return judge.OF_AMOUNTS["minimum-settlement"](facts, limit)
    share = limits.down(facts.total, limit.get("share", "0"))
    return at_least("amount", facts.paid, max(share, scaled(limit.get("amount", "0"), facts.decimals)))


def components_forgotten(facts, limit):
    """A floor of components is held against everything."""
    return limits.minimum_settlement(facts, {name: value for name, value in limit.items() if name != "components"})


def higher_of_two_caps(facts, limit):
    """Of a share and an amount the higher one caps a waiver."""
    part = COMPONENTS.index(limit["component"])
    if facts.owed[part] == 0 or not {"share", "amount"} <= set(limit):
        return limits.waiver_cap(facts, limit)
    cap = max(limits.up(facts.owed[part], limit["share"]), scaled(limit["amount"], facts.decimals))
    return at_most("amount", facts.waived[part], cap)


def last_one_too(facts, limit):
    """The last instalment, which takes the remainder, is bound too."""
    if facts.one_sum or len(facts.amounts) < 2:
        return SILENT
    return at_least("amount", min(facts.amounts), scaled(limit["amount"], facts.decimals))


def whole_months_alone(facts, limit):
    """A month that has begun is not counted."""
    return at_most("months", limits_in_time.whole_months(facts.as_of, facts.last), limit["months"])


def month_over_counts_again(facts, limit):
    """A restructuring counts on the day on which its months are over."""
    if "restructured_on" not in facts.noted:
        return SILENT
    days = map(read_date, facts.noted["restructured_on"])
    counted = [day for day in days if add_months(day, limit["within_months"]) >= facts.as_of]
    return at_most("times", len(counted), limit["most"])


def over_on_its_last_day(facts, limit):
    """A moratorium's last day is free."""
    if "moratorium_until" not in facts.noted:
        return SILENT
    until = read_date(facts.noted["moratorium_until"])
    return {"days": (until - facts.as_of).days + 1} if until > facts.as_of else MET


def late_a_day_early(facts, limit):
    """The time limit has run on the day on which it ends."""
    right = limits_around.limitation_period(facts, limit)
    ends = add_months(facts.claim.since, limit["months"])
    return {"days": 0} if facts.late > 0 and facts.as_of == ends else right


def months_begun_free(facts, limit):
    """A month that has begun allows no charge."""
    if facts.owed[CHARGES] == 0:
        return SILENT
    most = facts.late // 30 * scaled(limit["amount"], facts.decimals)
    return at_most("amount", facts.collected[CHARGES], most)


def without_interest(facts, limit):
    """Interest does not count among what was collected for the time past due."""
    late = facts.collected[INTEREST]
    facts.collected[INTEREST] = 0
    said = limits.arrears_cap(facts, limit)
    facts.collected[INTEREST] = late
    return said


def penalty_alone(facts, limit):
    """Compound interest at the penalty rate is not looked at."""
    return SILENT if facts.collected[PENALTY] == 0 else limits_around.penalty_rate_cap(facts, limit)


def held_to_one(facts, limit):
    """One payment left out is as good as running ones."""
    return limits_in_time.skipped_payments(facts, {**limit, "running": limit["most"]})


def from_today(facts, limit):
    """A rate of the contract's principal counts from the as-of date."""
    days = (facts.last - facts.as_of).days
    return at_most("amount", facts.paid, facts.original + limits.accrued(facts.original, limit["rate"], days))


def plan_for_nothing(facts, limit):
    """What the plan charges is no cost."""
    cost = sum(facts.collected[part] for part in limits.GROWING)
    return at_most("amount", cost, limits.up(facts.original, limit["share"]))


def simple_interest(facts, limit):
    """Later money is worth less by simple interest."""
    if facts.total == 0:
        return SILENT
    rate = percent(limit["rate"])
    worth = sum(
        amount * 365 * 10**10 / (365 * 10**10 + rate * (day - facts.as_of).days) for day, amount in facts.payments
    )
    return at_least("amount", ceil(worth), limits.down(facts.total, limit["share"]))


def month_of_four_weeks(facts):
    """A month has four weeks."""
    if facts.in_steps and len(facts.amounts) > 1 and facts.option.frequency[0] == "weeks":
        return away_from_zero(max(facts.amounts) * 4, facts.option.frequency[1])
    return RIGHT_MONTH(facts)


def any_paper(facts, limit):
    """One of the papers is enough."""
    said = limits_around.evidence_required(facts, limit)
    return MET if said != SILENT and set(limit["evidence"]) & set(facts.noted["evidence"]) else said


def first_promise_breaks(facts, limit):
    """As many promises as may be broken are too many."""
    return SILENT if facts.customer is None else at_most("promises", facts.customer["promises_broken"] + 1, limit["most"])


def without_deferral(facts):
    """Waiting is no strategy."""
    return RIGHT_STRATEGIES(facts) - {"deferral"}


def open_band(band, value, read):
    """A band does not include its upper end."""
    return ("from" not in band or read(band["from"]) <= value) and ("to" not in band or value < read(band["to"]))


RIGHT_MONTH, RIGHT_STRATEGIES = judge.asked_of_a_month, judge.strategies
RIGHT_FITS = judge.fits

# What is wrong, and the values that make it so: (module, name, value).
PLANTS = (
    ("a share that is asked for is rounded up", [(limits, "down", limits.up), (limits_of_cost, "down", limits.up)]),
    ("a share that is allowed is rounded down", [(limits, "up", limits.down)]),
    ("more is asked for than is owed", kind("minimum-settlement", asked_beyond_the_debt)),
    ("a floor of components is held against everything", kind("minimum-settlement", components_forgotten)),
    ("the higher of two caps counts", kind("waiver-cap", higher_of_two_caps)),
    ("the last instalment is bound too", kind("minimum-instalment", last_one_too)),
    ("weekly instalments escape the least amount",
     unless(lambda facts: facts.in_steps and facts.option.frequency[0] == "weeks", "minimum-instalment")),
    ("one sum escapes the longest deferral", unless(lambda facts: facts.one_sum, "maximum-deferral-days")),
    ("one sum escapes the longest time", unless(lambda facts: facts.one_sum, "maximum-total-days")),
    ("whoever can pay is bound too", kind("minimum-payments", lambda facts, limit: at_least("payments", len(facts.amounts), limit["count"]))),
    ("a month begun is not counted", kind("maximum-term-months", whole_months_alone)),
    ("the horizon counts months begun", kind("recovery-horizon-months", lambda facts, limit: SILENT
        if limits_in_time.recovery_horizon_months(facts, limit) == SILENT else limits_in_time.maximum_term_months(facts, limit))),
    ("agreed days keep any rhythm", unless(lambda facts: not facts.in_steps, "allowed-frequencies")),
    ("payments left out running are not told apart", kind("skipped-payments", held_to_one)),
    ("a restructuring counts a day too long", kind("restructures", month_over_counts_again)),
    ("a moratorium's last day is free", kind("moratorium", over_on_its_last_day)),
    ("the time limit has run a day early", kind("limitation-period", late_a_day_early)),
    ("a month begun allows no charge", kind("charges-per-month", months_begun_free)),
    ("interest is not collected for being late", kind("arrears-cap", without_interest)),
    ("compound interest escapes the penalty rate's cap", kind("penalty-rate-cap", penalty_alone)),
    ("a rate of the contract counts from today", kind("total-within-rate", from_today)),
    ("what the plan charges is no cost", kind("total-cost-cap", plan_for_nothing)),
    ("later money is worth less by simple interest", kind("minimum-value", simple_interest)),
    ("what is charged beside interest is not seen", [(limits_of_cost, "solved", lambda facts, above: 0)]),
    ("a month has four weeks", [(judge, "asked_of_a_month", month_of_four_weeks)]),
    ("what can be saved up for is asked for at once", [(judge, "asked_of_a_month", lambda facts: max(facts.amounts))]),
    ("one paper is enough", kind("evidence-required", any_paper)),
    ("as many promises as may be broken are too many", kind("broken-promises", first_promise_breaks)),
    ("waiting is no strategy", [(judge, "strategies", without_deferral)]),
    ("a band ends before its end", [(judge, "within", open_band)]),
    ("a case in no segment is judged", [(judge, "covers", lambda pack, segment: True)]),
    ("a pack of another currency judges", [(judge, "fits", lambda pack, case, as_of: RIGHT_FITS({**pack, "currency": case["currency"]}, case, as_of))]),
    ("whoever asks for approval refuses", [(judge, "GRAVITY", {**judge.GRAVITY, "manager": 2})]),
    ("a rule counts on the day after its last", [(judge, "in_force", lambda dated, as_of: True)]),
)
