import { z } from "zod";
import { type Context, defineDoor, type Door } from "../../platform/http/index.server.ts";
import { fail, type Result } from "../../platform/result.ts";
import type { Calls, Knock } from "./calls.server.ts";
import type { LineSettings } from "./settings.server.ts";
import type { Voice } from "./voice.server.ts";

/** What an operator sends of one call is a few hundred bytes; the list of its steps some thousand. */
const MAX_BODY = 16 * 1024;
const fields = z.map(z.string().max(64), z.string().max(8192)).refine(({ size }) => size <= 40);
type Fields = z.infer<typeof fields>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SECRET = /^[\w-]{43}$/;
const TOKEN = /^[\w-]{40,1200}$/;
const RECORDING = /^[0-9a-f]{32}\.(mp3|wav|ogg)$/;
const CLIPS = /^[a-z0-9.-]{1,400}\.wav$/;

/**
 * Where the operator knocks. The secret in the address is all that it shows: it is compared by its
 * hash and in constant time, and who has a wrong one finds nothing here.
 */
export function operatorDoors(calls: Calls): Door[] {
  const common = {
    ...({ method: "POST", host: "jour", access: "anyone", outside: true } as const),
    ...{ body: fields, maxBody: MAX_BODY },
  };
  const stage = (
    path: string,
    answer: (knock: Knock, body: Fields, token: string) => ReturnType<Calls["start"]>,
  ): Door =>
    defineDoor({
      ...common,
      path,
      handle(
        context,
      ):
        | Promise<Result<object, "not-found" | "call-refused" | "call-repeated" | "try-again">>
        | Result<never, "not-found"> {
        const knock = knockOf(context);
        const token = context.params["step"] ?? "";
        if (!knock || (path.includes(":step") && !TOKEN.test(token))) return fail("not-found");
        return answer(knock, context.body, token);
      },
    });
  return [
    stage("/phone/:face/:secret", (knock, body) => calls.start(knock, body)),
    stage("/phone/:face/:secret/next/:step", (knock, body, token) =>
      calls.next(knock, body, token),
    ),
    stage("/phone/:face/:secret/ended/:step", (knock, body, token) =>
      calls.ended(knock, body, token),
    ),
  ];
}

function knockOf(context: Context<unknown>): Knock | undefined {
  const { host, params } = context;
  const { face = "", secret = "" } = params;
  if (!host.jour || !UUID.test(face) || !SECRET.test(secret)) return undefined;
  return { jour: host.jour.id, face, secret, origin: originOf(context) };
}

/** A proxy in front speaks TLS in production; the demo is spoken to as it is. */
export function originOf({ config, request }: Context<unknown>): string {
  const scheme = config.mode === "production" ? "https" : "http";
  return `${scheme}://${request.headers.get("host") ?? ""}`;
}

/** What the operator plays to a caller: fetched by it, and kept by it for as long as it likes. */
export function soundDoors(voice: Voice, settings: LineSettings): Door[] {
  const common = { method: "GET", host: "jour", access: "anyone" } as const;
  return [
    defineDoor({
      ...common,
      path: "/phone/voice/:clips",
      handle({ params }) {
        const clips = params["clips"] ?? "";
        const sound = CLIPS.test(clips) ? voice.say(clips.slice(0, -4).split(".")) : undefined;
        return sound ? played(sound, "audio/wav") : fail("not-found");
      },
    }),
    defineDoor({
      ...common,
      path: "/phone/recording/:face/:name",
      async handle({ host, params }) {
        const { face = "", name = "" } = params;
        if (!host.jour || !UUID.test(face) || !RECORDING.test(name)) return fail("not-found");
        const sound = await settings.recording(host.jour.id, face, name);
        const type = types[name.slice(-3) as keyof typeof types];
        return sound ? played(new Uint8Array(sound), type) : fail("not-found");
      },
    }),
  ];
}

const types = { mp3: "audio/mpeg", wav: "audio/wav", ogg: "audio/ogg" } as const;

const played = (sound: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(sound, {
    headers: { "Content-Type": type, "Content-Length": String(sound.length) },
  });
