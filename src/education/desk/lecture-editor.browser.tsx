import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Prose } from "../../pages/index.browser.ts";
import { Area, Line, NumberLine } from "../../ui/inputs.browser.tsx";
import type { Language } from "../../ui/languages.ts";
import { AUDIENCES, type Lecture, type LectureContent, SPOKEN, WAYS } from "../contract.ts";
import { offerMessages } from "../messages.offer.ts";
import { nameMessages } from "../messages.names.ts";
import { languagesInWords } from "../names.ts";
import { isLink, isWhole } from "../policy.ts";
import type { AddFile } from "./file-picker.browser.tsx";
import { Materials } from "./materials.browser.tsx";

interface EditorProps {
  readonly lecture: Lecture;
  readonly language: Language;
  readonly addFile: AddFile;
  readonly onChange: (lecture: Lecture) => void;
  readonly onSave: () => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}
export interface ContentProps {
  readonly content: LectureContent;
  readonly language: Language;
  readonly set: (change: Partial<LectureContent>) => void;
}

/** Everything of one lecture, with the page's text as it will stand. */
export function LectureEditor(props: EditorProps): JSX.Element {
  const { lecture, language, onChange } = props;
  const { content } = lecture;
  const t = offerMessages[language];
  const set = (change: Partial<LectureContent>): void =>
    onChange({ ...lecture, content: { ...content, ...change } });
  const part = { content, language, set };
  return (
    <div class="card stack">
      <h2>{content.title.sv || t.newLecture}</h2>
      <Words {...part} tongue="sv" />
      <Facts {...part} />
      <details>
        <summary>{t.inEnglish}</summary>
        <div class="stack">
          <Words {...part} tongue="en" />
        </div>
      </details>
      <Materials {...part} addFile={props.addFile} />
      <Ending {...props} />
    </div>
  );
}

function Words({ content, language, set, tongue }: ContentProps & { tongue: Language }) {
  const t = offerMessages[language];
  const isShown = useSignal(false);
  const suffix = tongue === "sv" ? "" : ` (${t.english})`;
  const word = (name: "title" | "summary" | "text" | "region") => ({
    value: content[name][tongue],
    onText: (said: string) => set({ [name]: { ...content[name], [tongue]: said } }),
  });
  return (
    <>
      <Line label={t.title + suffix} {...word("title")} maxLength={120} />
      <Line label={t.summary + suffix} hint={t.summaryHint} {...word("summary")} maxLength={400} />
      <Area label={t.text + suffix} hint={t.textHint} {...word("text")} maxLength={12_000} />
      <div>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isShown.value}
          onClick={() => void (isShown.value = !isShown.value)}
        >
          {isShown.value ? t.hidePreview : t.preview}
          {suffix}
        </button>
      </div>
      {isShown.value && (
        <div class="education-preview" role="region" aria-label={t.preview + suffix}>
          <Prose text={content.text[tongue]} />
        </div>
      )}
      <Line label={t.region + suffix} hint={t.regionHint} {...word("region")} maxLength={200} />
    </>
  );
}

function Facts({ content, language, set }: ContentProps): JSX.Element {
  const t = offerMessages[language];
  const n = nameMessages[language];
  return (
    <>
      <Ticks
        legend={t.audience}
        options={AUDIENCES.map((one) => [one, n[one]])}
        chosen={content.audiences}
        onChosen={(audiences) => set({ audiences })}
      />
      <div class="row">
        <NumberLine
          {...{ label: t.minutes, value: content.minutes, min: 10, max: 600 }}
          onNumber={(minutes) => set({ minutes })}
        />
        <NumberLine
          {...{ label: t.price, hint: t.priceHint, value: content.price, min: 0, max: 1_000_000 }}
          onNumber={(price) => set({ price })}
        />
      </div>
      <Ticks
        legend={t.spoken}
        options={SPOKEN.map((one) => [one, languagesInWords([one], language)])}
        chosen={content.languages}
        onChosen={(languages) => set({ languages })}
      />
      <Ticks
        legend={t.ways}
        options={WAYS.map((one) => [one, n[one]])}
        chosen={content.ways}
        onChosen={(ways) => set({ ways })}
      />
    </>
  );
}

interface TicksProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: readonly T[];
  readonly onChosen: (chosen: T[]) => void;
}

function Ticks<T extends string>({ legend, options, chosen, onChosen }: TicksProps<T>) {
  const turn = (id: T): void =>
    onChosen(options.flatMap(([one]) => ((one === id) !== chosen.includes(one) ? [one] : [])));
  return (
    <fieldset class="field">
      <legend class="label">{legend}</legend>
      <div class="education-ticks">
        {options.map(([id, label]) => (
          <label class="check" key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Ending(props: EditorProps): JSX.Element {
  const { lecture, language, onChange } = props;
  const t = offerMessages[language];
  const { content, isPublished } = lecture;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={isPublished}
          disabled={!isPublished && !isWhole(content)}
          onChange={({ currentTarget }) =>
            onChange({ ...lecture, isPublished: currentTarget.checked })
          }
        />
        <span>
          {t.publish}
          {!isWhole(content) && <span class="hint desk-block">{t.notWhole}</span>}
        </span>
      </label>
      <Buttons {...props} />
    </>
  );
}

function Buttons({ lecture, language, onSave, onDrop, onCancel }: EditorProps): JSX.Element {
  const t = offerMessages[language];
  const isSure = useSignal(false);
  const { content, isPublished, version } = lecture;
  const areLinks = content.materials.every(({ title, address }) => title !== "" && isLink(address));
  return (
    <div class="row">
      <button
        type="button"
        class="button button-lamp"
        disabled={!areLinks || (isPublished && !isWhole(content))}
        onClick={onSave}
      >
        {t.save}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t.back}
      </button>
      {version > 0 && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => (isSure.value ? onDrop() : (isSure.value = true))}
        >
          {isSure.value ? t.removeSure : t.remove}
        </button>
      )}
    </div>
  );
}
