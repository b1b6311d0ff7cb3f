import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Line } from "../../ui/inputs.browser.tsx";
import type { Language } from "../../ui/languages.ts";
import { associationPages, type Member } from "../contract.ts";
import { Intake } from "../intake/intake.browser.tsx";
import { deskMessages } from "../messages.desk.ts";
import { feeYearOf } from "../policy.ts";
import { FILTERS, type MemberFilter, sifted } from "../sifting.ts";
import type { AssociationPart } from "./association-app.browser.ts";
import { MemberRow } from "./member.browser.tsx";
import { NewMember } from "./person-form.browser.tsx";
import { SaidNow } from "./said.browser.tsx";
import { saveRegister } from "./save-register.browser.ts";

/** Drawn at once; more when she asks. */
const AT_ONCE = 60;

/** Who has asked, who is a member, and who has paid. */
export function MembersPage(props: AssociationPart): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  const board = app.board.value;
  const members = board?.members ?? [];
  const asked = members.filter(({ stage }) => stage === "asked");
  const adding = useSignal<"one" | "file" | null>(null);
  return (
    <section class="board-page stack desk-print" aria-labelledby="association-members">
      <h1 class="desk-title" id="association-members">
        {t.members}
      </h1>
      <p class="soft desk-screen-only">{t.membersSays}</p>
      {board?.settings.isOpen === false && <p class="notice desk-screen-only">{t.notOpen}</p>}
      <SaidNow {...props} />
      <Asked {...props} asked={asked} />
      {adding.value === "one" ? (
        <NewMember {...props} onDone={() => (adding.value = null)} />
      ) : (
        <div class="row desk-screen-only">
          <button type="button" class="button button-lamp" onClick={() => (adding.value = "one")}>
            {t.add}
          </button>
          <button
            type="button"
            class="button"
            aria-expanded={adding.value === "file"}
            onClick={() => (adding.value = adding.value === "file" ? null : "file")}
          >
            {t.fromFile}
          </button>
        </div>
      )}
      {adding.value === "file" && <Intake {...props} />}
      <Register {...props} members={members.filter(({ stage }) => stage === "member")} />
    </section>
  );
}

function Asked({
  asked,
  ...props
}: AssociationPart & { asked: readonly Member[] }): JSX.Element | null {
  const t = deskMessages[props.language];
  if (asked.length === 0) return null;
  return (
    <section class="stack desk-screen-only" aria-labelledby="association-asked">
      <h2 id="association-asked">
        {t.asked} <span class="soft">({asked.length})</span>
      </h2>
      <ul class="desk-list card">
        {asked.map((member) => (
          <MemberRow key={member.id} {...props} member={member} />
        ))}
      </ul>
    </section>
  );
}

function Register({
  members,
  ...props
}: AssociationPart & { members: readonly Member[] }): JSX.Element {
  const { app, language } = props;
  const t = deskMessages[language];
  const [words, setWords] = useState("");
  const [filter, setFilter] = useState<MemberFilter>("all");
  const [most, setMost] = useState(AT_ONCE);
  const year = feeYearOf(app.board.value?.today ?? "");
  const found = sifted(members, { words, filter, year });
  if (members.length === 0)
    return (
      <div class="card stack">
        <p>{t.noMembers}</p>
        <p class="soft">{t.noMembersSays(associationPages.join)}</p>
      </div>
    );
  return (
    <>
      <Sift {...{ language, words, filter, year, setWords, setFilter }} />
      <p role="status">{t.found(found.length, members.length)}</p>
      <ul class="desk-list card">
        {found.slice(0, most).map((member) => (
          <MemberRow key={member.id} {...props} member={member} />
        ))}
      </ul>
      <div class="row desk-screen-only">
        {found.length > most && (
          <button type="button" class="button" onClick={() => setMost(most + AT_ONCE)}>
            {t.more}
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void saveRegister(found, language)}
        >
          {t.save}
        </button>
      </div>
      <p class="small soft desk-screen-only">{t.saveSays}</p>
    </>
  );
}

interface SiftProps {
  readonly language: Language;
  readonly words: string;
  readonly filter: MemberFilter;
  readonly year: number;
  readonly setWords: (words: string) => void;
  readonly setFilter: (filter: MemberFilter) => void;
}

function Sift({ language, words, filter, year, setWords, setFilter }: SiftProps): JSX.Element {
  const t = deskMessages[language];
  return (
    <div class="row association-sift desk-screen-only">
      <Line label={t.search} value={words} maxLength={120} onText={setWords} />
      <label class="field">
        <span class="label">{t.show}</span>
        <select
          class="input"
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value as MemberFilter)}
        >
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {t[`filter-${one}`](one === "paid-before" ? year - 1 : year)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
