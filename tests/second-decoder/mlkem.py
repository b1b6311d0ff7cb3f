"""ML-KEM-768 (FIPS 203) with Python's integers and hashlib: slow, plain, and only for reading vectors."""

from functools import cache
from hashlib import sha3_256, sha3_512, shake_128, shake_256

Q = 3329
K = 3
Poly = list[int]


def bit_reversed(value: int) -> int:
    return int(f"{value:07b}"[::-1], 2)


ZETAS = [pow(17, bit_reversed(i), Q) for i in range(128)]
GAMMAS = [pow(17, 2 * bit_reversed(i) + 1, Q) for i in range(128)]


def ntt(f: Poly) -> Poly:
    f, i, length = list(f), 1, 128
    while length >= 2:
        for start in range(0, 256, 2 * length):
            zeta, i = ZETAS[i], i + 1
            for j in range(start, start + length):
                t = zeta * f[j + length] % Q
                f[j], f[j + length] = (f[j] + t) % Q, (f[j] - t) % Q
        length //= 2
    return f


def inverse_ntt(f: Poly) -> Poly:
    f, i, length = list(f), 127, 2
    while length <= 128:
        for start in range(0, 256, 2 * length):
            zeta, i = ZETAS[i], i - 1
            for j in range(start, start + length):
                t = f[j]
                f[j] = (t + f[j + length]) % Q
                f[j + length] = zeta * (f[j + length] - t) % Q
        length *= 2
    return [x * 3303 % Q for x in f]


def times(f: Poly, g: Poly) -> Poly:
    h = []
    for i in range(128):
        a, b, c, d = f[2 * i], f[2 * i + 1], g[2 * i], g[2 * i + 1]
        h += [(a * c + b * d * GAMMAS[i]) % Q, (a * d + b * c) % Q]
    return h


def plus(f: Poly, g: Poly) -> Poly:
    return [(a + b) % Q for a, b in zip(f, g)]


def minus(f: Poly, g: Poly) -> Poly:
    return [(a - b) % Q for a, b in zip(f, g)]


def dot(f: list[Poly], g: list[Poly]) -> Poly:
    total = [0] * 256
    for a, b in zip(f, g):
        total = plus(total, times(a, b))
    return total


def encode(f: Poly, bits: int) -> bytes:
    return sum(x << (bits * i) for i, x in enumerate(f)).to_bytes(32 * bits, "little")


def decode(data: bytes, bits: int) -> Poly:
    whole = int.from_bytes(data, "little")
    return [(whole >> (bits * i)) & ((1 << bits) - 1) for i in range(256)]


def compress(f: Poly, bits: int) -> Poly:
    return [((x << (bits + 1)) + Q) // (2 * Q) % (1 << bits) for x in f]


def decompress(f: Poly, bits: int) -> Poly:
    return [(x * Q + (1 << (bits - 1))) >> bits for x in f]


def sample_ntt(seed: bytes) -> Poly:
    stream, result = shake_128(seed).digest(168 * 5), []
    for a, b, c in zip(stream[::3], stream[1::3], stream[2::3]):
        for candidate in (a + 256 * (b % 16), b // 16 + 16 * c):
            if candidate < Q:
                result.append(candidate)
    return result[:256]


def noise(seed: bytes, n: int) -> Poly:
    """Centred binomial distribution, eta 2, from PRF(seed, n)."""
    stream = int.from_bytes(shake_256(seed + bytes([n])).digest(128), "little")
    nibbles = [(stream >> (4 * i)) & 15 for i in range(256)]
    return [((x & 1) + (x >> 1 & 1) - (x >> 2 & 1) - (x >> 3)) % Q for x in nibbles]


@cache
def matrix(rho: bytes) -> list[list[Poly]]:
    return [[sample_ntt(rho + bytes([j, i])) for j in range(K)] for i in range(K)]


def chunks(data: bytes, size: int) -> list[bytes]:
    return [data[i : i + size] for i in range(0, len(data), size)]


@cache
def keys(d: bytes, z: bytes) -> tuple[bytes, bytes]:
    """(encapsulation key, decapsulation key)"""
    both = sha3_512(d + bytes([K])).digest()
    rho, sigma = both[:32], both[32:]
    a = matrix(rho)
    s = [ntt(noise(sigma, i)) for i in range(K)]
    e = [ntt(noise(sigma, K + i)) for i in range(K)]
    t = [plus(dot(a[i], s), e[i]) for i in range(K)]
    ek = b"".join(encode(f, 12) for f in t) + rho
    return ek, b"".join(encode(f, 12) for f in s) + ek + sha3_256(ek).digest() + z


def well_formed(ek: bytes) -> bool:
    """FIPS 203, 7.2: the length, and every coefficient below q."""
    return len(ek) == 1184 and all(x < Q for part in chunks(ek[:1152], 384) for x in decode(part, 12))


def encrypt(ek: bytes, message: bytes, randomness: bytes) -> bytes:
    t, a = [decode(part, 12) for part in chunks(ek[:1152], 384)], matrix(ek[1152:])
    y = [ntt(noise(randomness, i)) for i in range(K)]
    u = [
        plus(inverse_ntt(dot([a[j][i] for j in range(K)], y)), noise(randomness, K + i))
        for i in range(K)
    ]
    v = plus(inverse_ntt(dot(t, y)), noise(randomness, 2 * K))
    v = plus(v, decompress(decode(message, 1), 1))
    return b"".join(encode(compress(f, 10), 10) for f in u) + encode(compress(v, 4), 4)


def encapsulate(ek: bytes, message: bytes) -> tuple[bytes, bytes]:
    """(shared secret, ciphertext)"""
    both = sha3_512(message + sha3_256(ek).digest()).digest()
    return both[:32], encrypt(ek, message, both[32:])


def decapsulate(dk: bytes, ciphertext: bytes) -> bytes:
    secret, ek, digest, z = dk[:1152], dk[1152:2336], dk[2336:2368], dk[2368:]
    u = [ntt(decompress(decode(part, 10), 10)) for part in chunks(ciphertext[:960], 320)]
    v = decompress(decode(ciphertext[960:], 4), 4)
    s = [decode(part, 12) for part in chunks(secret, 384)]
    message = encode(compress(minus(v, inverse_ntt(dot(s, u))), 1), 1)
    both = sha3_512(message + digest).digest()
    if encrypt(ek, message, both[32:]) == ciphertext:
        return both[:32]
    return shake_256(z + ciphertext).digest(32)
