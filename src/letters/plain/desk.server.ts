import type { JourId } from "../../platform/database/index.server.ts";
import type { Code, Page } from "../../platform/http/index.server.ts";
import { LETTERS } from "../../protocol/index.ts";
import { type MailboxKeys, readReturnCode } from "../../protocol/letters/index.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { answerTimeInWords } from "../answer-time.ts";
import type { LetterStart, TeamName } from "../contract.ts";
import type { LetterDeps } from "../deps.server.ts";
import { ASKED_WORDS, isSameWord } from "../same-word.ts";
import { pagesToShow, sessions } from "./once.server.ts";
import type { OpenMailbox, PlainPost, Sending } from "./post.server.ts";
import { againPage, deletedPage, mailboxPage, readPage } from "./reading.server.tsx";
import type { Fault, Found, Place, Shown } from "./shown.server.ts";
import { attempted, cleaned, told, wrongText, wrongWords } from "./told.server.ts";
import { sentPage, writePage } from "./writing.server.tsx";

/** What a form has led to: a page to show, and the code for whoever reads none. */
export interface Visit {
  readonly code?: Code;
  readonly shown: Shown;
}

/** The end of a form: the words of its page, and two of them again. */
export interface Confirmed {
  readonly words: string;
  readonly word3: string;
  readonly word5: string;
  readonly without?: string | undefined;
}

interface Written extends Confirmed {
  readonly text: string;
}

export type Sent =
  | { readonly ok: true; readonly kept: boolean; readonly expiresOn: string }
  | {
      readonly ok: false;
      readonly code: Code;
      readonly fault: Fault;
      /** The page's own; absent where it is not ours. */
      readonly words?: readonly string[];
    };

interface Open {
  readonly ticket: string;
  readonly keys: MailboxKeys;
}
interface Wrong {
  readonly code: Code;
  readonly fault: Fault;
}

/** The mailbox was closed, and nothing of hers is at stake. */
const closed: Visit = {
  code: "gone",
  shown: { is: "read", typed: "", fault: { is: "closedMailbox" } },
};

/** What she may do without script, form by form. */
export class Desk {
  readonly #deps: LetterDeps;
  readonly #post: PlainPost;
  readonly #start: (at: Place) => Promise<LetterStart>;
  readonly #sessions = sessions();
  readonly #pages = pagesToShow<{ readonly jour: JourId; readonly shown: Shown }>();

  constructor(deps: LetterDeps, post: PlainPost, start: (at: Place) => Promise<LetterStart>) {
    this.#deps = deps;
    this.#post = post;
    this.#start = start;
  }

  show({ jour }: Place, shown: Shown): string {
    return this.#pages.hold({ jour, shown });
  }

  async write({ text: typed, ...said }: Written, at: Sending): Promise<Visit> {
    const text = cleaned(typed);
    const sent = await this.send(said, text, at);
    if (sent.ok) return { shown: { is: "sent", ...sent } };
    const { code, fault, words } = sent;
    if (!words) return { code, shown: { is: "read", typed: "", fault } };
    return { code, shown: { is: "write", words, text, fault } };
  }

