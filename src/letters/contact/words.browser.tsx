import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { ASKED_WORDS, isSameWord } from "../same-word.ts";
import { Button, type LetterScreen, say, Title } from "./parts.browser.tsx";

/** Big, numbered, to be copied by hand; she shows that two of them are right. */
export function Words(props: LetterScreen & { readonly words: readonly string[] }): JSX.Element {
  const [isWithout, setWithout] = useState(false);
  const t = say(props);
  if (isWithout) return <Without {...props} onBack={() => setWithout(false)} />;
  return (
    <>
      <Title>{t.wordsTitle}</Title>
      <p class="lead">{t.wordsLead}</p>
      <ol class="code-words" aria-label={t.wordsList} lang="sv" translate={false}>
        {props.words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <p class="soft">{t.wordsPaper}</p>
      <Confirm {...props} />
      <div>
        <Button kind="quiet" onPress={() => setWithout(true)}>
          {t.without}
        </Button>
      </div>
      <div>
        <Button onPress={() => props.app.go("write")}>{t.back}</Button>
      </div>
    </>
  );
}

function Confirm(props: LetterScreen & { readonly words: readonly string[] }): JSX.Element {
  const { app, words } = props;
  const t = say(props);
  const [typed, setTyped] = useState<readonly string[]>(["", ""]);
  const [wrong, setWrong] = useState<number | null>(null);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const send = (): void => {
    const at = ASKED_WORDS.findIndex(
      (place, index) => !isSameWord(typed[index] ?? "", words[place] ?? ""),
    );
    setWrong(at < 0 ? null : at);
    if (at < 0) void app.send(true);
    else fields.current[at]?.focus();
  };
  return (
    <section class="stack">
      <p>{t.confirmLead}</p>
      {ASKED_WORDS.map((place, index) => (
        <WordField
          key={place}
          {...{ place, label: t.confirm(place + 1), value: typed[index] ?? "" }}
          isWrong={wrong === index}
          take={(field) => void (fields.current[index] = field)}
          onText={(text) => setTyped(typed.with(index, text))}
          onEnter={send}
        />
      ))}
      <div role="alert">
        {wrong !== null && (
          <p class="notice" id="word-wrong">
            {t.confirmWrong((ASKED_WORDS[wrong] ?? 0) + 1)}
          </p>
        )}
      </div>
      <Button kind="lamp" onPress={send}>
        {t.send}
      </Button>
    </section>
  );
}

interface WordFieldProps {
  readonly place: number;
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly take: (field: HTMLInputElement | null) => void;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

function WordField({
  place,
  label,
  value,
  isWrong,
  take,
  onText,
  onEnter,
}: WordFieldProps): JSX.Element {
  return (
    <div class="field">
      <label for={`word-${place}`}>{label}</label>
      <input
        id={`word-${place}`}
        ref={take}
        class="input word-input"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        translate={false}
        aria-invalid={isWrong}
        {...(isWrong ? { "aria-describedby": "word-wrong" } : {})}
        value={value}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={({ key }) => key === "Enter" && onEnter()}
      />
    </div>
  );
}

/** Said plainly, before it is too late: then nobody can answer. */
function Without(props: LetterScreen & { readonly onBack: () => void }): JSX.Element {
  const t = say(props);
  return (
    <>
      <Title>{t.withoutTitle}</Title>
      <p class="lead">{t.withoutSays}</p>
      <Button kind="lamp" onPress={() => void props.app.send(false)}>
        {t.withoutYes}
      </Button>
      <Button onPress={props.onBack}>{t.withoutNo}</Button>
    </>
  );
}
