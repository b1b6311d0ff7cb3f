import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import { concat, equal, fromHex, hex, utf8 } from "../bytes.ts";
import { keySchedule, labeledExpand, labeledExtract } from "../hpke.ts";
import { createSuite } from "../suite/create.ts";
import * as curves from "../suite/curves.ts";
import * as native from "../suite/native.ts";
import { xwing } from "../suite/xwing.ts";

// Runs what others published. Where the browser's curves and noble's both exist, a vector passes only with both.

export interface Outcome {
  passed: number;
  total: number;
  what: string;
}

type Row = Record<string, string> & { result?: "valid" | "invalid" | "acceptable" };
interface Wycheproof {
  testGroups: (Record<string, unknown> & { tests: Row[] })[];
}

const at = (row: Record<string, string>, name: string) => fromHex(row[name] ?? "");
const suite = await createSuite();
const kems = [native.x25519, curves.x25519].map((agreement) => xwing(agreement, suite.random));

async function count<T>(
  what: string,
  rows: T[],
  test: (row: T) => Promise<boolean>,
): Promise<Outcome> {
  let passed = 0;
  for (const row of rows) if (await test(row).catch(() => false)) passed += 1;
  return { passed, total: rows.length, what };
}

const rows = (
  file: unknown,
  fits: (group: Wycheproof["testGroups"][number]) => boolean = () => true,
): Row[] =>
  (file as Wycheproof).testGroups.filter(fits).flatMap((group) => {
    const { pk } = (group["publicKey"] ?? {}) as { pk?: string };
    return group.tests.map((test) => (pk === undefined ? test : { ...test, pk }));
  });

/** Right where it must be right, refused where it must be refused, one of both where the vector leaves it open. */
async function judge({ result }: Row, compute: () => Promise<boolean>): Promise<boolean> {
  const answer = await compute().catch(() => undefined);
  if (result === "valid") return answer === true;
  return result === "invalid" ? answer !== true : answer !== false;
}

const aes = (file: unknown): Promise<Outcome> =>
  count(
    "AES-256-GCM, 96-bit nonce",
    rows(
      file,
      ({ ivSize, keySize, tagSize }) => ivSize === 96 && keySize === 256 && tagSize === 128,
    ),
    (row) =>
      judge(row, async () => {
        const [key, nonce, aad, clear] = [
          at(row, "key"),
          at(row, "iv"),
          at(row, "aad"),
          at(row, "msg"),
        ];
        const sealed = concat(at(row, "ct"), at(row, "tag"));
        const opened = await suite.aesOpen(key, nonce, aad, sealed);
        return equal(opened, clear) && equal(await suite.aesSeal(key, nonce, aad, clear), sealed);
      }),
  );

const hkdf = (file: unknown): Promise<Outcome> =>
  count("HKDF-SHA256", rows(file), (row) =>
    judge(row, async () =>
      equal(
        await suite.hkdf(at(row, "ikm"), at(row, "salt"), at(row, "info"), Number(row["size"])),
        at(row, "okm"),
      ),
    ),
  );

const ed25519 = (file: unknown): Promise<Outcome> =>
  count("Ed25519, native and noble", rows(file), async (row) => {
    const one = ({ ed25519: scheme }: typeof curves | typeof native) =>
      judge(row, () => scheme.verify(at(row, "pk"), at(row, "msg"), at(row, "sig")));
    return (await one(native)) && (await one(curves));
  });

const x25519 = (file: unknown): Promise<Outcome> =>
  count("X25519, native and noble", rows(file), async (row) => {
    const one = ({ x25519: scheme }: typeof curves | typeof native) =>
      judge(row, async () =>
        equal(await scheme.shared(at(row, "private"), at(row, "public")), at(row, "shared")),
      );
    return (await one(native)) && (await one(curves));
  });

const mlkem = (file: unknown): Promise<Outcome> =>
  count("ML-KEM-768: key generation, decapsulation", rows(file), (row) =>
    judge(row, async () => {
      const { publicKey, secretKey } = ml_kem768.keygen(at(row, "seed"));
      return (
        equal(publicKey, at(row, "ek")) &&
        equal(ml_kem768.decapsulate(at(row, "c"), secretKey), at(row, "K"))
      );
    }),
  );

