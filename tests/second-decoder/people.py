"""Members' own secrets against the group `derived`."""

from typing import Any, Callable, Iterator

import staff
from groups import h, refused_or, same, show_hex
from objects import read
from suite import XWing, digest, signing_key

Vector = dict[str, Any]


def identity(vector: Vector) -> None:
    show_hex(signing_key(h(vector["signSeed"])), vector["identity"], "identity")
    seal = XWing(h(vector["sealSeed"])).public
    show_hex(seal, vector["seal"], "seal")
    show_hex(digest(seal), vector["sealKeyHash"], "hash of it")


def recovery(vector: Vector) -> None:
    lookup, wrap = staff.recovery_secrets(vector["code"])
    same((lookup.hex(), wrap.hex()), (vector["lookup"], vector["wrap"]), "halves")
    for typed in (vector["code"], *vector["typed"]):
        same(staff.recovery_code(typed), vector["code"], typed)
    for typed in vector["refused"]:
        refused_or({"refused": "wrong-recovery-code"}, lambda: staff.recovery_code(typed))


def passphrase(vector: Vector) -> None:
    for words in (vector["composed"], vector["typed"]):
        stretched = staff.stretch(words, h(vector["salt"]))
        show_hex(stretched, vector["stretched"], "stretched")
    auth, wrap = staff.passphrase_secrets(stretched)
    same((auth.hex(), wrap.hex()), (vector["auth"], vector["wrap"]), "halves")


def invitation(vector: Vector) -> None:
    for fragment, seed in zip(vector["fragments"], (b"", h(vector["delegateSeed"])), strict=True):
        read_ = staff.invitation_of(fragment)
        same(read_.pop("delegateSeed"), seed, "delegate's seed")
        same({name: value.hex() for name, value in read_.items()}, {name: vector[name] for name in read_}, "fields")
    token, proof = staff.invitation_secrets(h(vector["secret"]))
    same((token.hex(), proof.hex()), (vector["token"], vector["proof"]), "keys")
    for fragment in vector["refused"]:
        refused_or({"refused": "invitation-unreadable"}, lambda: staff.invitation_of(fragment))


def enrolment(vector: Vector) -> None:
    proof_key = staff.invitation_secrets(h(vector["secret"]))[1]
    refused_or(vector, lambda: staff.enrolled(h(vector["enrolment"]), h(vector["jour"]), proof_key))


def comparison(vector: Vector) -> None:
    parts = (h(vector[name]) for name in ("invitation", "identity", "sealKeyHash", "fingerprint"))
    same(staff.comparison(*parts), vector["digits"], "digits")


def wrap(vector: Vector) -> None:
    opened = refused_or(vector, lambda: staff.unwrap(h(vector["wrap"]), h(vector["secret"]), h(vector["member"])))
    if opened is not None and "identity" in vector:
        found = read("identity", opened)
        same((found["sign"].hex(), found["seal"].hex()), tuple(vector["identity"]), "identity")
    elif opened is not None:
        show_hex(opened, vector["seed"], "seed")


def members(derived: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    for check in (identity, recovery, passphrase, invitation, comparison):
        yield f"members: {check.__name__}", check, derived[check.__name__]
    for entry in derived["enrolments"]:
        yield "members: enrolment", enrolment, entry
    for entry in derived["wraps"]:
        yield "members: wrap", wrap, entry
