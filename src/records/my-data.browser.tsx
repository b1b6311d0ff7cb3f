import { useSignal } from "@preact/signals";
import type { Language } from "../ui/languages.ts";
import { ok, type Result } from "../platform/result.ts";
import { Confirm } from "../people/index.browser.ts";
import type { Staff } from "../people/index.browser.ts";
import { type MyRecords, recordPaths as paths, type RequestKind } from "./contract.ts";
import { messages } from "./messages.mine.ts";
import { loadMine } from "./my-pledge.browser.tsx";
import { dayText, type Loaded, type PageProps, Screen, useLoaded } from "./parts.browser.tsx";

/** Her rights to what the jour keeps about her: see, take along, have corrected, have erased. */
export function MyDataPage({ staff, language }: PageProps) {
  const t = messages[language];
  const loaded = useLoaded(() => loadMine(staff));
  return (
    <Screen title={t.dataTitle} language={language} loaded={loaded}>
      {(mine) => (
        <>
          <p>{t.dataLead}</p>
          <ExportCard {...{ staff, language, loaded }} />
          <LooksCard {...{ mine, language }} />
          <AskCard {...{ mine, staff, language, loaded }} />
        </>
      )}
    </Screen>
  );
}

interface CardProps extends PageProps {
  readonly loaded: Loaded<MyRecords>;
}

/** Handed to the browser as a file; the address of it is forgotten at once. */
async function download(staff: Staff): Promise<Result<unknown>> {
  const all = await staff.api.post<object>(paths.export, {});
  if (!all.ok) return all;
  const file = new Blob([JSON.stringify(all.value, null, 2)], { type: "application/json" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = "mina-uppgifter.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return ok(null);
}

function ExportCard({ staff, language, loaded }: CardProps) {
  const t = messages[language];
  const done = useSignal(false);
  const { busy } = loaded.work;
  const take = async (): Promise<void> => {
    done.value = await loaded.work.run(() => download(staff));
  };
  return (
    <section class="card stack">
      <button type="button" class="button record-start" disabled={busy} onClick={() => void take()}>
        {busy ? t.exporting : t.export}
      </button>
      <p class="hint">{t.exportNote}</p>
      <p role="status">{done.value && t.exported}</p>
    </section>
  );
}

function LooksCard({ mine, language }: { mine: MyRecords; language: Language }) {
  const t = messages[language];
  return (
    <section class="card stack" aria-labelledby="looks-title">
      <h2 id="looks-title">{t.looksTitle}</h2>
      <p class="soft">{t.looksLead}</p>
      {mine.looks.length === 0 ? (
        <p>{t.looksNone}</p>
      ) : (
        <ul class="desk-list">
          {mine.looks.map(({ day, who, what, whoName, times }) => (
            <li key={day + who + what}>
              <span>
                {dayText(day, language)}: {whoName ?? t.former}
              </span>
              <span class="soft">
                {t[`what-${what}` as "what-record"]}
                {t.times(times)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AskCard({ mine, staff, language, loaded }: CardProps & { mine: MyRecords }) {
  const t = messages[language];
  const { busy } = loaded.work;
  const post = (kind: RequestKind, withdraw: boolean): void =>
    void loaded.act(() => staff.api.post(paths.request, { kind, withdraw }));
  return (
    <section class="card stack" aria-labelledby="ask-title">
      <h2 id="ask-title">{t.askTitle}</h2>
      {(["correction", "erasure"] as const).map((kind) => {
        const asked = mine.requests.find((one) => one.kind === kind);
        return (
          <div class="row" key={kind}>
            {asked ? (
              <>
                <p>{t[`asked-${kind}`](dayText(asked.askedOn, language))}</p>
                <button
                  type="button"
                  class="button button-quiet"
                  disabled={busy}
                  onClick={() => post(kind, true)}
                >
                  {t.withdraw}
                </button>
              </>
            ) : (
              <Confirm
                label={t[`ask-${kind}`]}
                question={t[`${kind}Note`]}
                yes={t.yes}
                no={t.no}
                busy={busy}
                onYes={() => post(kind, false)}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
