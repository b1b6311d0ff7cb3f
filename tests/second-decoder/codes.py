"""Return codes of letters: words, check word, and the three secrets that a mailbox is made of."""

import re
import unicodedata
from functools import cache

from argon2.low_level import Type, hash_secret_raw

from refused import Refused, demand
from suite import digest, hkdf, labelled

CHECK = {"sealed": "check word", "plain": "check word of a plain mailbox"}
SECRETS = {"token": "mailbox token", "sign": "mailbox signing seed", "seal": "mailbox sealing seed"}


def folded(text: str) -> str:
    marked = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in marked if not "\u0300" <= letter <= "\u036f").lower()


def check_index(indices: list[int], kind: str) -> int:
    hashed = digest(labelled(CHECK[kind], b"".join(index.to_bytes(2, "big") for index in indices)))
    return int.from_bytes(hashed[:2], "big") % 2048


class Words:
    def __init__(self, listed: list[str]):
        self.listed = listed
        self.by_beginning = {folded(word)[:4]: index for index, word in enumerate(listed)}
        demand(len(self.by_beginning) == len(listed) == 2048, "malformed")

    def index(self, typed: str) -> int:
        index = self.by_beginning.get(typed[:4])
        demand(index is not None and folded(self.listed[index]).startswith(typed), "unknown-word")
        return index

    def code(self, typed: str) -> tuple[str, list[int]]:
        """The kind of a code that somebody typed, and the indices of its seven words."""
        runs = re.findall("[a-z]+", folded(typed))
        demand(len(runs) == 7, "wrong-number-of-words")
        indices = [self.index(run) for run in runs]
        for kind in CHECK:
            if check_index(indices[:6], kind) == indices[6]:
                return kind, indices
        raise Refused("words-do-not-fit")

    def password(self, indices: list[int]) -> str:
        return folded(" ".join(self.listed[index] for index in indices))


def salt_of(kind: str, jour: bytes) -> bytes:
    return digest(labelled("return code salt", kind.encode(), jour))[:16]


@cache
def stretched(password: str, salt: bytes) -> bytes:
    return hash_secret_raw(
        password.encode(), salt, time_cost=2, memory_cost=19_456, parallelism=1, hash_len=64, type=Type.ID, version=19
    )


def mailbox_secrets(stretch: bytes) -> dict[str, bytes]:
    return {name: hkdf(stretch, b"", labelled(label), 32) for name, label in SECRETS.items()}
