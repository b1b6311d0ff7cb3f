"""When a reader accepts an epoch: the numbered rules of docs/protocol.md."""

from dataclasses import dataclass, field
from typing import Any

from envelope import object_bytes
from objects import CORE, TYPES, Signed, make
from refused import Refused, demand
from suite import XWing, digest, hkdf, labelled, unseal


@dataclass
class Epoch:
    number: int
    hash: bytes
    tag: bytes
    roster: dict[bytes, dict[str, Any]]
    secret: bytes | None = None
    left: set[bytes] = field(default_factory=set)


def hashes(core: dict[str, Any], tag: bytes) -> tuple[bytes, bytes]:
    """(SHA-256 of the core as an object, hash of the epoch)"""
    data = object_bytes(TYPES["core"].byte, CORE, core)
    return digest(data), digest(data, tag)


def tag_of(core: dict[str, Any], secret: bytes) -> bytes:
    return hkdf(secret, digest(make("core", core)), labelled("epoch confirmation"), 32)


def in_its_place(core: dict[str, Any], last: Epoch | None) -> None:
    """Rule 1: the next number, and the hash of the one before."""
    number, wanted = core["number"], last.number + 1 if last else 0
    demand(number >= wanted, "late-epoch")
    demand(number == wanted, "epoch-not-next")
    demand(core["previous"] == (last.hash if last else bytes(32)), "epoch-not-next")


def author_of(core: dict[str, Any], last: Epoch | None, me: bytes | None) -> dict[str, Any]:
    """Rules 2 and 3: who may make it; the entry whose key has signed."""
    if last is None:
        seekers = [member for member in core["roster"] if member["role"] == "seeker"]
        demand(len(seekers) == 1 and seekers[0]["tab"] == core["author"], "epoch-not-from-seeker")
        demand(me is None or me == core["author"], "epoch-not-from-seeker")
        return seekers[0]
    author = last.roster.get(core["author"])
    if author is None or core["author"] in last.left:
        raise Refused("epoch-from-outsider")
    return author


def well_made(core: dict[str, Any], last: Epoch | None) -> None:
    """Rule 4."""
    roster = core["roster"]
    for name in ("tab", "key", "seal"):
        demand(len({member[name] for member in roster}) == len(roster), "roster-duplicate")
    demand(sum(member["role"] == "seeker" for member in roster) == 1, "roster-seeker")
    demand(core["author"] in {member["tab"] for member in roster}, "roster-author")
    for member in roster:
        demand(last is None or last.roster.get(member["tab"], member) == member, "roster-altered")


def goes_rightly(core: dict[str, Any], last: Epoch) -> None:
    """Rule 5."""
    tabs = {member["tab"] for member in core["roster"]}
    keys = {member["key"] for member in core["roster"]}
    for tab, member in last.roster.items():
        if tab in tabs:
            continue
        removed = last.roster[core["author"]]["role"] == "volunteer" and tab != core["author"]
        demand(member["role"] == "volunteer", "roster-removed")
        demand(tab in last.left or member["key"] in keys or removed, "roster-removed")


def comes_rightly(core: dict[str, Any], last: Epoch | None, hellos: dict[bytes, dict[str, Any]], gone: set[bytes]) -> None:
    """Rule 6."""
    author = {member["tab"]: member for member in core["roster"]}[core["author"]]
    for member in core["roster"]:
        if (last and member["tab"] in last.roster) or member["tab"] == core["author"]:
            continue
        demand(member["role"] == "volunteer" and author["role"] == "seeker", "roster-added")
        hello = hellos.get(member["tab"])
        if hello is None:
            raise Refused("unknown-tab")
        demand(all(hello[name] == member[name] for name in ("key", "seal", "duty")), "roster-altered")
        demand(member["tab"] not in gone, "not-a-member")


def secret_for(epoch: Signed, tab: bytes, own: XWing, known: bytes | None) -> bytes:
    """Rule 7: her own seal opens (the author knows what she made), and the tag fits."""
    core, tag = epoch.fields["core"], epoch.fields["tag"]
    if core["author"] == tab and known is not None:
        secret = known
    else:
        seals = {seal["tab"]: seal["sealed"] for seal in epoch.fields["seals"]}
        demand(tab in seals, "epoch-without-me")
        secret = unseal(own, labelled("epoch secret", hashes(core, tag)[1], tab), seals[tab])
    demand(tag_of(core, secret) == tag, "epoch-secret-mismatch")
    return secret
