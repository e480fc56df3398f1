"""A plan document, read: the claim with its terms, and the option."""

from types import SimpleNamespace

from amounts import COMPONENTS, CHARGES, COMPOUND, COSTS, DECIMALS, INTEREST, PENALTY, PRINCIPAL
from amounts import ROUNDINGS, Refused, percent, scaled
from dates import read_date, read_frequency

USUAL_ORDER = (COSTS, CHARGES, PENALTY, COMPOUND, INTEREST, PRINCIPAL)


def by_component(values, read, otherwise):
    return [read(values[name]) if name in values else otherwise for name in COMPONENTS]


def order(names):
    return tuple(COMPONENTS.index(name) for name in names)


def lowest_cap(packs):
    """The lowest all-in cap that blocks, of the statutory packs."""
    return min(
        (
            percent(rule["limit"]["rate"])
            for pack in packs
            for rule in pack["rules"]
            if pack["layer"] == "statutory" and rule["limit"]["kind"] == "all-in-cap" and rule["severity"] == "block"
        ),
        default=None,
    )


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
        ceiling=percent(contract["ceiling"]) if "ceiling" in contract else lowest_cap(packs),
        day_count=contract["day_count"],
        rounding=ROUNDINGS[contract["rounding"]],
        order=order(contract["allocation"]) if "allocation" in contract else USUAL_ORDER,
        switch=switch and (switch["from_days_past_due"], order(switch["order"])),
    )


def read_option(option, decimals):
    """What is proposed. A waiver is `("share", steps)` or `("amount", minor units)`."""

    def amount(text):
        return scaled(text, decimals)

    def waiver(text):
        return ("share", percent(text[:-1])) if text.endswith("%") else ("amount", amount(text))

    lump = option["settlement"] == "lump-sum"
    read = SimpleNamespace(
        lump=lump,
        method=option.get("method", "equal-instalment"),
        frequency=read_frequency(option.get("frequency", "monthly")),
        count=option.get("count"),
        payment=amount(option["payment"]) if "payment" in option else None,
        multiple=amount(option["multiple"]) if "multiple" in option else None,
        first_due=read_date(option["first_due"]),
        rate=percent(option["rate_pct"]),
        basis=option.get("basis", "periodic"),
        rounding=ROUNDINGS[option.get("rounding", "half-up")],
        deferral=option.get("deferral", "accrues"),
        waivers=by_component(option.get("waivers", {}), waiver, ("amount", 0)),
        discount=waiver(option.get("discount", "0")),
        down_payment=amount(option.get("down_payment", "0")),
        carry=[option.get("carry", {}).get(name, "spread") for name in COMPONENTS],
    )
    if not lump:
        check_instalments(read)
    return read


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
