"""Random options: every way to settle and what goes with it."""

from datetime import timedelta

from amounts import COMPONENTS
from dates import DAY_COUNTS, last_day
from draw_relief import relief

FREQUENCIES = (
    "monthly", "weekly", "fortnightly", "half-monthly",
    "every-10-days", "every-1-days", "every-30-days", "every-2-months", "every-3-months", "every-12-months",
    "every-3-weeks", "every-3-half-months", "every-2-half-months",
)
METHODS = ("equal-instalment", "equal-principal", "interest-first")
ROUNDING_NAMES = ("half-up", "half-up", "half-even", "toward-zero", "away-from-zero")
RATES = ("0", "400", "6", "18.25", "24", "36.5", "7.2", "0.00000001", "12")
DAY_COUNT_NAMES = tuple(DAY_COUNTS)
FACTORS = ("1", "1.05", "0.9", "1.1", "2", "0.5", "1.0000000001", "0.0000000001", "100", "1.33333333", "3.7")
NO_FACTORS = ("0", "100.0000000001", "-1")
FLAT = ("equal-parts", "level-principal", "level-instalment", "level-instalment")


def rate(chance):
    """A yearly rate in per cent."""
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(RATES)
    if kind < 0.9:
        return f"{chance.randrange(5000) / 100:.2f}"
    return f"{chance.randrange(400)}.{chance.randrange(10**8):08d}"


def concession(chance, owed, text):
    """A waiver of what is owed, by share or by amount; rarely one too many."""
    kind = chance.random()
    if kind < 0.6:
        share = chance.choice(("50", "30", "0.5", "12.5", "100", "33.33333333"))
        return f"{share}%"
    if kind < 0.61:
        return text(owed + 1)
    return text(chance.randint(0, owed))


