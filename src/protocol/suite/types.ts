/** Building blocks; everything above asks only for these. Keys, seeds and secrets are raw bytes. */
export interface Suite {
  random(length: number): Uint8Array;
  sha256(data: Uint8Array): Promise<Uint8Array>;
  /** RFC 5869, extract and expand. */
  hkdf(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Promise<Uint8Array>;
  /** RFC 5869 expand alone, for HPKE. */
  hmac(key: Uint8Array, data: Uint8Array): Promise<Uint8Array>;
  /** AES-256-GCM, 12-byte nonce, tag appended. */
  aesSeal(
    key: Uint8Array,
    nonce: Uint8Array,
    aad: Uint8Array,
    plain: Uint8Array,
  ): Promise<Uint8Array>;
  /** Throws `cannot-open`. */
  aesOpen(
    key: Uint8Array,
    nonce: Uint8Array,
    aad: Uint8Array,
    sealed: Uint8Array,
  ): Promise<Uint8Array>;
  ed25519: SignatureScheme;
  xwing: Kem;
}

export interface SignatureScheme {
  publicKey(seed: Uint8Array): Promise<Uint8Array>;
  sign(seed: Uint8Array, message: Uint8Array): Promise<Uint8Array>;
  verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

export interface Kem {
  publicKey(seed: Uint8Array): Promise<Uint8Array>;
  encapsulate(key: Uint8Array): Promise<{ enc: Uint8Array; shared: Uint8Array }>;
  decapsulate(seed: Uint8Array, enc: Uint8Array): Promise<Uint8Array>;
}

export interface DiffieHellman {
  publicKey(secret: Uint8Array): Promise<Uint8Array>;
  /** Throws where the result would be all zero. */
  shared(secret: Uint8Array, key: Uint8Array): Promise<Uint8Array>;
}
