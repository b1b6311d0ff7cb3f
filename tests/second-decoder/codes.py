"""Return codes of letters: words, check word, and the three secrets that a mailbox is made of."""

from functools import cache

from argon2.low_level import Type, hash_secret_raw

from refused import demand
from suite import digest, hkdf, labelled

FOLDED = str.maketrans("åäö", "aao")
CHECK = {"sealed": "check word", "plain": "check word of a plain mailbox"}


def folded(word: str) -> str:
    return word.lower().translate(FOLDED)


def check_index(indices: list[int], kind: str) -> int:
    hashed = digest(labelled(CHECK[kind], b"".join(index.to_bytes(2, "big") for index in indices)))
    return int.from_bytes(hashed[:2], "big") % 2048


def code_of(typed: str, words: list[str]) -> tuple[str, list[int]]:
    """The kind of a code that somebody typed, and the indices of its seven words."""
    by_beginning = {folded(word)[:4]: index for index, word in enumerate(words)}
    typed_words = typed.split()
    demand(len(typed_words) == 7, "seven-words")
    indices = [by_beginning.get(folded(word)[:4], -1) for word in typed_words]
    demand(-1 not in indices, "unknown-word")
    for kind in CHECK:
        if check_index(indices[:6], kind) == indices[6]:
            return kind, indices
    demand(False, "check-word")
    raise AssertionError


def password(indices: list[int], words: list[str]) -> str:
    return " ".join(folded(words[index]) for index in indices)


def salt_of(kind: str, jour: bytes) -> bytes:
    return digest(labelled("return code salt", kind.encode(), jour))[:16]


@cache
def stretched(code: str, salt: bytes) -> bytes:
    return hash_secret_raw(code.encode(), salt, time_cost=2, memory_cost=19_456, parallelism=1, hash_len=64, type=Type.ID, version=19)


def mailbox_secrets(stretch: bytes) -> dict[str, bytes]:
    labels = {"token": "mailbox token", "sign": "mailbox signing seed", "seal": "mailbox sealing seed"}
    return {name: hkdf(stretch, b"", labelled(label), 32) for name, label in labels.items()}
