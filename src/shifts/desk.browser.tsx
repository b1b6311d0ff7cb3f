import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { formatTime, type Language } from "../ui/languages.ts";
import { clock } from "./clock.browser.ts";
import { DutyFault, type DutyProps } from "./duty-fault.browser.tsx";
import type { DutyTerms } from "./duty.browser.ts";
import { messages } from "./messages.ts";

export interface FaceChoice {
  readonly id: string;
  readonly name: string;
}

const HOURS = [1, 2, 3, 4, 6, 8, 12];
const USUAL_HOURS = 3;
const LIMITS = [1, 2, 3, 4, 5];
const USUAL_LIMIT = 2;
const HOUR_MS = 3_600_000;
/** Must fit the statement: 80 bytes, of which å, ä and ö take two. */
const ALIAS_LENGTH = 30;
// Named after nature, as everything that needs a name of nobody.
const TREES = ["Hassel", "Rönn", "Hägg", "Lönn", "Oxel", "Sälg", "Avenbok", "Olvon"];

/** What else she may take with her into the shift, such as the telephone. */
export interface AlsoOnDuty {
  fields(faces: readonly string[]): ComponentChildren;
  /** False when what is filled in there cannot be, and says why. */
  isReady(form: FormData): boolean;
  started(form: FormData): Promise<void>;
}

interface GoOnDutyProps extends DutyProps {
  readonly faces: readonly FaceChoice[];
  readonly also?: AlsoOnDuty | undefined;
}

/** The way in: nothing is open before this has been filled in. */
export function GoOnDuty({ duty, language, faces, also }: GoOnDutyProps) {
  const t = messages[language];
  const tree = useMemo(() => TREES[Math.floor(Math.random() * TREES.length)] ?? "Hassel", []);
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (also?.isReady(form) === false) return;
    void begin(duty, termsOf(form, faces, tree), () => also?.started(form));
  };
  return (
    <form class="duty-form card stack" autocomplete="off" onSubmit={submit}>
      <h1>{t.title}</h1>
      {duty.ranOut.value && <p class="notice">{t.expired}</p>}
      <p class="soft">{t.lead}</p>
      <div class="duty-grid">
        <FaceField faces={faces} legend={t.face} />
        <div class="field">
          <label for="duty-alias">{t.alias}</label>
          <input
            id="duty-alias"
            name="alias"
            maxLength={ALIAS_LENGTH}
            autocomplete="off"
            spellcheck={false}
            placeholder={tree}
            aria-describedby="duty-alias-hint"
          />
          <p class="hint" id="duty-alias-hint">
            {t.aliasHint(tree)}
          </p>
        </div>
        <HoursField language={language} />
        <Choices name="capacity" legend={t.capacity} hint={t.capacityHint} usual={USUAL_LIMIT}>
          {LIMITS}
        </Choices>
      </div>
      {also?.fields(faces.map(({ id }) => id))}
      <DutyFault duty={duty} language={language} />
      <button class="button button-lamp duty-go" disabled={duty.busy.value}>
        {duty.busy.value ? t.starting : t.start}
      </button>
    </form>
  );
}

async function begin(
  duty: DutyProps["duty"],
  terms: DutyTerms,
  then: () => Promise<void> | undefined,
): Promise<void> {
  if (await duty.start(terms)) await then();
}

function termsOf(form: FormData, faces: readonly FaceChoice[], tree: string): DutyTerms {
  const alias = String(form.get("alias")).trim();
  return {
    face: String(form.get("face") ?? faces[0]?.id ?? ""),
    alias: alias === "" ? tree : alias,
    capacity: Number(form.get("capacity")),
    minutes: Number(form.get("hours")) * 60,
  };
}

function FaceField({ faces, legend }: { faces: readonly FaceChoice[]; legend: string }) {
  if (faces.length < 2) return null;
  return (
    <fieldset class="duty-faces">
      <legend class="label">{legend}</legend>
      {faces.map((face, at) => (
        <label class="check" key={face.id}>
          <input type="radio" name="face" value={face.id} defaultChecked={at === 0} />
          {face.name}
        </label>
      ))}
    </fieldset>
  );
}

function HoursField({ language }: { language: Language }) {
  const t = messages[language];
  const now = clock.value;
  return (
    <div class="field">
      <label for="duty-hours">{t.until}</label>
      <select id="duty-hours" name="hours" aria-describedby="duty-hours-hint">
        {HOURS.map((hours) => (
          <option key={hours} value={hours} selected={hours === USUAL_HOURS}>
            {t.untilOption(formatTime(now + hours * HOUR_MS, language), hours)}
          </option>
        ))}
      </select>
      <p class="hint" id="duty-hours-hint">
        {t.untilHint}
      </p>
    </div>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  readonly usual: number;
  readonly children: readonly number[];
}

function Choices({ name, legend, hint, usual, children }: ChoicesProps) {
  return (
    <fieldset aria-describedby={`duty-${name}-hint`}>
      <legend class="label">{legend}</legend>
      <div class="duty-choices">
        {children.map((value) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === usual} />
            <span>{value}</span>
          </label>
        ))}
      </div>
      <p class="hint" id={`duty-${name}-hint`}>
        {hint}
      </p>
    </fieldset>
  );
}

/** Loading, unreachable, a shift whose key is elsewhere. */
export function DutyUnsettled({ duty, language }: DutyProps) {
  const t = messages[language];
  const phase = duty.phase.value;
  if (phase === "loading") return <p class="duty-wait soft">{t.loading}</p>;
  return (
    <div class="duty-form card stack">
      {phase === "foreign" ? <p>{t.foreign}</p> : <DutyFault duty={duty} language={language} />}
      {phase === "foreign" ? (
        <button class="button" onClick={() => void duty.stop()}>
          {t.stopForeign}
        </button>
      ) : (
        <button class="button button-lamp" onClick={() => void duty.load()}>
          {t.again}
        </button>
      )}
    </div>
  );
}
