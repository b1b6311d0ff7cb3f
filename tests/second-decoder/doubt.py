"""Shows that the decoder can fail: each entry is read again with one bit or word changed, and must be reported."""

import re
from collections import Counter
from typing import Any, Callable, Iterable, Iterator

HEX = re.compile(r"(?:[0-9a-f]{2})+")
# Names of cases; and what may be otherwise without another answer: the hour, what a reader knew before, the story
# around an entry (which is changed where it is an entry itself).
UNTOUCHED = {"why", "who", "title", "now", "grace", "known", "kind", "story"}
PLACES = 2

Path = tuple[Any, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if entries is None:
        yield path
        return
    for name, inner in entries:
        if name not in UNTOUCHED:
            yield from leaves(inner, (*path, name))


def answers(path: Path) -> bool:
    return "refused" in path or "told" in path


def chosen(vector: Any) -> list[Path]:
    """What is refused may be refused in the same way with another bit: there only the answer is changed."""
    inner = vector.get("case") or vector.get("attack") or vector
    negative = isinstance(inner.get("refused"), str) or "attack" in vector
    paths = [path for path in leaves(vector) if answers(path) == negative or "events" in path]
    return paths[:: max(1, len(paths) // PLACES)][:PLACES]


def otherwise(value: Any, place: int) -> Any:
    """The same with one bit, or one word, changed."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if HEX.fullmatch(value):
        data = bytearray.fromhex(value)
        data[place * 131 % len(data)] ^= 1
        return data.hex()
    return value + "x"


def changed(value: Any, path: Path, place: int) -> Any:
    if not path:
        return otherwise(value, place)
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = changed(value[path[0]], path[1:], place)
    return copy


def doubt(checks: Iterable[tuple[str, Callable[[Any], None], Any]], fault_of: Callable[..., str | None]) -> int:
    noticed, unnoticed = Counter(), Counter()
    for place, (group, check, vector) in enumerate(checks):
        for path in chosen(vector):
            found = fault_of(check, changed(vector, path, place)) is not None
            (noticed if found else unnoticed)[group] += 1
            if not found:
                print(f"NOT NOTICED {group}: {'.'.join(map(str, path))}")
    print(f"{noticed.total()} changes noticed, {unnoticed.total()} not noticed")
    return unnoticed.total()
