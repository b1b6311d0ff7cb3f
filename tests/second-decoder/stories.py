"""Whole conversations, and what a dishonest member or server adds to them."""

from typing import Any, Callable, Iterator

from conversation import ReadingTab
from epochs import hash_of, tag_of
from groups import Vector, h, same, show_hex
from inside import open_direct, open_message
from objects import TYPES, open_signed, read
from suite import XWing
from tab import Place
from trust import Directory, Log



def trusted(story: Vector, directory: str | None = None) -> Directory:
    log = Log(h(story["jour"]), [h(entry) for entry in story["trust"]["log"]])
    log.remembered(h(story["fingerprint"]))
    return Directory(log, h(directory or story["trust"]["directory"]), story["now"])


def sit(story: Vector, tab: Vector) -> ReadingTab:
    """The tab at its beginning, with the secrets that the vector gives."""
    made = {h(epoch["hash"]): h(epoch["secret"]) for epoch in story["epochs"]}
    directory = trusted(story, tab.get("directory"))
    place = Place(h(story["conversation"]), h(story["face"]), story["now"], directory, made)
    role = "seeker" if tab["who"] == "seeker" else "volunteer"
    return ReadingTab(place, h(tab["tab"]), h(tab["sealSeed"]), h(tab["signSeed"]), role)


def listen(tab: ReadingTab, frames: list[str], without: list[int]) -> ReadingTab:
    for seq, frame in enumerate(frames, 1):
        if seq not in without:
            tab.read(seq, h(frame))
    return tab


def one_chain_of_frames(case: Vector) -> None:
    """The heads of a tab that was given everything."""
    reader = listen(sit(case["story"], case["story"]["tabs"][0]), case["log"], [])
    same([head.hex() for head in list(reader.heads.values())[1:]], case["heads"], "heads")


def one_told(case: Vector) -> None:
    story, tab, told = case["story"], case["tab"], case["told"]
    same(tab["who"], told["who"], "who")
    reader = listen(sit(story, tab), story["log"], tab.get("withheld", []))
    for found, wanted in zip(reader.told, told["events"]):
        same(found, wanted, f"told by {tab['who']}")
    same(len(reader.told), len(told["events"]), "how much is told")


def one_epoch(case: Vector) -> None:
    """Every tab of the roster that was not put out opens the same secret, and the tag fits it."""
    story, epoch = case["story"], case["epoch"]
    fields = open_signed("epoch", h(story["log"][epoch["seq"] - 1])).fields
    core, secret = fields["core"], h(epoch["secret"])
    same(core["number"], epoch["number"], "number")
    show_hex(hash_of(core, fields["tag"]), epoch["hash"], "hash")
    show_hex(tag_of(core, secret), epoch["tag"], "tag")
    same(fields["tag"].hex(), epoch["tag"], "tag in the frame")
    for tab in story["tabs"]:
        reader = sit(story, tab)
        sealed_to = {seal["tab"] for seal in fields["seals"]}
        if reader.id in sealed_to:
            listen(reader, story["log"][: epoch["seq"]], tab.get("withheld", []))
            show_hex(reader.opened[epoch["seq"]]["secret"], epoch["secret"], f"secret of {tab['who']}")


def shown(opened: Vector, vector: Vector, kind: str) -> None:
    for name, wanted in vector.items():
        if name == "content":
            same(TYPES[f"{kind} content"].body.show(opened["content"]), wanted, name)
        elif name != "seq":
            show_hex(opened[name], wanted, name)


def keys_of(story: Vector) -> dict[bytes, bytes]:
    """The signing key of each tab that ever was in a roster."""
    cores = [open_signed("epoch", h(story["log"][epoch["seq"] - 1])).fields["core"] for epoch in story["epochs"]]
    return {member["tab"]: member["key"] for core in cores for member in core["roster"]}


def one_message(case: Vector) -> None:
    story, vector = case["story"], case["message"]
    message = read("message", h(story["log"][vector["seq"] - 1]))
    epoch = next(each for each in story["epochs"] if each["number"] == message["epoch"])
    author = keys_of(story)[message["tab"]]
    shown(open_message(message, h(epoch["hash"]), h(epoch["secret"]), author), vector, "message")


def one_direct(case: Vector) -> None:
    story, vector = case["story"], case["direct"]
    direct = read("direct", h(story["log"][vector["seq"] - 1]))
    seed = next(tab["sealSeed"] for tab in story["tabs"] if h(tab["tab"]) == direct["to"])
    author = keys_of(story)[direct["from"]]
    shown(open_direct(direct, h(story["conversation"]), XWing(h(seed)), author), vector, "direct")


def one_transcript(case: Vector) -> None:
    """All tabs tell the same of a number of the log, and every text is told by somebody else than its author."""
    story = case["story"]
    lines: dict[int, tuple[str, ...]] = {}
    for tab in story["tabs"]:
        for event in listen(sit(story, tab), story["log"], tab.get("withheld", [])).told:
            if event["type"] == "message":
                line = tuple(event[name] for name in ("id", "tab", "role", "alias", "text"))
                same(line, lines.setdefault(event["seq"], line), f"number {event['seq']}")
    same({line[-1] for line in lines.values()}, set(case["texts"]), "texts")


def one_attack(case: Vector) -> None:
    story, attack = case["story"], case["attack"]
    tab = next(tab for tab in story["tabs"] if tab["who"] == attack["to"])
    reader = listen(sit(story, tab), story["log"][: attack["after"]], attack.get("without", []))
    before = len(reader.told)
    for seq, frame in enumerate(attack["frames"], attack["after"] + 1):
        reader.read(seq, h(frame["bytes"]) + bytes(frame.get("zeros", 0)))
    same(reader.told[before:], attack["told"], attack["why"])


def conversations(stories: list[Vector]) -> Iterator[tuple[str, Callable, Vector]]:
    for story in stories:
        shared = {name: story[name] for name in story if name not in ("told", "messages", "directs", "heads", "title")}
        yield "conversation: heads of the log", one_chain_of_frames, {"story": shared, "log": story["log"], "heads": story["heads"]}
        contents = [message["content"] for message in story["messages"]]
        texts = [content["text"] for content in contents if content["kind"] == "text"]
        yield "conversation: transcripts", one_transcript, {"story": shared, "texts": texts}
        for tab, told in zip(story["tabs"], story["told"], strict=True):
            yield "conversation: what a tab tells", one_told, {"story": shared, "tab": tab, "told": told}
        for kind, check in (("epoch", one_epoch), ("message", one_message), ("direct", one_direct)):
            for vector in story[f"{kind}s"]:
                yield f"conversation: {kind}", check, {"story": shared, kind: vector}


def attacks(story: Vector, cases: list[Vector]) -> Iterator[tuple[str, Callable, Vector]]:
    for attack in cases:
        yield "attacks", one_attack, {"story": story, "attack": attack}
