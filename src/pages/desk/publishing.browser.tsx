import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { formatDate, formatTime } from "../../ui/languages.ts";
import { pagePaths as paths } from "../contract.ts";
import type { Result } from "../../platform/result.ts";
import { isFurther } from "../../ui/further.ts";
import { addressOf } from "../kinds.ts";
import { ahead, liveVersion } from "../live.ts";
import { deskMessages } from "../messages.desk.ts";
import { Checked } from "./checked.browser.tsx";
import type { EditorPart } from "./editor.browser.tsx";
import { Button, Fault, Field } from "./parts.browser.tsx";
import { SecondEyes } from "./second-eyes.browser.tsx";

/** Which version everybody reads, which will be read when, and the way to both. */
export function Publishing(part: EditorPart): JSX.Element {
  const { book, writing, language } = part;
  const t = deskMessages[language];
  const fault = useSignal<string | null>(null);
  const done = useSignal(false);
  const isSaved = writing.kept.value === "saved";
  const tell = (answer: Result<unknown>): void => {
    fault.value = answer.ok ? null : answer.code;
    done.value = answer.ok;
  };
  const publish = async (at: string | null): Promise<void> => {
    done.value = false;
    if (!isSaved && !(await writing.save())) return;
    const body = { ...writing.place, version: writing.shown, at };
    tell(await book.act(paths.publish, body));
  };
  const take = async (path: string): Promise<void> => tell(await book.act(path, writing.place));
  const mayPublish = isReady(part);
  return (
    <section class="card stack" aria-label={t.publishTitle}>
      <h2>{t.publishTitle}</h2>
      <Stands {...part} />
      <Fault code={fault.value} language={language} />
      <p role="status">{done.value ? t.done : ""}</p>
      <SecondEyes {...part} />
      <Checked {...part} />
      <div class="row">
        {mayPublish && (
          <Button kind="lamp" disabled={writing.busy.value} onPress={() => void publish(null)}>
            {isSaved ? t.publish : t.saveAndPublish}
          </Button>
        )}
        <Take {...part} onTake={(path) => void take(path)} />
      </div>
      {mayPublish && <Later language={language} onPublish={(at) => void publish(at)} />}
    </section>
  );
}

interface TakeProps extends EditorPart {
  readonly onTake: (path: string) => void;
}

/** Off the site, or not onto it: each where there is something to take. */
function Take({ writing, entry, language, onTake }: TakeProps): JSX.Element {
  const t = deskMessages[language];
  const now = Date.now();
  const text = entry.texts.find((one) => one.language === writing.place.language);
  return (
    <>
      {text && ahead(text, now) && (
        <Button onPress={() => onTake(paths.callOff)}>{t.callOff}</Button>
      )}
      {text && liveVersion(text, now) !== null && (
        <Button kind="quiet" onPress={() => onTake(paths.withdraw)}>
          {t.withdraw}
        </Button>
      )}
    </>
  );
}

/** A colleague has said yes where the jour wants that, and a person has checked what needs it. */
function isReady({ book, writing }: EditorPart): boolean {
  const list = book.list.value;
  const isSaved = writing.kept.value === "saved";
  const isRead = !list?.secondEyes || (isSaved && writing.review?.isYes === true);
  const needsCheck = isFurther(writing.place.language) && !list?.showsUnchecked;
  return isRead && (!needsCheck || (isSaved && writing.opened.value?.check !== undefined));
}

function Stands({ writing, entry, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const now = Date.now();
  const text = entry.texts.find((one) => one.language === writing.place.language);
  const live = text ? liveVersion(text, now) : null;
  const next = text ? ahead(text, now) : null;
  return (
    <>
      <p>
        {live === null ? t.isDraft : t.isLive(live)}{" "}
        {next && t.isAhead(next.version, whenOf(next.at, language))}
      </p>
      {live !== null && (
        <p>
          <a
            class="pages-see"
            href={addressOf(entry, writing.place.language)}
            target="_blank"
            rel="noreferrer"
          >
            {t.see}
          </a>
        </p>
      )}
    </>
  );
}

const whenOf = (at: number, language: EditorPart["language"]): string =>
  `${formatDate(at, language)} ${formatTime(at, language)}`;

interface LaterProps {
  readonly language: EditorPart["language"];
  readonly onPublish: (at: string) => void;
}

function Later({ language, onPublish }: LaterProps): JSX.Element {
  const t = deskMessages[language];
  const at = useSignal("");
  return (
    <details class="pages-more">
      <summary>{t.later}</summary>
      <div class="stack pages-narrow">
        <Field
          label={t.laterWhen}
          type="datetime-local"
          value={at.value}
          onValue={(value) => (at.value = value)}
        />
        <p>
          <Button disabled={at.value === ""} onPress={() => onPublish(at.value.slice(0, 16))}>
            {t.laterDo}
          </Button>
        </p>
      </div>
    </details>
  );
}
