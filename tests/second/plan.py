"""What `quittance plan` answers, worked out a second time in whole numbers from docs/arithmetic.md.

Reads plan documents, one a line, and writes an answer or a refusal a line. The two yearly rates are left out.
"""

import json
import sys

from amounts import CHARGES, COMPONENTS, COMPOUND, COSTS, INTEREST, ONE, PARTS, PENALTY, PRINCIPAL, Refused, plain
from dates import step, stretch
from document import read_claim, read_option
from given import dated_lines, given_rows
from instalments import instalment_rows
from judge import facts_of, verdict
from relief import accruing
from stops import if_payments_stop, order_on, owed_if_nothing_paid

DISCOUNT_FROM = (PENALTY, COMPOUND, CHARGES, INTEREST, COSTS, PRINCIPAL)


def given_up(waiver, owed, rounding):
    """A waiver or a discount as an amount."""
    kind, value = waiver
    if kind == "share":
        if not 0 <= value <= ONE:
            raise Refused("a share of nought to the whole")
        return rounding(owed * value, ONE)
    if not 0 <= value <= owed:
        raise Refused("more given up than is owed")
    return value


def take(left, amount, order):
    """Takes an amount from components in an order, and says what it took of each."""
    taken = [0] * 6
    for component in order:
        taken[component] = min(left[component], amount)
        left[component] -= taken[component]
        amount -= taken[component]
    return taken


def concede(claim, option):
    """What is waived of each component."""
    waived = [
        given_up(waiver, owed, option.rounding) for waiver, owed in zip(option.waivers, claim.owed)
    ]
    left = [owed - off for owed, off in zip(claim.owed, waived)]
    discount = given_up(option.discount, sum(left), option.rounding)
    return [a + b for a, b in zip(waived, take(left, discount, DISCOUNT_FROM))]


def capitalise(option, left):
    """Moves to principal what is carried so."""
    moved = [0] * 6
    for component in range(6):
        if component != PRINCIPAL and option.carry[component] == "capitalised":
            moved[component] = left[component]
            left[PRINCIPAL] += left[component]
            left[component] = 0
    return moved


def lump_row(claim, option, left):
    """The one row of a lump sum."""
    interest = 0
    if option.deferral != "frozen":
        time = stretch(option.basis, claim.as_of, option.first_due)
        interest = option.rounding(left[PRINCIPAL] * option.rate * time, PARTS)
    left[INTEREST] += interest
    return ("lump-sum", option.first_due, interest, list(left), [0] * 6)


def deferral_rows(claim, option, left):
    """The start of the instalments, the row of interest until then if there is any, and what of it moves to principal."""
    start = step(option.first_due, option.frequency, -1)
    if start <= claim.as_of:
        return claim.as_of, [], 0
    if option.deferral == "frozen":
        return start, [], 0
    time = stretch(option.basis, claim.as_of, start)
    interest = option.rounding(left[PRINCIPAL] * option.rate * time, PARTS)
    if interest == 0:
        return start, [], 0
    moved = interest if option.deferral == "capitalised" else 0
    left[PRINCIPAL] += moved
    left[INTEREST] += interest - moved
    return start, [("deferral", start, interest, [0] * 6, list(left))], moved


def lay_out(claim, option):
    """Waived, capitalised and rows."""
    if option.first_due < claim.as_of:
        raise Refused("the first payment is before the as-of date")
    waived = concede(claim, option)
    left = [owed - off for owed, off in zip(claim.owed, waived)]
    order = order_on(claim, claim.as_of)
    if not 0 <= option.down_payment <= sum(left):
        raise Refused("the down payment is more than is left")
    paid = take(left, option.down_payment, order)
    rows = []
    if option.down_payment > 0:
        rows.append(("down-payment", claim.as_of, 0, paid, list(left)))
    moved = capitalise(option, left)
    if option.lump:
        rows.append(lump_row(claim, option, left))
        return waived, moved, rows
    if option.settlement == "on-dates":
        return waived, moved, rows + given_rows(option, left, order, dated_lines(claim, option))
    start, deferral, capitalised = deferral_rows(claim, option, left)
    moved[INTEREST] += capitalised
    return waived, moved, rows + deferral + instalment_rows(option, left, start, order)


def answer(document):
    """The answer to a document, as the program writes it; `Refused` if there is none."""
    claim = read_claim(document["case"], document["packs"])
    option = read_option(document["option"], claim.decimals)
    laid_out = lay_out(claim, option)
    waived, moved, rows = laid_out
    facts = facts_of(document["case"], document["packs"], claim, option, laid_out)

    def text(amount):
        return plain(amount, claim.decimals)

    def parts(amounts):
        said = dict(zip(COMPONENTS, map(text, amounts)))
        said["total"] = text(sum(amounts))
        return said

    payments = [(row[1], sum(row[3])) for row in rows if row[0] != "deferral"]
    later = [row for row in rows if row[0] in ("instalment", "lump-sum")]
    paid = sum(amount for _, amount in payments)
    last_date = later[-1][1]
    unpaid = owed_if_nothing_paid(claim, last_date)
    return {
        "opening": parts(claim.owed),
        "waived": parts(waived),
        "capitalised": parts(moved),
        "rows": [
            {
                "kind": kind,
                "date": date.isoformat(),
                "interest": text(interest),
                "paid": parts(paid_parts),
                "closing": parts(closing),
            }
            for kind, date, interest, paid_parts, closing in rows
        ],
        "totals": {
            "due_now": text(option.down_payment),
            "instalment": None if option.lump else text(sum(later[0][3])),
            "last_payment": text(sum(later[-1][3])),
            "count": len(later),
            "first_date": later[0][1].isoformat(),
            "last_date": last_date.isoformat(),
            "paid": text(paid),
            "waived": text(sum(waived)),
            "interest": text(sum(row[2] for row in rows)),
            "owed_if_nothing_paid": text(unpaid),
            "cost_against_nothing": text(paid - unpaid),
        },
        "if_payments_stop": [
            {
                "after": stop.after,
                "on": stop.on.isoformat(),
                "paid": text(stop.paid),
                "vested": parts(stop.vested),
                "revived": text(sum(waived) - sum(stop.vested)),
                "accrued": parts(stop.accrued),
                "owed": parts(stop.owed),
                "excess": text(stop.excess),
            }
            for stop in if_payments_stop(accruing(claim, option), option, waived, payments)
        ],
        "verdict": verdict(facts, document["packs"]),
    }


def main():
    for line in sys.stdin:
        try:
            print(json.dumps(answer(json.loads(line))))
        except Refused as reason:
            print(json.dumps({"error": {"problem": str(reason)}}))


if __name__ == "__main__":
    main()
