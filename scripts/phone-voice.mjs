/**
 * Makes the voice that speaks when a jour has recorded nothing of its own: src/channels/phone/voice/.
 * Needs espeak-ng (on Debian: apt-get install espeak-ng). Run again only when a sentence changes.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { house } from "./vite.mjs";

const RATE = 8000;
const sentences = {
  sv: {
    "closed-sv": "Hej. Du har kommit till jourens telefon. Just nu är den stängd.",
    "unanswered-sv":
      "Hej. Du har kommit till jourens telefon. Just nu kan ingen svara. Försök gärna igen om en stund.",
    "opens-sv": "Telefonen öppnar",
    "hours-sv": "Öppettiderna står på vår hemsida.",
    "clock-sv": "klockan",
    "danger-sv": "Är du i fara, ring ett, ett, två.",
    "letter-sv": "Du kan också skriva ett brev till oss på hemsidan, när du vill på dygnet.",
    today: "i dag",
    tomorrow: "i morgon",
    monday: "på måndag",
    tuesday: "på tisdag",
    wednesday: "på onsdag",
    thursday: "på torsdag",
    friday: "på fredag",
    saturday: "på lördag",
    sunday: "på söndag",
    n00: "noll noll",
    n05: "noll fem",
    ...Object.fromEntries(
      [...Array.from({ length: 24 }, (_, n) => n), 25, 30, 35, 40, 45, 50, 55].map((n) => [
        `n${n}`,
        String(n),
      ]),
    ),
  },
  en: {
    "closed-en":
      "In English. The helpline is closed right now. The opening hours are on our website.",
    "unanswered-en": "In English. Nobody can answer right now. Please try again in a while.",
    "danger-en": "If you are in danger, call one, one, two.",
  },
};

/** G.711 µ-law: a telephone hears no more, and it takes half the room. */
function muLaw(sample) {
  const sign = sample < 0 ? 0x80 : 0;
  const value = Math.min(Math.abs(sample), 32_635) + 132;
  let exponent = 7;
  for (let mask = 0x4000; exponent > 0 && !(value & mask); mask >>= 1) exponent--;
  return ~(sign | (exponent << 4) | ((value >> (exponent + 3)) & 15)) & 0xff;
}

/** From 22,050 to 8,000 samples a second: the mean of those that fall into each. */
function resampled(samples, from) {
  const ratio = from / RATE;
  return Int16Array.from({ length: Math.floor(samples.length / ratio) }, (_, at) => {
    const part = samples.subarray(
      Math.floor(at * ratio),
      Math.max(Math.floor((at + 1) * ratio), Math.floor(at * ratio) + 1),
    );
    return part.reduce((sum, one) => sum + one, 0) / part.length;
  });
}

function spoken(language, text) {
  const wav = execFileSync("espeak-ng", ["-v", language, "-s", "145", "-g", "2", "--stdout", text]);
  const from = wav.readUInt32LE(24);
  const pcm = new Int16Array(
    wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length - (wav.length % 2)),
  );
  const quiet = (sample) => Math.abs(sample) < 200;
  const first = pcm.findIndex((sample) => !quiet(sample));
  const last = pcm.findLastIndex((sample) => !quiet(sample));
  return Buffer.from(Array.from(resampled(pcm.subarray(first, last + 1), from), muLaw));
}

const clips = {};
const parts = [];
let at = 0;
for (const [language, texts] of Object.entries(sentences)) {
  for (const [name, text] of Object.entries(texts)) {
    const sound = spoken(language, text);
    clips[name] = [at, sound.length];
    parts.push(sound);
    at += sound.length;
  }
}
const directory = join(house, "src/channels/phone/voice");
writeFileSync(join(directory, "voice.ulaw"), Buffer.concat(parts));
writeFileSync(join(directory, "voice.json"), `${JSON.stringify(clips)}\n`);
console.log(`${Object.keys(clips).length} clips, ${Math.round(at / RATE)} seconds, ${at} bytes`);
