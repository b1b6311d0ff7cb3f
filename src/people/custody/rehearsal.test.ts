import { expect, test } from "vitest";
import { createSuite } from "../../protocol/index.ts";
import { Rehearsal } from "./rehearsal.ts";

test("a drill is played from three custodians to a replaced one, and the older chain is refused", async () => {
  const practice = await Rehearsal.begin(await createSuite(), Date.now());
  expect(practice.scene).toEqual({
    step: "three-of-you",
    holders: ["you", "berit", "sahar"],
    entries: 2,
  });
  expect((await practice.next()).step).toBe("lost");
  const forged = await practice.next();
  expect(forged.step).toBe("forged");
  expect(forged.mine).toHaveLength(6);
  expect(forged.hers).not.toEqual(forged.mine);
  expect((await practice.next(true)).step).toBe("fooled");
  expect((await practice.next()).step).toBe("forged");
  expect((await practice.next(false)).step).toBe("caught");
  const alike = await practice.next();
  expect(alike).toMatchObject({ step: "alike", mine: alike.hers });
  expect((await practice.next(false)).step).toBe("alike");
  expect(await practice.next(true)).toEqual({
    step: "replaced",
    holders: ["you", "sahar", "alva"],
    entries: 3,
  });
  expect(await practice.next()).toMatchObject({ step: "older", refused: "log-rolled-back" });
  expect((await practice.next()).step).toBe("done");
});
