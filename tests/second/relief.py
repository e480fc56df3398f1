"""What becomes of concessions while a plan is kept: what its time costs if it breaks, and what has vested by then."""

from types import SimpleNamespace

from amounts import ONE


def accruing(claim, option):
    """The claim with what accrues while the plan is kept."""
    if option.while_kept == "released-on-completion":
        return claim
    rate = {"accrues-uncharged": claim.rate, "no-accrual": 0, "plan-rate": option.rate}[option.while_kept]
    return SimpleNamespace(**{**vars(claim), "rate": rate, "penalty": None, "late": None})


def vested_by(option, waived, made, paid, to_pay):
    """What has vested of each component after so many payments."""
    above, below = share_by(option, made, paid, to_pay)
    return [amount * above // below for amount in waived]


def share_by(option, made, paid, to_pay):
    """What part has vested, as a fraction."""
    if option.vesting == "at-once":
        return 1, 1
    if option.vesting == "pro-rata" and to_pay:
        return paid, to_pay
    if option.vesting == "milestones":
        return max((share for after, share in option.milestones if after <= made), default=0), ONE
    return 0, 1


def makes_payment(amount):
    """A row with nothing to pay makes none."""
    return amount > 0
