"""What a supporter is told, against the group `supporters`; and requests, against their own file."""

import base64
import json
from functools import partial
from typing import Any, Callable, Iterator

from groups import Vector, h, one_object, refused_or, same
from letters import open_box
from objects import open_signed
from post import one_spoilt
from refused import Refused, demand
from suite import XWing, digest
from trust import Directory, Log


class Briefs:
    """One time that somebody is asked, as she or the team reads it."""

    def __init__(self, group: Vector, own: XWing, side: str):
        self.known = {name: h(group[name]) for name in ("jour", "mailbox", "to", "ask")}
        self.members = Directory(Log(h(group["jour"]), [h(entry) for entry in group["log"]]), h(group["directory"]), group["now"]).members
        self.now, self.own, self.side = group["now"], own, side
        self.number, self.head = 0, bytes(32)

    def next(self, data: bytes) -> dict[str, Any]:
        brief = open_signed("brief", data)
        header = brief.fields["header"]
        names = {"jour": "foreign-jour", "mailbox": "foreign-mailbox", "to": "foreign-member", "ask": "replayed"}
        for name, code in names.items():
            demand(header[name] == self.known[name], code)
        demand((header["number"], header["previous"]) == (self.number + 1, self.head), "letter-not-next")
        brief.signed_by(self.author(header["author"])["identity"])
        self.number, self.head = header["number"], digest(data)
        return open_box("brief", brief.fields, brief.fields["toMember" if self.side == "member" else "toTeam"], self.own)["content"]

    def author(self, id_: bytes) -> dict[str, Any]:
        line = self.members.get(id_)
        if line is None:
            raise Refused("member-not-in-directory")
        demand(id_ == self.known["to"] or "intake" in line["teams"], "member-not-in-team")
        demand(line["validFrom"] <= self.now <= line["validUntil"], "member-expired")
        return line


def one_read(vector: Vector) -> None:
    """All briefs up to this one, by her and by the team."""
    for side, seed in (("member", "asked"), ("team", "team")):
        briefs = Briefs(vector["story"], XWing(h(vector["story"]["seeds"][seed])), side)
        for given in vector["before"]:
            briefs.next(h(given))
        same(briefs.next(h(vector["case"]["brief"])), vector["case"]["content"], f"what the {side} reads")


def one_refused(vector: Vector) -> None:
    briefs = Briefs(vector["story"], XWing(h(vector["story"]["seeds"][vector["seed"]])), "member")
    for given in vector["before"]:
        briefs.next(h(given))
    refused_or(vector["case"], lambda: briefs.next(h(vector["case"]["brief"])))


def supporters(group: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    whole = {name: value for name, value in group["object"].items() if name != "spoilt"}
    yield "supporters: objects", one_object, whole
    yield from (("supporters: spoilt objects", partial(one_spoilt, whole), vector) for vector in group["object"]["spoilt"])
    read = group["read"]
    for place, case in enumerate(read):
        yield "supporters: briefs", one_read, {"story": group, "before": [each["brief"] for each in read[:place]], "case": case}
    closed = {"story": group, "before": [], "seed": "stranger", "case": group["closed"]}
    yield "supporters: refused briefs", one_refused, closed
    for case in group["refused"]:
        yield "supporters: refused briefs", one_refused, {"story": group, "before": [read[0]["brief"]], "seed": "asked", "case": case}


MARK = "\u001elykta request 1\n"
WAYS = ("code", "phone", "mail")


def canonical(value: Any) -> str:
    """JSON in one way only: keys by UTF-16 code unit, no blanks, texts and numbers as ECMAScript writes them."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_answer(value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_text(value) or number or (isinstance(value, list) and all(map(is_text, value)))


def is_request(value: Any) -> bool:
    if not isinstance(value, dict) or sorted(value) != ["answers", "form", "terms"]:
        return False
    form, answers, terms = (value[name] if isinstance(value[name], dict) else None for name in ("form", "answers", "terms"))
    if form is None or answers is None or terms is None:
        return False
    version = form.get("version")
    named = form.get("kind") in ("intake", "accompany") and type(version) is int and is_text(form.get("hash"))
    words = all(is_text(terms.get(name)) for name in ("address", "times", "codeWord"))
    may = all(isinstance(terms.get(name), bool) for name in ("maySayWho", "mayLeaveMessage"))
    return named and all(map(is_answer, answers.values())) and terms.get("way") in WAYS and words and may


def request_in(text: str) -> dict[str, Any] | None:
    """Nothing where it is a letter in words."""
    if not text.startswith(MARK):
        return None
    try:
        value = json.loads(text[len(MARK) :])
    except ValueError:
        return None
    return value if is_request(value) and MARK + canonical(value) == text else None


def one_form(vector: Vector) -> None:
    same(canonical(json.loads(vector["text"])), vector["text"], "the form's text")
    found = base64.urlsafe_b64encode(digest(vector["text"].encode())).rstrip(b"=").decode()
    same(found, vector["hash"], "hash of the form")


def one_request(vector: Vector) -> None:
    found = request_in(vector["text"])
    same("words" if found is None else None, vector.get("refused"), "refused")
    same(found, vector.get("request"), "the request")


def requests(group: Vector) -> Iterator[tuple[str, Callable, Vector]]:
    yield from (("requests: forms", one_form, vector) for vector in group["forms"])
    yield from (("requests: texts", one_request, vector) for vector in group["texts"])
