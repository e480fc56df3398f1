"""The strategies that an option uses, read off what it does."""

from dates import covered_step

STRATEGIES = ("lump-sum", "instalments", "deferral", "waiver", "discount", "rate-cut", "freeze")


def strategies(facts):
    option, several = facts.option, len(facts.days) > 1
    frequency = option.frequency if facts.in_steps and several else ("months", 1)
    begins = covered_step(option.first_due, frequency, -1)
    deferred = begins is not None and begins > facts.as_of
    contract = facts.claim
    takes_time = facts.last > facts.as_of
    grows = contract.rate > 0 or contract.penalty is not None or contract.late is not None
    stopped = option.rate == 0 or option.while_kept == "no-accrual" or deferred and option.deferral == "frozen"
    conceded = {
        "waiver": any(value and off for (_, value), off in zip(option.waivers, facts.waived)),
        "discount": option.discount[1] > 0 and sum(facts.waived) > 0,
    }
    used = {
        "lump-sum": not several,
        "instalments": several,
        "deferral": deferred,
        **conceded,
        "rate-cut": takes_time and 0 < option.rate < contract.rate,
        "freeze": takes_time and grows and stopped,
    }
    return {name for name, used_here in used.items() if used_here}
