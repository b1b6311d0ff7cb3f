import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const RATE = 8000;
const PAUSE_SECONDS = 0.25;
const MOST_CLIPS = 24;

/** Puts together what the house's voice says (made by scripts/phone-voice.mjs). */
export interface Voice {
  /** A WAV of these pieces; undefined when one of them does not exist. */
  say(clips: readonly string[]): Uint8Array<ArrayBuffer> | undefined;
}

/** The program runs from src/ and, built, from dist/: both lie somewhere below the house. */
function voiceDirectory(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const candidate = join(at, "src/channels/phone/voice");
    if (existsSync(join(candidate, "voice.json"))) return candidate;
    if (dirname(at) === at) throw new Error("The voice of the telephone is missing.");
  }
}

const places = z.record(z.string(), z.tuple([z.number(), z.number()]));

export function openVoice(): Voice {
  const directory = voiceDirectory();
  const clips = new Map(
    Object.entries(places.parse(JSON.parse(readFileSync(join(directory, "voice.json"), "utf8")))),
  );
  const sounds = readFileSync(join(directory, "voice.ulaw"));
  return {
    say(names) {
      const found = names.map((name) => clips.get(name));
      if (names.length > MOST_CLIPS || found.includes(undefined)) return undefined;
      const pieces = found.flatMap(([from, length] = [0, 0]) => [
        sounds.subarray(from, from + length),
        Buffer.alloc(RATE * PAUSE_SECONDS, SILENCE),
      ]);
      return wav(Buffer.concat(pieces));
    },
  };
}

const SILENCE = 0xff;

/** Plain 16-bit samples: whatever plays WAV plays these. */
function wav(sounds: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = 2 * sounds.length;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(2 * RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(bytes, 40);
  // Every computer that this runs on is little-endian, as WAV is.
  const pcm = new Int16Array(sounds.length);
  for (let at = 0; at < sounds.length; at++) pcm[at] = samples[sounds[at] ?? SILENCE] ?? 0;
  return new Uint8Array(Buffer.concat([head, new Uint8Array(pcm.buffer)]));
}

/** ITU-T G.711, µ-law. */
const samples = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff;
  const value = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
  return (code & 0x80) === 0 ? value : -value;
});
