"""One tab that reads a conversation's log and tells what it found, as docs/protocol.md says."""

from dataclasses import dataclass, field
from typing import Any

import epochs
from envelope import Reader
from objects import TYPES, kind_of, make, open_signed, read
from refused import Refused, demand
from suite import XWing, aes_open, can_be_sealed_to, hkdf, labelled, signing_key, unseal, verify
from trust import HOUR, Directory

SIZES = (512, 1024, 2048, 4096, 8192, 16384, 32768, 49152)


def unpad(clear: bytes) -> bytes:
    demand(len(clear) in SIZES, "not-canonical")
    length = int.from_bytes(clear[:4], "big")
    smallest = next((size for size in SIZES if size >= length + 4), 0)
    demand(smallest == len(clear) and not any(clear[4 + length :]), "not-canonical")
    return clear[4 : 4 + length]


def split_signed(kind: str, inner: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    """content ‖ signature: its fields, its bytes, the signature."""
    content, signature = inner[:-64], inner[-64:]
    return read(kind, content), content, signature


@dataclass
class Place:
    """What every reader of a conversation knows beforehand."""

    conversation: bytes
    face: bytes
    now: int
    directory: Directory
    made: dict[int, bytes] = field(default_factory=dict)  # secrets by epoch, for their authors


class Tab:
    def __init__(self, place: Place, tab: bytes, seal_seed: bytes, sign_seed: bytes, role: str):
        self.place, self.id, self.role = place, tab, role
        self.seal, self.key = XWing(seal_seed), signing_key(sign_seed)
        self.told: list[dict[str, Any]] = []
        self.opened: list[dict[str, Any]] = []  # every message and direct that was opened, for checks
        self.hellos: dict[bytes, dict[str, Any]] = {}
        self.gone: set[bytes] = set()
        self.ever: set[bytes] = set()
        self.chain: list[epochs.Epoch] = []
        self.vouched: set[bytes] = set()
        self.last: dict[bytes, int] = {}
        self.directs: set[bytes] = set()
        self.inside = self.out = self.ended = False

    @property
    def epoch(self) -> epochs.Epoch | None:
        return self.chain[-1] if self.chain else None

    def tell(self, **event: Any) -> None:
        self.told.append({name: value.hex() if isinstance(value, bytes) else value for name, value in event.items()})

    def read(self, seq: int, frame: bytes) -> None:
        try:
            demand(not self.ended, "ended")
            demand(len(frame) <= 65536, "malformed")
            kind = kind_of(frame)
            handler = getattr(self, f"on_{kind}", None)
            if handler is None:
                raise Refused("wrong-type")
            handler(frame, seq)
        except Refused as refusal:
            self.tell(type="refused", code=refusal.code, seq=seq)

    def member(self, tab: bytes) -> dict[str, Any]:
        """The entry of somebody who is in the room now."""
        if self.epoch is None or tab not in self.epoch.roster or tab in self.epoch.left:
            raise Refused("not-a-member")
        return self.epoch.roster[tab]

    def here(self, conversation: bytes) -> None:
        demand(conversation == self.place.conversation, "foreign-conversation")

    def alias(self, member: dict[str, Any]) -> str:
        return open_signed("duty", member["duty"]).fields["alias"] if member["duty"] else ""

    def tell_members(self) -> None:
        if self.epoch and self.inside:
            present = [m for m in self.epoch.roster.values() if m["tab"] not in self.epoch.left]
            named = [
                {"tab": m["tab"].hex(), "role": m["role"], "alias": self.alias(m), "self": m["tab"] == self.id}
                for m in present
            ]
            self.tell(type="members", members=named)

    def on_hello(self, frame: bytes, seq: int) -> None:
        hello = open_signed("hello", frame)
        fields = hello.fields
        self.here(fields["conversation"])
        known = self.epoch.roster if self.epoch else {}
        demand(fields["tab"] not in self.hellos and fields["tab"] not in known, "duplicate-tab")
        late = 0 if self.inside or self.role == "seeker" else 12 * HOUR
        duty = self.place.directory.duty(fields["duty"], self.place.face, self.place.now, late)
        hello.signed_by(duty["key"])
        demand(can_be_sealed_to(fields["seal"]), "bad-key")
        demand(fields["reason"] != "return" or duty["key"] in self.ever, "not-returning")
        self.hellos[fields["tab"]] = {**fields, "key": duty["key"]}
        if self.inside or self.role == "seeker":
            came = {m["key"] for m in known.values() if m["role"] == "volunteer"}
            reason = "return" if duty["key"] in self.ever else "join" if came else "take"
            self.tell(type="joining", tab=fields["tab"], alias=duty["alias"], reason=reason)

    def on_epoch(self, frame: bytes, seq: int) -> None:
        epoch = open_signed("epoch", frame)
        core, last = epoch.fields["core"], self.epoch
        self.here(core["conversation"])
        epochs.in_its_place(core, last)
        author = epochs.author_of(core, last, self.id if self.role == "seeker" else None)
        epoch.signed_by(author["key"])
        epochs.well_made(core, last)
        if last:
            epochs.goes_rightly(core, last)
        epochs.comes_rightly(core, last, self.hellos, self.gone)
        secret, mine = None, self.id in {member["tab"] for member in core["roster"]}
        if mine:
            own_hello = self.hellos.get(self.id)
            if not self.inside and own_hello and own_hello["reason"] == "join":
                demand(any(key != self.key for key in self.vouched), "unvouched")
            secret = epochs.secret_for(epoch, self.id, self.seal, self.place.made.get(core["number"]))
        self.accept(core, epoch.fields["tag"], secret, mine)

    def accept(self, core: dict[str, Any], tag: bytes, secret: bytes | None, mine: bool) -> None:
        roster = {member["tab"]: member for member in core["roster"]}
        self.out = self.out or (self.inside and not mine)
        self.inside = mine
        left = {tab for tab in (self.epoch.left if self.epoch else ()) if tab in roster}
        self.chain.append(epochs.Epoch(core["number"], epochs.hashes(core, tag)[1], tag, roster, secret, left))
        self.ever |= {member["key"] for member in roster.values() if member["role"] == "volunteer"}
        for each in core["counters"]:
            self.last[each["tab"]] = max(self.last.get(each["tab"], 0), each["counter"])
        self.tell_members()

    def on_confirm(self, frame: bytes, seq: int) -> None:
        confirm = open_signed("confirm", frame)
        self.here(confirm.fields["conversation"])
        member = self.member(confirm.fields["tab"])
        confirm.signed_by(member["key"])
        demand(confirm.fields["epoch"] in {epoch.hash for epoch in self.chain}, "unknown-epoch")
        self.vouched.add(member["key"])

    def on_message(self, frame: bytes, seq: int) -> None:
        message, epoch = read("message", frame), self.epoch
        demand(epoch is not None and message["epoch"] <= epoch.number, "epoch-not-next")
        demand(message["epoch"] == epoch.number, "late-epoch")
        member = self.member(message["tab"])
        demand(message["counter"] > self.last.get(message["tab"], 0), "replayed")
        if epoch.secret is None:
            self.last[message["tab"]] = message["counter"]
            return
        key = hkdf(epoch.secret, epoch.hash, labelled("message key", message["tab"]), 32)
        nonce = bytes(8) + message["counter"].to_bytes(4, "big")
        context = make("message context", {"epochHash": epoch.hash, "tab": message["tab"], "counter": message["counter"]})
        padded = aes_open(key, nonce, context, message["sealed"])
        content, signed, signature = split_signed("message content", unpad(padded))
        verify(member["key"], "message", context + signed, signature)
        self.last[message["tab"]] = message["counter"]
        self.opened.append(
            {"seq": seq, "key": key, "nonce": nonce, "aad": context, "padded": padded, "content": content, "signature": signature}
        )
        self.tell_message(message["tab"], member, content, seq)

    def tell_message(self, tab: bytes, member: dict[str, Any], content: dict[str, Any], seq: int) -> None:
        author = {"tab": tab, "role": member["role"], "alias": self.alias(member)}
        if tab == self.id:
            if content["kind"] == "text":
                self.tell(type="logged", id=content["id"], seq=seq)
        elif content["kind"] == "text":
            said = {"mine": False, "text": content["text"], "seq": seq, "replayed": False}
            self.tell(type="message", id=content["id"], **author, **said)
        else:
            self.tell(type="receipt", **author, delivered=content["delivered"], seen=content["seen"])

    def on_direct(self, frame: bytes, seq: int) -> None:
        direct = read("direct", frame)
        author = self.member(direct["from"])
        self.member(direct["to"])
        demand(direct["id"] not in self.directs, "replayed")
        self.directs.add(direct["id"])
        if direct["to"] != self.id:
            return
        context = make("direct context", {"conversation": self.place.conversation, **direct})
        padded = unseal(self.seal, labelled("direct", context), direct["sealed"])
        content, signed, signature = split_signed("direct content", unpad(padded))
        verify(author["key"], "direct", context + signed, signature)
        self.opened.append({"seq": seq, "context": context, "padded": padded, "content": content})
        if content["kind"] == "note":
            self.tell(type="note", tab=direct["from"], alias=self.alias(author), text=content["body"].decode())
        else:
            demand(author["role"] == "seeker", "not-a-member")
            self.tell_transcript(content["body"])

    def tell_transcript(self, body: bytes) -> None:
        for line in read("transcript", body):
            self.tell(type="message", **{k: v for k, v in line.items() if k != "key"}, mine=line["key"] == self.key, replayed=True)

    def on_leave(self, frame: bytes, seq: int) -> None:
        leave = open_signed("leave", frame)
        self.here(leave.fields["conversation"])
        member = self.member(leave.fields["tab"])
        leave.signed_by(member["key"])
        demand(member["role"] == "volunteer", "not-a-member")
        self.epoch.left.add(member["tab"])
        self.gone.add(member["tab"])
        self.tell_members()

    def on_end(self, frame: bytes, seq: int) -> None:
        end = open_signed("end", frame)
        self.here(end.fields["conversation"])
        member = self.member(end.fields["tab"])
        end.signed_by(member["key"])
        counted = {each["tab"]: each["counter"] for each in end.fields["counters"]}
        everything = all(self.last.get(tab, 0) >= counter for tab, counter in counted.items())
        self.ended = True
        self.tell(type="ended", role=member["role"], confirmed=everything and counted.get(self.id, 0) >= self.last.get(self.id, 0))
