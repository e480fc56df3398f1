"""Compares the program with the second writing: `compare.py PROGRAM`, and `--help` tells what else.

Sends random documents and a grid of boundaries to `PROGRAM plan`, a batch at a time, and compares every figure. Exits 0
without differences (with `--plant`: if every planted error is found), 1 otherwise.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import chain, islice
from random import Random

import boundaries
import boundaries_of_relief
import boundaries_of_rules
import boundaries_of_ways
import draw
import plan
import plants
import plants_of_rules
import plants_of_ways
from amounts import Refused

BATCH = 5000
# For errors in rules, of which there are many kinds, so many times as many random documents are tried after one in so many of
# their boundaries.
RANDOM_FOR_RULES, BOUNDARIES_FOR_RULES = 2, 4
SHOWN = 5
TOLD = 100_000
NOT_COMPARED = ("rate_on_claim", "rate_on_balance")
OF_A_FINDING = ("rule", "layer", "severity", "outcome", "shortfall")


class Batch:
    """Documents that the program is working on."""

    def __init__(self, program, documents):
        self.documents = documents
        self.input, self.output = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self.input.write("\n".join(map(json.dumps, documents)).encode())
        self.input.seek(0)
        self.running = subprocess.Popen([program, "plan"], stdin=self.input, stdout=self.output)

    def pairs(self):
        """Each document with the program's answer, or with `None` and what it says is wrong."""
        status = self.running.wait()
        self.output.seek(0)
        lines = self.output.read().splitlines()
        if status not in (0, 1, 2) or len(lines) != len(self.documents):
            sys.exit(f"the program ended with {status} after {len(lines)} of {len(self.documents)} documents")
        for document, line in zip(self.documents, lines):
            said = json.loads(line)
            yield document, figures(said), said.get("error")


def figures(said):
    """What is compared of an answer."""
    if "error" in said:
        return None
    answer = said.get("answer", said)
    answer["verdict"] = judged(answer["verdict"])
    for name in NOT_COMPARED:
        del answer["totals"][name]
    return answer


def judged(verdict):
    """What is compared of a verdict: everything but words, and how far a rate or a multiple is off."""
    findings = []
    for found in verdict["findings"]:
        findings.append({name: found[name] for name in OF_A_FINDING if name in found})
        if {"rate", "multiple"} & set(found.get("shortfall") or ()):
            del findings[-1]["shortfall"]
    return {"decision": verdict["decision"], "unfit": "unfit" in verdict, "findings": findings}


def ours(document):
    """The second writing's answer, `None` where it refuses."""
    try:
        return plan.answer(document)
    except Refused:
        return None


def answered(program, documents):
    """Each document with what the program says; the next batch is worked out while one is read."""
    before = None
    while batch := list(islice(documents, BATCH)):
        now = Batch(program, batch)
        if before:
            yield from before.pairs()
        before = now
    if before:
        yield from before.pairs()


def places(left, right, at=""):
    """Where two answers differ, and how."""
    if isinstance(left, dict) and isinstance(right, dict):
        for name in sorted({*left, *right}):
            yield from places(left.get(name), right.get(name), f"{at}.{name}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for number, (one, other) in enumerate(zip(left, right)):
            yield from places(one, other, f"{at}[{number}]")
    elif left != right:
        yield f"{at or 'the whole'}: the program {json.dumps(left)}, here {json.dumps(right)}"


def random_documents(seed, count):
    chance = Random(seed)
    return (draw.document(chance) for _ in range(count))


def documents_with_rules(seed, count):
    chance = Random(seed)
    grid = islice(boundaries_of_rules.documents(), 0, None, BOUNDARIES_FOR_RULES)
    return chain(grid, (draw.with_rules(chance) for _ in range(count * RANDOM_FOR_RULES)))


def grids(seed, part):
    """All boundary documents, or about so many in a hundred of them."""
    modules = (boundaries, boundaries_of_ways, boundaries_of_relief, boundaries_of_rules)
    grids = chain.from_iterable(module.documents() for module in modules)
    chance = Random(seed)
    return (document for document in grids if chance.randrange(100) < part)


def compare(program, documents):
    """Counts documents, refusals and differences, and prints the first differences in full."""
    count = refused = different = 0
    for document, theirs, wrong in answered(program, documents):
        count += 1
        refused += theirs is None
        if count % TOLD == 0:
            print(f"{count} documents, {different} differences", file=sys.stderr, flush=True)
        here = ours(document)
        if theirs != here:
            different += 1
            if different <= SHOWN:
                print("difference in", json.dumps(document))
                if wrong:
                    print("    the program refuses:", wrong["problem"])
                for place in islice(places(theirs, here), 10):
                    print("   ", place)
    return count, refused, different


def shows(theirs, document):
    """Whether a planted error makes another answer, or ends in a day that there is not."""
    try:
        return theirs != ours(document)
    except ValueError:
        return True


def plant(program, seed, within):
    """How many planted errors are found, and how many there are."""
    any_document = list(answered(program, random_documents(seed, within)))
    with_rules = list(answered(program, documents_with_rules(seed, within)))
    of_plans = [(plant, any_document) for plant in plants.PLANTS + plants_of_ways.PLANTS]
    of_rules = [(plant, with_rules) for plant in plants_of_rules.PLANTS]
    found = 0
    for (name, changes), known in of_plans + of_rules:
        with plants.planted(changes):
            at = next((n for n, (document, theirs, _) in enumerate(known, 1) if shows(theirs, document)), None)
        found += at is not None
        print(f"{name}: {f'found at document {at}' if at else f'NOT FOUND in {len(known)}'}")
    return found, len(of_plans + of_rules)


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("program")
    asked.add_argument("--count", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--grid", type=int, default=100, help="how many in a hundred boundary documents")
    asked.add_argument("--plant", action="store_true")
    asked.add_argument("--within", type=int, default=10_000)
    given = asked.parse_args()
    began = time.monotonic()
    if given.plant:
        found, planted = plant(given.program, given.seed, given.within)
        print(f"{found} of {planted} planted errors found within {given.within} documents, more for rules (seed {given.seed})")
        return 0 if found == planted else 1
    grid = compare(given.program, grids(given.seed, given.grid))
    chance = compare(given.program, random_documents(given.seed, given.count))
    seconds = int(time.monotonic() - began)
    print(f"boundaries: {grid[2]} differences in {grid[0]} documents ({grid[1]} of them refused)")
    print(f"random: {chance[2]} differences in {chance[0]} documents ({chance[1]} of them refused), seed {given.seed}")
    print(f"{seconds} s")
    return 0 if grid[2] + chance[2] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
