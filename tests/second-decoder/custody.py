"""What custodians lay before each other, and what a member's wrap keeps of the jour."""

from typing import Any, Callable, Iterator

import staff
from envelope import ascending
from groups import h, refused_or, same
from objects import TYPES, open_several, read
from refused import demand
from suite import labelled, verify
from trust import DAY, Log

Vector = dict[str, Any]


class Proposal:
    def __init__(self, log: Log, kind: str, draft: bytes, signatures: list[tuple[bytes, bytes]]):
        self.log, self.kind = log, kind
        self.fields = open_several(kind, draft + bytes(4)).fields
        self.root = set(log.root["keys"])
        demand(self.fields["jour"] == log.jour, "foreign-jour")
        demand(self.fields["previous"] == log.heads[-1], "proposal-overtaken")
        self.added: set[bytes] = set()
        {"root": self.turns, "delegate": self.names, "revocation": self.revokes}[kind]()
        for key, signature in signatures:
            demand(key in self.root | self.added, "proposal-unsigned")
            verify(key, TYPES[kind].label, draft, signature)
        self.signers = {key for key, _ in signatures}
        demand(bool(self.signers & self.root), "proposal-unsigned")

    def turns(self) -> None:
        keys, m, root = self.fields["keys"], self.fields["m"], self.log.root
        demand(ascending(keys), "not-canonical")
        demand(1 <= m <= len(keys), "malformed")
        demand(self.fields["version"] == root["version"] + 1, "root-rolled-back")
        demand(set(keys) != self.root or m != root["m"], "proposal-idle")
        self.added = set(keys) - self.root

    def names(self) -> None:
        demand(self.fields["until"] - self.fields["at"] <= 90 * DAY, "delegate-too-long")
        demand(self.fields["key"] not in self.log.revoked, "delegate-revoked")

    def revokes(self) -> None:
        demand(self.fields["key"] not in self.log.revoked, "proposal-idle")

    def found(self) -> Vector:
        lacking = [self.log.root["m"] - len(self.signers & self.root), 0]
        if self.kind == "root":
            keys = set(self.fields["keys"])
            lacking.append(self.fields["m"] - len(keys & (self.signers | self.added)))
        asked = sorted(self.added - self.signers)
        missing = max(lacking)
        return {"missing": missing, "asked": [key.hex() for key in asked], "complete": missing == 0 and not asked}


def proposal(vector: Vector) -> None:
    case, draft = vector["case"], h(vector["case"]["draft"])
    same(staff.spoken(labelled("proposal digits", draft)), case["digits"], "digits")
    signatures = [(h(one["key"]), h(one["signature"])) for one in case["signatures"]]
    log = Log(h(vector["jour"]), [h(entry) for entry in vector["log"]])
    read_ = refused_or(case, lambda: Proposal(log, case["kind"], draft, signatures))
    if read_ is not None:
        same(read_.found(), case["found"], "found")


def key_digits(vector: Vector) -> None:
    same(staff.spoken(labelled("key digits", h(vector["key"]))), vector["digits"], "digits")


def pinned(vector: Vector) -> None:
    clear = staff.unwrap(h(vector["wrap"]), h(vector["secret"]), h(vector["member"]))
    shown = TYPES["pinned"].body.show(read("pinned", clear))
    same([shown.pop("sign"), shown.pop("seal")], vector["identity"], "identity")
    same(shown, vector["pins"], "pins")


def held(vector: Vector) -> None:
    pins, seen = vector["case"]["pins"], vector["seen"]

    def work() -> bool:
        demand(seen["fingerprint"] == pins["fingerprint"], "root-fingerprint-mismatch")
        demand(len(seen["heads"]) >= pins["entries"], "log-rolled-back")
        demand(pins["entries"] == 0 or seen["heads"][pins["entries"] - 1] == pins["head"], "log-fork")
        demand(seen["version"] >= pins["version"], "directory-rolled-back")
        return True

    refused_or(vector["case"], work)


def custody(vectors: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    shared = {name: vectors[name] for name in ("jour", "log")}
    yield "custody: digits of a key", key_digits, vectors["keyDigits"]
    for case in vectors["proposals"]:
        yield "custody: proposal", proposal, {**shared, "case": case}
    yield "custody: pinned wrap", pinned, vectors["pinned"]["wrap"]
    for case in vectors["pinned"]["held"]:
        yield "custody: pins", held, {"seen": vectors["pinned"]["seen"], "case": case}
