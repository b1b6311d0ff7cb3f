import type { z } from "zod";
import type { JourId } from "../platform/database/index.server.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Attachments } from "./attachments.server.ts";
import { letterPaths as paths } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import { openMailbox } from "./first-letter.server.ts";
import { MAX_BODY, schemas } from "./schemas.server.ts";
import type { Seekers } from "./seekers.server.ts";

interface Place {
  readonly jour: JourId;
  readonly face: string;
}
type Said = Promise<Result<unknown, Code>>;

/** A door of hers: no account, no cookie; what she may do hangs on the token in the body. */
function door<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (body: z.infer<S>, at: Place) => Said,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true },
    ...{ path, body, maxBody: MAX_BODY },
    handle: (context: Context<z.infer<S>>) => {
      const { jour, faceId } = context.host;
      return jour && faceId
        ? handle(context.body, { jour: jour.id, face: faceId })
        : fail("not-found");
    },
  });
}

export function letterDoors(deps: LetterDeps, seekers: Seekers, attachments: Attachments): Door[] {
  /** The token opens one mailbox; its pieces are reached through it. */
  const within = async <T>(
    at: Place,
    token: Uint8Array,
    work: (mailbox: Uint8Array) => Promise<Result<T, Code>>,
  ): Said => {
    const mailbox = await seekers.find(at.jour, token);
    return mailbox.ok ? work(mailbox.value) : mailbox;
  };
  return [
    door(paths.start, schemas.team, async ({ team }, at) =>
      ok(await seekers.start(at.jour, at.face, team)),
    ),
    door(paths.open, schemas.open, (first, at) =>
      openMailbox(deps, at.jour, { ...first, kind: "sealed", face: at.face }),
    ),
    door(paths.read, schemas.token, ({ token }, { jour }) => seekers.read(jour, token)),
    door(paths.write, schemas.write, ({ token, letter }, { jour }) =>
      seekers.write(jour, token, letter),
    ),
    door(paths.mark, schemas.mark, ({ token, mark }, { jour }) => seekers.mark(jour, token, mark)),
    door(paths.erase, schemas.token, ({ token }, { jour }) => seekers.erase(jour, token)),
    door(paths.attach, schemas.attach, ({ token, chunk, ...place }, at) =>
      within(at, token, (mailbox) => attachments.keep(at.jour, mailbox, place, chunk)),
    ),
    door(paths.chunk, schemas.chunk, ({ token, ...place }, at) =>
      within(at, token, (mailbox) => attachments.read(at.jour, mailbox, place)),
    ),
  ];
}
