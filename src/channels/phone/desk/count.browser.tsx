import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Door, DOORS } from "../../../site/index.ts";
import type { Language } from "../../../ui/languages.ts";
import { dutyMessages } from "../messages.duty.ts";
import { type Length, LENGTHS } from "../policy.ts";
import type { PhoneDesk } from "./phone-desk.browser.ts";

interface CountProps {
  readonly phone: PhoneDesk;
  readonly language: Language;
  readonly face: string;
}

/** A call in two taps: who, and for how long. */
export function CountCall({ phone, language, face }: CountProps) {
  const t = dutyMessages[language];
  const door = useSignal<Door | null>(null);
  const chosen = door.value;
  const begin = (one: Door): void => {
    phone.counted.value = null;
    door.value = one;
  };
  const count = (length: Length): void => {
    if (chosen !== null) void phone.count(face, chosen, length).then(() => (door.value = null));
  };
  return (
    <div class="phone-count">
      <h3>{t.count}</h3>
      {chosen === null ? (
        <>
          <p class="hint">{t.countHint}</p>
          <Taps label={t.who} choose={begin} says={t}>
            {DOORS}
          </Taps>
        </>
      ) : (
        <>
          <p class="hint">{t.howLong}</p>
          <Taps label={t.howLong} choose={count} says={t} focused>
            {LENGTHS}
          </Taps>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => void (door.value = null)}
          >
            {t.back}
          </button>
        </>
      )}
      <Counted phone={phone} language={language} />
    </div>
  );
}

interface TapsProps<T extends string> {
  readonly label: string;
  readonly says: Readonly<Record<T, string>>;
  /** The buttons have changed under her finger: the focus goes on with them. */
  readonly focused?: boolean;
  choose(one: T): void;
  readonly children: readonly T[];
}

function Taps<T extends string>({ label, says, focused, choose, children }: TapsProps<T>) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) group.current?.querySelector("button")?.focus();
  }, []);
  return (
    <div class="phone-taps" role="group" aria-label={label} ref={group}>
      {children.map((one) => (
        <button type="button" class="button" key={one} onClick={() => choose(one)}>
          {says[one]}
        </button>
      ))}
    </div>
  );
}

function Counted({ phone, language }: Omit<CountProps, "face">) {
  const t = dutyMessages[language];
  const counted = phone.counted.value;
  return (
    <>
      <p role="status" class="phone-counted">
        {counted === "undone" ? t.undone : counted !== null && t.counted}
      </p>
      {counted !== null && counted !== "undone" && (
        <button type="button" class="button button-quiet" onClick={() => void phone.undo()}>
          {t.undo}
        </button>
      )}
    </>
  );
}
