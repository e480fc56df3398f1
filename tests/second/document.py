"""A plan document, read: the claim with its terms, and the option."""

from types import SimpleNamespace

from amounts import COMPONENTS, CHARGES, COMPOUND, COSTS, DECIMALS, INTEREST, PENALTY, PRINCIPAL
from amounts import ONE, ROUNDINGS, Refused, percent, scaled
from dates import read_date, read_frequency

OF_INSTALMENTS = (
    "method", "frequency", "count", "payment", "multiple", "balloon", "step", "flat_principal", "minimum", "payments",
    "last_takes_rest",
)
USUAL_ORDER = (COSTS, CHARGES, PENALTY, COMPOUND, INTEREST, PRINCIPAL)


def by_component(values, read, otherwise):
    return [read(values[name]) if name in values else otherwise for name in COMPONENTS]


def order(names):
    return tuple(COMPONENTS.index(name) for name in names)


def lowest_cap(case, packs, owed, decimals):
    """The lowest all-in cap that blocks, of the statutory packs that fit the case: of the rules in force that are for
    its product, for what is owed in all and for the day of its contract."""
    as_of, signed = read_date(case["as_of"]), read_date(case["contract"]["signed_on"])
    caps = []
    for pack in packs:
        if pack["layer"] != "statutory" or not fits(pack, case, as_of):
            continue
        for rule in pack["rules"]:
            applies = rule.get("applies", {})
            if rule["limit"]["kind"] != "all-in-cap" or rule["severity"] != "block" or not in_force(rule, as_of):
                continue
            for_product = case["product"] in applies.get("products", (case["product"],))
            for_balance = within(applies.get("balance", {}), owed, lambda text: scaled(text, decimals))
            if for_product and for_balance and within(applies.get("signed", {}), signed, read_date):
                caps.append(percent(rule["limit"]["rate"]))
    return min(caps, default=None)


def within(band, value, read):
    """Whether a value is in a band that includes its ends, of which either may be missing."""
    return ("from" not in band or read(band["from"]) <= value) and ("to" not in band or value <= read(band["to"]))


def in_force(dated, as_of):
    """Whether something with `effective_from` and `effective_to` holds on the as-of date."""
    ends = {name: dated[f"effective_{name}"] for name in ("from", "to") if f"effective_{name}" in dated}
    return within(ends, as_of, read_date)


def fits(pack, case, as_of):
    """Whether a pack, its segments aside, can judge a case."""
    for_product = case["product"] in pack.get("products", (case["product"],))
    return in_force(pack, as_of) and pack["currency"] == case["currency"] and for_product


def read_claim(case, packs):
    """Balances on the as-of date and what the contract and the law say happens to them."""
    decimals = DECIMALS[case["currency"]]

    def amount(text):
        return scaled(text, decimals)

    contract = case["contract"]
    owed = by_component(case["balances"], amount, 0)
    penalty = contract.get("penalty")
    late = contract.get("late_charge")
    switch = contract.get("allocation_switch")
    overdue = case.get("overdue_principal")
    return SimpleNamespace(
        decimals=decimals,
        as_of=read_date(case["as_of"]),
        since=read_date(case["overdue_since"]),
        owed=owed,
        overdue=owed[PRINCIPAL] if overdue is None else amount(overdue),
        rate=percent(contract["interest_rate"]),
        penalty=penalty and SimpleNamespace(
            rate=percent(penalty["rate"]) if "rate" in penalty else None,
            multiple=scaled(penalty["multiple"], 10) if "multiple" in penalty else None,
            whole=penalty["base"] == "whole-principal",
            compound=penalty["compound"],
            beside=penalty["beside_interest"],
        ),
        late=late and SimpleNamespace(
            rate=percent(late["rate"]),
            cap=amount(late["cap"]) if "cap" in late else None,
        ),
        ceiling=percent(contract["ceiling"]) if "ceiling" in contract else lowest_cap(case, packs, sum(owed), decimals),
        day_count=contract["day_count"],
        rounding=ROUNDINGS[contract["rounding"]],
        order=order(contract["allocation"]) if "allocation" in contract else USUAL_ORDER,
        switch=switch and (switch["from_days_past_due"], order(switch["order"])),
    )


KNOWN = {
    "settlement": ("lump-sum", "instalments", "on-dates"),
    "vesting": ("on-completion", "pro-rata", "milestones", "at-once"),
    "while_kept": ("released-on-completion", "accrues-uncharged", "no-accrual", "plan-rate"),
}
KNOWN_OF_INSTALMENTS = {
    "method": (
        "equal-instalment", "equal-principal", "interest-first", "balloon", "stepped", "flat", "one-off", "interest-last",
        "minimum-first", "custom",
    ),
    "flat_principal": ("equal-parts", "level-principal", "level-instalment"),
}


