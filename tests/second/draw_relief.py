"""Random terms of what becomes of concessions: freezes and ways to vest."""

WHILE_KEPT = ("released-on-completion", "accrues-uncharged", "no-accrual", "plan-rate")
VESTING = ("on-completion", "pro-rata", "pro-rata", "at-once", "milestones", "milestones")


def milestones(chance):
    """Steps that rise; rarely ones that do not, or a share beyond the whole."""
    count = chance.randrange(4)
    after = sorted(chance.sample(range(8), count))
    pct = sorted(chance.sample((0, 1, 33, 50, 66, 99, 100), count))
    steps = []
    for payments, share in zip(after, pct):
        decimals = f".{chance.randrange(10**8):08d}" if share < 99 and chance.random() < 0.5 else ""
        steps.append({"after": payments, "pct": f"{share}{decimals}"})
    if chance.random() < 0.03:
        steps.append(dict(chance.choice(steps)) if steps and chance.random() < 0.7 else {"after": 9, "pct": "100.00000001"})
    return steps


def relief(chance):
    """What the time of the plan costs if it breaks, and when waivers vest."""
    drawn = {}
    if chance.random() < 0.6:
        drawn["while_kept"] = chance.choice(WHILE_KEPT)
    if chance.random() < 0.7:
        drawn["vesting"] = chance.choice(VESTING)
        if drawn["vesting"] == "milestones" and chance.random() < 0.98:
            drawn["milestones"] = milestones(chance)
    return drawn
