"""The building blocks of docs/protocol.md: Ed25519, HKDF, AES-GCM, X-Wing, HPKE and labelled data."""

import hmac
from hashlib import sha256, sha3_256, shake_256

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import mlkem
from refused import Refused, demand

P = 2**255 - 19
# y of the points of order 8; with 0 (order 4), 1 and -1 (orders 1 and 2) all points of small order.
Y8 = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
SMALL_ORDER = {0, 1, P - 1, Y8, P - Y8}

SUITE = b"HPKE" + bytes.fromhex("647a00010002")


def labelled(label: str, *data: bytes) -> bytes:
    return f"lykta/1 {label}".encode() + b"\0" + b"".join(data)


def digest(*data: bytes) -> bytes:
    return sha256(b"".join(data)).digest()


def mac(key: bytes, data: bytes) -> bytes:
    return hmac.new(key, data, sha256).digest()


def expand(prk: bytes, info: bytes, length: int) -> bytes:
    result, block, n = b"", b"", 1
    while len(result) < length:
        block, n = mac(prk, block + info + bytes([n])), n + 1
        result += block
    return result[:length]


def hkdf(ikm: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return expand(mac(salt or bytes(32), ikm), info, length)


def aes_open(key: bytes, nonce: bytes, data: bytes, sealed: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(nonce, sealed, data)
    except (InvalidTag, ValueError):
        raise Refused("cannot-open") from None


def good_key(key: bytes) -> bool:
    y = int.from_bytes(key, "little") & (2**255 - 1)
    return y < P and y not in SMALL_ORDER


def verify(key: bytes, label: str, data: bytes, signature: bytes) -> None:
    try:
        demand(good_key(key), "bad-signature")
        Ed25519PublicKey.from_public_bytes(key).verify(signature, labelled(label, data))
    except (InvalidSignature, ValueError):
        raise Refused("bad-signature") from None


def signing_key(seed: bytes) -> bytes:
    return raw(Ed25519PrivateKey.from_private_bytes(seed).public_key())


def raw(public: Ed25519PublicKey | X25519PublicKey) -> bytes:
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def x25519(secret: bytes, public: bytes) -> bytes:
    try:
        return X25519PrivateKey.from_private_bytes(secret).exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:  # the result is all zeros
        raise Refused("bad-key") from None


class XWing:
    """A key pair from its 32-byte seed."""

    def __init__(self, seed: bytes):
        expanded = shake_256(seed).digest(96)
        ek, self.decapsulation_key = mlkem.keys(expanded[:32], expanded[32:64])
        self.x_secret = expanded[64:]
        self.x_public = raw(X25519PrivateKey.from_private_bytes(self.x_secret).public_key())
        self.public = ek + self.x_public

    def decapsulate(self, encapsulation: bytes) -> bytes:
        m, x = encapsulation[:1088], encapsulation[1088:]
        shared = mlkem.decapsulate(self.decapsulation_key, m)
        return combine(shared, x25519(self.x_secret, x), x, self.x_public)


def combine(m: bytes, x: bytes, x_ciphertext: bytes, x_public: bytes) -> bytes:
    return sha3_256(m + x + x_ciphertext + x_public + rb"\.//^" + b"\\").digest()


def xwing_encapsulate(public: bytes, randomness: bytes) -> tuple[bytes, bytes]:
    """(shared secret, encapsulation), with the randomness given; for vectors only."""
    m, ciphertext = mlkem.encapsulate(public[:1184], randomness[:32])
    x_ciphertext = raw(X25519PrivateKey.from_private_bytes(randomness[32:]).public_key())
    x = x25519(randomness[32:], public[1184:])
    return combine(m, x, x_ciphertext, public[1184:]), ciphertext + x_ciphertext


def sealable(public: bytes) -> bytes:
    """The X-Wing key, where somebody can seal to it: an ML-KEM key that is reduced, an X25519 key not of small order."""
    demand(mlkem.well_formed(public[:1184]), "bad-key")
    x25519(bytes(31) + b"\x40", public[1184:])
    return public


def labelled_extract(salt: bytes, label: bytes, ikm: bytes) -> bytes:
    return mac(salt or bytes(32), b"HPKE-v1" + SUITE + label + ikm)


def labelled_expand(prk: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return expand(prk, length.to_bytes(2, "big") + b"HPKE-v1" + SUITE + label + info, length)


def hpke_schedule(shared: bytes, info: bytes) -> tuple[bytes, bytes]:
    """(key, nonce of the first message) in base mode."""
    context = b"\0" + labelled_extract(b"", b"psk_id_hash", b"") + labelled_extract(b"", b"info_hash", info)
    secret = labelled_extract(shared, b"secret", b"")
    return labelled_expand(secret, b"key", context, 32), labelled_expand(secret, b"base_nonce", context, 12)


def unseal(own: XWing, info: bytes, sealed: bytes) -> bytes:
    demand(len(sealed) >= 1120, "cannot-open")
    key, nonce = hpke_schedule(own.decapsulate(sealed[:1120]), info)
    return aes_open(key, nonce, b"", sealed[1120:])