def check_names(option, known):
    for term, names in known.items():
        if term in option and option[term] not in names:
            raise Refused(f"no such {term}")


def read_option(option, decimals):
    """What is proposed. A waiver is `("share", steps)` or `("amount", minor units)`."""

    def amount(text):
        return scaled(text, decimals)

    def waiver(text):
        return ("share", percent(text[:-1])) if text.endswith("%") else ("amount", amount(text))

    check_names(option, KNOWN)
    settlement = option["settlement"]
    payments = option.get("payments")
    read = SimpleNamespace(
        settlement=settlement,
        lump=settlement == "lump-sum",
        method=option.get("method", "equal-instalment"),
        frequency=read_frequency(option.get("frequency", "monthly")),
        count=option.get("count", payments and len(payments)),
        payment=amount(option["payment"]) if "payment" in option else None,
        multiple=amount(option["multiple"]) if "multiple" in option else None,
        balloon=amount(option["balloon"]) if "balloon" in option else None,
        step=read_step(option["step"], amount) if "step" in option else None,
        flat_principal=option.get("flat_principal", "equal-parts").replace("level-principal", "equal-parts"),
        minimum=(amount(option["minimum"]["payment"]), option["minimum"]["rows"]) if "minimum" in option else None,
        payments=None if payments is None else [amount(text) for text in payments],
        last_takes_rest=option.get("last_takes_rest", False),
        agreed=[(read_date(line["date"]), amount(line["amount"])) for line in option.get("agreed", ())],
        rest_on=read_date(option["rest_on"]) if "rest_on" in option else None,
        first_due=read_date(option["first_due"]),
        rate=percent(option["rate_pct"]),
        basis=option.get("basis", "periodic"),
        rounding=ROUNDINGS[option.get("rounding", "half-up")],
        deferral=option.get("deferral", "accrues"),
        waivers=by_component(option.get("waivers", {}), waiver, ("amount", 0)),
        discount=waiver(option.get("discount", "0")),
        down_payment=amount(option.get("down_payment", "0")),
        carry=[option.get("carry", {}).get(name, "spread") for name in COMPONENTS],
        while_kept=option.get("while_kept", "released-on-completion"),
        vesting=option.get("vesting", "on-completion"),
        milestones=read_milestones(option),
    )
    if settlement == "instalments":
        check_names(option, KNOWN_OF_INSTALMENTS)
        check_method(option, read)
        check_instalments(read)
    if settlement != "on-dates" and ("agreed" in option or "rest_on" in option):
        raise Refused("days without payments on agreed days")
    if settlement != "instalments" and any(name in option for name in OF_INSTALMENTS):
        raise Refused("terms of instalments without instalments")
    return read


def read_step(step, amount):
    """What changes the payment, by how much, and after how many rows."""
    if ("times" in step) == ("plus" in step):
        raise Refused("a step by a factor or by an amount, and not both")
    every = step.get("every", 1)
    return ("times", scaled(step["times"], 10), every) if "times" in step else ("plus", amount(step["plus"]), every)


def read_milestones(option):
    """(Payments, share) of each milestone."""
    if ("milestones" in option) != (option.get("vesting") == "milestones"):
        raise Refused("milestones go with vesting by milestones")
    read = [(step["after"], percent(step["pct"])) for step in option.get("milestones", ())]
    if any(not 0 <= share <= ONE for _, share in read):
        raise Refused("a share of nought to the whole")
    if any(later[0] <= before[0] or later[1] <= before[1] for before, later in zip(read, read[1:])):
        raise Refused("milestones out of order")
    return read


# The terms that belong to a method, and those without which it says nothing.
TERMS_OF = {
    "balloon": "balloon",
    "step": "stepped",
    "flat_principal": "flat",
    "minimum": "minimum-first",
    "payments": "custom",
    "last_takes_rest": "custom",
}
NEEDED = ("balloon", "step", "minimum", "payments")


def check_method(option, read):
    for term, method in TERMS_OF.items():
        if term in option and method != read.method:
            raise Refused(f"{term} goes with {method}")
        if term in NEEDED and term not in option and method == read.method:
            raise Refused(f"{method} needs {term}")
    if read.method == "custom" and read.count != len(read.payments):
        raise Refused("as many payments as rows")


def check_instalments(option):
    if (option.count is None) == (option.payment is None):
        raise Refused("a count or a payment, and not both")
    if option.count is not None and not 1 <= option.count <= 600:
        raise Refused("1 to 600 instalments")
    if option.multiple is not None and option.multiple <= 0:
        raise Refused("a multiple above zero")
    if option.multiple is not None and option.payment is not None:
        raise Refused("a multiple goes with a count")
    given = option.payment is not None or option.multiple is not None
    if given and option.method != "equal-instalment":
        raise Refused("a given payment and a multiple go with equal instalments")
