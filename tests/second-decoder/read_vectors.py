"""python3 read_vectors.py [own.json] [--doubt]: reads the project's vectors; the last line is "N passed, N failed"."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Callable, Iterator

sys.dont_write_bytecode = True

from custody import custody  # noqa: E402
from doubt import doubt  # noqa: E402
from groups import building_blocks, one_chain, one_duty, one_object  # noqa: E402
from people import members  # noqa: E402
from post import post  # noqa: E402
from records import records  # noqa: E402
from stories import attacks, conversations  # noqa: E402
from supporters import requests, supporters  # noqa: E402

HOUSE = Path(__file__).resolve().parents[2]
OWN = HOUSE / "src/protocol/vectors/own.json"
# What the text of a letter may be, which the protocol itself does not look into.
REQUESTS = HOUSE / "src/counselling/request-vectors.json"
Check = tuple[str, Callable[[Any], None], Any]
READ = {"blocks", "objects", "derived", "trust", "duties", "conversations", "attacks", "letters", "custody", "records", "supporters", "requests"}


def checks(vectors: dict[str, Any]) -> Iterator[Check]:
    """Every entry with the group it belongs to and the check that it must pass."""
    unread = set(vectors) ^ READ
    if unread:
        raise SystemExit(f"Groups that this decoder does not read, or does not find: {sorted(unread)}")
    yield from building_blocks(vectors["blocks"])
    yield from (("objects: " + vector["kind"], one_object, vector) for vector in vectors["objects"])
    yield from members(vectors["derived"])
    yield from (("trust: log and directory", one_chain, vector) for vector in vectors["trust"])
    duties = vectors["duties"]
    shared = {name: duties[name] for name in ("jour", "now", "log", "directory")}
    yield from (("trust: duty statements", one_duty, {**shared, "case": case}) for case in duties["cases"])
    yield from conversations(vectors["conversations"])
    yield from attacks(vectors["conversations"][0], vectors["attacks"])
    yield from post(vectors["letters"])
    yield from custody(vectors["custody"])
    yield from records(vectors["records"])
    yield from supporters(vectors["supporters"])
    yield from requests(vectors["requests"])


def fault_of(check: Callable[[Any], None], vector: Any) -> str | None:
    try:
        check(vector)
    except Exception as fault:  # whatever goes wrong, the vector was not read
        return f"{type(fault).__name__}: {fault}"
    return None


def read_all(vectors: dict[str, Any]) -> int:
    passed, failed = Counter(), Counter()
    for group, check, vector in checks(vectors):
        fault = fault_of(check, vector)
        (failed if fault else passed)[group] += 1
        if fault:
            why = vector.get("why", vector.get("case", vector.get("attack", {})).get("why", "")) if isinstance(vector, dict) else ""
            print(f"FAILED {group} {why}: {fault}")
    for group in dict.fromkeys([*passed, *failed]):
        print(f"{group}: {passed[group]} passed" + (f", {failed[group]} FAILED" if failed[group] else ""))
    print(f"{passed.total()} passed, {failed.total()} failed")
    return failed.total()


def main(arguments: list[str]) -> int:
    paths = [argument for argument in arguments if not argument.startswith("--")]
    vectors = json.loads(Path(paths[0] if paths else OWN).read_text(encoding="utf-8"))
    vectors["requests"] = json.loads(REQUESTS.read_text(encoding="utf-8"))
    if "--doubt" in arguments:
        return doubt(checks(vectors), fault_of)
    return read_all(vectors)


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
