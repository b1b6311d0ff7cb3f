"""One tab that reads a conversation's log, frame by frame, as docs/protocol.md says."""

from typing import Any

import epochs
from epochs import Entry, Epoch
from inside import open_direct, open_message
from objects import KINDS, open_signed, read
from refused import Refused, demand
from suite import sealable
from tab import Tab
from trust import HOUR

FRAMES = ("hello", "epoch", "message", "direct", "leave", "end", "confirm")


class ReadingTab(Tab):
    def read(self, seq: int, frame: bytes) -> None:
        self.follow(seq, frame)
        try:
            demand(len(frame) <= 65536, "frame-too-large")
            demand(self.over != "out", "not-a-member")
            demand(self.over != "ended", "ended")
            kind = KINDS.get(frame[1]) if len(frame) > 1 else None
            demand(kind in FRAMES, "wrong-type")
            getattr(self, f"on_{kind}")(frame, seq)
        except Refused as refusal:
            self.tell("refused", code=refusal.code, seq=seq)

    def on_hello(self, frame: bytes, seq: int) -> None:
        hello = open_signed("hello", frame)
        fields, tab = hello.fields, hello.fields["tab"]
        self.here(fields["conversation"])
        roster = self.epoch.roster if self.epoch else {}
        demand(tab not in self.hellos and tab not in roster, "duplicate-tab")
        grace = 12 * HOUR if self.watching else 0
        duty = self.place.directory.duty(fields["duty"], self.place.face, self.place.now, grace)
        hello.signed_by(duty["key"])
        sealable(fields["seal"])
        reason = self.reason_for(duty["key"])
        # A duty sits in one tab, the newest: an older one that still waits will not come any more.
        self.left |= {one for one, known in self.hellos.items() if known["key"] == duty["key"] and one not in roster}
        self.remember(fields, duty)
        if tab == self.id:
            self.called_in = fields["reason"] == "join" or (fields["reason"] == "return" and reason == "join")
        elif not self.watching:
            self.check_directory(fields["directory"], seq)
            self.tell("joining", tab=tab, alias=duty["alias"], reason=reason)

    def reason_for(self, key: bytes) -> str:
        """What the log shows, whatever the newcomer says of herself."""
        if any(known["key"] == key for known in self.hellos.values()):
            return "return"
        roster = self.epoch.roster if self.epoch else {}
        others = any(entry["role"] == "volunteer" and tab not in self.left for tab, entry in roster.items())
        return "join" if others else "take"

    def on_epoch(self, frame: bytes, seq: int) -> None:
        epoch = open_signed("epoch", frame)
        core, last = epoch.fields["core"], self.epoch
        self.here(core["conversation"])
        try:
            epochs.in_its_place(core, last)
            secret = self.accepted(epoch, core, last)
        except Refused as refusal:
            # Her own, which another has overtaken: she proposes again.
            if refusal.code == "late-epoch" and core["author"] == self.id:
                return
            raise
        self.adopt(core, epochs.hash_of(core, epoch.fields["tag"]), secret, seq)

    def accepted(self, epoch: Any, core: dict[str, Any], last: Epoch | None) -> bytes | None:
        """The secret, where this tab is in the roster."""
        author = epochs.author_of(core, last, self.left, self.entry if self.role == "seeker" else None)
        epoch.signed_by(author["key"])
        epochs.well_made(core, last)
        if last:
            epochs.goes_rightly(core, last, author, self.left)
        epochs.comes_rightly(core, last, author, self.hellos, self.out, self.left)
        if self.id not in {member["tab"] for member in core["roster"]}:
            return None
        demand(not self.called_in or self.inside or self.vouched, "unvouched")
        return epochs.secret_for(epoch, self.id, self.seal, self.place.made)

    def adopt(self, core: dict[str, Any], hashed: bytes, secret: bytes | None, seq: int) -> None:
        before, was_inside = self.epoch, self.inside
        roster = {member["tab"]: member for member in core["roster"]}
        if was_inside and secret is None:
            self.over = "out"
            return self.tell_members()
        if not was_inside:
            self.count_from(core)
        gone = set(before.roster) - set(roster) if before else set()
        self.out |= gone
        if before:
            before.secret = None
        self.epoch = self.chain[hashed] = Epoch(core["number"], hashed, roster, secret)
        if secret is None:
            return None
        if was_inside:
            self.check_transcript(roster[core["author"]])
        elif self.role == "volunteer":
            self.due = core["number"] > 0
        self.check_directory(core["directory"], seq)
        self.check_reached(core["reached"], seq)
        self.check_counters(core["counters"], gone)
        self.opened[seq] = {"number": core["number"], "hash": hashed, "secret": secret}
        return self.tell_members()

    def count_from(self, core: dict[str, Any]) -> None:
        """What her author counts; a number that the log has shown since, in unbroken order, is not told as missing."""
        for each in core["counters"]:
            tab, shown = each["tab"], each["counter"]
            if tab == self.id:
                continue
            while self.watched.get((tab, shown + 1), 0) > core["reached"]["seq"]:
                shown += 1
            self.last[tab], self.reported[tab] = each["counter"], shown
        self.watched.clear()

    def on_confirm(self, frame: bytes, seq: int) -> None:
        confirm = open_signed("confirm", frame)
        self.here(confirm.fields["conversation"])
        member = self.present(confirm.fields["tab"])
        confirm.signed_by(member["key"])
        demand(confirm.fields["epoch"] in self.chain, "epoch-not-next")
        self.vouched = self.vouched or member["key"] != self.key

    def on_message(self, frame: bytes, seq: int) -> None:
        message = read("message", frame)
        number, tab = self.epoch.number if self.epoch else -1, message["tab"]
        if tab == self.id and message["epoch"] < number:
            return  # She has sealed it again.
        demand(message["epoch"] >= number, "late-epoch")
        demand(message["epoch"] == number, "epoch-not-next")
        author = self.present(tab)
        try:
            self.on_word(message, author, message["counter"], seq)
        except Refused:
            # It may have been hers.
            self.holes = self.holes or (self.inside and tab != self.id)
            raise

    def on_word(self, message: dict[str, Any], author: Entry, counter: int, seq: int) -> None:
        tab, last = message["tab"], self.last.get(message["tab"], 0)
        demand(counter > last, "replayed")
        if not self.inside:
            self.watched[tab, counter] = seq
            return
        opened = open_message(message, self.epoch.hash, self.epoch.secret, author["key"])
        self.opened[seq] = opened
        self.last[tab] = counter
        self.on_content(author, opened["content"], counter, last, seq)

    def on_content(self, author: Entry, content: dict[str, Any], counter: int, last: int, seq: int) -> None:
        tab = author["tab"]
        if tab == self.id:
            self.own.add(counter)
            if content["kind"] == "text":
                self.tell("logged", id=content["id"], seq=seq)
            return
        self.holes = self.holes or counter > last + 1
        start = max(last, self.reported.get(tab, 0)) + 1
        if start < counter:
            self.miss(tab, start, counter - 1)
        self.check_transcript(author)
        self.check_counters(content["counters"])
        who = {"tab": tab, "role": author["role"]}
        if content["kind"] == "text":
            what = {"text": content["text"], "seq": seq, "replayed": False, "mine": author["key"] == self.key}
            self.tell("message", id=content["id"], **who, alias=self.alias(tab), **what)
        elif self.same_log(content["reached"]):
            self.tell("receipt", **who, delivered=content["delivered"], seen=content["seen"])
        self.check_reached(content["reached"], seq)
        self.check_directory(content["directory"], seq)

    def on_direct(self, frame: bytes, seq: int) -> None:
        direct = read("direct", frame)
        if direct["to"] != self.id:
            return
        demand(self.inside, "no-epoch")
        author = self.present(direct["from"])
        demand(direct["id"] not in self.directs, "replayed")
        opened = open_direct(direct, self.place.conversation, self.seal, author["key"])
        self.directs.add(direct["id"])
        self.opened[seq] = opened
        if opened["content"]["kind"] == "note":
            self.on_note(author, opened["content"]["body"])
        else:
            self.on_transcript(author, opened["content"], seq)

    def on_note(self, author: Entry, body: bytes) -> None:
        demand(author["role"] == "volunteer", "wrong-role")
        demand(len(body) <= 4096, "malformed")
        try:
            self.tell("note", tab=author["tab"], alias=self.alias(author["tab"]), text=body.decode("utf-8"))
        except UnicodeDecodeError:
            raise Refused("malformed") from None

    def on_transcript(self, author: Entry, content: dict[str, Any], seq: int) -> None:
        demand(author["role"] == "seeker", "wrong-role")
        lines, part, parts = read("transcript", content["body"]), content["part"], content["parts"]
        start = self.parts_told + 1
        demand(part >= start, "replayed")
        demand(part <= parts and (self.parts_told == 0 or parts == self.parts), "malformed")
        places = [line["seq"] for line in lines] + [seq]
        demand(all(a < b for a, b in zip(places, places[1:])), "malformed")
        self.due, self.parts_told, self.parts = part < parts, part, parts
        if part > start:
            self.miss(author["tab"], start, part - 1)
        for line in lines:
            mine = line["key"] == self.key
            self.tell("message", **{k: v for k, v in line.items() if k != "key"}, mine=mine, replayed=True)

    def on_leave(self, frame: bytes, seq: int) -> None:
        leave = open_signed("leave", frame)
        fields, tab = leave.fields, leave.fields["tab"]
        self.here(fields["conversation"])
        if tab == self.id:
            self.over = "out"
        demand(tab in self.hellos and tab not in self.left and tab != self.id, "not-a-member")
        leave.signed_by(self.hellos[tab]["key"])
        self.left.add(tab)
        if self.inside and tab in self.epoch.roster:
            self.check_counters([{"tab": tab, "counter": fields["counter"]}])
            self.check_reached(fields["reached"], seq)
            self.tell_members()

    def on_end(self, frame: bytes, seq: int) -> None:
        end = open_signed("end", frame)
        self.here(end.fields["conversation"])
        author = self.present(end.fields["tab"])
        end.signed_by(author["key"])
        counted = {each["tab"]: each["counter"] for each in end.fields["counters"]}
        self.check_transcript(author)
        self.check_reached(end.fields["reached"], seq)
        came = all(tab == self.id or counter <= self.last.get(tab, 0) for tab, counter in counted.items())
        whole = came and counted.get(self.id, 0) == self.last.get(self.id, 0)
        if end.fields["tab"] == self.id:
            whole = self.own == set(range(1, counted.get(self.id, 0) + 1))
        confirmed = whole and self.inside and not (self.forked or self.holes or self.due)
        self.over = "ended"
        self.tell("ended", role=author["role"], confirmed=confirmed)
