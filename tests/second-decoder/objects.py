"""Every type of docs/protocol.md, as a table: byte, fields in their order, and who signs."""

from typing import Any, NamedTuple

from envelope import (
    HASH, ID, KEY, TIME, U8, U32, Field,
    blob, fixed, many, object_bytes, read_many_signed, read_object, read_signed, struct, text, words,
)
from suite import verify

SEAL_KEY = fixed(1216)
SEEN = struct(version=U32, hash=HASH)
REACHED = struct(seq=U32, head=HASH)
COUNTERS = many(struct(tab=ID, counter=U32), 8)
ROLE = words("seeker", "volunteer")
ROSTER = many(struct(tab=ID, role=ROLE, key=KEY, seal=SEAL_KEY, duty=blob(512)), 8)
LISTED = struct(
    id=ID, role=words("volunteer", "coordinator"), teams=many(text(32), 16),
    identity=KEY, sealKeyHash=HASH, validFrom=TIME, validUntil=TIME,
)
CORE = struct(
    conversation=ID, number=U32, previous=HASH, author=ID, roster=ROSTER, reached=REACHED, counters=COUNTERS, directory=SEEN,
)
LETTER_HEADER = struct(
    mailbox=ID, face=ID, author=words("seeker", "team"), number=U32, previous=HASH, teamKey=HASH,
    attachments=many(struct(id=ID, chunks=U32), 8),
)
ATTACHED = struct(id=ID, key=KEY, name=text(200), type=text(80), size=U32)
SHEET_HEADER = struct(mailbox=ID, kind=words("note", "draft"), after=U32, teamKey=HASH)
BRIEF_HEADER = struct(jour=ID, mailbox=ID, ask=ID, to=ID, author=ID, number=U32, previous=HASH, teamKey=HASH)
TEAM_KEY = dict(jour=ID, team=text(32), number=U32, at=TIME, until=TIME, sign=KEY, seal=SEAL_KEY)
EXTRACT_HEADER = dict(jour=ID, member=ID, register=words("criminal", "suspicion"))
NOTE_HEADER = dict(jour=ID, session=ID, author=ID)
LINE = struct(id=ID, tab=ID, role=ROLE, key=KEY, alias=text(80), seq=U32, text=text(15360))


class Type(NamedTuple):
    byte: int
    body: Field
    label: str = ""
    several: bool = False


