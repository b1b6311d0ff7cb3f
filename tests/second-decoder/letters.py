"""Letters: team keys, shares, mailboxes, and what lies in them, checked as docs/protocol.md says."""

from typing import Any

from inside import unpad
from objects import Signed, make, open_signed, read
from refused import Refused, demand
from suite import XWing, aes_open, digest, hkdf, labelled, signing_key, unseal
from trust import AHEAD, DAY, Log

CHUNK = 65_536
MOST = 2 * 1024 * 1024


def team_seeds(seed: bytes) -> dict[str, bytes]:
    return {name: hkdf(seed, b"", labelled(f"team {label} seed"), 32) for name, label in (("sign", "signing"), ("seal", "sealing"))}


class TeamKey:
    """A statement that a delegate of the jour has signed."""

    def __init__(self, data: bytes, log: Log, jour: bytes, team: str):
        statement = open_signed("team key", data)
        self.fields, self.log = statement.fields, log
        fields = self.fields
        demand(any(term["key"] == fields["delegate"] for term in log.terms), "delegate-unknown")
        statement.signed_by(fields["delegate"])
        demand(fields["jour"] == jour, "foreign-jour")
        demand(fields["team"] == team, "foreign-team")
        demand(fields["until"] - fields["at"] <= 9 * DAY, "team-key-too-long")
        self.id = digest(labelled("team key id", make("team key core", fields)))

    def vouched(self, now: int) -> bool:
        try:
            self.log.check_delegate(self.fields["delegate"], now)
        except Refused:
            return False
        return True

    def to_seal(self, now: int, seen: int = 0) -> None:
        demand(self.vouched(now), "delegate-revoked")
        demand(self.fields["at"] <= now + AHEAD, "team-key-not-yet")
        demand(now <= self.fields["until"], "team-key-expired")
        demand(self.fields["number"] >= seen, "team-key-rolled-back")


def seed_of_share(data: bytes, key: TeamKey, member: bytes, own: XWing) -> bytes:
    share = read("share", data)
    demand(share["teamKey"] == key.id, "team-key-unknown")
    demand(share["member"] == member, "foreign-member")
    seed = unseal(own, labelled("team key share", share["teamKey"] + share["member"]), share["sealed"])
    seeds = team_seeds(seed)
    fits = signing_key(seeds["sign"]) == key.fields["sign"] and XWing(seeds["seal"]).public == key.fields["seal"]
    demand(fits, "team-seed-wrong")
    return seed


def mailbox_of(data: bytes) -> tuple[dict[str, Any], bytes]:
    """Its fields, and its id."""
    return read("mailbox", data), digest(labelled("mailbox id", data))[:16]


def open_box(fields: dict[str, Any], header: bytes, label: str, sealed_secret: bytes, own: XWing) -> dict[str, Any]:
    info, salt = labelled(label, header), digest(header)
    secret = unseal(own, info, sealed_secret)
    demand(hkdf(secret, salt, labelled("letter commitment"), 32) == fields["commitment"], "letter-altered")
    key = hkdf(secret, salt, labelled("letter text key"), 32)
    padded = aes_open(key, bytes(12), info, fields["sealed"])
    return {"secret": secret, "key": key, "padded": padded, "content": read("letter content", unpad(padded))}


class Mailbox:
    """What somebody reads who holds the seeker's sealing key, or seeds of the team."""

    def __init__(self, data: bytes, keys: list[TeamKey], now: int):
        self.fields, self.id = mailbox_of(data)
        self.keys = {key.id: key for key in keys}
        self.now = now
        self.letters: list[Signed] = []
        self.head = bytes(32)
        self.named_by_seeker: set[bytes] = set()

    def author(self, signed: Signed, author: str) -> None:
        if author == "seeker":
            signed.signed_by(self.fields["sign"])
            return
        key = self.keys.get(signed.fields["teamKey"])
        if key is None:
            raise Refused("team-key-unknown")
        signed.signed_by(key.fields["sign"])
        demand(key.vouched(self.now) or key.id in self.named_by_seeker, "delegate-revoked")

    def letter(self, data: bytes, own: XWing, side: str) -> dict[str, Any]:
        """The next letter; `side` says which of the two seals `own` opens."""
        letter = open_signed("letter", data)
        fields = letter.fields
        demand(fields["mailbox"] == self.id, "foreign-mailbox")
        demand((fields["number"], fields["previous"]) == (len(self.letters) + 1, self.head), "letter-not-next")
        self.author(letter, fields["author"])
        opened = open_box(fields, make("letter header", fields), "letter key", fields["toTeam" if side == "team" else "toSeeker"], own)
        demand([each["id"] for each in fields["attachments"]] == [each["id"] for each in opened["content"]["attachments"]], "attachment-altered")
        self.letters.append(letter)
        self.head = digest(data)
        if fields["author"] == "seeker":
            self.named_by_seeker.add(fields["teamKey"])
        return {"header": fields, **opened}

    def sheet(self, data: bytes, own: XWing) -> dict[str, Any]:
        sheet = open_signed("sheet", data)
        demand(sheet.fields["mailbox"] == self.id, "foreign-mailbox")
        self.author(sheet, "team")
        opened = open_box(sheet.fields, make("sheet header", sheet.fields), "team sheet key", sheet.fields["toTeam"], own)
        demand(not opened["content"]["attachments"], "malformed")
        return {"header": sheet.fields, **opened}

    def mark(self, data: bytes) -> dict[str, Any]:
        mark = open_signed("mark", data)
        demand(mark.fields["mailbox"] == self.id, "foreign-mailbox")
        self.author(mark, mark.fields["author"])
        return mark.fields


def attachment(chunks: list[bytes], key: bytes, mailbox: bytes, id_: bytes, size: int) -> bytes:
    data, clear = labelled("attachment", mailbox, id_), b""
    try:
        for index, chunk in enumerate(chunks):
            nonce = bytes(7) + bytes([index == len(chunks) - 1]) + index.to_bytes(4, "big")
            clear += aes_open(key, nonce, data, chunk)
    except Refused:
        raise Refused("attachment-altered") from None
    demand(len(chunks) == -(-size // CHUNK) and size <= MOST, "attachment-altered")
    demand(len(clear) == len(chunks) * CHUNK and not any(clear[size:]), "attachment-altered")
    return clear[:size]
