import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromHex } from "../bytes.ts";
import { createSession } from "../conversation/session.ts";
import type { SessionEvent } from "../conversation/types.ts";
import { stretchPassphrase } from "../passphrase.browser.ts";
import { attempt } from "../refusal.ts";
import { stretchCode } from "../stretch-code.browser.ts";
import { createSuite } from "../suite/create.ts";
import { verifyTrust } from "../trust/verify.ts";
import { makeVectors, readable } from "./make.ts";
import type { ObjectVector } from "./make.ts";
import { readers } from "./readers.ts";

interface Own {
  objects: ObjectVector[];
  conversations: {
    conversation: string;
    jour: string;
    face: string;
    now: number;
    fingerprint: string;
    trust: { log: string[]; directory: string };
    tabs: { who: string; tab: string; sealSeed: string; signSeed: string }[];
    log: string[];
    told: { who: string; events: SessionEvent[] }[];
  }[];
}

const own: Own = JSON.parse(readFileSync(new URL("own.json", import.meta.url), "utf8"));

/** Where two differ: the whole of it would be a megabyte. */
function differing(one: unknown, other: unknown, path = ""): string[] {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other ? [] : [path];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) =>
    differing(one[name as never], other[name as never], `${path}/${name}`),
  );
}

describe("own vectors", () => {
  it("come out the same when they are made again", { timeout: 120_000 }, async () => {
    expect(differing(await makeVectors(stretchPassphrase, stretchCode), own)).toEqual([]);
  });

  it("are read, or refused by name", async () => {
    const suite = await createSuite({ native: false });
    for (const { kind, bytes, signer, fields, refused, why } of own.objects) {
      const outcome = await attempt(async () =>
        readers[kind]?.(suite, fromHex(bytes), fromHex(signer ?? "")),
      );
      const expected = refused ? { ok: false, code: refused } : { ok: true, value: fields };
      expect(readable(outcome), `${kind} ${why ?? ""}`).toEqual(expected);
    }
  });

  it("have every kind of object, and refusals of each", () => {
    const refusedKinds = own.objects.filter(({ refused }) => refused).map(({ kind }) => kind);
    expect([...new Set(refusedKinds)].toSorted()).toEqual(Object.keys(readers).toSorted());
  });

  it("refuse by names that the page of the protocol explains; it explains no others", () => {
    const text = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
    const page = text("../../../docs/protocol.md");
    const typing = text("../letters/code.ts").match(/(?<=readonly code: ")[a-z-]+(?=")/g) ?? [];
    const known = [...(text("../refusal.ts").match(/(?<=\| ")[a-z-]+(?=")/g) ?? []), ...typing];
    // In a letter `code` says whether she has kept hers.
    const codes = JSON.stringify(own).match(/(?<="(refused|code)":")(?!(not-)?kept)[a-z-]+/g);
    const given = new Set(codes);
    const explained = known.filter((code) => page.includes(`\`${code}\``));
    expect([...given].filter((code) => !explained.includes(code))).toEqual([]);
    // Lists of codes and of links, each of which is refused by the one name that there is for it.
    const listed = ["wrong-recovery-code", "invitation-unreadable"];
    expect(explained.filter((code) => !given.has(code))).toEqual(listed);
  });

  it("tell a conversation that a tab with the same seeds hears in the same way", async () => {
    const suite = await createSuite();
    const [first] = own.conversations;
    if (!first) throw new Error("no conversation");
    const { conversation, trust, tabs, log, told, ...story } = first;
    const bundle = { log: trust.log.map(fromHex), directory: fromHex(trust.directory) };
    const checks = {
      jour: fromHex(story.jour),
      now: story.now,
      fingerprint: fromHex(story.fingerprint),
    };
    expect(await verifyTrust(suite, bundle, checks)).toMatchObject({ ok: true });
    const bea = tabs.find(({ who }) => who === "bea");
    if (!bea) throw new Error("bea");
    const drawn = [bea.sealSeed, bea.tab].map(fromHex);
    const session = await createSession({
      suite: { ...suite, random: (length) => drawn.shift() ?? suite.random(length) },
      conversation: fromHex(conversation),
      self: { role: "volunteer", duty: dutyOf(log, bea.tab), dutySeed: fromHex(bea.signSeed) },
      trust: () => bundle,
      jour: fromHex(story.jour),
      face: fromHex(story.face),
      now: () => story.now,
    });
    await session.hello("join");
    const events: SessionEvent[] = [];
    for (const [at, frame] of log.entries()) {
      const step = await session.receive({ seq: at + 1, payload: fromHex(frame) });
      events.push(...step.events);
    }
    const heard = told
      .find(({ who }) => who === "bea")
      ?.events.filter(({ type }) => type === "message" || type === "note");
    expect(readable(events.filter(({ type }) => type === "message" || type === "note"))).toEqual(
      heard,
    );
  });
});

function dutyOf(log: string[], tab: string): Uint8Array {
  const hello = log.find((frame) => frame.startsWith("0110") && frame.includes(tab)) ?? "";
  // Version, type, conversation, tab, reason; then the length and the statement.
  const length = Number.parseInt(hello.slice(70, 78), 16);
  return fromHex(hello.slice(78, 78 + 2 * length));
}
