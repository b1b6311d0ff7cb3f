import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../platform/result.ts";
import type { Language } from "../../../ui/languages.ts";
import { type LineView, phonePaths } from "../contract.ts";
import { lineMessages } from "../messages.settings.ts";
import { AddressCard } from "./address.browser.tsx";
import { phoneDeskOf } from "./phone-desk.browser.ts";
import { LineForm } from "./line-form.browser.tsx";
import { Recordings } from "./recordings.browser.tsx";

export interface SettingsApi {
  get<T>(path: string): Promise<Result<T>>;
  post<T>(path: string, body: object): Promise<Result<T>>;
  put<T>(path: string, body: object): Promise<Result<T>>;
  del<T>(path: string): Promise<Result<T>>;
}

/** What each part of the settings is given. `run` does one thing and reads anew what came of it. */
export interface PartProps {
  readonly api: SettingsApi;
  readonly language: Language;
  readonly view: LineView;
  readonly busy: boolean;
  run(work: () => Promise<Result<unknown>>): Promise<boolean>;
}

/** The coordinators' settings of the telephone, face by face. */
export function PhoneSettings({ api, language }: Pick<PartProps, "api" | "language">) {
  const t = lineMessages[language];
  const lines = useSignal<readonly LineView[] | "loading" | "failed">("loading");
  const load = async (): Promise<void> => {
    const answer = await api.get<{ lines: LineView[] }>(phonePaths.lines);
    lines.value = answer.ok ? answer.value.lines : "failed";
    // Her own shift may have a telephone now, or none any more.
    void phoneDeskOf(api).load();
  };
  useEffect(() => void load(), [api]);
  const found = lines.value;
  return (
    <section class="set-page stack" aria-labelledby="phone-settings">
      <h2 id="phone-settings">{t.title}</h2>
      <p>{t.lead}</p>
      {found === "loading" && <p role="status">{t.loading}</p>}
      {found === "failed" && (
        <div class="notice notice-danger stack" role="alert">
          <p>{t.failed}</p>
          <button type="button" class="button set-add" onClick={() => void load()}>
            {t.again}
          </button>
        </div>
      )}
      {typeof found !== "string" &&
        found.map((view) => (
          <OneLine key={view.face} api={api} language={language} view={view} load={load} />
        ))}
    </section>
  );
}

type OneProps = Pick<PartProps, "api" | "language" | "view"> & { load(): Promise<void> };

function OneLine({ api, language, view, load }: OneProps) {
  const t = lineMessages[language];
  const busy = useSignal(false);
  const told = useSignal<string | null>(null);
  const run: PartProps["run"] = async (work) => {
    busy.value = true;
    told.value = null;
    const done = await work();
    await load();
    busy.value = false;
    told.value = done.ok ? t.saved : faultText(done.code, language);
    return done.ok;
  };
  const part = { api, language, view, run, busy: busy.value };
  return (
    <div class="card stack phone-line">
      <h3>{view.name}</h3>
      {view.line && <State {...part} />}
      <LineForm key={`${view.line?.version}`} {...part} />
      <p role="status">{told.value}</p>
      {view.line && (
        <>
          <AddressCard {...part} />
          <Recordings {...part} />
          <Disconnect {...part} />
        </>
      )}
    </div>
  );
}

function State({ language, view }: PartProps) {
  const t = lineMessages[language];
  const worked = view.line?.worked ?? "never";
  const says = { today: t.workedToday, earlier: t.workedEarlier, never: t.workedNever }[worked];
  return <p class={worked === "never" ? "notice" : ""}>{says}</p>;
}

function Disconnect({ api, language, view, busy, run }: PartProps) {
  const t = lineMessages[language];
  const asks = useSignal(false);
  if (!asks.value)
    return (
      <button
        type="button"
        class="button button-quiet set-remove"
        onClick={() => void (asks.value = true)}
      >
        {t.disconnect}
      </button>
    );
  return (
    <div class="stack">
      <p>{t.disconnectHint}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => void run(() => api.del(phonePaths.line(view.face)))}
        >
          {t.disconnectSure}
        </button>
        <button type="button" class="button button-quiet" onClick={() => void (asks.value = false)}>
          {t.cancel}
        </button>
      </div>
    </div>
  );
}

const known = ["number-refused", "changed-meanwhile", "recording-refused", "offline"] as const;

function faultText(code: string, language: Language): string {
  const t = lineMessages[language];
  const key = known.find((one) => one === code);
  return key === undefined ? t.other : t[key];
}
