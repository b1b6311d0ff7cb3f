"""Letters against the group `letters`."""

from functools import partial
from typing import Any, Callable, Iterator

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import codes
import letters
from groups import Vector, h, one_object, refused_or, same, show_hex
from objects import TYPES
from refused import Refused
from suite import XWing, digest, labelled
from trust import Log


def word_list(vector: Vector) -> None:
    show_hex(digest(vector["words"].encode()), vector["sha256"], "hash of the list")
    codes.Words(vector["words"].split(" "))


def one_code(words: codes.Words, vector: Vector) -> None:
    for typed in (" ".join(vector["words"]), *vector["typed"]):
        same(words.code(typed), (vector["kind"], vector["indices"]), typed)
    same([words.listed[index] for index in vector["indices"]], vector["words"], "words")
    same(words.password(vector["indices"]), vector["password"], "password")
    show_hex(codes.salt_of(vector["kind"], h(vector["jour"])), vector["salt"], "salt")
    stretched = codes.stretched(vector["password"], h(vector["salt"]))
    show_hex(stretched, vector["stretched"], "stretched")
    secrets = codes.mailbox_secrets(stretched)
    same({name: secret.hex() for name, secret in secrets.items()}, {name: vector[name] for name in secrets}, "secrets")
    show_hex(digest(secrets["token"]), vector["tokenHash"], "hash of the token")
    show_hex(letters.mailbox_for(h(vector["jour"]), secrets["sign"], secrets["seal"])[1], vector["mailboxId"], "mailbox")


def one_unread(words: codes.Words, vector: Vector) -> None:
    refused_or(vector, lambda: words.code(vector["typed"]))


def changed(data: bytes, change: dict[str, int]) -> bytes:
    """With the lowest bit of a byte changed, without the last bytes, or with zeros behind."""
    if "byte" in change:
        at = change["byte"]
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    return data[: -change["cut"]] if "cut" in change else data + bytes(change["more"])


def one_spoilt(whole: Vector, vector: Vector) -> None:
    data = changed(h(whole["bytes"]), vector["change"])
    one_object({**whole, "bytes": data.hex(), "refused": vector["refused"]})


def one_seed(vector: Vector) -> None:
    same({name: seed.hex() for name, seed in letters.team_seeds(h(vector["seed"])).items()}, {n: vector[n] for n in ("sign", "seal")}, "seeds")


def one_team_key(shared: Vector, vector: Vector) -> None:
    asked = {**shared, **vector}
    statement = h(shared["statements"][vector["statement"]])
    statement = changed(statement, vector) if "byte" in vector else statement
    log = Log(h(shared["jour"]), [h(entry) for entry in asked["log"]])

    def work() -> letters.TeamKey:
        key = letters.TeamKey(statement, log, h(asked["jour"]), asked["team"])
        if asked["use"] == "seal":
            key.to_seal(vector["now"], vector.get("known", {}).get("number", 0))
        return key

    key = refused_or(vector, work)
    if key is not None:
        same(vector["use"] in ("read", "seal"), True, "use")
        same({"id": key.id.hex(), "withdrawn": not key.vouched(vector["now"])}, vector["found"], "found")
    if key is not None and "seeds" in vector:
        one_seed(vector["seeds"])
        same(letters.fits(key, h(vector["seeds"]["seed"])), True, "seed of the key")


def one_share(shared: Vector, vector: Vector) -> None:
    log = Log(h(shared["jour"]), [h(entry) for entry in shared["log"]])
    key = letters.TeamKey(h(shared["statement"]), log, h(shared["jour"]), shared["team"])
    work = lambda: letters.seed_of_share(h(vector["share"]), key, h(vector["member"]), XWing(h(vector["sealSeed"])))
    seed = refused_or(vector, work)
    if seed is not None:
        show_hex(seed, vector["seed"], "seed")


def sit(story: Vector, side: str, change: Vector, mailbox: str | None = None) -> letters.Mailbox:
    """She with her seed, or the team with those of its keys; `change` says what is otherwise."""
    log = Log(h(story["jour"]), [h(entry) for entry in change.get("log", story["log"])])
    keys = [letters.TeamKey(h(each["statement"]), log, h(story["jour"]), story["team"]) for each in story["teamKeys"]]
    seeds = [] if change.get("without") == "seeds" else [h(each["seed"]) for each in story["teamKeys"]]
    team = {key.id: XWing(letters.team_seeds(seed)["seal"]) for key, seed in zip(keys, seeds)}
    own = XWing(h(change.get("sealSeed", story["sealSeed"]))) if side == "seeker" else team
    return letters.Mailbox(h(story["id"]), h(mailbox or story["mailbox"]), keys, story["now"], own)


def one_mailbox(vector: Vector) -> None:
    """The object that the secrets give; every seed is that of its team key."""
    object_, id_ = letters.mailbox_for(h(vector["jour"]), h(vector["signSeed"]), h(vector["sealSeed"]))
    same((object_.hex(), id_.hex()), (vector["mailbox"], vector["id"]), "mailbox")
    log = Log(h(vector["jour"]), [h(entry) for entry in vector["log"]])
    for each in vector["teamKeys"]:
        key = letters.TeamKey(h(each["statement"]), log, h(vector["jour"]), vector["team"])
        same(letters.fits(key, h(each["seed"])), True, "seed")


def one_letter(place: int, case: Vector) -> None:
    """Both sides open the same."""
    story, vector = case["story"], case["case"]
    for side in ("seeker", "team"):
        reader = sit(story, side, {})
        for letter in story["letters"][:place]:
            reader.next(h(letter["letter"]))
        found = reader.next(h(vector["letter"]))
        same(found is not None, True, f"told {reader.told[-1]}")
        show("letter", found, {name: value for name, value in vector.items() if name != "letter"})


