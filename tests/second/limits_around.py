"""What limits on the customer, the contract, the offer and the circumstances are held against."""

from amounts import COMPOUND, ONE, PENALTY, scaled
from dates import add_months, read_date
from limits import MET, SILENT, at_least, at_most
from limits_in_time import months_over
from stops import penalty_rate
from strategies import STRATEGIES

PAPERS = (
    "identity", "income", "spending", "hardship", "unemployment", "illness", "disaster", "fraud", "other-debts", "assets",
    "business", "recovery",
)


def penalty_multiple_band(facts, limit):
    """The multiple as the contract has it, or that of its two rates, to the twenty-eighth digit."""
    penalty, contract = facts.claim.penalty, facts.claim.rate
    if penalty is None or penalty.multiple is None and contract == 0:
        return SILENT
    lowest, highest = scaled(limit["from"], 10), scaled(limit["to"], 10)
    above, below = (penalty.rate, contract) if penalty.multiple is None else (penalty.multiple, ONE)
    return MET if lowest * below <= above * ONE <= highest * below else {"multiple": None}


def penalty_rate_cap(facts, limit):
    if facts.claim.penalty is None or facts.collected[PENALTY] == 0 and facts.collected[COMPOUND] == 0:
        return SILENT
    return at_most("rate", penalty_rate(facts.claim), scaled(limit["rate"], 8))


def broken_promises(facts, limit):
    if facts.customer is None:
        return SILENT
    return at_most("promises", facts.customer["promises_broken"], limit["most"])


def offered(term):
    """A limit on a term of the offer, which the lender's pack sets."""

    def judge(facts, limit):
        return SILENT if facts.offer is None else at_most("days", facts.offer[term], limit["days"])

    return judge


def restructures(facts, limit):
    """Those of the last months, and of a day so many months ago no more."""
    if "restructured_on" not in facts.noted:
        return SILENT
    days = map(read_date, facts.noted["restructured_on"])
    counted = [day for day in days if add_months(day, limit["within_months"]) > facts.as_of]
    return at_most("times", len(counted), limit["most"])


def guarantor_consent(facts, limit):
    said = facts.noted.get("guarantor")
    return SILENT if said is None else MET if said == "consented" else {}


def repayment_behaviour(facts, limit):
    arrived = facts.noted.get("payments_since_overdue")
    return SILENT if arrived is None else at_least("times", arrived, limit["payments"])


def evidence_required(facts, limit):
    if "evidence" not in facts.noted:
        return SILENT
    missing = set(limit["evidence"]) - set(facts.noted["evidence"])
    return {"evidence": [paper for paper in PAPERS if paper in missing]} if missing else MET


def moratorium(facts, limit):
    """Its last day is one of those on which nothing may be asked for."""
    if "moratorium_until" not in facts.noted:
        return SILENT
    until = read_date(facts.noted["moratorium_until"])
    return {"days": (until - facts.as_of).days + 1} if until >= facts.as_of else MET


def limitation_period(facts, limit):
    if facts.late <= 0:
        return SILENT
    return at_most("months", months_over(facts.claim.since, facts.as_of), limit["months"])


def allowed_strategies(facts, limit):
    beside = facts.strategies - set(limit["strategies"])
    return {"strategies": [name for name in STRATEGIES if name in beside]} if beside else MET
