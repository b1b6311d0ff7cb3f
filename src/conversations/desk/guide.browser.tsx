import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { acuteGuide, type AcuteNumber, type AcuteTopic } from "../acute-guide.ts";
import type { Language } from "../contract.ts";
import { type GuideFold, useScreen } from "./screen.browser.ts";
import { useWords } from "./words.browser.ts";

/** Beside the chat, not instead of it. Her sentences are in the language of the one who writes. */
export function Guide(): JSX.Element {
  const { t, language } = useWords();
  const screen = useScreen();
  const { lead, topics, afterwards } = acuteGuide[language];
  const routine = screen.face?.routine[language] ?? "";
  return (
    <aside class="room-guide" aria-labelledby="guide-title">
      <header class="row">
        <h2 id="guide-title">{t.guide}</h2>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void (screen.guide.value = false)}
        >
          {t.closeGuide}
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has only a keyboard scrolls by it */}
      <div class="scroller stack" tabIndex={0} role="region" aria-label={t.guide}>
        <p>{lead}</p>
        <div class="guide-topics">
          {routine !== "" && (
            <Fold id="routine" title={t.routine}>
              <p class="room-routine">{unbroken(routine)}</p>
            </Fold>
          )}
          {topics.map((topic) => (
            <Fold key={topic.id} id={topic.id} title={topic.title}>
              <Topic topic={topic} />
            </Fold>
          ))}
        </div>
        <p class="soft">{afterwards}</p>
      </div>
    </aside>
  );
}

interface FoldProps {
  readonly id: GuideFold;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One of them is open at a time, and begins where her eyes are. */
function Fold({ id, title, children }: FoldProps) {
  const { topic } = useScreen();
  const section = useRef<HTMLElement>(null);
  const isOpen = topic.value === id;
  useEffect(() => {
    if (isOpen) section.current?.scrollIntoView({ block: "start" });
  }, [isOpen]);
  return (
    <section ref={section}>
      <h3>
        <button
          type="button"
          class="guide-topic"
          aria-expanded={isOpen}
          onClick={() => void (topic.value = isOpen ? null : id)}
        >
          {title}
        </button>
      </h3>
      {isOpen && <div class="stack guide-body">{children}</div>}
    </section>
  );
}

function Topic({ topic }: { topic: AcuteTopic }) {
  const { t } = useWords();
  return (
    <>
      <Numbers numbers={topic.call} />
      <p>
        <strong>{t.askFirst}.</strong> {topic.first}
      </p>
      <Phrases topic={topic} />
      <Points title={t.doThis} points={topic.steps} />
      <Points title={t.avoidThis} points={topic.avoid} />
    </>
  );
}

/** A telephone number stays on one line. */
const unbroken = (text: string): string =>
  text.replaceAll(/(?<=\d)-(?=\d)/g, "\u2011").replaceAll(/(?<=\d) (?=\d)/g, "\u00a0");

const isPhone = (number: string): boolean => /^[\d -]+$/.test(number);

function Numbers({ numbers }: { numbers: readonly AcuteNumber[] }) {
  const { t } = useWords();
  return (
    <div>
      <h4>{t.callThis}</h4>
      <ul class="guide-numbers">
        {numbers.map(({ number, what }) => (
          <li key={number}>
            {isPhone(number) ? (
              <a href={`tel:${number.replaceAll(/[ -]/g, "")}`}>{number}</a>
            ) : (
              <strong>{number}</strong>
            )}{" "}
            <span class="hint">{what}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Phrases({ topic }: { topic: AcuteTopic }) {
  const { t, language } = useWords();
  const { room } = useScreen();
  const talk = room.talk.value;
  const theirs: Language = talk?.facts.language ?? language;
  const say = acuteGuide[theirs].topics.find(({ id }) => id === topic.id)?.say ?? topic.say;
  const canWrite = talk !== null && talk.over.value === null;
  return (
    <div>
      <h4>{t.sayThis}</h4>
      <ul class="guide-say" lang={theirs}>
        {say.map((text) => (
          <li key={text}>
            {canWrite ? (
              <button
                type="button"
                aria-label={t.insert(text)}
                onClick={() => put(talk.draft, text)}
              >
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** After what she has begun to write; nothing is sent by it. */
function put(draft: { value: string }, text: string): void {
  draft.value = [draft.value.trim(), text].filter((part) => part !== "").join(" ");
  document.getElementById("room-field")?.focus();
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul class="guide-points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