def show(kind: str, found: Vector, wanted: Vector) -> None:
    shown = {
        "header": TYPES[f"{kind} header"].body.show(found["header"]),
        "content": TYPES["letter content"].body.show(found["content"]),
        **{name: found[name].hex() for name in ("hash", "secret", "key") if name in found},
    }
    for name, value in wanted.items():
        if name == "content":
            same({part: shown["content"][part] for part in value}, value, "content")
        else:
            same(shown[name], value, name)


def one_sheet(case: Vector) -> None:
    vector = case["case"]
    found = refused_or(vector, lambda: sit(case["story"], "team", {}).sheet(h(vector["sheet"])))
    if found is not None:
        show("sheet", found, {name: vector[name] for name in ("header", "secret", "content")})


def one_mark(case: Vector) -> None:
    story, vector = case["story"], case["case"]
    reader = sit(story, "seeker", {})
    for letter in story["letters"]:
        reader.next(h(letter["letter"]))
    found = refused_or(vector, lambda: reader.mark(h(vector["mark"])))
    if found is not None:
        same({name: found[name] for name in ("author", "number")}, vector["found"], "found")


def ruled(size: int) -> bytes:
    return bytes(n * 7 & 255 for n in range(size))


def sealed_chunks(vector: Vector, size: int) -> list[bytes]:
    """As its author seals it, which only one way there is."""
    count, data = letters.chunk_count(size), labelled("attachment", h(vector["mailbox"]), h(vector["id"]))
    clear = ruled(size).ljust(count * letters.CHUNK, b"\0")
    pieces = [clear[at * letters.CHUNK : (at + 1) * letters.CHUNK] for at in range(count)]
    return [AESGCM(h(vector["key"])).encrypt(letters.chunk_nonce(at, count), piece, data) for at, piece in enumerate(pieces)]


def one_attachment(vector: Vector) -> None:
    chunks = sealed_chunks(vector, vector["size"])
    same([digest(chunk).hex() for chunk in chunks], vector["chunks"], "chunks")
    clear = letters.attachment(chunks, h(vector["key"]), h(vector["mailbox"]), h(vector["id"]), vector["size"])
    show_hex(digest(clear), vector["clear"], "clear")


def one_refused_attachment(whole: Vector, vector: Vector) -> None:
    chunks = sealed_chunks(whole, whole["size"])
    if "bit" in vector:
        at, byte = vector["bit"]
        chunks[at] = changed(chunks[at], {"byte": byte})
    taken = [chunks[at] for at in vector.get("order", range(len(chunks)))]
    mailbox, size = h(vector.get("mailbox", whole["mailbox"])), vector.get("size", whole["size"])
    refused_or(vector, lambda: letters.attachment(taken, h(whole["key"]), mailbox, h(whole["id"]), size))


def one_attack(stories: list[Vector], forged: Vector, case: Vector) -> None:
    attack, (story, other) = case["attack"], stories

    def given(one: Any) -> bytes:
        if isinstance(one, str):
            return h(forged[one])
        if isinstance(one, int):
            return h(story["letters"][one]["letter"])
        if "elsewhere" in one:
            return h(other["letters"][one["elsewhere"]]["letter"])
        return changed(h(story["letters"][one["of"]]["letter"]), one)

    mailbox = other["mailbox"] if attack.get("mailbox") == "elsewhere" else None
    try:
        reader = sit(story, attack["side"], attack, mailbox)
    except Refused as refusal:
        same([{"refused": refusal.code}], attack["told"], "told")
        return
    for one in attack["letters"]:
        reader.next(given(one))
    same(reader.told, attack["told"], "told")


def post(group: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    words = codes.Words(group["list"]["words"].split(" "))
    yield "letters: word list", word_list, group["list"]
    yield from (("letters: return codes", partial(one_code, words), vector) for vector in group["codes"])
    yield from (("letters: what is no code", partial(one_unread, words), vector) for vector in group["unread"])
    for whole in group["objects"]:
        spoilt = {name: value for name, value in whole.items() if name != "spoilt"}
        yield "letters: objects", one_object, spoilt
        yield from (("letters: spoilt objects", partial(one_spoilt, spoilt), vector) for vector in whole["spoilt"])
    yield from (("letters: team seeds", one_seed, vector) for vector in group["teamSeeds"])
    keys, shares, files = group["teamKeys"], group["shares"], group["attachments"]
    yield from (("letters: team keys", partial(one_team_key, keys), vector) for vector in keys["cases"])
    yield from (("letters: shares", partial(one_share, shares), vector) for vector in shares["cases"])
    for story in group["correspondences"]:
        yield from correspondence(story)
    yield from (("letters: attachments", one_attachment, vector) for vector in files["whole"])
    refused = partial(one_refused_attachment, files["whole"][0])
    yield from (("letters: spoilt attachments", refused, vector) for vector in files["refused"])
    attack = partial(one_attack, group["correspondences"], group["attacks"]["forged"])
    yield from (("letters: attacks", attack, {"attack": case}) for case in group["attacks"]["cases"])


def correspondence(story: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    about = ("jour", "team", "log", "id", "mailbox", "signSeed", "sealSeed", "teamKeys")
    yield "letters: mailboxes", one_mailbox, {name: story[name] for name in about}
    for place, vector in enumerate(story["letters"]):
        yield "letters: letters", partial(one_letter, place), {"story": story, "case": vector}
    yield from (("letters: sheets", one_sheet, {"story": story, "case": vector}) for vector in story["sheets"])
    yield from (("letters: read marks", one_mark, {"story": story, "case": vector}) for vector in story["marks"])
