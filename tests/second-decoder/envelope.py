"""Notation and objects of docs/protocol.md: how fields are read and written, and what is refused."""

from dataclasses import dataclass
from typing import Any, Callable

from refused import Refused, demand


class Reader:
    def __init__(self, data: bytes):
        self.data = data
        self.at = 0

    def take(self, length: int) -> bytes:
        demand(self.at + length <= len(self.data), "malformed")
        self.at += length
        return self.data[self.at - length : self.at]

    def done(self) -> None:
        demand(self.at == len(self.data), "trailing-bytes")


@dataclass(frozen=True)
class Field:
    """A kind of field. `show` is how the vectors write it down in JSON."""

    read: Callable[[Reader], Any]
    write: Callable[[Any], bytes]
    show: Callable[[Any], Any]


def same(value: Any) -> Any:
    return value


def integer(size: int, below: int | None = None) -> Field:
    def read(reader: Reader) -> int:
        value = int.from_bytes(reader.take(size), "big")
        demand(below is None or value < below, "malformed")
        return value

    return Field(read, lambda value: value.to_bytes(size, "big"), same)


def fixed(length: int) -> Field:
    return Field(lambda reader: reader.take(length), same, bytes.hex)


def blob(most: int) -> Field:
    def read(reader: Reader) -> bytes:
        length = U32.read(reader)
        demand(length <= most, "malformed")
        return reader.take(length)

    return Field(read, lambda value: U32.write(len(value)) + value, bytes.hex)


def text(most: int) -> Field:
    inner = blob(most)

    def read(reader: Reader) -> str:
        try:
            return inner.read(reader).decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("malformed") from None

    return Field(read, lambda value: inner.write(value.encode("utf-8")), same)


def many(item: Field, most: int) -> Field:
    def read(reader: Reader) -> list[Any]:
        count = U32.read(reader)
        demand(count <= most, "malformed")
        return [item.read(reader) for _ in range(count)]

    def write(values: list[Any]) -> bytes:
        return U32.write(len(values)) + b"".join(map(item.write, values))

    return Field(read, write, lambda values: [item.show(value) for value in values])


def words(*choices: str) -> Field:
    def read(reader: Reader) -> str:
        value = U8.read(reader)
        demand(1 <= value <= len(choices), "malformed")
        return choices[value - 1]

    return Field(read, lambda value: U8.write(choices.index(value) + 1), same)


def struct(**fields: Field) -> Field:
    def read(reader: Reader) -> dict[str, Any]:
        return {name: field.read(reader) for name, field in fields.items()}

    def write(value: dict[str, Any]) -> bytes:
        return b"".join(field.write(value[name]) for name, field in fields.items())

    def show(value: dict[str, Any]) -> dict[str, Any]:
        return {name: field.show(value[name]) for name, field in fields.items()}

    return Field(read, write, show)


U8 = integer(1)
U32 = integer(4)
TIME = integer(8, below=2**53)
ID = fixed(16)
KEY = HASH = fixed(32)
SIGNATURE = fixed(64)


def object_bytes(kind: int, body: Field, value: Any) -> bytes:
    return bytes([1, kind]) + body.write(value)


def begin(data: bytes, kind: int) -> Reader:
    reader = Reader(data)
    demand(reader.take(1) == b"\x01", "unknown-version")
    demand(reader.take(1) == bytes([kind]), "wrong-type")
    return reader


def read_object(data: bytes, kind: int, body: Field) -> Any:
    """An object without a signature."""
    reader = begin(data, kind)
    value = body.read(reader)
    reader.done()
    demand(object_bytes(kind, body, value) == data, "not-canonical")
    return value


def read_signed(data: bytes, kind: int, body: Field) -> tuple[Any, bytes, bytes]:
    """The fields, the object that is signed, and its one signature (not yet checked)."""
    reader = begin(data, kind)
    value = body.read(reader)
    signed = data[: reader.at]
    signature = reader.take(64)
    reader.done()
    demand(object_bytes(kind, body, value) == signed, "not-canonical")
    return value, signed, signature


SIGNATURES = many(struct(key=KEY, signature=SIGNATURE), 16)


def read_many_signed(data: bytes, kind: int, body: Field) -> tuple[Any, bytes, list[dict[str, bytes]]]:
    """The fields, the object that is signed, and its signatures (not yet checked)."""
    reader = begin(data, kind)
    value = body.read(reader)
    signed = data[: reader.at]
    signatures = SIGNATURES.read(reader)
    reader.done()
    demand(object_bytes(kind, body, value) == signed, "not-canonical")
    return value, signed, signatures


def ascending(values: list[bytes]) -> bool:
    return all(a < b for a, b in zip(values, values[1:]))
