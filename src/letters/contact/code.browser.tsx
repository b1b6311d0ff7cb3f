import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { letterFailureMessages } from "../messages.letter-failures.ts";
import { type FailingCode, failing } from "./failures.ts";
import { Button, Failure, type LetterScreen, say, Title, Writing } from "./parts.browser.tsx";

/** Seven words, as people type them. What is wrong with them is said before anything is sent. */
export function Code(props: LetterScreen): JSX.Element {
  const { app } = props;
  const t = say(props);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<FailingCode | undefined>();
  const open = async (text: string): Promise<void> => setWrong(await app.openWith(text));
  if (app.phase.value.at === "opening") {
    return (
      <>
        <Title>{t.codeOpening}</Title>
      </>
    );
  }
  const change = (word: string): void => {
    const text = replaced(typed, wrong, word);
    setTyped(text);
    void open(text);
  };
  return (
    <>
      <Title>{t.codeTitle}</Title>
      <p class="lead">{t.codeLead}</p>
      <Writing
        id="code"
        label={t.codeField}
        rows={3}
        value={typed}
        invalid={wrong !== undefined}
        onText={(text) => {
          setTyped(text);
          setWrong(undefined);
        }}
      />
      <div role="alert">{wrong && <Wrong {...props} wrong={wrong} onChange={change} />}</div>
      <Failure {...props} />
      <div class="row">
        <Button kind="lamp" onPress={() => void open(typed)}>
          {t.codeOpen}
        </Button>
        <Button onPress={() => app.go("choose")}>{t.back}</Button>
      </div>
    </>
  );
}

interface WrongProps extends LetterScreen {
  readonly wrong: FailingCode;
  readonly onChange: (word: string) => void;
}

function Wrong(props: WrongProps): JSX.Element {
  const { wrong, language, onChange } = props;
  const t = say(props);
  if (wrong.code === "wrong-number-of-words")
    return <p class="notice">{t.wrongNumber(wrong.given ?? 0)}</p>;
  if (wrong.code !== "unknown-word") {
    return <p class="notice">{letterFailureMessages[language][failing(wrong)]}</p>;
  }
  const { suggestion } = wrong;
  return (
    <div class="notice stack">
      <p>
        {t.unknownWord(wrong.typed ?? "", (wrong.at ?? 0) + 1)}{" "}
        {suggestion !== undefined && t.meant(suggestion)}
      </p>
      {suggestion !== undefined && (
        <Button onPress={() => onChange(suggestion)}>{t.change(suggestion)}</Button>
      )}
    </div>
  );
}

/** Her text with the one word changed, and everything else as she typed it. */
function replaced(text: string, wrong: FailingCode | undefined, word: string): string {
  let at = -1;
  return text.replaceAll(/[\p{L}\p{M}]+/gu, (one) => (++at === wrong?.at ? word : one));
}
