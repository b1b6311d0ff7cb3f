import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { formatTime } from "../ui/languages.ts";
import { clock } from "./clock.browser.ts";
import { DutyFault, type DutyProps } from "./duty-fault.browser.tsx";
import type { OnDuty } from "./duty.browser.ts";
import { messages } from "./messages.ts";

const HOUR_MS = 3_600_000;
const SOON_MS = 10 * 60_000;
const LONGEST_MS = 12 * HOUR_MS;

interface DutyBarProps extends DutyProps {
  readonly now: OnDuty;
  /** What else belongs on the bar, such as the bell. */
  readonly children?: ComponentChildren;
}

/** Until when she is on duty, and that this is why the chat is open. */
export function DutyBar({ duty, now, language, children }: DutyBarProps) {
  const t = messages[language];
  const prolonging = useSignal(false);
  const left = now.expiresAt - clock.value;
  const soon = left < SOON_MS;
  return (
    <section class={soon ? "duty-bar soon" : "duty-bar"} aria-label={t.bar}>
      <div class="duty-bar-row">
        <State now={now} language={language} />
        <div class="duty-tools">
          {children}
          <button
            class="button button-quiet"
            aria-expanded={prolonging.value}
            onClick={() => void (prolonging.value = !prolonging.value)}
          >
            {t.prolong}
          </button>
          <button
            class="button button-quiet"
            disabled={duty.busy.value}
            onClick={() => void duty.stop()}
          >
            {t.stop}
          </button>
        </div>
      </div>
      <p class="duty-soon" role="status">
        {soon && `${t.soonOver(Math.ceil(left / 60_000))} ${t.soonOverHint}`}
        {!soon && duty.stretched.value && t.stretched(formatTime(now.expiresAt, language))}
      </p>
      {prolonging.value && (
        <Prolong
          duty={duty}
          now={now}
          language={language}
          done={() => (prolonging.value = false)}
        />
      )}
      <DutyFault duty={duty} language={language} />
    </section>
  );
}

function State({ now, language }: Pick<DutyBarProps, "now" | "language">) {
  const t = messages[language];
  return (
    <p class="duty-state">
      <span class="pill-open">{t.onDuty(formatTime(now.expiresAt, language))}</span>{" "}
      <span class="duty-as">{t.as(now.alias)}</span>
      <span class="duty-because soft"> {t.because}</span>
    </p>
  );
}

function Prolong({ duty, now, language, done }: DutyBarProps & { done: () => void }) {
  const t = messages[language];
  const choices = [0.5, 1, 2, 3]
    .map((hours) => now.expiresAt + hours * HOUR_MS)
    .filter((until) => until - clock.value <= LONGEST_MS);
  const prolong = async (until: number): Promise<void> => {
    if (await duty.prolong(Math.floor((until - Date.now()) / 60_000))) done();
  };
  if (choices.length === 0) return <p class="hint">{t.longest}</p>;
  return (
    <div class="row duty-prolong" role="group" aria-label={t.prolongTitle}>
      <span class="label">{t.prolongTitle}</span>
      {choices.map((until) => (
        <button class="button" key={until} onClick={() => void prolong(until)}>
          {t.prolongBy(formatTime(until, language))}
        </button>
      ))}
    </div>
  );
}
