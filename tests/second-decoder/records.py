"""What a jour keeps of those who work for it: pledges, reviews of looks, register extracts."""

from typing import Any, Callable, Iterator

from groups import h, refused_or, show_hex
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


def opened(vector: Vector, by: Vector) -> bytes:
    fields = read("extract", h(vector["extract"]))
    header = make("extract header", {name: fields[name] for name in ("jour", "member", "register")})
    asked = {"jour": h(vector["jour"]), "member": h(vector["member"]), "register": vector["register"]}
    demand(header == make("extract header", asked), "foreign-member")
    reader = h(by["reader"])
    hers = [key["sealed"] for key in fields["keys"] if key["reader"] == reader]
    demand(len(hers) > 0, "cannot-open")
    secret = unseal(XWing(h(by["sealSeed"])), labelled("register extract key", header, reader), hers[0])
    return aes_open(secret, bytes(12), labelled("register extract", header), fields["sealed"])


def extract(vector: Vector) -> None:
    for by in vector["readers"]:
        clear = refused_or(vector, lambda: opened(vector, by))
        if clear is not None:
            show_hex(clear, vector["clear"], "clear")


def records(group: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    for name, check in (("pledges", pledge), ("reviews", review), ("extracts", extract)):
        yield from ((f"records: {name}", check, vector) for vector in group[name])
