"""When a reader accepts an epoch: the numbered rules of docs/protocol.md."""

from dataclasses import dataclass
from typing import Any

from objects import CORE, TYPES, Signed, make
from envelope import object_bytes
from refused import Refused, demand
from suite import XWing, digest, hkdf, labelled, unseal

Entry = dict[str, Any]


@dataclass
class Epoch:
    number: int
    hash: bytes
    roster: dict[bytes, Entry]
    secret: bytes | None = None


def hash_of(core: dict[str, Any], tag: bytes) -> bytes:
    return digest(object_bytes(TYPES["core"].byte, CORE, core), tag)


def tag_of(core: dict[str, Any], secret: bytes) -> bytes:
    return hkdf(secret, digest(make("core", core)), labelled("epoch confirmation"), 32)


def in_its_place(core: dict[str, Any], last: Epoch | None) -> None:
    """Rule 1."""
    wanted = last.number + 1 if last else 0
    demand(core["number"] >= wanted, "late-epoch")
    demand(core["number"] == wanted, "epoch-not-next")
    demand(core["previous"] == (last.hash if last else bytes(32)), "epoch-not-next")


def author_of(core: dict[str, Any], last: Epoch | None, left: set[bytes], seeker: Entry | None) -> Entry:
    """Rules 2 and 3: who may make it; her entry holds the key that must have signed. `seeker` is the reader, if she is one."""
    if last is None:
        author = {member["tab"]: member for member in core["roster"]}.get(core["author"])
        if author is None or (seeker is not None and author != seeker):
            raise Refused("epoch-not-from-seeker")
        return author
    if core["author"] not in last.roster or core["author"] in left:
        raise Refused("epoch-from-outsider")
    return last.roster[core["author"]]


def well_made(core: dict[str, Any], last: Epoch | None) -> None:
    """Rule 4."""
    roster = core["roster"]
    for name in ("tab", "key", "seal"):
        demand(len({member[name] for member in roster}) == len(roster), "roster-altered")
    demand(sum(member["role"] == "seeker" for member in roster) == 1, "roster-removes-seeker")
    demand(core["author"] in {member["tab"] for member in roster}, "roster-altered")
    for member in roster:
        demand(last is None or last.roster.get(member["tab"], member) == member, "roster-altered")


def goes_rightly(core: dict[str, Any], last: Epoch, author: Entry, left: set[bytes]) -> None:
    """Rule 5."""
    tabs = {member["tab"] for member in core["roster"]}
    keys = {member["key"] for member in core["roster"]}
    for tab, member in last.roster.items():
        if tab not in tabs:
            demand(member["role"] == "volunteer", "roster-removes-seeker")
            allowed = tab in left or member["key"] in keys or author["role"] == "volunteer"
            demand(allowed, "roster-removes-volunteer")


def comes_rightly(
    core: dict[str, Any], last: Epoch | None, author: Entry, hellos: dict[bytes, Entry], out: set[bytes], left: set[bytes]
) -> None:
    """Rule 6."""
    before = last.roster if last else {member["tab"] for member in core["roster"] if member["role"] == "seeker"}
    for member in core["roster"]:
        if member["tab"] in before:
            continue
        demand(author["role"] == "seeker", "epoch-not-from-seeker")
        demand(member["tab"] in hellos, "unknown-tab")
        demand(hellos[member["tab"]] == member, "roster-altered")
        demand(member["tab"] not in out, "not-a-member")
        demand(member["tab"] not in left, "late-epoch")


def secret_for(epoch: Signed, tab: bytes, own: XWing, made: dict[bytes, bytes]) -> bytes:
    """Rule 7: her own seal opens (the author knows what she made), and the tag fits."""
    core, tag = epoch.fields["core"], epoch.fields["tag"]
    hashed = hash_of(core, tag)
    if core["author"] == tab:
        demand(hashed in made, "epoch-secret-mismatch")
        secret = made[hashed]
    else:
        seals = {seal["tab"]: seal["sealed"] for seal in epoch.fields["seals"]}
        demand(tab in seals, "epoch-without-me")
        secret = unseal(own, labelled("epoch secret", hashed, tab), seals[tab])
    demand(tag_of(core, secret) == tag, "epoch-secret-mismatch")
    return secret
