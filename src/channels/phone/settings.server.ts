import { createHash, randomBytes } from "node:crypto";
import type { JourId } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { dayOf, recordingPath } from "./calls.server.ts";
import type { LineDraft, LineView, NewAddress } from "./contract.ts";
import type { PhoneParts } from "./deps.server.ts";
import type { Lines } from "./lines.server.ts";
import { e164, MAX_AUDIO, type Recording, RECORDINGS } from "./policy.ts";
import { hashOf } from "./seal.server.ts";
import * as store from "./store.server.ts";

/** What coordinators decide about the telephone of their jour's faces. */
export class LineSettings {
  readonly #parts: PhoneParts;
  readonly #lines: Lines;

  constructor(parts: PhoneParts, lines: Lines) {
    this.#parts = parts;
    this.#lines = lines;
  }

  async all(jour: JourId): Promise<readonly LineView[]> {
    const faces = await this.#parts.faces(jour);
    const rows = await this.#parts.database.tenant(jour, store.linesOf);
    const today = dayOf(this.#parts.now());
    return faces.map(({ id, name, phone }) => {
      const row = rows.find(({ face_id }) => face_id === id);
      return { face: id, name, shown: phone, line: row ? presentLine(row, today) : null };
    });
  }

  async save(
    jour: JourId,
    face: string,
    draft: LineDraft,
  ): Promise<Result<undefined, "not-found" | "number-refused" | "changed-meanwhile">> {
    const number = e164(draft.number);
    if (number === undefined) return fail("number-refused");
    if (!(await this.#isFace(jour, face))) return fail("not-found");
    const { version, mode, first, ringSeconds } = draft;
    const line = { face_id: face, version, number, mode, first, ring_seconds: ringSeconds };
    const saved = await this.#parts.database.tenant(jour, (tx) => store.putLine(tx, line));
    this.#changed(jour, face);
    return saved ? ok() : fail("changed-meanwhile");
  }

  /** A new address for the operator; the one before opens nothing from now on. */
  async newAddress(
    jour: JourId,
    face: string,
    origin: string,
  ): Promise<Result<NewAddress, "not-found">> {
    const secret = randomBytes(32).toString("base64url");
    const hash = hashOf(secret);
    const done = await this.#parts.database.tenant(jour, (tx) => store.putSecret(tx, face, hash));
    this.#changed(jour, face);
    return done ? ok({ address: `${origin}/phone/${face}/${secret}` }) : fail("not-found");
  }

  /** The telephone is as if it had never been connected. */
  async remove(jour: JourId, face: string): Promise<Result<undefined, "not-found">> {
    const done = await this.#parts.database.tenant(jour, (tx) => store.deleteLine(tx, face));
    this.#changed(jour, face);
    return done ? ok() : fail("not-found");
  }

  async record(
    jour: JourId,
    face: string,
    kind: Recording,
    audio: Buffer,
  ): Promise<Result<undefined, "not-found" | "recording-refused">> {
    const form = formOf(audio);
    if (form === undefined || audio.length > MAX_AUDIO) return fail("recording-refused");
    const name = `${createHash("sha256").update(audio).digest("hex").slice(0, 32)}.${form}`;
    const done = await this.#parts.database.tenant(jour, async (tx) => {
      if (!(await store.lineOf(tx, face))) return false;
      await store.putRecording(tx, face, kind, { name, audio });
      return true;
    });
    this.#changed(jour, face);
    return done ? ok() : fail("not-found");
  }

  async unrecord(
    jour: JourId,
    face: string,
    kind: Recording,
  ): Promise<Result<undefined, "not-found">> {
    const done = await this.#parts.database.tenant(jour, (tx) =>
      store.deleteRecording(tx, face, kind),
    );
    this.#changed(jour, face);
    return done ? ok() : fail("not-found");
  }

  recording(jour: JourId, face: string, name: string): Promise<Buffer | undefined> {
    return this.#parts.database.tenant(
      jour,
      async (tx) => (await store.recordingOf(tx, face, name))?.audio,
    );
  }

  async #isFace(jour: JourId, face: string): Promise<boolean> {
    return (await this.#parts.faces(jour)).some(({ id }) => id === face);
  }

  #changed(jour: JourId, face: string): void {
    this.#lines.forget(jour, face);
    this.#parts.changed();
  }
}

function presentLine(row: store.LineRow, today: string): NonNullable<LineView["line"]> {
  const address = (kind: Recording): string | null => {
    const found = row.recordings.find((one) => one.kind === kind);
    return found ? recordingPath(row.face_id, found.name) : null;
  };
  const [closed, unanswered] = RECORDINGS.map(address);
  return {
    version: row.version,
    number: row.number,
    mode: row.mode,
    first: row.first,
    ringSeconds: row.ring_seconds,
    hasSecret: row.secret_hash !== null,
    worked: row.worked_on === null ? "never" : row.worked_on === today ? "today" : "earlier",
    recordings: { closed: closed ?? null, unanswered: unanswered ?? null },
  };
}

/** By how it begins: what a file calls itself is not believed. */
function formOf(audio: Buffer): "mp3" | "wav" | "ogg" | undefined {
  const head = audio.subarray(0, 12).toString("latin1");
  if (head.startsWith("RIFF") && head.endsWith("WAVE")) return "wav";
  if (head.startsWith("OggS")) return "ogg";
  const isMp3 = head.startsWith("ID3") || (audio[0] === 0xff && ((audio[1] ?? 0) & 0xe0) === 0xe0);
  return isMp3 ? "mp3" : undefined;
}
