import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { monthText, type Staff } from "../people/index.browser.ts";
import type { Language } from "../ui/languages.ts";
import { type Bands, carePaths as paths, type MyLoad, type TeamLoad } from "./contract.ts";
import { messages } from "./messages.care.ts";

export interface CarePage {
  readonly staff: Staff;
  readonly language: Language;
}

/** What was fetched; null before. */
export function useFetched<T>(staff: Staff, path: string) {
  const value = useSignal<T | null>(null);
  const isUnreachable = useSignal(false);
  const look = async (): Promise<void> => {
    const answer = await staff.api.post<T>(path, {});
    isUnreachable.value = !answer.ok;
    if (answer.ok) value.value = answer.value;
  };
  useEffect(() => void look(), []);
  return { value, isUnreachable, look };
}

interface PageProps {
  readonly title: string;
  readonly language: Language;
  readonly isUnreachable: boolean;
  readonly look: () => Promise<void>;
  /** null: still being fetched. */
  readonly children: ComponentChildren;
}

export function Page({ title, language, isUnreachable, look, children }: PageProps): JSX.Element {
  const t = messages[language];
  return (
    <div class="desk-page stack">
      <h1>{title}</h1>
      {isUnreachable && (
        <div class="card stack" role="alert">
          <p>{t.unreachable}</p>
          <button type="button" class="button" onClick={() => void look()}>
            {t.again}
          </button>
        </div>
      )}
      {children ?? (!isUnreachable && <p role="status">{t.loading}</p>)}
    </div>
  );
}

/** Adds one, or takes one away; for the chat's last screen, too. */
export const countHard = async ({ api }: Pick<Staff, "api">, by: 1 | -1): Promise<boolean> =>
  (await api.post(paths.hard, { by })).ok;

const MANY = 3;

/** Her own: exactly, and for her alone. */
export function MyLoadPage({ staff, language }: CarePage): JSX.Element {
  const t = messages[language];
  const { value, isUnreachable, look } = useFetched<MyLoad>(staff, paths.mine);
  const months = value.value?.months;
  const hard = months?.[0]?.hard ?? 0;
  return (
    <Page title={t.loadTitle} language={language} isUnreachable={isUnreachable.value} look={look}>
      {months && (
        <>
          <p>{t.loadSays}</p>
          <section class="card stack">
            <Months months={months} language={language} />
          </section>
          <HardCard staff={staff} language={language} hard={hard} look={look} />
        </>
      )}
    </Page>
  );
}

interface HardProps extends CarePage {
  readonly hard: number;
  readonly look: () => Promise<void>;
}

function HardCard({ staff, language, hard, look }: HardProps): JSX.Element {
  const t = messages[language];
  const isBad = useSignal(false);
  const busy = useSignal(false);
  const count = async (by: 1 | -1): Promise<void> => {
    busy.value = true;
    isBad.value = !(await countHard(staff, by));
    await look();
    busy.value = false;
  };
  const press = (by: 1 | -1, name: string, kind: string): JSX.Element => (
    <button type="button" class={kind} disabled={busy.value} onClick={() => void count(by)}>
      {name}
    </button>
  );
  return (
    <section class="card stack" aria-labelledby="care-hard">
      <h2 id="care-hard">{t.hardTitle}</h2>
      <p class="soft">{t.hardSays}</p>
      <div role="status">
        <p>{t.hardNow(hard)}</p>
        {hard >= MANY && <p class="notice">{t.hardMany}</p>}
        {isBad.value && <p class="notice notice-danger">{t.failed}</p>}
      </div>
      <div class="row">
        {press(1, t.hardAdd, "button")}
        {hard > 0 && press(-1, t.hardTake, "button button-quiet")}
      </div>
    </section>
  );
}

function Months({ months, language }: MyLoad & { readonly language: Language }): JSX.Element {
  const t = messages[language];
  const number = (value: number): string =>
    value.toLocaleString(language === "sv" ? "sv-SE" : "en-GB");
  return (
    <table class="care-table">
      <thead>
        <tr>
          <th scope="col">{t.month}</th>
          <th scope="col">{t.shifts}</th>
          <th scope="col">{t.hours}</th>
          <th scope="col">{t.onCall}</th>
          <th scope="col">{t.hard}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, shifts, hours, onCall, hard }) => (
          <tr key={month}>
            <th scope="row">{monthText(month, language)}</th>
            <td>{shifts}</td>
            <td>{number(hours)}</td>
            <td>{onCall}</td>
            <td>{hard}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** For coordinators: bands. */
export function TeamLoadPage({ staff, language }: CarePage): JSX.Element {
  const t = messages[language];
  const { value, isUnreachable, look } = useFetched<TeamLoad>(staff, paths.overview);
  const says = ({ hours, hard }: Bands): string => `${t[`band_${hours}`]}, ${t[`hard_${hard}`]}`;
  const isMuch = ({ hours, hard }: Bands): boolean => hours === "very" || hard === "many";
  const members = value.value?.members;
  return (
    <Page title={t.teamTitle} language={language} isUnreachable={isUnreachable.value} look={look}>
      {members && (
        <>
          <p>{t.teamSays}</p>
          {members.length === 0 ? (
            <p class="soft">{t.teamNone}</p>
          ) : (
            <ul class="desk-list">
              {members.map(({ member, name, now, before }) => (
                <li key={member}>
                  <span class="desk-list-text">
                    <strong>{name}</strong>
                    <span class="small">
                      {t.thisMonth}: {says(now)}
                    </span>
                    <span class="small soft">
                      {t.lastMonth}: {says(before)}
                    </span>
                  </span>
                  {(isMuch(now) || isMuch(before)) && <span class="care-ask">{t.ask}</span>}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}