TYPES = {
    "root": Type(0x01, struct(jour=ID, previous=HASH, at=TIME, version=U32, m=U8, keys=many(KEY, 16)), "root statement", True),
    "delegate": Type(0x02, struct(jour=ID, previous=HASH, at=TIME, key=KEY, until=TIME), "delegate", True),
    "revocation": Type(0x03, struct(jour=ID, previous=HASH, at=TIME, key=KEY), "revocation", True),
    "directory": Type(
        0x04,
        struct(jour=ID, version=U32, previous=HASH, head=HASH, at=TIME, expires=TIME, delegate=KEY, members=many(LISTED, 4096)),
        "directory",
    ),
    "duty": Type(
        0x05,
        struct(jour=ID, face=ID, member=ID, key=KEY, alias=text(80), **{"from": TIME}, until=TIME, head=HASH),
        "duty statement",
    ),
    "enrolment": Type(0x06, struct(jour=ID, invitation=ID, member=ID, identity=KEY, seal=SEAL_KEY, proof=HASH), "enrolment"),
    "challenge": Type(0x07, struct(jour=ID, member=ID, challenge=fixed(32)), "sign-in challenge"),
    "invitation": Type(0x08, struct(jour=ID, id=ID, secret=fixed(32), fingerprint=HASH, delegateSeed=blob(32))),
    "wrap": Type(0x09, struct(kind=words("passkey", "recovery", "passphrase", "duty"), salt=fixed(32), sealed=blob(256))),
    "identity": Type(0x0A, struct(sign=fixed(32), seal=fixed(32))),
    "pinned": Type(
        0x0D, struct(sign=fixed(32), seal=fixed(32), fingerprint=HASH, entries=U32, head=HASH, version=U32)
    ),
    "team key": Type(0x0B, struct(**TEAM_KEY, delegate=KEY), "team key"),
    "share": Type(0x0C, struct(key=HASH, member=ID, sealed=fixed(1168))),
    "hello": Type(
        0x10,
        struct(conversation=ID, tab=ID, reason=words("take", "join", "return"), duty=blob(512), seal=SEAL_KEY, directory=SEEN),
        "hello",
    ),
    "epoch": Type(0x11, struct(core=CORE, tag=HASH, seals=many(struct(tab=ID, sealed=fixed(1168)), 8)), "epoch"),
    "message": Type(0x12, struct(epoch=U32, tab=ID, counter=U32, sealed=blob(65536))),
    "direct": Type(0x13, struct(**{"from": ID}, to=ID, id=ID, sealed=blob(65536))),
    "leave": Type(0x14, struct(conversation=ID, tab=ID, reached=REACHED, counter=U32), "leave"),
    "end": Type(0x15, struct(conversation=ID, tab=ID, reached=REACHED, counters=COUNTERS), "end"),
    "confirm": Type(0x16, struct(conversation=ID, tab=ID, epoch=HASH), "confirm"),
    "core": Type(0x20, CORE),
    "message context": Type(0x21, struct(epochHash=HASH, tab=ID, counter=U32)),
    "message content": Type(
        0x22,
        struct(kind=words("text", "receipt"), id=ID, directory=SEEN, reached=REACHED, counters=COUNTERS, text=text(15360), delivered=U32, seen=U32),
    ),
    "direct context": Type(0x23, struct(conversation=ID, **{"from": ID}, to=ID, id=ID)),
    "direct content": Type(0x24, struct(kind=words("transcript", "note"), part=U32, parts=U32, body=blob(48000))),
    "transcript": Type(0x25, many(LINE, 4096)),
    "team key core": Type(0x26, struct(**TEAM_KEY)),
    "mailbox": Type(0x30, struct(jour=ID, sign=KEY, seal=SEAL_KEY)),
    "letter": Type(
        0x31,
        struct(header=LETTER_HEADER, commitment=HASH, toTeam=fixed(1168), toSeeker=fixed(1168), sealed=blob(65536)),
        "letter",
    ),
    "sheet": Type(0x32, struct(header=SHEET_HEADER, commitment=HASH, toTeam=fixed(1168), sealed=blob(65536)), "team sheet"),
    "mark": Type(0x33, struct(mailbox=ID, author=words("seeker", "team"), number=U32, letter=HASH, teamKey=HASH), "read mark"),
    "letter header": Type(0x38, LETTER_HEADER),
    "letter content": Type(
        0x39,
        struct(at=TIME, alias=text(80), code=words("kept", "not-kept"), text=text(40000), attachments=many(ATTACHED, 8)),
    ),
    "sheet header": Type(0x3A, SHEET_HEADER),
    "pledge": Type(0x40, struct(jour=ID, member=ID, version=U32, text=HASH, name=text(320), at=TIME), "pledge"),
    "review": Type(0x41, struct(jour=ID, month=text(7), looks=HASH, member=ID, at=TIME), "review of looks"),
    "extract": Type(
        0x42, struct(**EXTRACT_HEADER, keys=many(struct(reader=ID, sealed=blob(1200)), 8), sealed=blob(1_000_016))
    ),
    "extract header": Type(0x43, struct(**EXTRACT_HEADER)),
    "note": Type(0x44, struct(**NOTE_HEADER, keys=many(struct(reader=ID, sealed=blob(1200)), 24), sealed=blob(16400))),
    "note header": Type(0x45, struct(**NOTE_HEADER)),
    "noteWords": Type(0x46, struct(**NOTE_HEADER, at=TIME, text=text(12000)), "supervision note words"),
    "handedIn": Type(
        0x47,
        struct(jour=ID, member=ID, author=ID, issued=text(10), started=text(10), criminal=HASH, suspicion=HASH, at=TIME),
        "register extracts handed in",
    ),
    "brief header": Type(0x50, BRIEF_HEADER),
    "brief": Type(
        0x51,
        struct(header=BRIEF_HEADER, commitment=HASH, toMember=fixed(1168), toTeam=fixed(1168), sealed=blob(16384)),
        "supporter brief",
    ),
    "brief content": Type(0x52, struct(at=TIME, visit=text(40), town=text(400), date=text(10), text=text(8000))),
}
KINDS = {each.byte: name for name, each in TYPES.items()}


class Signed(NamedTuple):
    """A read object: its fields, the bytes that are signed, its signatures by key (a single one: under no key)."""

    kind: str
    fields: dict[str, Any]
    bytes: bytes
    signatures: list[tuple[bytes, bytes]]

    def signed_by(self, key: bytes) -> "Signed":
        verify(key, TYPES[self.kind].label, self.bytes, self.signatures[0][1])
        return self

    def signed_by_all(self) -> "Signed":
        for key, signature in self.signatures:
            verify(key, TYPES[self.kind].label, self.bytes, signature)
        return self


def make(kind: str, value: Any) -> bytes:
    return object_bytes(TYPES[kind].byte, TYPES[kind].body, value)


def read(kind: str, data: bytes) -> Any:
    """An object that is not signed by itself."""
    return read_object(data, TYPES[kind].byte, TYPES[kind].body)


def open_signed(kind: str, data: bytes) -> Signed:
    """An object with one signature, which is still to be checked."""
    fields, signed, signature = read_signed(data, TYPES[kind].byte, TYPES[kind].body)
    return Signed(kind, fields, signed, [(b"", signature)])


def open_several(kind: str, data: bytes) -> Signed:
    """An object with several signatures, which are still to be checked."""
    fields, signed, signatures = read_many_signed(data, TYPES[kind].byte, TYPES[kind].body)
    return Signed(kind, fields, signed, [(each["key"], each["signature"]) for each in signatures])
