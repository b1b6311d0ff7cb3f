import type { z } from "zod";
import {
  type Context,
  defineDoor,
  type Door,
  type HostView,
  type Page,
} from "../../platform/http/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { federationDoor, type FederationParts } from "../federation/routes.server.ts";
import {
  answerContract,
  type ApplicationList,
  askContract,
  blank,
  clearContract,
  decideContract,
  formContract,
  joiningPaths as paths,
  listContract,
  readForm,
} from "./contract.ts";
import { type Around, answerPage, formPage, sentPage } from "./page.server.tsx";
import * as service from "./service.server.ts";

/** The form and the answer for those who want to join, and the federation's desk. */
export const joiningDoors = (parts: FederationParts): Door[] => [
  ...formDoors(parts),
  ...answerDoors(parts),
  ...deskDoors(parts),
];

const open = { host: "federation", access: "anyone", refusePrefetch: true } as const;
const clean = { written: blank, fault: null, wrong: [], unknown: [] } as const;

const answered = ({ status = 200, headers, body }: Page): Response =>
  new Response(body, { status, headers });

type Here = Pick<Context, "host" | "language">;
type Jour = NonNullable<HostView["jour"]>;

const aroundOf = ({ name, demo }: Jour, language: Context["language"]): Around => ({
  ...{ language, demo, name },
});

/** What the router refused before the door was asked: the form again, without what could not be read. */
const refused =
  (show: (around: Around) => Page) =>
  async ({ host, language }: Here): Promise<Page | undefined> =>
    host.jour ? show(aroundOf(host.jour, language)) : undefined;

function formDoors({ database, now }: FederationParts): Door[] {
  const again = refused((around) => formPage(around, { ...clean, fault: "wrong" }));
  return [
    defineDoor({
      ...{ ...open, method: "GET", path: paths.form },
      handle: ({ host, language }) =>
        host.jour ? answered(formPage(aroundOf(host.jour, language), clean)) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...open, method: "POST", path: paths.form, body: formContract },
      form: { refused: (_, context) => again(context) },
      async handle({ host, language, body }: Context<z.infer<typeof formContract>>) {
        if (!host.jour) return fail("not-found");
        const around = aroundOf(host.jour, language);
        const read = readForm(body);
        if (!read.ok) {
          const { wrong, unknown } = read;
          return answered(formPage(around, { written: body, fault: "wrong", wrong, unknown }, 422));
        }
        const sent = await service.apply(database, host.jour.id, read.told, now());
        return answered(
          sent.ok
            ? sentPage(around, service.inFours(sent.value.code))
            : formPage(around, { ...clean, written: body, fault: sent.code }, 429),
        );
      },
    }),
  ];
}

function answerDoors({ database, now }: FederationParts): Door[] {
  const empty = { code: "", standing: undefined };
  const again = refused((around) => answerPage(around, empty));
  return [
    defineDoor({
      ...{ ...open, method: "GET", path: paths.answer },
      handle: ({ host, language }) =>
        host.jour ? answered(answerPage(aroundOf(host.jour, language), empty)) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...open, method: "POST", path: paths.answer, body: answerContract },
      form: { refused: (_, context) => again(context) },
      async handle({ host, language, body }: Context<z.infer<typeof answerContract>>) {
        if (!host.jour) return fail("not-found");
        const found = await service.readWith(database, host.jour.id, body, now());
        const said = found.ok ? found.value : { standing: null };
        return answered(answerPage(aroundOf(host.jour, language), { code: body.code, ...said }));
      },
    }),
  ];
}

function deskDoors({ database, changed, now }: FederationParts): Door[] {
  const list = async ({ id }: Jour): Promise<Result<ApplicationList, never>> =>
    ok({ applications: await service.list(database, id) });
  return [
    federationDoor(paths.list, listContract, (_, federation) => list(federation)),
    federationDoor(paths.ask, askContract, async (asked, federation) => {
      const done = await service.ask(database, federation.id, asked, now());
      return done.ok ? list(federation) : done;
    }),
    federationDoor(paths.clear, clearContract, async ({ ids }, federation) => {
      await service.clear(database, federation.id, ids);
      return list(federation);
    }),
    federationDoor(paths.decide, decideContract, async (decision, federation) => {
      const done = await service.decide(database, federation.id, decision, now());
      if (!done.ok) return done;
      changed();
      return list(federation);
    }),
  ];
}
