"""Verifies signed texts of Quittance with a CBOR and an Ed25519 library, from the description of the format alone.

It knows nothing of plans: it says whose signature stands under which terms, and that answers speak of these very terms.
Needs cbor2 and cryptography from PyPI.
"""

import base64
import hashlib
import re

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LENDER, CERTIFICATE, AUTHORITY, REQUEST, OFFER, MENU, COUNTER, APPROVAL, ACCEPTANCE, WITHDRAWAL = range(10)
NAMES = ["lender", "certificate", "authority", "approval-request", "offer", "menu", "counter-proposal", "approval",
         "acceptance", "withdrawal"]
UNSIGNED = {AUTHORITY, COUNTER, ACCEPTANCE}
EDDSA = bytes.fromhex("a10127")
APPROVAL_KEY = 29
PARTIES, CREDITOR_ID = 5, 7
ROLES = ["agent", "supervisor", "manager"]


class Refused(Exception):
    """What does not stand."""


def need(condition, why):
    if not condition:
        raise Refused(why)


def decoded(data):
    """One CBOR value in its deterministic form."""
    try:
        value = cbor2.loads(data)
        again = cbor2.dumps(value, canonical=True)
    except Exception as error:
        raise Refused(f"no CBOR: {error}") from error
    need(again == data, "not in its only form")
    return value


def sha256(domain, data):
    return hashlib.sha256(domain.encode() + data).digest()


def objects(text):
    """The objects of a text: (kind, protected, key id, payload, signature), the last ones None where nobody signed."""
    found = re.fullmatch(r"s1\.([A-Za-z0-9_-]+)\.z", text)
    need(found, "no text of this version")
    body = found[1]
    try:
        data = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except ValueError as error:
        raise Refused("no base64url") from error
    need(base64.urlsafe_b64encode(data).rstrip(b"=").decode() == body, "another spelling of the same bytes")
    need(len(data) > 8, "too short")
    cbor, checksum = data[:-8], data[-8:]
    need(hashlib.sha256(b"s1." + cbor).digest()[:8] == checksum, "the checksum does not fit")
    return parts(cbor)


def parts(cbor):
    listed = decoded(cbor)
    need(isinstance(listed, list) and 0 < len(listed) <= 12, "no list of objects")
    read = [one_object(item) for item in listed]
    order = [(kind, payload) for kind, _, payload, _ in read]
    need(order == sorted(set(order)), "objects out of order")
    return read


def one_object(item):
    need(isinstance(item, list) and len(item) == 2, "no object")
    kind, body = item
    need(type(kind) is int and 0 <= kind <= 9, "no kind that is known")
    if isinstance(body, bytes):
        return kind, None, body, None
    need(isinstance(body, list) and len(body) == 4, "no COSE_Sign1")
    protected, header, payload, signature = body
    need(protected == EDDSA, "another algorithm")
    need(isinstance(payload, bytes) and isinstance(signature, bytes) and len(signature) == 64, "no signature")
    root = kind in (LENDER, CERTIFICATE)
    need(isinstance(header, dict) and list(header) == ([] if root else [4]), "another header")
    key = None if root else header[4]
    need(root or (isinstance(key, bytes) and len(key) == 6), "no id of a key")
    return kind, key, payload, signature


def must_fit(public, kind, payload, signature):
    """RFC 9052, section 4.4, with the kind's domain as external_aad."""
    domain = f"quittance-{NAMES[kind]}-1".encode()
    signed = cbor2.dumps(["Signature1", EDDSA, domain, payload], canonical=True)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except (InvalidSignature, ValueError) as error:
        raise Refused(f"the signature of the {NAMES[kind]} does not fit") from error


