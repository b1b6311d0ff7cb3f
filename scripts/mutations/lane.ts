import { createVitest, type Vitest } from "vitest/node";
import type { Mutation } from "./scan.ts";

// One verification is taken out where the tests load the file, never in the work tree.

export type Verdict =
  | { readonly killed: true; readonly test: string }
  /** `why`: no test failed, or nothing could be run at all. */
  | { readonly killed: false; readonly why: string };

const PATIENCE_MS = 180_000;
// Parts of paths, as Vitest takes them.
const DESK = [
  "src/letters/desk/ring",
  "src/people/members.browser.test.ts",
  "src/people/custody/sign.browser.test.ts",
];
const ALL = [
  "src/protocol/",
  "tests/hostile/",
  "src/conversations/hostile-apps",
  "src/people/trust.browser.test.ts",
  "src/people/pins.browser.test.ts",
  ...DESK,
];
const BROWSER = [
  "src/conversations/talk",
  "src/conversations/hostile-apps",
  "src/conversations/contact/",
  "tests/hostile/",
];
export const FUZZER = "src/protocol/conversation/fuzz.test.ts";

/** Where a fault in a file most likely shows; then everything else. */
const likely: readonly (readonly [string, readonly string[]])[] = [
  ["src/protocol/conversation/", ["src/protocol/conversation/"]],
  ["src/protocol/trust/", ["src/protocol/trust/"]],
  ["src/protocol/staff/", ["src/protocol/staff/"]],
  ["src/protocol/records/", ["src/protocol/records/"]],
  ["src/protocol/suite/", ["src/protocol/suite/"]],
  ["src/protocol/letters/", ["src/protocol/letters/"]],
  ["src/protocol/records/", ["src/protocol/records/"]],
  ["src/protocol/supporters/", ["src/protocol/supporters/"]],
  ["src/protocol/", ["src/protocol/codec.test.ts", "src/protocol/suite/"]],
  ["src/conversations/", BROWSER],
  ["src/letters/", DESK],
  ["src/people/members", DESK],
  ["src/people/enrol", DESK],
  ["src/people/custody/", DESK],
  ["src/platform/live/", ["tests/hostile/"]],
  ["src/people/", ["src/people/trust.browser.test.ts", "src/people/pins.browser.test.ts"]],
];

/** A running Vitest that keeps what it has read, so that one verification costs a moment. */
export class Lane {
  readonly #house: string;
  #vitest: Vitest | undefined;
  #mutation: Mutation | undefined;

  constructor(house: string) {
    this.#house = house;
  }

  /** `near`: does not look further than the tests beside the file. */
  async judge(mutation: Mutation, hint: string | undefined, near: boolean): Promise<Verdict> {
    const [first = ALL] = likely
      .filter(([prefix]) => mutation.file.startsWith(prefix))
      .map(([, files]) => files);
    const [file, name] = hint?.split(" › ") ?? [];
    if (file && name) {
      const verdict = await this.#run(mutation, [file], name);
      if (verdict.killed) return verdict;
    }
    for (const files of near ? [first] : [first, ALL]) {
      const verdict = await this.#run(mutation, files, undefined);
      if (verdict.killed && (await this.#again(mutation, verdict.test))) return verdict;
    }
    return { killed: false, why: "no test failed, or none did twice" };
  }

  /** What fails once on a busy machine proves nothing. */
  async #again(mutation: Mutation, test: string): Promise<boolean> {
    const [file = "", name] = test.split(" › ");
    return name === undefined || (await this.#run(mutation, [file], name)).killed;
  }

  /** Whether the fuzzer alone finds it. */
  async fuzz(mutation: Mutation): Promise<boolean> {
    return (await this.#run(mutation, [FUZZER], "random histories over")).killed;
  }

  /** Without any mutation: what is red by itself proves nothing. */
  clean(): Promise<Verdict> {
    return this.#run(undefined, ALL, undefined);
  }

  async close(): Promise<void> {
    await this.#vitest?.close();
    this.#vitest = undefined;
  }

  async #run(
    mutation: Mutation | undefined,
    files: readonly string[],
    name: string | undefined,
  ): Promise<Verdict> {
    const vitest = (this.#vitest ??= await this.#open());
    this.#touch(vitest, this.#mutation);
    this.#mutation = mutation;
    this.#touch(vitest, mutation);
    if (name === undefined) vitest.resetGlobalTestNamePattern();
    else vitest.setGlobalTestNamePattern(new RegExp(escaped(name.replaceAll(" > ", " "))));
    const isFuzz = files.includes(FUZZER);
    const found = await vitest.globTestSpecifications([...files]);
    const specifications = found.filter(({ moduleId }) => isFuzz || !moduleId.endsWith(FUZZER));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<undefined>((done) => {
      timer = setTimeout(() => done(undefined), PATIENCE_MS);
    });
    const result = await Promise.race([vitest.runTestSpecifications(specifications), patience]);
    clearTimeout(timer);
    if (!result) {
      await this.close();
      return { killed: true, test: "the tests never end" };
    }
    for (const module of result.testModules) {
      for (const test of module.children.allTests("failed"))
        return { killed: true, test: `${module.relativeModuleId} › ${test.fullName}` };
      const [error] = module.errors();
      if (error) return { killed: true, test: `${module.relativeModuleId} › ${error.message}` };
    }
    return { killed: false, why: "no test failed" };
  }

  #touch(vitest: Vitest, mutation: Mutation | undefined): void {
    if (mutation) vitest.invalidateFile(`${this.#house}/${mutation.file}`);
  }

  #open(): Promise<Vitest> {
    const transform = (code: string, id: string): { code: string; map: null } | undefined => {
      const one = this.#mutation;
      if (!one || id.split("?")[0] !== `${this.#house}/${one.file}`) return undefined;
      return { code: code.slice(0, one.start) + one.put + code.slice(one.end), map: null };
    };
    return createVitest(
      "test",
      {
        root: this.#house,
        config: false,
        watch: false,
        include: [
          "src/{protocol,conversations,people,letters}/**/*.test.ts",
          "tests/hostile/*.test.ts",
        ],
        pool: "threads",
        maxWorkers: 1,
        bail: 1,
        reporters: [{}],
        testTimeout: 30_000,
      },
      { plugins: [{ name: "mutation", enforce: "pre", transform }] },
    );
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
