"""Who may speak for a jour: log, directory and duty statement, entry by entry as docs/protocol.md says."""

from typing import Any

from envelope import ascending
from objects import kind_of, open_several, open_signed
from refused import Refused, demand
from suite import digest

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
AHEAD = 5 * MINUTE


class Log:
    """The chain of root statements, delegates and revocations."""

    def __init__(self, jour: bytes, entries: list[bytes]):
        demand(bool(entries), "log-broken")
        self.jour, self.root, self.heads = jour, None, []
        self.delegates: dict[bytes, int] = {}
        self.revoked: set[bytes] = set()
        for entry in entries:
            self.add(entry)

    def add(self, data: bytes) -> None:
        kind = kind_of(data)
        demand(kind in ("root", "delegate", "revocation"), "wrong-type")
        entry = open_several(kind, data)
        fields, signers = entry.fields, {key for key, _ in entry.signatures}
        demand(fields["jour"] == self.jour, "foreign-jour")
        demand(fields["previous"] == (self.heads[-1] if self.heads else bytes(32)), "log-broken")
        if kind == "root":
            self.turn_root(fields, signers)
        else:
            demand(self.root is not None, "log-broken")
            enough(self.root, signers)
        if kind == "delegate":
            demand(fields["until"] - fields["at"] <= 90 * DAY, "delegate-too-long")
            self.delegates[fields["key"]] = fields["until"]
        if kind == "revocation":
            self.revoked.add(fields["key"])
        self.heads.append(digest(data))

    def turn_root(self, fields: dict[str, Any], signers: set[bytes]) -> None:
        demand(ascending(fields["keys"]) and 1 <= fields["m"] <= len(fields["keys"]), "not-canonical")
        before = self.root["version"] if self.root else 0
        demand(fields["version"] == before + 1, "root-rolled-back")
        enough(fields, signers)
        if self.root:
            enough(self.root, signers)
        self.root = fields

    @property
    def fingerprint(self) -> bytes:
        return self.heads[0]


def enough(root: dict[str, Any], signers: set[bytes]) -> None:
    demand(len(signers & set(root["keys"])) >= root["m"], "root-signatures-missing")


class Directory:
    """The members, as a delegate signed them; checked at the time `now`."""

    def __init__(self, log: Log, data: bytes, now: int, seen: int = 0):
        directory = open_signed("directory", data)
        self.fields, self.log, self.hash = directory.fields, log, digest(data)
        fields, delegate = self.fields, self.fields["delegate"]
        demand(fields["jour"] == log.jour, "foreign-jour")
        demand(fields["head"] == log.heads[-1], "directory-head-mismatch")
        demand(delegate in log.delegates, "delegate-unknown")
        demand(delegate not in log.revoked, "delegate-revoked")
        demand(now <= log.delegates[delegate], "delegate-expired")
        directory.signed_by(delegate)
        demand(fields["version"] >= seen, "directory-rolled-back")
        demand(fields["expires"] - fields["at"] <= 7 * DAY, "directory-too-long")
        demand(fields["at"] <= now + AHEAD, "directory-not-yet")
        demand(now <= fields["expires"], "directory-expired")
        self.members = {member["id"]: member for member in fields["members"]}
        identities = {member["identity"] for member in fields["members"]}
        demand(len(self.members) == len(identities) == len(fields["members"]), "duplicate-member")
        demand(ascending([member["id"] for member in fields["members"]]), "not-canonical")
        for member in fields["members"]:
            demand(ascending([team.encode() for team in member["teams"]]), "not-canonical")

    def duty(self, data: bytes, face: bytes, now: int, ended: int = 0) -> dict[str, Any]:
        """The fields of a duty statement that holds; it may have ended `ended` milliseconds ago."""
        duty = open_signed("duty", data)
        fields = duty.fields
        demand(fields["jour"] == self.log.jour, "foreign-jour")
        demand(fields["face"] == face, "foreign-face")
        member = self.members.get(fields["member"])
        if member is None:
            raise Refused("member-not-in-directory")
        duty.signed_by(member["identity"])
        demand(member["validFrom"] <= now <= member["validUntil"], "member-expired")
        demand("conversations" in member["teams"], "member-not-in-team")
        demand(fields["until"] - fields["from"] <= 12 * HOUR, "duty-too-long")
        demand(fields["from"] <= now + AHEAD, "duty-not-yet")
        demand(now <= fields["until"] + ended, "duty-expired")
        demand(fields["head"] in self.log.heads, "duty-head-unknown")
        return fields


def anchored(log: Log, fingerprint: bytes, head: bytes | None = None) -> None:
    """What a client knows from before: the fingerprint, and a head that must still be in the log."""
    demand(log.fingerprint == fingerprint, "root-fingerprint-mismatch")
    demand(head is None or head in log.heads, "log-fork")