class Entry:
    """A lender as its own root key describes it."""

    def __init__(self, text, root):
        found = objects(text)
        need(len(found) == 1 and found[0][0] == LENDER, "no lender's entry")
        _, _, payload, signature = found[0]
        entry = decoded(payload)
        need(entry.get(0) == root, "another root key than the one pinned")
        need(signature is not None, "an entry without a signature")
        must_fit(root, LENDER, payload, signature)
        self.root = root
        self.creditors = entry.get(4, [])
        self.withdrawn = {key: since for key, since in entry.get(6, [])}
        self.people = {}
        for held in entry.get(5, []):
            for one in parts(held):
                self.add(one)

    def add(self, one):
        """A certificate that the root key signed."""
        kind, _, payload, signature = one
        need(kind == CERTIFICATE and signature is not None, "no certificate")
        must_fit(self.root, CERTIFICATE, payload, signature)
        certificate = decoded(payload)
        key = sha256("quittance-key-1", certificate[0])[:6]
        self.people.setdefault(key, certificate)
        return key

    def creditor(self, name):
        for lines in self.creditors:
            if sha256("quittance-creditor-1", cbor2.dumps(lines, canonical=True))[:16] == name:
                return lines
        raise Refused("a creditor that the lender does not list")

    def signer(self, one, day):
        """The certificate of whoever signed an object that bears a day."""
        kind, key, payload, signature = one
        certificate = self.people.get(key)
        need(certificate is not None, "a key that nobody certified")
        must_fit(certificate[0], kind, payload, signature)
        first = certificate[3]
        need(first <= day <= first + certificate[4], "not certified on that day")
        need(day < self.withdrawn.get(key, day + 1), "a key that was withdrawn")
        return certificate


def in_full(offer, entry):
    """An offer with its creditor written out and without what is no term: the form that its id is a hash of."""
    terms = {key: value for key, value in offer.items() if key != APPROVAL_KEY}
    sides = dict(terms[PARTIES])
    if CREDITOR_ID in sides:
        lines = entry.creditor(sides.pop(CREDITOR_ID))
        sides = {**lines, **sides}
    else:
        lines = {key: value for key, value in sides.items() if key not in (5, 6)}
        need(lines in entry.creditors, "a creditor that the lender does not list")
    return {**terms, PARTIES: sides}


def id_of(offer, entry):
    return sha256("quittance-offer-id-1", cbor2.dumps(in_full(offer, entry), canonical=True))


def verify(text, entry):
    """Who offered, approved, accepted or withdrew exactly which terms, as (name, role, holder) of each object."""
    found = objects(text)
    for one in found:
        if one[0] == CERTIFICATE:
            entry.add(one)
    said, offered, ids, day, by = [], None, [], None, None
    for one in found:
        kind, key, payload, signature = one
        need(kind not in (LENDER,), "an entry beside other objects")
        if kind in (CERTIFICATE, AUTHORITY):
            continue
        if signature is None:
            need(kind in UNSIGNED, f"{NAMES[kind]} without a signature")
        need(kind != COUNTER or all(other[0] in (CERTIFICATE, COUNTER) for other in found), "a wish beside an offer")
        body = decoded(payload)
        if kind in (OFFER, MENU):
            need(offered is None, "two offers in one text")
            options = [body] if kind == OFFER else [{**body[0], **own} for own in body[1]]
            ids = [id_of(option, entry) for option in options]
            offered = ids[0] if kind == OFFER else sha256("quittance-menu-id-1", b"".join(ids))
            day = max(option[0] for option in options)
            by = entry.signer(one, day)
            said.append((NAMES[kind], ROLES[by.get(1, 0)], by[2]))
    for one in found:
        kind, key, payload, signature = one
        if kind not in (REQUEST, COUNTER, APPROVAL, ACCEPTANCE, WITHDRAWAL):
            continue
        body = decoded(payload)
        who = entry.signer(one, body[1]) if signature is not None else None
        need(offered is None or body[0] == offered or (kind == ACCEPTANCE and body[0] in ids),
             f"{NAMES[kind]} speaks of other terms")
        if kind == APPROVAL:
            need(who.get(1, 0) > 0, "an agent approves nothing")
            need(by is None or who.get(1, 0) > by.get(1, 0), "approved by an equal")
        said.append((NAMES[kind], ROLES[who.get(1, 0)] if who else None, who[2] if who else None))
    need(said, "nothing that says anything")
    return said, offered
