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
    demand(share["key"] == key.id, "team-key-unknown")
    demand(share["member"] == member, "foreign-member")
    seed = unseal(own, labelled("team key share", share["key"] + share["member"]), share["sealed"])
    demand(fits(key, seed), "team-seed-wrong")
    return seed


def fits(key: TeamKey, seed: bytes) -> bool:
    seeds = team_seeds(seed)
    return signing_key(seeds["sign"]) == key.fields["sign"] and XWing(seeds["seal"]).public == key.fields["seal"]


def mailbox_of(data: bytes) -> tuple[dict[str, Any], bytes]:
    """Its fields, and its id."""
    return read("mailbox", data), digest(labelled("mailbox id", data))[:16]


def mailbox_for(jour: bytes, sign_seed: bytes, seal_seed: bytes) -> tuple[bytes, bytes]:
    """The object that secrets give, and its id."""
    data = make("mailbox", {"jour": jour, "sign": signing_key(sign_seed), "seal": XWing(seal_seed).public})
    return data, mailbox_of(data)[1]


BOX_LABEL = {"letter": "letter key", "sheet": "team sheet key", "brief": "supporter brief key"}


def open_box(kind: str, fields: dict[str, Any], sealed_secret: bytes, own: XWing) -> dict[str, Any]:
    header = make(f"{kind} header", fields["header"])
    info, salt = labelled(BOX_LABEL[kind], header), digest(header)
    secret = unseal(own, info, sealed_secret)
    demand(hkdf(secret, salt, labelled("letter commitment"), 32) == fields["commitment"], "letter-altered")
    key = hkdf(secret, salt, labelled("letter text key"), 32)
    clear = aes_open(key, bytes(12), info, fields["sealed"])
    content = "brief content" if kind == "brief" else "letter content"
    return {"secret": secret, "key": key, "content": read(content, unpad(clear))}


class Mailbox:
    """What somebody reads who holds the seeker's sealing key, or seeds of the team (`own`: an X-Wing pair for each)."""

    def __init__(self, id_: bytes, data: bytes, keys: list[TeamKey], now: int, own: XWing | dict[bytes, XWing]):
        self.fields, found = mailbox_of(data)
        demand(found == id_, "foreign-mailbox")
        self.id, self.now, self.own = id_, now, own
        self.keys = {key.id: key for key in keys}
        self.number, self.head = 0, bytes(32)
        self.read: dict[int, bytes] = {}
        self.named_by_seeker: set[bytes] = set()
        self.told: list[dict[str, Any]] = []

    def team_key(self, id_: bytes) -> TeamKey:
        demand(id_ in self.keys, "team-key-unknown")
        return self.keys[id_]

    def pair(self, team_key: bytes) -> XWing:
        if isinstance(self.own, XWing):
            return self.own
        demand(team_key in self.own, "team-key-unknown")
        return self.own[team_key]

    def next(self, data: bytes) -> dict[str, Any] | None:
        """One letter more: what it says, or nothing and a name in `told`."""
        try:
            fields = self.believed(data)
        except Refused as refusal:
            self.told.append({"number": self.number + 1, "refused": refusal.code})
            return None
        try:
            opened = self.opened(fields)
        except Refused as refusal:
            self.told.append({"number": self.number, "refused": refusal.code})
            return None
        self.read[self.number] = self.head
        self.told.append({"number": self.number, "text": opened["content"]["text"]})
        return {"hash": self.head, "header": fields["header"], **opened}

    def believed(self, data: bytes) -> dict[str, Any]:
        """Its place and its author; from here on the next letter builds on it, whether it opens or not."""
        letter = open_signed("letter", data)
        header = letter.fields["header"]
        demand(header["mailbox"] == self.id, "foreign-mailbox")
        demand((header["number"], header["previous"]) == (self.number + 1, self.head), "letter-not-next")
        self.signed_by_author(letter, header)
        if header["author"] == "team":
            withdrawn = not self.keys[header["teamKey"]].vouched(self.now)
            demand(not withdrawn or header["teamKey"] in self.named_by_seeker, "delegate-revoked")
        else:
            self.named_by_seeker.add(header["teamKey"])
        self.number, self.head = header["number"], digest(data)
        return letter.fields

    def opened(self, fields: dict[str, Any]) -> dict[str, Any]:
        header = fields["header"]
        sealed = fields["toSeeker" if isinstance(self.own, XWing) else "toTeam"]
        opened = open_box("letter", fields, sealed, self.pair(header["teamKey"]))
        ids = [[each["id"] for each in attachments] for attachments in (header["attachments"], opened["content"]["attachments"])]
        demand(ids[0] == ids[1], "attachment-altered")
        return opened

    def signed_by_author(self, signed: Signed, fields: dict[str, Any]) -> None:
        hers = fields["author"] == "seeker"
        signed.signed_by(self.fields["sign"] if hers else self.team_key(fields["teamKey"]).fields["sign"])

    def sheet(self, data: bytes) -> dict[str, Any]:
        sheet = open_signed("sheet", data)
        header = sheet.fields["header"]
        demand(header["mailbox"] == self.id, "foreign-mailbox")
        sheet.signed_by(self.team_key(header["teamKey"]).fields["sign"])
        return {"header": header, **open_box("sheet", sheet.fields, sheet.fields["toTeam"], self.pair(header["teamKey"]))}

    def mark(self, data: bytes) -> dict[str, Any]:
        mark = open_signed("mark", data)
        fields = mark.fields
        demand(fields["mailbox"] == self.id, "foreign-mailbox")
        self.signed_by_author(mark, fields)
        demand(self.read.get(fields["number"]) == fields["letter"], "letter-not-next")
        return fields


def attachment(chunks: list[bytes], key: bytes, mailbox: bytes, id_: bytes, size: int) -> bytes:
    demand(size <= MOST, "attachment-too-large")
    demand(len(chunks) == chunk_count(size), "attachment-altered")
    clear = b""
    try:
        for index, chunk in enumerate(chunks):
            clear += aes_open(key, chunk_nonce(index, len(chunks)), labelled("attachment", mailbox, id_), chunk)
    except Refused:
        raise Refused("attachment-altered") from None
    demand(len(clear) == len(chunks) * CHUNK and not any(clear[size:]), "attachment-altered")
    return clear[:size]


def chunk_count(size: int) -> int:
    return max(1, -(-size // CHUNK))


def chunk_nonce(index: int, count: int) -> bytes:
    return bytes(7) + bytes([index == count - 1]) + index.to_bytes(4, "big")
