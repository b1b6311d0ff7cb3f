import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.server.ts";

const production = {
  LYKTA_MODE: "production",
  LYKTA_ORIGIN: "https://lykta.example",
  LYKTA_SECRET: "a".repeat(32),
  LYKTA_DATA: "/srv/lykta/data",
  LYKTA_SHRED: "/srv/lykta-keys",
  LYKTA_LETTER_KEYS: "/srv/lykta-letter-keys",
};

const faultsOf = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : (read.details as string[]);
};

describe("the configuration", () => {
  it("needs nothing for the demo", () => {
    const read = readConfig({});
    expect(read.ok && read.value).toMatchObject({ mode: "demo", port: 8080, graceMinutes: 10 });
  });

  it("takes a complete production", () => {
    expect(faultsOf(production)).toEqual([]);
  });

  it("lists all faults at once and prints no value", () => {
    const faults = faultsOf({
      LYKTA_MODE: "production",
      PORT: "eighty-secret",
      LYKTA_ORIGIN: "http://hemligt.example",
      LYKTA_SECRET: "kort-hemlis",
    });
    const text = faults.join("\n");
    for (const name of ["PORT", "LYKTA_ORIGIN", "LYKTA_SECRET", "LYKTA_SHRED", "LYKTA_LETTER_KEYS"])
      expect(text).toContain(name);
    expect(text).not.toMatch(/eighty-secret|hemligt|kort-hemlis/);
  });

  it("says a fault once", () => {
    const faults = faultsOf({ ...production, LYKTA_SECRET: "kort" });
    expect(faults).toEqual(["LYKTA_SECRET must be at least 32 characters"]);
  });

  it("reads secrets from files, and says when both are given or the file is not there", () => {
    const file = join(mkdtempSync(join(tmpdir(), "lykta-")), "secret");
    writeFileSync(file, `${"b".repeat(40)}\n`);
    const { LYKTA_SECRET: _, ...rest } = production;
    const read = readConfig({ ...rest, LYKTA_SECRET_FILE: file });
    expect(read.ok && read.value.secret).toBe("b".repeat(40));
    expect(faultsOf({ ...production, LYKTA_SECRET_FILE: file })).toHaveLength(1);
    expect(faultsOf({ ...production, DATABASE_URL_FILE: "/nowhere" })).toEqual([
      "DATABASE_URL_FILE cannot be read",
    ]);
  });

  it("refuses fault points in production", () => {
    expect(faultsOf({ ...production, LYKTA_FAULTS: "/tmp/journal" })).toEqual([
      "LYKTA_FAULTS must not be set: it lets tests kill and stall this program",
    ]);
    const demo = readConfig({ LYKTA_FAULTS: "/tmp/journal" });
    expect(demo.ok && demo.value.faults).toBe("/tmp/journal");
  });

  it("takes addresses of several servers, and of a bus, and refuses what is none", () => {
    const both = {
      DATABASE_URL: "postgresql://u@a:5432,b:5432/lykta?target_session_attrs=read-write",
      LYKTA_BUS: "nats://127.0.0.1:4222",
    };
    expect(faultsOf({ ...production, ...both })).toEqual([]);
    const none = { DATABASE_URL: "postgresql://u@a,b:x/lykta", LYKTA_BUS: "http://127.0.0.1" };
    const faults = faultsOf({ ...production, ...none }).join("\n");
    for (const name of Object.keys(none)) expect(faults).toContain(name);
  });

  it("refuses keys among the data that are backed up", () => {
    expect(faultsOf({ LYKTA_DATA: "/d", LYKTA_SHRED: "/d/postgres/shred" })).toHaveLength(1);
    expect(faultsOf({ ...production, LYKTA_SHRED: "/srv/lykta/data/shred" })).toHaveLength(1);
  });
});
