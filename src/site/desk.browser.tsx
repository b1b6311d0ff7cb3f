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
  /** One of `settingsPages`. */
  readonly page: string;
  /** Told which pages hold something that is not saved. */
  readonly unsaved: (pages: readonly string[]) => void;
}

const sections = ["hours", "basics", "reach", "doors", "before", "more"] as const;
type Section = (typeof sections)[number];

/** The pages of the settings, in the order in which a coordinator meets them. */
export const settingsPages = sections.map((key) => ({
  key,
  label: (language: Language): string => settingsMessages[language][key],
}));

type Loaded = "loading" | "failed" | readonly Forms[];

/** The coordinators' page for hours, telephone and texts of each face. */
export function Settings({ api, language, page, unsaved }: SettingsProps) {
  const loaded = useSignal<Loaded>("loading");
  const chosen = useSignal(0);
  const load = async (): Promise<void> => {
    loaded.value = "loading";
    const faces = await loadFaces(api);
    loaded.value = faces.ok ? faces.value.map((face) => formsOf(api, face)) : "failed";
  };
  useEffect(() => void load(), [api]);
  const say = settingsMessages[language];
  const section = sections.find((one) => one === page) ?? "hours";
  const found = loaded.value;
  const changed = typeof found === "string" ? [] : found.filter(isChanged);
  useUnsaved(changed, unsaved);
  const forms = typeof found === "string" ? undefined : found[chosen.value];
  return (
    <div class="set-page stack">
      <h2>{say[section]}</h2>
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
          changed={found.map(isChanged)}
          chosen={chosen.value}
          onChoose={(index) => (chosen.value = index)}
        />
      )}
      {forms && <OneFace key={forms.id} {...{ forms, api, language, section }} />}
    </div>
  );
}

const isChanged = ({ texts, hours }: Forms): boolean => texts.isChanged || hours.isChanged;

/** A text may stand on any of five pages: the mark is at the first of them. */
function useUnsaved(changed: readonly Forms[], unsaved: SettingsProps["unsaved"]): void {
  const hours = changed.some((forms) => forms.hours.isChanged);
  const texts = changed.some((forms) => forms.texts.isChanged);
  useEffect(
    () => unsaved([...(hours ? ["hours"] : []), ...(texts ? ["basics"] : [])]),
    [hours, texts],
  );
  useWarning(hours || texts);
}

interface FaceProps extends Pick<SettingsProps, "api" | "language"> {
  readonly forms: Forms;
  readonly section: Section;
}

function OneFace({ forms, api, language, section }: FaceProps) {
  const { hours, texts } = forms;
  const form = { editing: texts, language };
  const editing: Editing<unknown> = section === "hours" ? hours : texts;
  return (
    <>
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
