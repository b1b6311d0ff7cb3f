import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PlanningGround, thursdays } from "../../tests/factories/planning.server.ts";
import { openPlanning } from "./index.server.ts";

const ground = new PlanningGround();
const { clock, december, made, who, woman } = ground;
const at = (text: string): void => void (clock.now = Date.parse(`${text}+01:00`));
const now = (face: string) => openPlanning(ground.deps).now(ground.jour, face);

describe("the plan of this moment", () => {
  it("says what the shift needs and when it ends, for her face and for all, an hour before it begins", async () => {
    const [face, other] = [randomUUID(), randomUUID()];
    await made({ face, needed: 3 });
    at("2026-12-03T16:59");
    expect(await now(face)).toMatchObject({ shift: null, isOver: false });
    at("2026-12-03T17:00");
    const shift = { needed: 3, endsAt: Date.parse("2026-12-03T21:00+01:00") };
    expect(await now(face)).toMatchObject({ shift, isOver: false });
    expect(await now(other)).toMatchObject({ shift: null });
    at("2026-12-03T21:00");
    expect(await now(face)).toMatchObject({ shift: null, isOver: true });
    at("2026-12-04T00:00");
    expect(await now(face)).toMatchObject({ shift: null, isOver: false });
  });

  it("ends with the last of those that follow on; what was called off, or is at the telephone, opens nothing", async () => {
    const face = randomUUID();
    await made();
    const late = { ...thursdays, title: "Sen chatt", starts: "21:00", ends: "23:00", needed: 1 };
    await ground.months.savePattern(ground.jour, null, 0, late);
    await made({ kind: "phone", starts: "06:00", ends: "09:00" });
    at("2026-12-03T20:30");
    const endsAt = Date.parse("2026-12-03T23:00+01:00");
    expect((await now(face)).shift).toEqual({ needed: 2, endsAt });
    at("2026-12-03T21:30");
    expect((await now(face)).shift).toEqual({ needed: 1, endsAt });
    at("2026-12-03T07:00");
    expect((await now(face)).shift).toBeNull();
  });

  it("knows who is new, who sits beside and who is on call, and calls her with a mail that says nothing", async () => {
    const [ny, bredvid, van] = [
      await woman("Ny", "newcomer"),
      await woman("Bo", "shadowing"),
      await woman("Van"),
    ];
    await made({
      kind: "oncall",
      weekdays: [7],
      starts: "12:00",
      ends: "12:00",
      days: 7,
      needed: 1,
    });
    const week = (await december())[0]?.id ?? "";
    await ground.places.take(who(van), week, "on");
    await ground.people.saveMine(who(van), {
      knows: [],
      mostAMonth: null,
      mail: "van@post.example",
    });
    expect((await now(randomUUID())).learners).toEqual(
      new Map([
        [ny, "newcomer"],
        [bredvid, "shadowing"],
      ]),
    );
    const planning = openPlanning(ground.deps);
    at("2026-12-09T03:00");
    expect(await planning.isOnCall(ground.jour, van)).toBe(true);
    expect(await planning.isOnCall(ground.jour, ny)).toBe(false);
    await planning.callIn(ground.jour);
    expect(ground.sent).toMatchObject([{ to: "van@post.example", subject: "Kan du titta in?" }]);
    expect(JSON.stringify(ground.sent)).not.toMatch(/jour|chatt|pass|våld/i);
    at("2026-12-15T03:00");
    expect(await planning.isOnCall(ground.jour, van)).toBe(false);
    await planning.callIn(ground.jour);
    expect(ground.sent).toHaveLength(1);
  });
});