  /** A first letter under the words of its page, once two of them are typed right, or she wants none. */
  async send(said: Confirmed, text: string, at: Sending, team: TeamName = LETTERS): Promise<Sent> {
    const read = await readReturnCode(this.#deps.suite, said.words);
    // The page's own words; if they are not, its form has been tampered with.
    if (!read.ok || read.kind !== "plain")
      return { ok: false, code: "bad-input", fault: told("bad-input") };
    const { words } = read;
    const refused = (code: Code, fault: Fault): Sent => ({ ok: false, code, fault, words });
    const kept = said.without === undefined;
    const slip = [said.word3, said.word5].findIndex(
      (typed, which) => !isSameWord(typed, words[ASKED_WORDS[which] ?? 0] ?? ""),
    );
    if (kept && slip >= 0) {
      const number = (ASKED_WORDS[slip] ?? 0) + 1;
      return refused("bad-input", { is: "wrongWord", number });
    }
    const wrong = wrongText(text);
    if (wrong) return refused("bad-input", wrong);
    const sent = await attempted(() =>
      this.#post.write(at, words, text, kept ? "kept" : "not-kept", team),
    );
    if (!sent.ok) return refused(sent.code, told(sent.code));
    return { ok: true, kept, expiresOn: sent.value.expiresOn };
  }

  async open(typed: string, at: Place): Promise<Visit> {
    const opened = await this.#open(typed, at);
    if ("keys" in opened) return mailbox(opened);
    return { code: opened.code, shown: { is: "read", typed, fault: opened.fault } };
  }

  async more(
    said: { readonly session: string; readonly text: string; readonly words: string },
    at: Place,
  ): Promise<Visit> {
    const text = cleaned(said.text);
    const typed = said.words;
    let session = this.#sessionOf(said.session, at);
    if (!session) {
      const again = (fault: Fault): Shown => ({ is: "again", text, typed, fault });
      if (typed.trim() === "") return { code: "gone", shown: again({ is: "away" }) };
      const opened = await this.#open(typed, at);
      if (!("keys" in opened)) return { code: opened.code, shown: again(opened.fault) };
      session = opened;
    }
    const { keys } = session;
    const wrong = wrongText(text);
    if (wrong) return { code: "bad-input", ...mailbox(session, { text, fault: wrong }) };
    const sent = await attempted(() => this.#post.more(at, keys, text));
    if (sent.ok) return mailbox(session, { isSent: true });
    return { code: sent.code, ...mailbox(session, { text, fault: told(sent.code) }) };
  }

  async look(ticket: string, at: Place): Promise<Visit> {
    const session = this.#sessionOf(ticket, at);
    if (session) return mailbox(session);
    return closed;
  }

  async erase(
    said: { readonly session: string; readonly sure?: "yes" | undefined },
    at: Place,
  ): Promise<Visit> {
    const session = this.#sessionOf(said.session, at);
    if (!session) return closed;
    if (said.sure !== "yes")
      return { code: "bad-input", ...mailbox(session, { fault: { is: "notSure" } }) };
    const erased = await attempted(() => this.#post.erase(at.jour, session.keys));
    if (!erased.ok && erased.code !== "mailbox-unknown")
      return { code: erased.code, ...mailbox(session, { fault: told(erased.code) }) };
    this.#sessions.drop(said.session);
    return { shown: { is: "deleted" } };
  }

  /** Another module's form in an open mailbox: done with the token that her words made, and told above her letters. */
  async inside(
    ticket: string,
    at: Place,
    work: (token: Uint8Array) => Promise<{ readonly code?: Code; readonly told: string }>,
  ): Promise<Visit> {
    const session = this.#sessionOf(ticket, at);
    if (!session) return closed;
    const { code, told: said } = await work(session.keys.token);
    return { ...(code === undefined ? {} : { code }), ...mailbox(session, { told: said }) };
  }

  /** The page of a ticket; it is not there a second time. */
  async render(found: Found, ticket: string): Promise<Page | undefined> {
    const { sign, place } = found;
    const held = this.#pages.take(ticket);
    if (held?.jour !== place.jour) return undefined;
    const { shown } = held;
    const start = await this.#start(place);
    switch (shown.is) {
      case "write":
        return writePage({ sign, start, ...shown });
      case "sent":
        return sentPage(sign, start, shown.kept, shown.expiresOn);
      case "read":
        return readPage(sign, shown.typed, shown.fault);
      case "again":
        return againPage(sign, shown.text, shown.typed, shown.fault);
      case "deleted":
        return deletedPage(sign);
      case "page":
        return shown.page(found);
      case "mailbox":
        return this.#renderMailbox(sign, place, start, shown);
    }
  }

  async #renderMailbox(
    sign: FaceSign,
    at: Place,
    start: LetterStart,
    { session, isSent, text, fault, told: said }: Extract<Shown, { is: "mailbox" }>,
  ): Promise<Page | undefined> {
    const open = this.#sessionOf(session, at);
    if (!open) return undefined;
    const opened = await attempted(() => this.#post.read(at, open.keys));
    // She deleted it elsewhere, or what lies there cannot be trusted.
    if (!opened.ok) return readPage(sign, "", told(opened.code));
    const answerTime = answerTimeInWords(start.answerTime)[sign.language];
    const read = await this.#inWords(sign, at, opened.value);
    const on = { language: sign.language, session };
    const beside = await this.#deps.besideLetters(at.jour, open.keys.token, on);
    const about = { sign, opened: read, session, answerTime, isSent, text, said, beside };
    return mailboxPage(fault ? { ...about, fault } : about);
  }

  /** What another module has put into a letter, as she would read it: an application is no text that a person writes. */
  async #inWords(
    { language }: FaceSign,
    { jour }: Place,
    opened: OpenMailbox,
  ): Promise<OpenMailbox> {
    const letters = opened.read.letters.map(async (one) =>
      one.ok ? { ...one, text: await this.#deps.inWords(jour, one.text, language) } : one,
    );
    return { ...opened, read: { ...opened.read, letters: await Promise.all(letters) } };
  }

  /** Only at the jour that it was opened at. */
  #sessionOf(ticket: string, at: Place): Open | undefined {
    const found = this.#sessions.find(ticket);
    return found?.jour === at.jour ? { keys: found.keys, ticket } : undefined;
  }

  async #open(typed: string, { jour }: Place): Promise<Open | Wrong> {
    const read = await readReturnCode(this.#deps.suite, typed);
    if (!read.ok) return { code: "bad-input", fault: wrongWords(read) };
    if (read.kind === "sealed") return { code: "bad-input", fault: { is: "sealedCode" } };
    const opened = await attempted(() => this.#post.open(jour, read.words));
    if (!opened.ok) return { code: opened.code, fault: told(opened.code) };
    const keys = opened.value;
    return { keys, ticket: this.#sessions.hold({ jour, keys }) };
  }
}

const mailbox = (
  { ticket }: Open,
  more: Partial<Extract<Shown, { is: "mailbox" }>> = {},
): Visit => ({ shown: { is: "mailbox", session: ticket, isSent: false, text: "", ...more } });
