"""What is checked in each group of the vectors: one check for each entry, which raises where something is not so."""

from typing import Any, Callable, Iterator

import suite
from inside import unpad
from objects import TYPES, open_several, open_signed, read
from refused import Refused
from trust import Directory, Log

h = bytes.fromhex
Vector = dict[str, Any]


class Differs(AssertionError):
    pass


def same(found: Any, wanted: Any, what: str) -> None:
    if found != wanted:
        raise Differs(f"{what}: found {str(found)[:90]}, the vector says {str(wanted)[:90]}")


def refused_or(vector: Vector, work: Callable[[], Any]) -> Any:
    """What comes out; nothing where it is refused, by the name that the vector gives."""
    try:
        found = work()
    except Refused as refusal:
        same(refusal.code, vector.get("refused", "something to read"), "refused")
        return None
    same(None, vector.get("refused"), "refused")
    return found


def show_hex(found: bytes, wanted: str, what: str) -> None:
    same(found.hex(), wanted, what)


def one_object(vector: Vector) -> None:
    kind, data = vector["kind"], h(vector["bytes"])
    kind_of = TYPES[kind]

    def work() -> Any:
        if kind_of.several:
            return open_several(kind, data).signed_by_all().fields
        if "signer" in vector:
            return open_signed(kind, data).signed_by(h(vector["signer"])).fields
        return open_signed(kind, data).fields if kind_of.label else read(kind, data)

    fields = refused_or(vector, work)
    if fields is not None:
        same(kind_of.body.show(fields), vector["fields"], "fields")


def one_xwing(vector: Vector) -> None:
    pair = suite.XWing(h(vector["seed"]))
    show_hex(pair.public, vector["key"], "key")
    secret, encapsulation = suite.xwing_encapsulate(pair.public, h(vector["coins"]))
    show_hex(secret, vector["secret"], "secret by encapsulation")
    show_hex(encapsulation, vector["encapsulation"], "encapsulation")
    show_hex(pair.decapsulate(encapsulation), vector["secret"], "secret by decapsulation")
    altered = vector["altered"]
    show_hex(pair.decapsulate(h(altered["encapsulation"])), altered["secret"], "secret of an altered one")


def one_box(vector: Vector) -> None:
    own, info, sealed = suite.XWing(h(vector["seed"])), h(vector["info"]), h(vector["sealed"])
    clear = refused_or(vector, lambda: suite.unseal(own, info, sealed))
    if clear is not None:
        show_hex(clear, vector["clear"], "clear")
        secret = own.decapsulate(sealed[:1120])
        key, nonce = suite.hpke_schedule(secret, info)
        show_hex(secret + key + nonce, vector["secret"] + vector["key"] + vector["nonce"], "key schedule")


def one_seal_key(vector: Vector) -> None:
    key = refused_or(vector, lambda: suite.sealable(h(vector["key"])))
    if key is not None:
        show_hex(suite.XWing(h(vector["seed"])).public, vector["key"], "key")


def one_signature(vector: Vector) -> None:
    key, data, signature = h(vector["key"]), h(vector["data"]), h(vector["signature"])
    refused_or(vector, lambda: suite.verify(key, vector["label"], data, signature))
    if "seed" in vector:
        show_hex(suite.signing_key(h(vector["seed"])), vector["key"], "key")


def one_padding(vector: Vector) -> None:
    clear = refused_or(vector, lambda: unpad(h(vector["padded"])))
    if clear is not None:
        show_hex(clear, vector["clear"], "clear")


def one_chain(vector: Vector) -> None:
    known = {name: h(value) if isinstance(value, str) else value for name, value in vector["known"].items()}

    def work() -> Vector:
        log = Log(h(vector["jour"]), [h(entry) for entry in vector["log"]])
        log.remembered(known.get("fingerprint"), known.get("head"))
        directory = Directory(log, h(vector["directory"]), vector["now"])
        directory.remembered(known.get("version", 0), known.get("directory"))
        heads = [head.hex() for head in log.heads]
        version = directory.fields["version"]
        return {"fingerprint": heads[0], "heads": heads, "directoryHash": directory.hash.hex(), "version": version}

    found = refused_or(vector, work)
    if found is not None:
        same(found, vector["found"], "found")


def one_duty(vector: Vector) -> None:
    directory = Directory(Log(h(vector["jour"]), [h(entry) for entry in vector["log"]]), h(vector["directory"]), vector["now"])
    case = vector["case"]
    # Whoever asks names the jour; the directory is of the one that it was verified for.
    same(case["jour"], vector["jour"], "jour")
    work = lambda: directory.duty(h(case["duty"]), h(case["face"]), case["now"], case.get("grace", 0))
    fields = refused_or(case, work)
    if fields is not None:
        same(TYPES["duty"].body.show(fields), case["fields"], "fields")


def building_blocks(blocks: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    checks = {
        "xwing": one_xwing,
        "hpke": one_box,
        "sealKeys": one_seal_key,
        "signatures": one_signature,
        "padding": one_padding,
    }
    for name, entries in blocks.items():
        yield from ((f"building blocks: {name}", checks[name], entry) for entry in entries)
