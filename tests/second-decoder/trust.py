"""Who may speak for a jour: log, directory and duty statement, checked as docs/protocol.md says."""

from typing import Any

from envelope import ascending
from objects import KINDS, Signed, open_several, open_signed
from refused import Refused, demand
from suite import digest

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
AHEAD = 5 * MINUTE


class Log:
    """The chain of root statements, delegates and revocations."""

    def __init__(self, jour: bytes, entries: list[bytes]):
        demand(bool(entries), "log-empty")
        self.jour, self.heads = jour, []
        self.root: dict[str, Any] | None = None
        self.terms: list[dict[str, Any]] = []
        self.revoked: set[bytes] = set()
        for entry in entries:
            self.add(entry)

    def add(self, data: bytes) -> None:
        kind = KINDS.get(data[1]) if len(data) > 1 else None
        demand(kind in ("root", "delegate", "revocation"), "wrong-type")
        entry = open_several(kind, data)
        fields, signers = entry.fields, {key for key, _ in entry.signatures}
        demand(fields["jour"] == self.jour, "foreign-jour")
        demand(fields["previous"] == (self.heads[-1] if self.heads else bytes(32)), "log-broken")
        self.check_signatures(entry)
        if kind == "root":
            self.turn_root(fields, signers)
        else:
            demand(self.root is not None, "log-broken")
            enough(self.root, signers)
        if kind == "delegate":
            demand(fields["until"] - fields["at"] <= 90 * DAY, "delegate-too-long")
            self.terms.append(fields)
        if kind == "revocation":
            self.revoked.add(fields["key"])
        self.heads.append(digest(data))

    def check_signatures(self, entry: Signed) -> None:
        demand(ascending([key for key, _ in entry.signatures]), "not-canonical")
        entry.signed_by_all()

    def turn_root(self, fields: dict[str, Any], signers: set[bytes]) -> None:
        demand(ascending(fields["keys"]), "not-canonical")
        demand(1 <= fields["m"] <= len(fields["keys"]), "malformed")
        demand(fields["version"] == (self.root["version"] if self.root else 0) + 1, "root-rolled-back")
        if self.root:
            enough(self.root, signers)
        enough(fields, signers)
        self.root = fields

    def check_delegate(self, key: bytes, now: int) -> None:
        terms = [term for term in self.terms if term["key"] == key]
        demand(bool(terms), "delegate-unknown")
        demand(key not in self.revoked, "delegate-revoked")
        begun = [term for term in terms if term["at"] <= now + AHEAD]
        demand(bool(begun), "delegate-not-yet")
        demand(any(now <= term["until"] for term in begun), "delegate-expired")

    def remembered(self, fingerprint: bytes | None = None, head: bytes | None = None) -> None:
        """What a client knows from before."""
        demand(fingerprint is None or fingerprint == self.heads[0], "root-fingerprint-mismatch")
        demand(head is None or head in self.heads, "log-fork")


def enough(root: dict[str, Any], signers: set[bytes]) -> None:
    demand(len(signers & set(root["keys"])) >= root["m"], "root-signatures-missing")


class Directory:
    """The members, as a delegate signed them."""

    def __init__(self, log: Log, data: bytes, now: int):
        directory = open_signed("directory", data)
        self.fields, self.log, self.hash = directory.fields, log, digest(data)
        fields = self.fields
        directory.signed_by(fields["delegate"])
        demand(fields["jour"] == log.jour, "foreign-jour")
        demand(fields["head"] == log.heads[-1], "directory-head-mismatch")
        log.check_delegate(fields["delegate"], now)
        demand(fields["expires"] - fields["at"] <= 7 * DAY, "directory-too-long")
        demand(fields["at"] <= now + AHEAD, "directory-not-yet")
        demand(now <= fields["expires"], "directory-expired")
        self.check_members(fields["members"])

    def check_members(self, members: list[dict[str, Any]]) -> None:
        self.members = {member["id"]: member for member in members}
        identities = {member["identity"] for member in members}
        demand(len(self.members) == len(identities) == len(members), "duplicate-member")
        demand(ascending([member["id"] for member in members]), "not-canonical")
        for member in members:
            demand(ascending([team.encode() for team in member["teams"]]), "not-canonical")

    def remembered(self, version: int = 0, directory: bytes | None = None) -> None:
        """What a client knows from before."""
        demand(self.fields["version"] >= version, "directory-rolled-back")
        known = directory is not None and self.fields["version"] == version
        demand(not known or self.hash == directory, "directory-fork")

    def duty(self, data: bytes, face: bytes, now: int, grace: int = 0) -> dict[str, Any]:
        """The fields of a duty statement that holds, or that ended less than `grace` ago."""
        duty = open_signed("duty", data)
        fields = duty.fields
        demand(fields["jour"] == self.log.jour, "foreign-jour")
        demand(fields["face"] == face, "foreign-face")
        member = self.members.get(fields["member"])
        if member is None:
            raise Refused("member-not-in-directory")
        duty.signed_by(member["identity"])
        demand(member["validFrom"] <= now + AHEAD and now <= member["validUntil"], "member-expired")
        demand("conversations" in member["teams"], "member-not-in-team")
        demand(fields["until"] - fields["from"] <= 12 * HOUR, "duty-too-long")
        demand(fields["from"] <= now + AHEAD, "duty-not-yet")
        demand(now <= fields["until"] + grace, "duty-expired")
        demand(fields["head"] in self.log.heads, "duty-head-unknown")
        return fields
