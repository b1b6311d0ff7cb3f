import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { formatDate, formatTime } from "../../ui/languages.ts";
import { pagePaths as paths } from "../contract.ts";
import { pathOf } from "../kinds.ts";
import { ahead, liveVersion } from "../live.ts";
import { deskMessages } from "../messages.desk.ts";
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
  const publish = async (at: string | null): Promise<void> => {
    done.value = false;
    if (!isSaved && !(await writing.save())) return;
    const body = { ...writing.place, version: writing.shown, at };
    const answer = await book.act(paths.publish, body);
    fault.value = answer.ok ? null : answer.code;
    done.value = answer.ok;
  };
  const take = async (path: string): Promise<void> => {
    const answer = await book.act(path, writing.place);
    fault.value = answer.ok ? null : answer.code;
    done.value = answer.ok;
  };
  const mayPublish = !book.list.value?.secondEyes || (isSaved && writing.review?.isYes === true);
  return (
    <section class="card stack" aria-label={t.publishTitle}>
      <h2>{t.publishTitle}</h2>
      <Stands {...part} />
      <Fault code={fault.value} language={language} />
      <p role="status">{done.value ? t.done : ""}</p>
      <SecondEyes {...part} />
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

function Stands({ writing, entry, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const now = Date.now();
  const text = entry.texts.find((one) => one.language === writing.place.language);
  const live = text ? liveVersion(text, now) : null;
  const next = text ? ahead(text, now) : null;
  const suffix = { sv: "", en: "?lang=en", "sv-easy": "/lattlast" }[writing.place.language];
  return (
    <>
      <p>
        {live === null ? t.isDraft : t.isLive(live)}{" "}
        {next && t.isAhead(next.version, whenOf(next.at, language))}
      </p>
      {live !== null && (
        <p>
          <a class="pages-see" href={pathOf(entry) + suffix} target="_blank" rel="noreferrer">
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
