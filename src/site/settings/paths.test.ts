import { fc } from "../../../tests/factories/chance.ts";
import { expect, it } from "vitest";
import { isSame, merge, read, write } from "./paths.ts";

const week = { chat: [["13-15"], [], ["18-21"]], phone: [[], [], []] };

it("reads and writes one place and leaves the rest as it was", () => {
  const changed = write(week, "chat.1", ["10-12"]);
  expect(read(changed, "chat.1.0")).toBe("10-12");
  expect(read(week, "chat.1")).toEqual([]);
  expect(changed.phone).toBe(week.phone);
  expect(read(week, "letter.1.0")).toBeUndefined();
});

it("lays two people's changes together when they touched different places", () => {
  const mine = write(week, "chat.0", ["13-16"]);
  const theirs = write(week, "phone.2", ["09-12"]);
  expect(merge(week, mine, theirs)).toEqual({
    value: { chat: [["13-16"], [], ["18-21"]], phone: [[], [], ["09-12"]] },
    conflicts: [],
  });
});

it("keeps mine and tells theirs where both changed the same place", () => {
  const mine = write(week, "chat.0", ["13-16"]);
  const theirs = write(week, "chat.0", []);
  expect(merge(week, mine, theirs)).toEqual({
    value: mine,
    conflicts: [{ path: "chat.0", theirs: [] }],
  });
});

it("loses nothing, whatever the two wrote", () => {
  const text = fc.string({ maxLength: 3 });
  const tree = fc.record({
    a: text,
    b: fc.record({ c: text, d: fc.array(text, { maxLength: 2 }) }),
  });
  fc.assert(
    fc.property(tree, tree, tree, (base, mine, theirs) => {
      const { value, conflicts } = merge(base, mine, theirs);
      // Lists of one length are laid together place by place; one that grew or shrank is taken whole.
      const lengths = [base, mine, theirs].map((one) => one.b.d.length);
      const list = new Set(lengths).size > 1 ? ["b.d"] : base.b.d.map((_, index) => `b.d.${index}`);
      for (const path of ["a", "b.c", ...list]) {
        const [was, my, their] = [base, mine, theirs].map((one) => read(one, path));
        if (!isSame(was, my)) expect(read(value, path)).toEqual(my);
        else expect(read(value, path)).toEqual(their);
        const both = !isSame(was, my) && !isSame(was, their) && !isSame(my, their);
        if (both) expect(conflicts.some((one) => path.startsWith(one.path))).toBe(true);
      }
    }),
  );
});
