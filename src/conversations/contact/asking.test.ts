import { expect, test } from "vitest";
import { Asking } from "./asking.ts";

const asked = { e: "move-asked", face: "young", name: "Din Ungdomsjour", at: 1 } as const;
const moved = (face = "young", at = 2) => ({ e: "moved", face, at }) as const;

test("she goes where she said yes to, once, also when the log is told again", () => {
  const asking = new Asking();
  expect(asking.hear(asked)).toEqual({ is: "ask", asked });
  asking.answered(asked, true);
  expect(asking.hear(moved())).toEqual({ is: "go", asked });
  expect([asking.hear(asked), asking.hear(moved())]).toEqual([undefined, undefined]);
  expect(asking.hear(moved("young", 3))).toBeUndefined();
});

test("the server's word alone moves nobody: unasked, unanswered, after a no, or elsewhere", () => {
  const asking = new Asking();
  expect(asking.hear(moved())).toBeUndefined();
  asking.hear({ ...asked, at: 3 });
  expect(asking.hear(moved("young", 4))).toBeUndefined();
  asking.answered(asked, true);
  expect(asking.hear(moved("elsewhere", 5))).toBeUndefined();
  asking.answered(asked, false);
  expect(asking.hear(moved("young", 6))).toBeUndefined();
});
