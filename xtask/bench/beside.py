"""F6 in Python: its decimal module over the debts' schedules, and pyxirr over their rates.

python3 xtask/bench/beside.py TABLES.json ROWS
TABLES.json: the first line as `engine tables ROWS` prints it, the second the two rates of the first debt.
Prints one JSON object: schedules a second, periodic and dated solves a second, and the two rates found.
"""

import json
import statistics
import sys
import time
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 28
getcontext().rounding = ROUND_HALF_UP
CENT = Decimal("0.01")
RATE = Decimal("0.06") / 12


def schedule(principal, rows):
    """Equal instalments as a textbook has them."""
    growth = (1 + RATE) ** rows
    instalment = (principal * RATE * growth / (growth - 1)).quantize(CENT)
    balance = principal
    table = []
    for row in range(1, rows + 1):
        interest = (balance * RATE).quantize(CENT)
        part = balance if row == rows else instalment - interest
        balance -= part
        table.append((interest, part, balance))
    return table


def per_second(work, each):
    """The median of seven readings of at least 0.15 s."""
    readings = []
    for _ in range(7):
        began, times = time.perf_counter(), 0
        while time.perf_counter() - began < 0.15:
            work()
            times += 1
        readings.append(times * each / (time.perf_counter() - began))
    return round(statistics.median(readings))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        tables = json.loads(file.readline())
    rows = int(sys.argv[2])
    principals = [Decimal(minor) / 100 for minor in tables["principals"]]
    # The control.
    known = schedule(Decimal(10000), rows)
    assert known[-1][2] == 0 and known[0][0] == 50, known
    answer = {"decimal": per_second(lambda: [schedule(one, rows) for one in principals], len(principals))}
    try:
        import pyxirr
    except ImportError:
        answer["pyxirr"] = None
    else:
        flows = [[minor / 100 for minor in flow] for flow in tables["flows"]]
        dates = [date.fromisoformat(day) for day in tables["dates"]]
        answer["pyxirr"] = {
            "version": pyxirr.__version__,
            "periodic": per_second(lambda: [pyxirr.irr(flow) for flow in flows], len(flows)),
            "dated": per_second(lambda: [pyxirr.xirr(dates, flow) for flow in flows], len(flows)),
            "rates": [pyxirr.irr(flows[0]), pyxirr.xirr(dates, flows[0])],
        }
    print(json.dumps(answer))


main()
