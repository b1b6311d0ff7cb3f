import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Language } from "../ui/languages.ts";
import { settingsMessages } from "./messages.settings.ts";
import { DoorsForm } from "./settings/doors.browser.tsx";
import type { Editing, SettingsApi } from "./settings/editing.browser.ts";
import { type Forms, formsOf, loadFaces } from "./settings/forms.browser.ts";
import { HoursForm } from "./settings/hours.browser.tsx";
import { ReachForm } from "./settings/reach.browser.tsx";
import { SaveBar, SaveNotice } from "./settings/save-bar.browser.tsx";
import { BasicsForm, BeforeForm, MoreForm } from "./settings/texts.browser.tsx";

interface SettingsProps {
  readonly api: SettingsApi;
  readonly language: Language;
}

type Loaded = "loading" | "failed" | readonly Forms[];

/** The coordinators' page for hours, telephone and texts of each face. */
export function Settings({ api, language }: SettingsProps) {
  const loaded = useSignal<Loaded>("loading");
  const chosen = useSignal(0);
  const load = async (): Promise<void> => {
    loaded.value = "loading";
    const faces = await loadFaces(api);
    loaded.value = faces.ok ? faces.value.map((face) => formsOf(api, face)) : "failed";
  };
  useEffect(() => void load(), [api]);
  const say = settingsMessages[language];
  const found = loaded.value;
  const forms = typeof found === "string" ? undefined : found[chosen.value];
  return (
    <div class="set-page stack">
      <h1>{say.title}</h1>
      {found === "loading" && <p role="status">{say.loading}</p>}
      {found === "failed" && (
        <div class="notice notice-danger stack" role="alert">
          <p>{say.failed}</p>
          <button type="button" class="button set-add" onClick={() => void load()}>
            {say.again}
          </button>
        </div>
      )}
      {typeof found !== "string" && found.length === 0 && <p class="notice">{say.noFaces}</p>}
      {typeof found !== "string" && found.length > 1 && (
        <Choose
          label={say.whichFace}
          names={found.map(({ texts }) => texts.value.value.name)}
          changed={found.map(({ texts, hours }) => texts.isChanged || hours.isChanged)}
          chosen={chosen.value}
          onChoose={(index) => (chosen.value = index)}
        />
      )}
      {forms && <OneFace key={forms.id} forms={forms} api={api} language={language} />}
    </div>
  );
}

const sections = ["hours", "basics", "reach", "doors", "before", "more"] as const;

function OneFace({ forms, api, language }: SettingsProps & { readonly forms: Forms }) {
  const say = settingsMessages[language];
  const at = useSignal(0);
  const section = sections[at.value] ?? "hours";
  const { hours, texts } = forms;
  useWarning(hours.isChanged || texts.isChanged);
  const form = { editing: texts, language };
  const editing: Editing<unknown> = section === "hours" ? hours : texts;
  return (
    <>
      <Choose
        label={say.sections}
        names={sections.map((name) => say[name])}
        changed={sections.map((name) => name === "hours" && hours.isChanged)}
        chosen={at.value}
        onChoose={(index) => (at.value = index)}
      />
      <h2>{say[section]}</h2>
      {section === "hours" && <HoursForm editing={hours} api={api} language={language} />}
      {section === "basics" && <BasicsForm {...form} />}
      {section === "reach" && <ReachForm {...form} />}
      {section === "doors" && <DoorsForm {...form} />}
      {section === "before" && <BeforeForm {...form} />}
      {section === "more" && <MoreForm {...form} />}
      <SaveNotice editing={editing} language={language} />
      <SaveBar editing={editing} language={language} />
    </>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly names: readonly string[];
  /** Which of them hold something that is not saved. */
  readonly changed: readonly boolean[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function Choose({ label, names, changed, chosen, onChoose }: ChooseProps) {
  return (
    <div class="set-choose" role="group" aria-label={label}>
      {names.map((name, index) => (
        <button
          type="button"
          class="button"
          aria-pressed={index === chosen}
          onClick={() => onChoose(index)}
        >
          {name}
          {changed[index] && <span class="set-dot" aria-hidden="true" />}
        </button>
      ))}
    </div>
  );
}

/** The browser asks before it closes on words that are not saved. */
function useWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    const ask = (event: Event): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changed]);
}
