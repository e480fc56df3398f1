"""The verdict of rule packs on a plan, a second time: whom a rule binds, what it is held against, and what follows."""

from types import SimpleNamespace

import limits
import limits_around
import limits_in_time
import limits_of_cost
from amounts import plain, scaled
from dates import read_date
from document import fits, in_force, within
from months import asked_of_a_month
from strategies import strategies

OF_AMOUNTS = {
    "minimum-settlement": limits.minimum_settlement,
    "waiver-cap": limits.waiver_cap,
    "waiver-cap-total": limits.waiver_cap_total,
    "not-waivable": limits.not_waivable,
    "not-capitalisable": limits.not_capitalisable,
    "minimum-down-payment": limits.minimum_down_payment,
    "minimum-instalment": limits.minimum_instalment,
    "balance-within-original-principal": limits.within_original_principal,
    "arrears-cap": limits.arrears_cap,
    "charges-per-month": limits.charges_per_month,
    "affordable-share": limits.affordable_share,
    "minimum-residual": limits.minimum_residual,
    "total-cost-cap": limits.total_cost_cap,
    "total-within-rate": limits.total_within_rate,
    "minimum-value": limits_of_cost.minimum_value,
    "all-in-cap": limits_of_cost.all_in_cap,
}
IN_TIME = {
    "maximum-instalments": limits_in_time.maximum_instalments,
    "minimum-payments": limits_in_time.minimum_payments,
    "maximum-total-days": limits_in_time.maximum_total_days,
    "maximum-term-months": limits_in_time.maximum_term_months,
    "maximum-days-between": limits_in_time.maximum_days_between,
    "maximum-days-to-first": limits_in_time.maximum_days_to_first,
    "maximum-deferral-days": limits_in_time.maximum_deferral_days,
    "allowed-frequencies": limits_in_time.allowed_frequencies,
    "recovery-horizon-months": limits_in_time.recovery_horizon_months,
    "skipped-payments": limits_in_time.skipped_payments,
}
AROUND = {
    "penalty-multiple-band": limits_around.penalty_multiple_band,
    "penalty-rate-cap": limits_around.penalty_rate_cap,
    "broken-promises": limits_around.broken_promises,
    "maximum-grace-days": limits_around.offered("grace_days"),
    "maximum-offer-days": limits_around.offered("offer_days"),
    "restructures": limits_around.restructures,
    "guarantor-consent": limits_around.guarantor_consent,
    "repayment-behaviour": limits_around.repayment_behaviour,
    "evidence-required": limits_around.evidence_required,
    "moratorium": limits_around.moratorium,
    "limitation-period": limits_around.limitation_period,
    "allowed-strategies": limits_around.allowed_strategies,
}
# Every kind of limit, and what judges it.
KINDS = {**OF_AMOUNTS, **IN_TIME, **AROUND}

GRAVITY = {"warn": 0, "supervisor": 1, "manager": 1, "block": 2}
DECISIONS = ("allowed", "needs-approval", "refused")


def facts_of(case, packs, claim, option, laid_out):
    """What rules ask of a plan, its claim and what stands around it."""
    waived, moved, rows = laid_out
    payments = [(row[1], sum(row[3])) for row in rows if row[0] != "deferral"]
    later = [row for row in rows if row[0] in ("instalment", "lump-sum")]
    noted = case.get("circumstances", {})
    houses = [pack["defaults"] for pack in packs if pack["layer"] == "house"]
    facts = SimpleNamespace(
        claim=claim,
        option=option,
        decimals=claim.decimals,
        as_of=claim.as_of,
        late=(claim.as_of - claim.since).days,
        owed=claim.owed,
        total=sum(claim.owed),
        waived=waived,
        moved=moved,
        collected=[owed - off for owed, off in zip(claim.owed, waived)],
        due_now=option.down_payment,
        financed=sum(claim.owed) - sum(waived) - option.down_payment,
        interest=sum(row[2] for row in rows),
        payments=payments,
        paid=sum(amount for _, amount in payments),
        amounts=[sum(row[3]) for row in later],
        days=[row[1] for row in later],
        last=later[-1][1],
        one_sum=option.lump,
        in_steps=option.settlement == "instalments",
        case=case,
        product=case["product"],
        signed=read_date(case["contract"]["signed_on"]),
        original=scaled(case["contract"]["original_principal"], claim.decimals),
        customer=case.get("customer"),
        noted=noted,
        surplus=scaled(noted["surplus"], claim.decimals) if "surplus" in noted else None,
        offer=houses[0] if houses else None,
    )
    facts.month = asked_of_a_month(facts)
    facts.strategies = strategies(facts)
    return facts


def kind_of(customer):
    names = ("" if customer["willing"] else "un") + "willing", ("" if customer["able"] else "un") + "able"
    return "-".join(names)


def bound(facts, conditions):
    """Whether a case is of those that conditions name."""
    if "products" in conditions and facts.product not in conditions["products"]:
        return False
    if "days_past_due" in conditions and not within(conditions["days_past_due"], facts.late, int):
        return False
    amount = lambda text: scaled(text, facts.decimals)
    if "balance" in conditions and not within(conditions["balance"], facts.total, amount):
        return False
    if "customers" in conditions:
        return facts.customer is not None and kind_of(facts.customer) in conditions["customers"]
    return True


def asked(facts, rule, segment):
    """A rule's answer."""
    applies = rule.get("applies", {})
    if "segments" in applies and segment not in applies["segments"]:
        return limits.SILENT
    if "strategies" in applies and not facts.strategies & set(applies["strategies"]):
        return limits.SILENT
    if not bound(facts, applies):
        return limits.SILENT
    return KINDS[rule["limit"]["kind"]](facts, rule["limit"])


def covers(pack, segment):
    """A pack with segments judges only what falls in one of them."""
    return segment is not None or not pack.get("segments")


def verdict(facts, packs):
    """What `quittance plan` says of the rules: the decision, whether a pack is unfit, and each rule's answer."""
    unfit, worst, findings = not packs, 0, []
    for pack in packs:
        segment = next((one["id"] for one in pack.get("segments", ()) if bound(facts, one)), None)
        judges = fits(pack, facts.case, facts.as_of) and covers(pack, segment)
        unfit = unfit or not judges
        for rule in pack["rules"]:
            signed = rule.get("applies", {}).get("signed", {})
            if not in_force(rule, facts.as_of) or not within(signed, facts.signed, read_date):
                continue
            said = asked(facts, rule, segment) if judges else limits.SILENT
            broken = isinstance(said, dict)
            if broken:
                worst = max(worst, GRAVITY[rule["severity"]])
            found = {
                "rule": rule["id"], "layer": pack["layer"], "severity": rule["severity"],
                "outcome": "broken" if broken else said,
            }
            if broken and not {"rate", "multiple"} & set(said):
                found["shortfall"] = written(said, facts.decimals)
            findings.append(found)
    return {"decision": DECISIONS[2 if unfit else worst], "unfit": unfit, "findings": findings}


def written(shortfall, decimals):
    """A shortfall as answers show it."""
    said = dict(shortfall)
    if "amount" in said:
        said["amount"] = plain(said["amount"], decimals)
    return said
