"""Members' own secrets: wraps, recovery code, passphrase, invitation, enrolment, comparison."""

import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache

from argon2.low_level import Type, hash_secret_raw

from objects import open_signed, read
from refused import Refused, demand
from suite import aes_open, digest, hkdf, labelled, mac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WRAPS = {
    "passkey": "wrap under passkey",
    "recovery": "wrap under recovery code",
    "passphrase": "wrap under passphrase",
    "duty": "wrap of a duty seed",
}


def unwrap(data: bytes, secret: bytes, member: bytes) -> bytes:
    wrap = read("wrap", data)
    info = labelled(WRAPS[wrap["kind"]], member)
    return aes_open(hkdf(secret, wrap["salt"], info, 32), bytes(12), info, wrap["sealed"])


def checksum(symbols: str) -> int:
    """Luhn to the base of 32: from the right, every other symbol doubled, beginning with the last."""
    total = 0
    for place, symbol in enumerate(reversed(symbols)):
        product = ALPHABET.index(symbol) * (2 if place % 2 == 0 else 1)
        total += product // 32 + product % 32
    return total % 32


def recovery_code(typed: str) -> str:
    """The printed form of what somebody typed."""
    plain = "".join(typed.upper().split()).replace("-", "")
    plain = plain.replace("O", "0").replace("I", "1").replace("L", "1")
    demand(len(plain) == 30 and all(symbol in ALPHABET for symbol in plain), "wrong-recovery-code")
    demand((checksum(plain[:29]) + ALPHABET.index(plain[29])) % 32 == 0, "wrong-recovery-code")
    return "-".join(plain[i : i + 5] for i in range(0, 30, 5))


def recovery_secrets(code: str) -> tuple[bytes, bytes]:
    """(lookup, wrap)"""
    ikm = code.encode()
    return hkdf(ikm, b"", labelled("recovery lookup"), 32), hkdf(ikm, b"", labelled("wrap under recovery code"), 32)


def stretch(passphrase: str, salt: bytes) -> bytes:
    return argon2id(unicodedata.normalize("NFKC", passphrase).encode(), salt)


@cache  # half a second and 128 MiB
def argon2id(words: bytes, salt: bytes) -> bytes:
    return hash_secret_raw(words, salt, time_cost=3, memory_cost=131_072, parallelism=1, hash_len=64, type=Type.ID, version=19)


def passphrase_secrets(stretched: bytes) -> tuple[bytes, bytes]:
    """(auth, wrap)"""
    auth = hkdf(stretched, b"", labelled("passphrase authentication"), 32)
    return auth, hkdf(stretched, b"", labelled("wrap under passphrase"), 32)


def invitation_of(fragment: str) -> dict[str, bytes]:
    """Unpadded base64url in its only form, then the object."""
    try:
        data = urlsafe_b64decode(fragment + "=" * (-len(fragment) % 4))
        demand(urlsafe_b64encode(data).decode().rstrip("=") == fragment, "invitation-unreadable")
        invitation = read("invitation", data)
        demand(len(invitation["delegateSeed"]) in (0, 32), "invitation-unreadable")
        return invitation
    except (ValueError, Refused):
        raise Refused("invitation-unreadable") from None


def invitation_secrets(secret: bytes) -> tuple[bytes, bytes]:
    """(token, proof key)"""
    return hkdf(secret, b"", labelled("invitation token"), 32), hkdf(secret, b"", labelled("enrolment proof"), 32)


def enrolled(data: bytes, jour: bytes, proof_key: bytes) -> dict[str, bytes]:
    """What the browser that made the invitation finds."""
    claimed = open_signed("enrolment", data)
    fields = claimed.signed_by(claimed.fields["identity"]).fields
    demand(fields["jour"] == jour, "foreign-jour")
    demand(fields["proof"] == proof_of(fields, proof_key), "invitation-proof-wrong")
    return fields


def proof_of(enrolment: dict[str, bytes], proof_key: bytes) -> bytes:
    """HMAC over all fields before the proof, without version and type."""
    return mac(proof_key, labelled("enrolment proof", b"".join(v for k, v in enrolment.items() if k != "proof")))


def comparison(invitation: bytes, identity: bytes, seal_key_hash: bytes, fingerprint: bytes) -> list[str]:
    return spoken(labelled("comparison words", invitation, identity, seal_key_hash, fingerprint))


def spoken(data: bytes) -> list[str]:
    """Six groups of five digits."""
    hashed = digest(data)
    return [f"{int.from_bytes(hashed[4 * i : 4 * i + 4], 'big') % 100_000:05d}" for i in range(6)]
