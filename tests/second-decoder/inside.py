"""What lies inside a message or a direct: padding, content, signature."""

from typing import Any

from objects import make, read
from refused import demand
from suite import XWing, aes_open, hkdf, labelled, unseal, verify

SIZES = (512, 1024, 2048, 4096, 8192, 16384, 32768, 49152)


def unpad(clear: bytes) -> bytes:
    demand(len(clear) in SIZES, "not-canonical")
    length = int.from_bytes(clear[:4], "big")
    smallest = next((size for size in SIZES if size >= length + 4), 0)
    demand(smallest == len(clear) and not any(clear[4 + length :]), "not-canonical")
    return clear[4 : 4 + length]


def open_signed_inside(kind: str, key: bytes, context: bytes, padded: bytes) -> dict[str, Any]:
    """Nothing is read before the signature is found right."""
    inner = unpad(padded)
    content, signature = inner[:-64], inner[-64:]
    verify(key, kind, context + content, signature)
    return {"padded": padded, "signature": signature, "content": read(f"{kind} content", content)}


def open_message(message: dict[str, Any], epoch_hash: bytes, secret: bytes, author: bytes) -> dict[str, Any]:
    key = hkdf(secret, epoch_hash, labelled("message key", message["tab"]), 32)
    nonce = bytes(8) + message["counter"].to_bytes(4, "big")
    aad = make("message context", {"epochHash": epoch_hash, **message})
    padded = aes_open(key, nonce, aad, message["sealed"])
    return {"key": key, "nonce": nonce, "aad": aad, **open_signed_inside("message", author, aad, padded)}


def open_direct(direct: dict[str, Any], conversation: bytes, own: XWing, author: bytes) -> dict[str, Any]:
    context = make("direct context", {"conversation": conversation, **direct})
    padded = unseal(own, labelled("direct", context), direct["sealed"])
    return {"context": context, **open_signed_inside("direct", author, context, padded)}
