import { uuidBytes } from "../../src/platform/ids.ts";
import { fail, ok, type Result } from "../../src/platform/result.ts";
import type { Pins } from "../../src/protocol/index.ts";
import type { HouseOfPeople, Woman } from "./people.server.ts";
import { suite } from "./people-house.server.ts";

/** What the server answers, as a hostile one bends it; the path tells what was asked. */
export type Bend = (path: string, body: unknown) => unknown;

/** A woman's desk as the browser's code knows it, before the real doors of a house. */
export interface SeatedStaff {
  readonly suite: typeof suite;
  readonly jour: Uint8Array;
  readonly identity: Woman["identity"];
  readonly me: { readonly value: { readonly member: string } };
  readonly entrance: { readonly jour: { readonly demo: boolean } };
  readonly api: object;
  fingerprint: Uint8Array | undefined;
  pins: Pins | undefined;
  bend: Bend | undefined;
}

export function seated(woman: Woman, house: HouseOfPeople): SeatedStaff {
  const ask = async (method: string, path: string, body?: object): Promise<Result<unknown>> => {
    const answer = await woman.desk.ask(method, path, body);
    const said = answer.body as { error?: string };
    if (answer.status !== 200) return fail(said.error ?? "our-fault");
    return ok(staff.bend ? staff.bend(path, said) : said);
  };
  const staff: SeatedStaff = {
    ...{ suite, identity: woman.identity, jour: uuidBytes(house.jour) },
    me: { value: { member: woman.member } },
    entrance: { jour: { demo: false } },
    ...{ fingerprint: undefined, pins: undefined, bend: undefined },
    api: {
      get: (path: string) => ask("GET", path),
      post: (path: string, body: object) => ask("POST", path, body),
      put: (path: string, body: object) => ask("PUT", path, body),
      del: (path: string) => ask("DELETE", path),
    },
  };
  return staff;
}
