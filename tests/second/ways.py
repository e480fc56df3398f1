"""The rows of the methods beyond the plain three: principal as if there were no arrears, and arrears on top."""

from amounts import MOST, ONE, PARTS, Refused
from fitting import added_to, annuity, beside_balloon, multiplied, steps_before


def paid_by_payment(option, table, principal, payments, strict):
    """Interest and principal of each row that pays a payment; the last repays what is left. `strict` says of each row
    whether its payment may not be below its interest."""
    rows = []
    last = option.count - 1
    for row, payment in enumerate(payments):
        interest = interest_of(option, principal, table.time(row))
        if row == last:
            repaid = principal
        else:
            if strict(row) and payment < interest and principal:
                raise Refused("a payment below the interest of its row")
            repaid = min(max(payment - interest, 0), principal)
        rows.append((interest, repaid))
        principal -= repaid
    return rows


def interest_of(option, principal, time):
    return option.rounding(principal * option.rate * time, PARTS)


def balloon(option, table, principal):
    if not 0 <= option.balloon <= principal:
        raise Refused("a balloon from nought to the principal")
    fitted = beside_balloon(principal, option.balloon, option.rate, table.times())
    payments = [option.rounding(*fitted)] * option.count
    return paid_by_payment(option, table, principal, payments, lambda row: False)


def stepped(option, table, principal):
    kind, change, every = option.step
    if not 1 <= every <= 600:
        raise Refused("1 to 600 rows on a step")
    if kind == "times":
        payments = multiplied_payments(option, table, principal, change, every)
    else:
        payments = added_payments(option, table, principal, change, every)
    return paid_by_payment(option, table, principal, payments, lambda row: True)


def multiplied_payments(option, table, principal, factor, every):
    if not 0 < factor <= 100 * ONE:
        raise Refused("a factor above nought and at most 100")
    now = option.rounding(*multiplied(principal, factor, every, option.rate, table.times()))
    payments = []
    for row in range(option.count):
        # The last row pays what is left, and has no payment of its own.
        if row and row % every == 0 and row < option.count - 1:
            now = option.rounding(now * factor, ONE)
            if now > MOST:
                raise Refused("an amount beyond the most there is")
        payments.append(now)
    return payments


def added_payments(option, table, principal, more, every):
    first = option.rounding(*added_to(principal, more, every, option.rate, table.times()))
    payments = [first + more * taken for taken in steps_before(option.count, every)]
    if more < 0 and payments[-1] < 0:
        raise Refused("payments fall below nought")
    return payments


def flat(option, table, principal):
    together = option.rounding(principal * option.rate * sum(table.times()), PARTS)
    each = [interest_of(option, principal, time) for time in table.times()[:-1]]
    each.append(max(0, together - sum(each)))
    part = option.rounding(principal, option.count)
    payment = option.rounding(principal + together, option.count)
    rows, left = [], principal
    for row, interest in enumerate(each):
        wanted = part if option.flat_principal == "equal-parts" else max(0, payment - interest)
        repaid = left if row == option.count - 1 else min(wanted, left)
        rows.append((interest, repaid))
        left -= repaid
    return rows


def one_off(option, table, principal):
    interest = sum(interest_of(option, principal, time) for time in table.times())
    return [(0, 0)] * (option.count - 1) + [(interest, principal)]


def interest_last(option, table, principal):
    part = option.rounding(principal, option.count)
    repaid, interest, left = [], 0, principal
    for row, time in enumerate(table.times()):
        interest += interest_of(option, left, time)
        repaid.append(left if row == option.count - 1 else min(part, left))
        left -= repaid[-1]
    return [(0, amount) for amount in repaid[:-1]] + [(interest, repaid[-1])]


def minimum_first(option, table, principal):
    minimum, smaller = option.minimum
    if minimum < 0:
        raise Refused("a smaller payment below nought")
    if not 0 <= smaller < option.count:
        raise Refused("fewer smaller payments than there are rows")
    times, left = table.times(), principal
    for time in times[:smaller]:
        interest = interest_of(option, left, time)
        left -= min(max(minimum - interest, 0), left)
    payment = option.rounding(*annuity(left, option.rate, times[smaller:]))
    payments = [minimum] * smaller + [payment] * (option.count - smaller)
    return paid_by_payment(option, table, principal, payments, lambda row: row < smaller)


WAYS = {
    "balloon": balloon,
    "stepped": stepped,
    "flat": flat,
    "one-off": one_off,
    "interest-last": interest_last,
    "minimum-first": minimum_first,
}


def carrying_rows(option):
    """How many rows at the end carry the arrears."""
    if option.method == "one-off":
        return 1
    if option.method == "minimum-first":
        return option.count - option.minimum[1]
    return option.count


def other_rows(option, table, principal, arrears):
    """Interest, principal and arrears that each row pays."""
    bare = WAYS[option.method](option, table, principal)
    carrying = carrying_rows(option)
    rows, left = [], arrears
    for after, (interest, repaid) in zip(reversed(range(option.count)), bare):
        then = arrears * min(after, carrying) // carrying
        rows.append((interest, repaid, left - then))
        left = then
    if option.method == "minimum-first" and any(map(any, rows)) and not any(map(any, rows[option.minimum[1]:])):
        raise Refused("the smaller payments pay everything")
    return rows
