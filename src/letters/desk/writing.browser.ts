import { batch } from "@preact/signals";
import { fail, ok, type Result } from "../../platform/result.ts";
import { toBase64url } from "../../protocol/index.ts";
import { writeLetter, writeMark, writeSheet } from "../../protocol/letters/index.ts";
import { inboxPaths as paths } from "../contract.ts";
import { Delivery } from "../contact/delivery.browser.ts";
import { describe, inside } from "../contact/files.browser.ts";
import { answerTo } from "./mail-run.ts";
import type { InboxApp, OpenedMailbox } from "./inbox-app.browser.ts";

/** The current key and the seeds that go with it: without them nothing can be written. */
function keysOf({ ring }: InboxApp) {
  const current = ring.value?.current;
  const seeds = current && ring.value?.seeds(current.id);
  return current && seeds ? { current, seeds } : undefined;
}

/** Signed by the team, sealed to her and to the team. She who wrote meanwhile, or a colleague, comes first. */
export async function sendAnswer(app: InboxApp): Promise<Result<undefined>> {
  const { opened, answer, alias, staff, files } = app;
  const keys = keysOf(app);
  const box = opened.value;
  const text = answer.value.trim();
  if (!keys) return fail("keys-missing");
  if (!box || (text === "" && files.value.length === 0)) return fail("text-empty");
  const { read, id } = box;
  const last = read.letters.findLast((one) => one.ok);
  if (!last?.ok) return fail("letter-refused");
  const header = {
    ...{ mailbox: id, face: last.header.face, author: "team" as const },
    ...{ number: read.last.number + 1, previous: read.last.hash, teamKey: keys.current.id },
    attachments: files.value.map(describe),
  };
  const content = {
    ...{ at: Date.now(), alias: alias.value.trim(), code: "kept" as const, text },
    attachments: files.value.map(inside),
  };
  const to = { team: keys.current.seal, seeker: read.mailbox.seal };
  const letter = await writeLetter(staff.suite, keys.seeds.sign, { header, content, ...to });
  const mailbox = toBase64url(id);
  const body = { mailbox, letter: toBase64url(letter), ...mailOf(box, content) };
  const delivery = new Delivery({
    ...{ suite: staff.suite, mailbox: id, files: files.value },
    send: () => staff.api.post(paths.answer, body),
    attach: (piece) => staff.api.post(paths.attach, { mailbox, ...piece }),
  });
  return bring(app, mailbox, delivery);
}

/** Brings what is sealed; an answer that has arrived is not written anew because a file of it has not. */
async function bring(
  app: InboxApp,
  mailbox: string,
  delivery: Delivery<unknown>,
): Promise<Result<undefined>> {
  app.progress.value = 0;
  const done = await delivery.go((part) => void (app.progress.value = part));
  app.progress.value = null;
  if (!done.ok && !delivery.hasArrived) return done;
  const { [mailbox]: _before, ...others } = Object.fromEntries(app.unfinished.value);
  batch(() => {
    app.unfinished.value = new Map(
      Object.entries(done.ok ? others : { ...others, [mailbox]: delivery }),
    );
    // What she writes in another letter by now is not this answer.
    if (app.opened.value?.view.id !== mailbox) return;
    app.answer.value = "";
    app.files.value = [];
  });
  return done.ok ? ok() : fail("files-missing");
}

/** The rest of the files of an answer that has arrived. */
export async function sendRest(app: InboxApp): Promise<Result<undefined>> {
  const mailbox = app.opened.value?.view.id ?? "";
  const delivery = app.unfinished.value.get(mailbox);
  return delivery ? bring(app, mailbox, delivery) : ok();
}

/** What came as ordinary mail is answered so: address and text are handed over at this moment, not before. */
function mailOf(
  { view, read }: OpenedMailbox,
  { text, alias }: { readonly text: string; readonly alias: string },
): object {
  if (view.kind !== "mail") return {};
  const said = alias === "" ? text : `${text}\n\n${alias}`;
  return { mail: { to: answerTo(read.letters).to, text: said } };
}

async function sheetOf(
  app: InboxApp,
  box: OpenedMailbox,
  kind: "note" | "draft",
  text: string,
): Promise<string | undefined> {
  const keys = keysOf(app);
  if (!keys) return undefined;
  const header = { mailbox: box.id, kind, after: box.read.last.number, teamKey: keys.current.id };
  const alias = kind === "note" ? (app.staff.me.value?.name ?? "") : app.alias.value.trim();
  const content = { at: Date.now(), alias, text };
  return toBase64url(
    await writeSheet(app.staff.suite, keys.seeds.sign, keys.current.seal, header, content),
  );
}

/** A note that stays with the letters, for the team alone. */
export async function sendNote(app: InboxApp): Promise<Result<undefined>> {
  const box = app.opened.value;
  const text = app.note.value.trim();
  if (!box || text === "") return fail("text-empty");
  const sheet = await sheetOf(app, box, "note", text);
  if (sheet === undefined) return fail("keys-missing");
  const sent = await app.staff.api.post(paths.note, { mailbox: toBase64url(box.id), sheet });
  if (!sent.ok) return sent;
  app.note.value = "";
  return ok();
}

/** Sealed to the team, so that a colleague can go on where she left off. Empty throws it away. */
export async function saveDraft(app: InboxApp): Promise<Result<undefined>> {
  const box = app.opened.value;
  if (!box) return ok();
  const text = app.answer.value;
  const sheet = text.trim() === "" ? null : await sheetOf(app, box, "draft", text);
  if (sheet === undefined) return fail("keys-missing");
  const saved = await app.staff.api.post(paths.draft, { mailbox: toBase64url(box.id), sheet });
  return saved.ok ? ok() : saved;
}

/** The team has read as far as her last letter: she is shown so. */
export async function markRead(app: InboxApp): Promise<void> {
  const box = app.opened.value;
  const keys = keysOf(app);
  const last = box?.read.letters.findLast((one) => one.ok && one.header.author === "seeker");
  if (!box || !keys || !last?.ok) return;
  const value = {
    ...{ mailbox: box.id, author: "team" as const, number: last.header.number },
    ...{ letter: last.hash, teamKey: keys.current.id },
  };
  const mark = await writeMark(app.staff.suite, keys.seeds.sign, value);
  await app.staff.api.post(paths.mark, { mailbox: toBase64url(box.id), mark: toBase64url(mark) });
}
