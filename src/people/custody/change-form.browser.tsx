import { useSignal } from "@preact/signals";
import { Form } from "../parts.browser.tsx";
import type { PartProps } from "./custody-page.browser.tsx";
import type { Holder } from "./custody.browser.ts";
import { propose } from "./sign.browser.ts";
import { messages } from "./messages.custody.ts";
import { advisedM } from "./standing.ts";

/** Who shall hold a key and how many must sign: new custodians, replaced ones and another number, all in one. */
export function ChangeForm({ staff, language, custody, act, busy }: PartProps) {
  const t = messages[language];
  const { root, custodians, others } = custody;
  const chosen = useSignal<readonly string[]>(
    custodians.filter(({ name }) => name !== undefined).map(nameOfKey),
  );
  const wantedM = useSignal<number | null>(null);
  const all = [...custodians, ...others];
  const keys = all.filter((one) => chosen.value.includes(nameOfKey(one))).map(({ key }) => key);
  const m = Math.min(wantedM.value ?? advisedM(keys.length), Math.max(1, keys.length));
  const isSame =
    m === root.m &&
    keys.length === root.keys.length &&
    custodians.every((one) => chosen.value.includes(nameOfKey(one)));
  const toggle = (name: string): void => {
    const rest = chosen.value.filter((one) => one !== name);
    chosen.value = rest.length < chosen.value.length ? rest : [...rest, name];
    wantedM.value = null;
  };
  return (
    <section class="card stack" aria-labelledby="change-title">
      <h2 id="change-title">{t.changeTitle}</h2>
      <Form onSubmit={() => void act(() => propose(staff, { kind: "root", m, keys }))}>
        <Choices language={language} all={all} chosen={chosen.value} onToggle={toggle} />
        <HowMany
          language={language}
          count={keys.length}
          m={m}
          onM={(value) => (wantedM.value = value)}
        />
        {isSame ? <p class="soft">{t.nothing}</p> : null}
        <button class="button button-lamp desk-go" disabled={busy || isSame || keys.length === 0}>
          {busy ? t.signing : t.suggest}
        </button>
      </Form>
    </section>
  );
}

const nameOfKey = ({ key }: Holder): string => key.join();

interface ChoicesProps extends Pick<PartProps, "language"> {
  readonly all: readonly Holder[];
  readonly chosen: readonly string[];
  readonly onToggle: (name: string) => void;
}

function Choices({ language, all, chosen, onToggle }: ChoicesProps) {
  const t = messages[language];
  return (
    <fieldset class="stack desk-roles">
      <legend class="label">{t.changeLead}</legend>
      {all.map((one) => (
        <label class="check" key={nameOfKey(one)}>
          <input
            type="checkbox"
            checked={chosen.includes(nameOfKey(one))}
            onChange={() => onToggle(nameOfKey(one))}
          />
          <span>{one.name ?? t.nobodys(one.digits.slice(0, 2).join(" "))}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface HowManyProps extends Pick<PartProps, "language"> {
  readonly count: number;
  readonly m: number;
  readonly onM: (m: number) => void;
}

function HowMany({ language, count, m, onM }: HowManyProps) {
  const t = messages[language];
  const advice =
    count === 1 ? t.adviceOne : count === 2 ? t.adviceTwo : t.advice(advisedM(count), count);
  return (
    <div class="field">
      <label for="custody-m">{t.howMany}</label>
      <select
        id="custody-m"
        aria-describedby="custody-advice"
        value={m}
        onChange={(event) => onM(Number(event.currentTarget.value))}
      >
        {Array.from({ length: count }, (_, at) => at + 1).map((one) => (
          <option key={one} value={one} selected={one === m}>
            {t.of(one, count)}
          </option>
        ))}
      </select>
      <p class="hint" id="custody-advice">
        {count > 0 && advice}
      </p>
    </div>
  );
}
