import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fail } from "../platform/result.ts";
import { type Register, REGISTERS } from "../protocol/records/index.ts";
import { type ManagersView, recordPaths as paths } from "./contract.ts";
import { dayOf } from "./days.ts";
import { messages } from "./messages.keeping.ts";
import type { PartProps } from "./record-panel.browser.tsx";
import { type Candidate, sendCopy } from "./copies-app.browser.ts";

type Files = Partial<Record<Register, File>>;

/** Both extracts, sealed to the managers before they leave the browser. */
export function CopyForm({ staff, language, member, loaded }: PartProps) {
  const t = messages[language];
  const today = dayOf(Date.now());
  const issuedOn = useSignal(today);
  const startedOn = useSignal(today);
  const files = useSignal<Files>({});
  const readers = useSignal<readonly Candidate[]>([]);
  const send = (): void =>
    void loaded.act(async () => {
      const { criminal, suspicion } = files.value;
      if (!criminal || !suspicion) return fail("file-kind");
      const about = { member, issuedOn: issuedOn.value, startedOn: startedOn.value };
      return sendCopy(staff, { ...about, files: { criminal, suspicion } }, readers.value);
    });
  return (
    <section class="stack" aria-label={t.copyTitle}>
      <h2>{t.copyTitle}</h2>
      <p class="soft">{t.copyLead}</p>
      <Day label={t.issued} value={issuedOn} />
      <Day label={t.started} value={startedOn} />
      {REGISTERS.map((register) => (
        <FileField
          key={register}
          {...{ register, language }}
          onFile={(file) => (files.value = { ...files.value, [register]: file })}
        />
      ))}
      <Managers {...{ staff, language, member }} onChoose={(chosen) => (readers.value = chosen)} />
      <button
        type="button"
        class="button button-lamp record-start"
        disabled={loaded.work.busy}
        onClick={send}
      >
        {loaded.work.busy ? t.sealing : t.copySave}
      </button>
    </section>
  );
}

interface FileProps extends Pick<PartProps, "language"> {
  readonly register: Register;
  readonly onFile: (file: File) => void;
}

function FileField({ register, language, onFile }: FileProps) {
  const t = messages[language];
  return (
    <div class="field">
      <label for={`file-${register}`}>{t[register]}</label>
      <input
        id={`file-${register}`}
        type="file"
        accept="application/pdf,image/*"
        aria-describedby={`file-${register}-hint`}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
      <p class="hint" id={`file-${register}-hint`}>
        {t.file}
      </p>
    </div>
  );
}

interface ManagerProps extends Pick<PartProps, "staff" | "language" | "member"> {
  readonly onChoose: (readers: readonly Candidate[]) => void;
}

/** Coordinators, herself first chosen; never she whose extract it is. */
function Managers({ staff, language, member, onChoose }: ManagerProps) {
  const t = messages[language];
  const all = useSignal<readonly Candidate[]>([]);
  const chosen = useSignal<readonly string[]>([staff.me.value?.member ?? ""]);
  const choose = (ids: readonly string[]): void => {
    chosen.value = ids;
    onChoose(all.value.filter(({ id }) => ids.includes(id)));
  };
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await staff.api.post<ManagersView>(paths.managers, {});
      if (answer.ok) all.value = answer.value.managers.filter(({ id }) => id !== member);
      choose(chosen.value);
    };
    void load();
  }, []);
  return (
    <fieldset class="desk-roles">
      <legend class="label">{t.managers}</legend>
      <p class="soft small">{t.managersHint}</p>
      {all.value.map(({ id, name }) => (
        <label class="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.value.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              choose(checked ? [...chosen.value, id] : chosen.value.filter((one) => one !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Day({ label, value }: { label: string; value: { value: string } }) {
  return (
    <label class="field record-day">
      <span class="label">{label}</span>
      <input
        class="input"
        type="date"
        autocomplete="off"
        value={value.value}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
    </label>
  );
}