def part(chance, owed):
    """Some of what is owed, above zero."""
    return max(1, owed // chance.choice((2, 3, 5, 8, 20, 100)) + chance.randrange(-9, 10))


def parts(chance, owed, count):
    """What is owed in so many payments; now and then one minor unit more or less."""
    cuts = sorted(chance.randint(0, owed) for _ in range(count - 1))
    sizes = [b - a for a, b in zip([0, *cuts], [*cuts, owed])]
    if chance.random() < 0.1:
        sizes[chance.randrange(count)] += chance.choice((-1, 1))
    return sizes


def number_of_rows(chance):
    if chance.random() < 0.002:
        return chance.choice((0, 60, 360, 600, 601))
    return chance.choice((1, 2, 2, 3, 3, 4, 5, 6))


def plain(chance, total, text):
    """A method that needs nothing else, a given payment, or whole units; rarely terms that do not go together."""
    kind = chance.random()
    if kind < 0.35:
        return {"payment": text(max(1, total // chance.randrange(1, 8) + chance.randrange(100)))}
    option = {"count": number_of_rows(chance)}
    if kind < 0.55:
        option["multiple"] = text(chance.choice((1, 10, 100, 100, 1000, 10000)))
        return option
    option["method"] = chance.choice(METHODS)
    if kind > 0.97:
        option[chance.choice(("multiple", "payment"))] = text(chance.randrange(200))
    return option


def balloon(chance, owed, total, text):
    principal = owed[0]
    most = principal + (chance.random() < 0.05)
    sizes = (0, 1, principal // 2, most, chance.randint(0, principal))
    return {"method": "balloon", "count": number_of_rows(chance), "balloon": text(chance.choice(sizes))}


def stepped(chance, owed, total, text):
    count = number_of_rows(chance)
    step = {}
    if chance.random() < 0.6:
        step["times"] = chance.choice(NO_FACTORS if chance.random() < 0.02 else FACTORS)
        if chance.random() < 0.3:
            step["times"] = f"{chance.randrange(2)}.{chance.randrange(1, 10**10):010d}"
    else:
        most = owed[0] // max(1, count) ** 2 + 2
        step["plus"] = text(chance.choice((0, 1, -1, chance.randint(-most, most), chance.randint(-most, most))))
    if chance.random() < 0.6:
        step["every"] = chance.choice((1, 2, 2, 3, 4))
    if chance.random() < 0.01:
        step.update(chance.choice(({"every": 0}, {"every": 600}, {"every": 601}, {"plus": text(1)}, {"times": "1"})))
    return {"method": "stepped", "count": count, "step": step}


def flat(chance, owed, total, text):
    option = {"method": "flat", "count": number_of_rows(chance)}
    if chance.random() < 0.8:
        option["flat_principal"] = chance.choice(FLAT)
    return option


def at_the_end(chance, owed, total, text):
    return {"method": chance.choice(("one-off", "interest-last")), "count": number_of_rows(chance)}


def minimum_first(chance, owed, total, text):
    count = number_of_rows(chance)
    payment = chance.choice((0, 1, owed[0], *(part(chance, owed[0]) for _ in range(7))))
    rows = count if chance.random() < 0.02 else chance.randrange(max(1, count))
    return {"method": "minimum-first", "count": count, "minimum": {"payment": text(payment), "rows": rows}}


def custom(chance, owed, total, text):
    """Given payments: of everything, where nothing is given up and nothing accrues, or with the rest in the last."""
    count = chance.choice((1, 2, 2, 3, 4, 5))
    option = {"method": "custom"}
    if chance.random() < 0.3:
        sizes = parts(chance, total, count)
        option["exact"] = True
    else:
        sizes = [part(chance, total // count) for _ in range(count)]
        option["last_takes_rest"] = chance.random() < 0.97
    option["payments"] = [text(size) for size in sizes]
    if chance.random() < 0.3:
        option["count"] = count + (chance.random() < 0.03)
    return option


WAYS = (balloon, stepped, stepped, flat, at_the_end, minimum_first, minimum_first, custom)
STRAY = (
    ("balloon", "1"), ("step", {"times": "1"}), ("flat_principal", "equal-parts"), ("minimum", {"payment": "1", "rows": 1}),
    ("payments", ["1"]), ("last_takes_rest", False), ("agreed", []), ("rest_on", "2099-01-01"),
    ("milestones", [{"after": 1, "pct": "50"}]),
)
NEEDED = ("balloon", "step", "minimum", "payments")


def on_dates(chance, first_due, total, text):
    """Payments on agreed days."""
    count = chance.choice((1, 2, 2, 3, 4, 5))
    days = [first_due]
    for _ in range(count):
        days.append(days[-1] + timedelta(days=chance.choice((1, 7, 28, 30, 31, chance.randrange(1, 400)))))
    kind = chance.random()
    option = {"settlement": "on-dates"}
    if kind < 0.3:
        sizes = parts(chance, total, count)
        option["exact"] = True
    else:
        sizes = [part(chance, total // count) for _ in range(count)]
        option["rest_on"] = days.pop().isoformat()
        if chance.random() < 0.1:
            option["rest_on"], sizes = days[0].isoformat(), []
    if kind > 0.98:
        chance.shuffle(days)
    option["agreed"] = [{"date": day.isoformat(), "amount": text(size)} for day, size in zip(days, sizes)]
    return option


def settlement(chance, first_due, owed, text):
    """A lump sum, payments on agreed days, or instalments of one kind or another."""
    total, kind = sum(owed), chance.random()
    if kind < 0.08:
        return {"settlement": "lump-sum"}
    if kind < 0.2:
        return on_dates(chance, first_due, total, text)
    option = {"settlement": "instalments", "frequency": chance.choice(FREQUENCIES)}
    if chance.random() < 0.05:
        del option["frequency"]
    option.update(plain(chance, total, text) if kind < 0.5 else chance.choice(WAYS)(chance, owed, total, text))
    if chance.random() < 0.01:
        chance.choice((misplace, bereave))(chance, option)
    return option


def misplace(chance, option):
    """Gives a term that belongs to something else."""
    name, value = chance.choice(STRAY)
    option.setdefault(name, value)


def bereave(chance, option):
    """Takes a term that is needed."""
    option.pop(chance.choice(NEEDED), None)


def option(chance, as_of, owed, text):
    """What is proposed for a claim on its as-of date."""
    wait = chance.choice((0, 1, 5, 14, 15, 16, 28, 29, 30, 31, 32, 60, 90, chance.randrange(400)))
    if chance.random() < 0.003:
        wait = -1
    first_due = as_of + timedelta(days=wait)
    if chance.random() < 0.2:
        first_due = first_due.replace(day=last_day(first_due.year, first_due.month))
    drawn = settlement(chance, first_due, owed, text)
    exact = drawn.pop("exact", False)
    drawn["first_due"] = first_due.isoformat()
    drawn["rate_pct"] = "0" if exact else rate(chance)
    if chance.random() < 0.7:
        drawn["rounding"] = chance.choice(ROUNDING_NAMES)
    if chance.random() < 0.6:
        drawn["basis"] = chance.choice(("periodic", *DAY_COUNT_NAMES))
    if chance.random() < 0.7:
        drawn["deferral"] = chance.choice(("accrues", "frozen", "capitalised"))
    if chance.random() < 0.6:
        drawn["carry"] = {
            name: chance.choice(("spread", "first", "capitalised")) for name in COMPONENTS[1:] if chance.random() < 0.7
        }
    if not exact:
        drawn.update(conceded(chance, owed, text))
    drawn.update(relief(chance))
    return drawn


def conceded(chance, owed, text):
    """What is given up, and what is paid at once."""
    drawn, total = {}, sum(owed)
    if chance.random() < 0.5:
        drawn["waivers"] = {
            name: concession(chance, amount, text)
            for name, amount in zip(COMPONENTS, owed)
            if amount and chance.random() < 0.4
        }
    if chance.random() < 0.3:
        drawn["discount"] = concession(chance, total // 4, text)
    if chance.random() < 0.4:
        drawn["down_payment"] = text(chance.choice((1, total // 10, chance.randint(0, total // 2), total)))
    return drawn
