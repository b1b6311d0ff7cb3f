"""What a jour keeps of those who work for it: pledges, reviews of looks, register extracts, supervision notes."""

from typing import Any, Callable, Iterator

from groups import h, refused_or, same, show_hex
from inside import unpad
from objects import make, open_signed, read
from refused import demand
from suite import XWing, aes_open, digest, labelled, unseal

Vector = dict[str, Any]


def signed_by_her(kind: str, vector: Vector) -> dict[str, Any]:
    """Of this jour, by this member under this identity."""
    fields = open_signed(kind, h(vector[kind])).signed_by(h(vector["identity"])).fields
    demand(fields["jour"] == h(vector["jour"]), "foreign-jour")
    demand(fields["member"] == h(vector["member"]), "foreign-member")
    return fields


def pledge(vector: Vector) -> None:
    def work() -> None:
        fields = signed_by_her("pledge", vector)
        text = digest(labelled("pledge text", vector["words"].encode()))
        demand((fields["version"], fields["text"]) == (vector["version"], text), "pledge-other")

    refused_or(vector, work)


def review(vector: Vector) -> None:
    def line(look: Vector) -> bytes:
        return " ".join((look["day"], look["who"], look["whose"], look["what"], str(look["times"]))).encode()

    def work() -> None:
        fields = signed_by_her("review", vector)
        looks = digest(labelled("looks of a month", b"\n".join(sorted(map(line, vector["lines"])))))
        demand((fields["month"], fields["looks"]) == (vector["month"], looks), "review-other")

    refused_or(vector, work)


def unsealed(kind: str, label: str, asked: Vector, vector: Vector, by: Vector) -> bytes:
    """What is sealed to each of several readers, opened by one of them who names what she asks for."""
    fields = read(kind, h(vector[kind]))
    header = make(f"{kind} header", {name: fields[name] for name in asked})
    demand(header == make(f"{kind} header", asked), "foreign-member")
    reader = h(by["reader"])
    hers = [key["sealed"] for key in fields["keys"] if key["reader"] == reader]
    demand(len(hers) > 0, "cannot-open")
    secret = unseal(XWing(h(by["sealSeed"])), labelled(f"{label} key", header, reader), hers[0])
    return aes_open(secret, bytes(12), labelled(label, header), fields["sealed"])


def opened(vector: Vector, by: Vector) -> bytes:
    asked = {"jour": h(vector["jour"]), "member": h(vector["member"]), "register": vector["register"]}
    return unsealed("extract", "register extract", asked, vector, by)


def extract(vector: Vector) -> None:
    for by in vector["readers"]:
        clear = refused_or(vector, lambda: opened(vector, by))
        if clear is not None:
            show_hex(clear, vector["clear"], "clear")


def handed_in(vector: Vector) -> None:
    def work() -> None:
        fields = open_signed("handedIn", h(vector["statement"])).signed_by(h(vector["identity"])).fields
        demand(fields["jour"] == h(vector["jour"]), "foreign-jour")
        people = [h(vector["member"]), h(vector["author"])]
        demand([fields["member"], fields["author"]] == people, "foreign-member")
        demand((fields["issued"], fields["started"]) == (vector["issued"], vector["started"]), "extract-other")
        sealed = digest(labelled("register extract hash", h(vector["sealed"])))
        demand(fields[vector["register"]] == sealed, "extract-other")

    refused_or(vector, work)


def note(vector: Vector) -> None:
    asked = {name: h(vector[name]) for name in ("jour", "session", "author")}

    def work() -> Vector:
        words = open_signed("noteWords", unpad(unsealed("note", "supervision note", asked, vector, by)))
        fields = words.signed_by(h(vector["identity"])).fields
        demand({name: fields[name] for name in asked} == asked, "foreign-member")
        return fields

    for by in vector["readers"]:
        fields = refused_or(vector, work)
        if fields is not None:
            same((fields["at"], fields["text"]), (vector["at"], vector["text"]), "words")


CHECKS = (("pledges", pledge), ("reviews", review), ("extracts", extract), ("handedIn", handed_in), ("notes", note))


def records(group: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    for name, check in CHECKS:
        yield from ((f"records: {name}", check, vector) for vector in group[name])
