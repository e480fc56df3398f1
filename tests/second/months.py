"""What a plan asks for in a month, whatever its step. Always up to a whole minor unit."""

from amounts import away_from_zero

# So many steps of one unit make so many months.
IN_MONTHS = {"days": (365, 12), "weeks": (52, 12), "half-months": (2, 1), "months": (1, 1)}


def asked_of_a_month(facts):
    if facts.in_steps and len(facts.amounts) > 1:
        unit, each = facts.option.frequency
        steps, months = IN_MONTHS[unit]
        return away_from_zero(max(facts.amounts) * steps, each * months)
    return saved_for(facts)


def saved_for(facts):
    """The most that has fallen due by any payment, spread over the time until then, which is a month at least."""
    due, most = 0, 0
    for day, amount in zip(facts.days, facts.amounts):
        due += amount
        most = max(most, away_from_zero(due * 365, max(365, 12 * (day - facts.as_of).days)))
    return most
