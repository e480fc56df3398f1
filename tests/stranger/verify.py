"""Texts that the command line signed, verified by a stranger (cose.py), whole and with every bit turned.

    python3 tests/stranger/verify.py PROGRAM [--corpus FOLDER]

PROGRAM signs; everything after that is done by cbor2 and cryptography. With --corpus the bytes of the texts are written
into a folder instead, for a fuzzer to begin with.
"""

import base64
import copy
import hashlib
import json
import subprocess
import sys
from pathlib import Path

from cose import Entry, Refused, verify

CASE = json.loads((Path(__file__).parents[2] / "src/samples/card-cn.json").read_text())
TERMS = {"settlement": "instalments", "first_due": "2026-12-21", "rate_pct": "6", "down_payment": "9707.00"}


def said(program, command, document):
    """The answer of the program to one document."""
    done = subprocess.run([program, command], input=json.dumps(document), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"quittance {command} answered {done.returncode}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout)


def option(count, penalty="30%"):
    return {"case": "card-cn", "option": {**TERMS, "count": count, "waivers": {"penalty": penalty}}}


class House:
    """A lender with two people, whose keys the program makes."""

    def __init__(self, program):
        self.program = program
        keys = [said(program, "keys", {"make": {}}) for _ in range(3)]
        self.root, self.agent, self.supervisor = keys
        certificates = []
        for key, role in ((self.agent, "agent"), (self.supervisor, "supervisor")):
            certificates.append(said(program, "keys", {"certify": {
                "root": self.root["seed"], "subject": key["public_key"], "role": role, "holder": f"The {role}",
                "from": "2026-01-01", "until": "2027-12-31"}})["certificate"])
        self.entry = said(program, "keys", {"entry": {
            "root": self.root["seed"], "label": "A lender", "issued_on": "2026-11-01", "demo": True,
            "creditors": [CASE["creditor"]], "certificates": certificates}})["entry"]

    def sign(self, key, embed=False, **what):
        asked = {"lenders": [self.entry], "embed": embed, **what}
        if key is not None:
            asked["key"] = key["seed"]
        return said(self.program, "sign", asked)

    def texts(self):
        """One of every kind, by name."""
        offer = self.sign(self.agent, offer=option(24))
        menu = self.sign(self.agent, menu=[option(24), option(12)])
        large = self.sign(self.agent, offer={**option(24, "45%")})
        request = self.sign(self.agent, approval_request={"about": large["text"], "on": "2026-11-21"})
        approved = self.sign(self.supervisor, True, approval={
            "about": request["text"], "on": "2026-11-21", "until": "2026-11-23", "reason": "Income shown"})
        accepted = self.sign(self.agent, True, acceptance={"about": approved["text"], "on": "2026-11-22"})
        own = self.sign(None, acceptance={"about": menu["text"], "option": 2, "on": "2026-11-22"})
        withdrawn = self.sign(self.agent, withdrawal={"about": offer["text"], "on": "2026-11-22"})
        return {"offer": offer, "menu": menu, "approval-request": request, "approval": approved,
                "acceptance, countersigned": accepted, "acceptance of one's own": own, "withdrawal": withdrawn}


def resealed(cbor):
    data = cbor + hashlib.sha256(b"s1." + cbor).digest()[:8]
    return "s1." + base64.urlsafe_b64encode(data).rstrip(b"=").decode() + ".z"


def bytes_of(text):
    body = text[3:-2]
    return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))[:-8]


def refuses(text, entry):
    try:
        verify(text, copy.deepcopy(entry))
    except (Refused, KeyError, TypeError, AttributeError, ValueError, IndexError):
        return True
    return False


def write(house, folder):
    """One file for each text: a byte that says what it is, and its bytes."""
    given = Path(folder) / "given"
    given.mkdir(parents=True, exist_ok=True)
    (Path(folder) / "found").mkdir(exist_ok=True)
    (Path(folder) / "entry.txt").write_text(house.entry)
    for number, signed in enumerate([*house.texts().values(), {"text": house.entry}]):
        (given / f"{number}.bin").write_bytes(b"\x01" + bytes_of(signed["text"]))
    for number, link in enumerate((Path(__file__).parents[1] / "published/links").glob("*.txt")):
        for place, line in enumerate(link.read_text().split()):
            if line.startswith("q1."):
                (given / f"draft-{number}-{place}.bin").write_bytes(b"\x00" + bytes_of(line))


def main(program, words):
    house = House(program)
    if words[:1] == ["--corpus"]:
        write(house, words[1])
        return
    entry = Entry(house.entry, bytes.fromhex(house.root["public_key"]))
    texts = house.texts()
    for name, signed in texts.items():
        found, terms = verify(signed["text"], copy.deepcopy(entry))
        if terms.hex() != signed["terms"] and signed["terms"] not in signed["options"]:
            sys.exit(f"{name}: another id: {terms.hex()}")
        print(f"{name}: {len(signed['text'])} characters, {found}")
    turned = passed = 0
    for name in ("offer", "acceptance, countersigned"):
        cbor = bytes_of(texts[name]["text"])
        for place in range(len(cbor)):
            for bit in range(8):
                other = bytearray(cbor)
                other[place] ^= 1 << bit
                turned += 1
                passed += not refuses(resealed(bytes(other)), entry)
    stranger = House(program)
    foreign = sum(not refuses(signed["text"], entry) for signed in stranger.texts().values())
    try:
        Entry(stranger.entry, bytes.fromhex(house.root["public_key"]))
        foreign += 1
    except Refused:
        pass
    print(f"stranger: {len(texts)} texts verified; {turned} turned bits under a mended checksum, {passed} passed; "
          f"{len(texts) + 1} of another lender, {foreign} passed")
    if passed or foreign:
        sys.exit("what should have been refused stands")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
