import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button, type LetterScreen, type Opened } from "../../letters/index.browser.ts";
import { toBase64url } from "../../protocol/index.ts";
import type { TimeView } from "../contract.ts";
import { timeMessages } from "../messages.times.ts";
import { soonInWords, whenInWords } from "../when.ts";
import { CompanionCard } from "./companion.browser.tsx";
import type { Talks } from "./talks.browser.ts";

type Screen = LetterScreen & { readonly opened: Opened; readonly talks: Talks };
const say = ({ language }: LetterScreen) => timeMessages[language];
const tokenOf = ({ opened }: Screen): string => toBase64url(opened.keys.token);

/** What she has booked, and what she may choose. */
export function TimesPanel(props: Screen): JSX.Element | null {
  const { talks, opened } = props;
  useEffect(() => void talks.look(tokenOf(props)), [opened]);
  const times = talks.times.value;
  const t = say(props);
  if (!times) return null;
  const { mine, free, mayChoose, companion } = times;
  const [next] = mine;
  const soon = next && soonInWords(next, props.language, Date.now());
  const isChoosing = mine.length === 0 || talks.changing.value !== null;
  return (
    <>
      <CompanionCard
        {...{ companion, language: props.language }}
        onAlone={() => void talks.alone(tokenOf(props))}
      />
      <section class="card stack" aria-labelledby="times-title">
        <h2 id="times-title">
          {mine.length > 1 ? t.series : mine.length === 1 ? t.mine : t.title}
        </h2>
        {soon !== undefined && (
          <p class="notice">
            <strong>{soon}</strong>
          </p>
        )}
        <div role="status">
          {talks.said.value !== null && <p class="notice">{t[talks.said.value]}</p>}
        </div>
        {mine.length > 0 && (
          <ul class="ways">
            {mine.map((time) => (
              <Mine key={time.id} {...props} time={time} />
            ))}
          </ul>
        )}
        {!mayChoose && mine.length === 0 && <p>{t.later}</p>}
        {mayChoose && isChoosing && <Choose {...props} free={free} />}
        <p class="soft small">{t.seen}</p>
      </section>
    </>
  );
}

function Mine(props: Screen & { readonly time: TimeView }): JSX.Element {
  const { talks, time, language } = props;
  const [isAsking, setAsking] = useState(false);
  const t = say(props);
  const isChanging = talks.changing.value === time.id;
  const turn = (): void => void (talks.changing.value = isChanging ? null : time.id);
  return (
    <li>
      <span>
        <strong>{whenInWords(time, language)}</strong>
        {time.place === "chat" && <span class="soft small"> {t.chatHow}</span>}
      </span>
      <span class="row">
        {!isAsking && <Button onPress={turn}>{isChanging ? t.keep : t.change}</Button>}
        {isAsking ? (
          <>
            <Button kind="danger" onPress={() => void talks.cancel(tokenOf(props), time.id)}>
              {t.cancelYes}
            </Button>
            <Button onPress={() => setAsking(false)}>{t.keep}</Button>
          </>
        ) : (
          <Button kind="quiet" onPress={() => setAsking(true)}>
            {t.cancel}
          </Button>
        )}
      </span>
    </li>
  );
}

function Choose(props: Screen & { readonly free: readonly TimeView[] }): JSX.Element {
  const { talks, free, language } = props;
  const t = say(props);
  const isChanging = talks.changing.value !== null;
  if (free.length === 0) return <p>{t.noFree}</p>;
  return (
    <>
      <h3>{t.choose}</h3>
      {isChanging && <p>{t.changing}</p>}
      <ul class="ways">
        {free.map((time) => (
          <li key={time.id}>
            <span>{whenInWords(time, language)}</span>
            <Button onPress={() => void talks.take(tokenOf(props), time.id)}>
              {isChanging ? t.changeTo : t.take}
              <span class="visually-hidden"> {whenInWords(time, language)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
