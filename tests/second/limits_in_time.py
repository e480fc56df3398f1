"""What limits on counts, days and months are held against."""

from dates import add_months, read_frequency, step
from limits import MET, SILENT, at_least, at_most


def maximum_instalments(facts, limit):
    return at_most("payments", len(facts.amounts), limit["count"])


def minimum_payments(facts, limit):
    """Nobody who can pay is pressed by being asked for few payments."""
    if facts.customer and facts.customer["able"]:
        return SILENT
    return at_least("payments", len(facts.amounts), limit["count"])


def maximum_total_days(facts, limit):
    return at_most("days", (facts.last - facts.as_of).days, limit["days"])


def months_over(start, end):
    """Months from one day to another, one begun counted whole."""
    months = whole_months(start, end)
    return months + (add_months(start, months) < end)


def whole_months(start, end):
    """Months that are over."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (add_months(start, months) > end)


def maximum_term_months(facts, limit):
    return at_most("months", months_over(facts.as_of, facts.last), limit["months"])


def recovery_horizon_months(facts, limit):
    if facts.customer is None or not (facts.customer["willing"] and not facts.customer["able"]):
        return SILENT
    return at_most("months", whole_months(facts.as_of, facts.last), limit["months"])


def maximum_days_between(facts, limit):
    if len(facts.days) < 2:
        return SILENT
    longest = max((later - day).days for day, later in zip(facts.days, facts.days[1:]))
    return at_most("days", longest, limit["days"])


def maximum_days_to_first(facts, limit):
    return at_most("days", (facts.days[0] - facts.as_of).days, limit["days"])


def maximum_deferral_days(facts, limit):
    """One sum and agreed days have no period of their own: there it is the time until the first of them."""
    begins = facts.option.first_due
    if facts.in_steps:
        begins = step(begins, facts.option.frequency, -1)
    return at_most("days", max(0, (begins - facts.as_of).days), limit["days"])


def allowed_frequencies(facts, limit):
    if facts.in_steps:
        allowed = [read_frequency(name) for name in limit["frequencies"] if name != "agreed-days"]
        return MET if facts.option.frequency in allowed else {}
    if len(facts.days) < 2:
        return SILENT
    return MET if "agreed-days" in limit["frequencies"] else {}


def skipped_payments(facts, limit):
    if len(facts.days) < 2:
        return SILENT
    left_out = runs_left_out(facts)
    if sum(left_out) > limit["most"]:
        return {"payments": sum(left_out) - limit["most"]}
    return at_most("payments", max(left_out), limit["running"])


def runs_left_out(facts):
    """Payments left out that follow each other: rows with nothing to pay; of agreed days the months that pass between two,
    beyond the first."""
    if not facts.in_steps:
        return [0] + [max(0, whole_months(day, later) - 1) for day, later in zip(facts.days, facts.days[1:])]
    runs = [0]
    for amount in facts.amounts:
        if amount:
            runs.append(0)
        else:
            runs[-1] += 1
    return runs
