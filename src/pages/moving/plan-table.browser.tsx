import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Button, Field, Pick } from "../desk/parts.browser.tsx";
import type { Part } from "../desk/room.browser.tsx";
import { isDated, type Kind, KINDS } from "../kinds.ts";
import { deskMessages } from "../messages.desk.ts";
import { movingMessages } from "../messages.moving.ts";
import { pageMessages } from "../messages.ts";
import { LeftList } from "./left-list.browser.tsx";
import type { Plan, PlannedPage } from "./plan.ts";

export interface PageChoice {
  readonly isTaken: boolean;
  readonly kind: Kind;
  readonly dated: string | null;
}

/** What she has decided of each page, by its file; and on which face they are to stand. */
export interface Choice {
  readonly pages: ReadonlyMap<string, PageChoice>;
  readonly face: string | null;
}

interface PlanProps extends Part {
  readonly plan: Plan;
  readonly onMake: (plan: Plan, choice: Choice) => void;
}

/** What was found, to be looked over before anything is put in. */
export function PlanTable({ plan, book, language, onMake }: PlanProps): JSX.Element {
  const t = movingMessages[language];
  const pages = useSignal<ReadonlyMap<string, PageChoice>>(
    new Map(plan.pages.map(({ path, kind, dated }) => [path, { isTaken: true, kind, dated }])),
  );
  const face = useSignal("");
  const taken = [...pages.value.values()].filter(({ isTaken }) => isTaken).length;
  const set = (path: string, change: PageChoice): void => {
    pages.value = new Map(pages.value).set(path, change);
  };
  return (
    <>
      <p>
        <strong>{t.found(plan.pages.length, plan.pictures.size)}</strong> {t.foundSays}
      </p>
      <ul class="pages-list">
        {plan.pages.map((page) => (
          <Line
            key={page.path}
            {...{ page, language, choice: pages.value.get(page.path) }}
            onChoice={(choice) => set(page.path, choice)}
          />
        ))}
      </ul>
      <FacePick {...{ book, language }} face={face.value} onFace={(id) => (face.value = id)} />
      <LeftList left={plan.left.rows} language={language} />
      <p>
        <Button
          kind="lamp"
          disabled={taken === 0}
          onPress={() => onMake(plan, { pages: pages.value, face: face.value || null })}
        >
          {t.make(taken)}
        </Button>
      </p>
    </>
  );
}

interface FaceProps extends Part {
  readonly face: string;
  readonly onFace: (face: string) => void;
}

/** On which face of the jour the pages are to stand. */
function FacePick({ book, language, face, onFace }: FaceProps): JSX.Element | null {
  const faces = book.list.value?.faces ?? [];
  if (faces.length < 2) return null;
  return (
    <Pick
      label={movingMessages[language].face}
      value={face}
      of={[
        ["", deskMessages[language].allFaces],
        ...faces.map(({ id, name }) => [id, name] as const),
      ]}
      onPick={onFace}
    />
  );
}

interface LineProps extends Pick<Part, "language"> {
  readonly page: PlannedPage;
  readonly choice: PageChoice | undefined;
  readonly onChoice: (choice: PageChoice) => void;
}

function Line({ page, choice, onChoice, language }: LineProps): JSX.Element | null {
  const id = useId();
  if (!choice) return null;
  const { isTaken } = choice;
  return (
    <li class="card stack">
      <div class="check">
        <input
          id={id}
          type="checkbox"
          checked={isTaken}
          onChange={(event) => onChoice({ ...choice, isTaken: event.currentTarget.checked })}
        />
        <label for={id}>
          {page.title}
          <span class="small soft pages-under">{page.path}</span>
        </label>
      </div>
      {isTaken && <Guess {...{ page, choice, onChoice, language }} />}
    </li>
  );
}

/** What was guessed of it, for her to change. */
function Guess({ page, choice, onChoice, language }: LineProps & { readonly choice: PageChoice }) {
  const t = movingMessages[language];
  const { kind, dated } = choice;
  const pick = (value: Kind): void =>
    onChoice({ ...choice, kind: value, dated: isDated(value) ? (dated ?? page.dated) : null });
  return (
    <div class="pages-both">
      <Pick<Kind>
        label={t.kindOf(page.title)}
        value={kind}
        of={KINDS.map((one) => [one, pageMessages[language][one]] as const)}
        onPick={pick}
      />
      {isDated(kind) && (
        <Field
          label={t.dateOf(page.title)}
          type="date"
          value={dated ?? ""}
          onValue={(value) => onChoice({ ...choice, dated: value === "" ? null : value })}
        />
      )}
    </div>
  );
}
