import {
  type Context,
  defineDoor,
  type Door,
  type Glances,
} from "../platform/http/index.server.ts";
import { fail, ok } from "../platform/result.ts";
import {
  draftContract,
  listContract,
  makeContract,
  openContract,
  pagePaths as paths,
  publishContract,
  putSettingsContract,
  removeContract,
  saveContract,
  versionContract,
} from "./contract.ts";
import { checkDoors } from "./check-routes.server.ts";
import { linkDoors } from "./link-routes.server.ts";
import { listPages, openPage } from "./desk-views.server.ts";
import { reviewDoors } from "./review-routes.server.ts";
import * as service from "./service.server.ts";
import * as drafts from "./draft-store.server.ts";
import * as store from "./store.server.ts";

interface DeskParts {
  readonly glances: Glances;
  readonly now: () => number;
}

const rule = { method: "POST", host: "jour", access: "site.write" } as const;

/** The doors of whoever writes the jour's pages. */
export function deskDoors(parts: DeskParts): Door[] {
  return [
    ...lookDoors(),
    ...draftDoors(),
    ...writeDoors(),
    ...publicDoors(parts),
    ...takingDoors(parts),
    ...reviewDoors,
    ...checkDoors(parts),
    ...linkDoors(parts),
  ];
}

const memberOf = ({ actor }: Pick<Context, "actor">): string =>
  actor.kind === "member" ? actor.memberId : "";

function lookDoors(): Door[] {
  return [
    defineDoor({
      ...{ ...rule, path: paths.list, body: listContract },
      handle: async ({ database, host, paths: own }) =>
        host.jour ? ok(await listPages(database, host.jour, own())) : fail("not-found"),
    }),
    defineDoor({
      ...{ ...rule, path: paths.open, body: openContract },
      handle: async (context) => {
        const { database, host, body } = context;
        if (!host.jour) return fail("not-found");
        return openPage(database, host.jour.id, body, memberOf(context));
      },
    }),
    defineDoor({
      ...{ ...rule, path: paths.version, body: versionContract },
      handle: async ({ database, host, body: { page, language, version } }) => {
        if (!host.jour) return fail("not-found");
        const text = await database.tenant(host.jour.id, (tx) =>
          store.findVersion(tx, page, language, version),
        );
        return text ? ok(text) : fail("not-found");
      },
    }),
  ];
}

/** What is kept for whoever writes, until she saves. */
function draftDoors(): Door[] {
  return [
    defineDoor({
      ...{ ...rule, path: paths.draft, body: draftContract, maxBody: 512 * 1024 },
      handle: async (context) => {
        const { database, host, body } = context;
        if (!host.jour) return fail("not-found");
        const { page, language, basedOn, text, follows } = body;
        return database.tenant(host.jour.id, async (tx) => {
          if (!(await store.holdPage(tx, page))) return fail("not-found");
          const draft = service.draftOf(basedOn, text, follows);
          await drafts.putDraft(tx, page, language, memberOf(context), draft);
          return ok();
        });
      },
    }),
    defineDoor({
      ...{ ...rule, path: paths.discard, body: openContract },
      handle: async (context) => {
        const { database, host, body } = context;
        if (!host.jour) return fail("not-found");
        return database.tenant(host.jour.id, async (tx) => {
          if (!(await store.holdPage(tx, body.page))) return fail("not-found");
          await drafts.deleteDraft(tx, body.page, body.language, memberOf(context));
          return ok();
        });
      },
    }),
  ];
}

/** New pages and versions, which nobody but the desk sees. */
function writeDoors(): Door[] {
  return [
    defineDoor({
      ...{ ...rule, path: paths.make, body: makeContract },
      handle: async (context) => {
        const { database, host, body } = context;
        if (!host.jour) return fail("not-found");
        const { title, ...settings } = body;
        const text = { title, summary: "", body: "", cover: null };
        return database.tenant(host.jour.id, (tx) =>
          service.makePage(tx, { ...settings, text }, memberOf(context)),
        );
      },
    }),
    defineDoor({
      ...{ ...rule, path: paths.save, body: saveContract, maxBody: 512 * 1024 },
      handle: async (context) => {
        const { database, host, body } = context;
        if (!host.jour) return fail("not-found");
        const { after, text, follows } = body;
        const written = { after, text, follows, member: memberOf(context) };
        return service.saveText(database, host.jour.id, body, written);
      },
    }),
  ];
}

/** What changes that which everybody reads: at once in this process, within a second in others. */
function publicDoors({ glances, now }: DeskParts): Door[] {
  return [
    defineDoor({
      ...{ ...rule, path: paths.settings, body: putSettingsContract },
      handle: async ({ database, host, body: { page, version, settings } }) => {
        if (!host.jour) return fail("not-found");
        const jour = host.jour.id;
        const change = { page, version, settings, now: now() };
        const done = await service.changeSettings(database, jour, change);
        glances.forget();
        return done;
      },
    }),
    defineDoor({
      ...{ ...rule, path: paths.publish, body: publishContract },
      handle: async (context) => {
        const { database, host, body } = context;
        if (!host.jour) return fail("not-found");
        const { version, at } = body;
        const when = { version, at, now: now(), member: memberOf(context) };
        const done = await service.publishText(database, host.jour.id, body, when);
        glances.forget();
        return done;
      },
    }),
  ];
}

/** Off the site, or not onto it. */
function takingDoors({ glances, now }: DeskParts): Door[] {
  return [
    ...(
      [
        [paths.withdraw, service.withdrawText],
        [paths.callOff, service.callOff],
      ] as const
    ).map(([path, take]) =>
      defineDoor({
        ...{ ...rule, path, body: openContract },
        handle: async ({ database, host, body }) => {
          if (!host.jour) return fail("not-found");
          const done = await take(database, host.jour.id, body, now());
          glances.forget();
          return done;
        },
      }),
    ),
    defineDoor({
      ...{ ...rule, path: paths.remove, body: removeContract },
      handle: async ({ database, host, body }) => {
        if (!host.jour) return fail("not-found");
        const gone = await database.tenant(host.jour.id, (tx) => store.deletePage(tx, body.page));
        glances.forget();
        return gone ? ok() : fail("not-found");
      },
    }),
  ];
}