const xwingFile = (file: unknown): Promise<Outcome> =>
  count("X-Wing", file as Row[], async (row) => {
    const seed = at(row, "seed");
    for (const kem of kems) {
      const { enc, shared } = await kem.encapsulate(at(row, "pk"), at(row, "eseed"));
      const right =
        hex(await kem.publicKey(seed)) === row["pk"] &&
        hex(enc) === row["ct"] &&
        hex(shared) === row["ss"] &&
        hex(await kem.decapsulate(seed, at(row, "ct"))) === row["ss"];
      if (!right) return false;
    }
    return true;
  });

interface Hpke {
  kem_id: number;
  kdf_id: number;
  aead_id: number;
  encryptions: Row[];
  [field: string]: unknown;
}

const field = (row: Hpke, name: string) => fromHex(String(row[name]));
const idsOf = ({ kem_id: kem, kdf_id: kdf, aead_id: aead }: Hpke) => ({ kem, kdf, aead });
const KEY_LENGTH: Record<number, number> = { 1: 16, 2: 32, 3: 32 };

async function schedule(row: Hpke, shared: Uint8Array): Promise<boolean> {
  const { key, nonce } = await keySchedule(
    suite,
    shared,
    field(row, "info"),
    idsOf(row),
    KEY_LENGTH[row.aead_id],
  );
  return hex(key) === row["key"] && hex(nonce) === row["base_nonce"];
}

const hpkePq = (file: unknown): Promise<Outcome> =>
  count(
    "HPKE with X-Wing and HKDF-SHA256, from the seeds, up to key and nonce",
    (file as Hpke[]).filter(({ kem_id, kdf_id }) => kem_id === 0x647a && kdf_id === 1),
    async (row) => {
      for (const kem of kems) {
        const shared = await kem.decapsulate(field(row, "skRm"), field(row, "enc"));
        const same = hex(await kem.publicKey(field(row, "skRm"))) === row["pkRm"];
        if (!same || hex(shared) !== row["shared_secret"] || !(await schedule(row, shared)))
          return false;
      }
      return true;
    },
  );

/** RFC 9180, 4.1, by our own labelled functions and X25519. */
async function dhkem(row: Hpke): Promise<Uint8Array> {
  const of = concat(utf8("KEM"), new Uint8Array([0, 0x20]));
  const dh = await curves.x25519.shared(field(row, "skRm"), field(row, "enc"));
  const prk = await labeledExtract(suite, of, new Uint8Array(0), "eae_prk", dh);
  return labeledExpand(
    suite,
    of,
    prk,
    "shared_secret",
    concat(field(row, "enc"), field(row, "pkRm")),
    32,
  );
}

function nonceAt(row: Hpke, sequence: number): Uint8Array {
  const nonce = field(row, "base_nonce");
  nonce[11] = (nonce[11] ?? 0) ^ sequence;
  return nonce;
}

async function encryptions(row: Hpke): Promise<boolean> {
  // ChaCha20-Poly1305 is not among our building blocks: there the keys alone are compared.
  if (row.aead_id === 3) return true;
  for (const [sequence, one] of row.encryptions.entries()) {
    const sealed = await suite.aesSeal(
      field(row, "key"),
      nonceAt(row, sequence),
      at(one, "aad"),
      at(one, "pt"),
    );
    if (hex(sealed) !== one["ct"]) return false;
  }
  return true;
}

const rfc9180 = (file: unknown): Promise<Outcome> =>
  count("HPKE base mode, X25519: key schedule, AES-GCM", file as Hpke[], async (row) => {
    const shared = await dhkem(row);
    return (
      hex(shared) === row["shared_secret"] && (await schedule(row, shared)) && encryptions(row)
    );
  });

export const runners: Record<string, (file: unknown) => Promise<Outcome>> = {
  "rfc9180-base-x25519.json": rfc9180,
  "xwing.json": xwingFile,
  "hpke-pq.json": hpkePq,
  "x25519_test.json": x25519,
  "ed25519_test.json": ed25519,
  "aes_gcm_test.json": aes,
  "hkdf_sha256_test.json": hkdf,
  "mlkem_768_test.json": mlkem,
};
