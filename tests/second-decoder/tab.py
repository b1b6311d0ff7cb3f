"""What one tab knows of a conversation, and what it tells its user."""

from dataclasses import dataclass, field
from typing import Any

from epochs import Entry, Epoch
from refused import Refused, demand
from suite import XWing, digest, labelled, signing_key
from trust import Directory


@dataclass
class Place:
    """What a reader of a conversation knows beforehand. `made`: the secrets of epochs of her own, by their hash."""

    conversation: bytes
    face: bytes
    now: int
    directory: Directory
    made: dict[bytes, bytes] = field(default_factory=dict)


class Tab:
    def __init__(self, place: Place, tab: bytes, seal_seed: bytes, sign_seed: bytes, role: str):
        self.place, self.id, self.role = place, tab, role
        self.seal, self.key = XWing(seal_seed), signing_key(sign_seed)
        self.told: list[dict[str, Any]] = []
        self.opened: dict[int, dict[str, Any]] = {}
        self.hellos: dict[bytes, Entry] = {}
        self.aliases: dict[bytes, str] = {}
        self.called_in = False
        self.left: set[bytes] = set()
        self.out: set[bytes] = set()
        self.epoch: Epoch | None = None
        self.chain: dict[bytes, Epoch] = {}
        self.vouched = False
        self.last: dict[bytes, int] = {}
        self.reported: dict[bytes, int] = {}
        self.watched: dict[tuple[bytes, int], int] = {}
        self.own: set[int] = set()
        self.directs: set[bytes] = set()
        self.due, self.parts_told, self.parts = False, 0, 0
        self.heads: dict[int, bytes] = {0: bytes(32)}
        self.head = bytes(32)
        self.forked = self.holes = False
        self.over = ""

    def follow(self, seq: int, frame: bytes) -> None:
        self.head = self.heads[seq] = digest(labelled("log", self.head, seq.to_bytes(4, "big"), frame))

    def tell(self, event: str, **more: Any) -> None:
        plain = {name: value.hex() if isinstance(value, bytes) else value for name, value in more.items()}
        self.told.append({"type": event, **plain})

    def miss(self, tab: bytes, first: int, last: int) -> None:
        self.holes = True
        self.tell("missing", tab=tab, **{"from": first, "to": last})

    @property
    def inside(self) -> bool:
        """In the room: it holds the secret of the epoch."""
        return self.epoch is not None and self.epoch.secret is not None

    @property
    def watching(self) -> bool:
        return self.role == "volunteer" and not self.inside

    @property
    def entry(self) -> Entry:
        """The seeker's own line of the roster."""
        return {"tab": self.id, "role": "seeker", "key": self.key, "seal": self.seal.public, "duty": b""}

    def here(self, conversation: bytes) -> None:
        demand(conversation == self.place.conversation, "foreign-conversation")

    def present(self, tab: bytes) -> Entry:
        """The entry of somebody who is in the roster and has not said goodbye."""
        if self.epoch is None or tab not in self.epoch.roster or tab in self.left:
            raise Refused("not-a-member")
        return self.epoch.roster[tab]

    def alias(self, tab: bytes) -> str:
        return self.aliases.get(tab, "")

    def tell_members(self) -> None:
        members = [
            {"tab": tab.hex(), "role": entry["role"], "alias": self.alias(tab), "self": tab == self.id}
            for tab, entry in (self.epoch.roster.items() if self.epoch and self.inside and not self.over else ())
            if tab not in self.left
        ]
        self.tell("members", members=members)

    def check_directory(self, theirs: dict[str, Any], seq: int) -> None:
        own = self.place.directory
        if theirs["version"] == own.fields["version"] and theirs["hash"] != own.hash:
            self.tell("refused", code="directory-fork", seq=seq)

    def same_log(self, theirs: dict[str, Any]) -> bool:
        return self.heads.get(theirs["seq"]) == theirs["head"]

    def check_reached(self, theirs: dict[str, Any], seq: int) -> None:
        if not self.forked and not self.same_log(theirs):
            self.forked = True
            self.tell("refused", code="conversation-fork", seq=seq)

    def check_counters(self, theirs: list[dict[str, Any]], gone: set[bytes] = frozenset()) -> None:
        """What another has seen must have come here too; each hole is told once."""
        known = set(self.epoch.roster if self.epoch else ()) | gone
        for each in theirs:
            tab = each["tab"]
            last = self.last.get(tab, 0)
            if tab == self.id or tab not in known or each["counter"] <= last:
                continue
            self.holes = True
            have = max(last, self.reported.get(tab, 0))
            if each["counter"] > have:
                self.reported[tab] = each["counter"]
                self.miss(tab, have + 1, each["counter"])

    def check_transcript(self, author: Entry) -> None:
        """It comes before all else that the seeker sends: with her next word it is whole, or something is missing."""
        if author["role"] == "seeker" and self.due:
            self.due = False
            start = self.parts_told + 1
            self.miss(author["tab"], start, max(start, self.parts))

    def remember(self, hello: dict[str, Any], duty: dict[str, Any]) -> None:
        tab = hello["tab"]
        self.hellos[tab] = {
            "tab": tab, "role": "volunteer", "key": duty["key"], "seal": hello["seal"], "duty": hello["duty"],
        }
        self.aliases[tab] = duty["alias"]


