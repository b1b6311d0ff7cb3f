import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Area, Line } from "../../ui/inputs.browser.tsx";
import { languageNames, languages, type Language } from "../../ui/languages.ts";
import type { Person } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { PERSON_LIMIT } from "../person.ts";
import type { AssociationPart } from "./association-app.browser.ts";
import type { MemberProps } from "./member.browser.tsx";

interface FieldsProps {
  readonly language: Language;
  readonly person: Person;
  readonly since: string;
  readonly onPerson: (change: Partial<Person>) => void;
  readonly onSince: (day: string) => void;
}

function Fields({ language, person, since, onPerson, onSince }: FieldsProps): JSX.Element {
  const t = deskMessages[language];
  return (
    <>
      <Line
        {...{ label: t.name, value: person.name, maxLength: PERSON_LIMIT.name }}
        onText={(name) => onPerson({ name })}
      />
      <Line
        {...{ label: t.mail, value: person.mail, maxLength: PERSON_LIMIT.mail }}
        onText={(mail) => onPerson({ mail: mail.trim() })}
      />
      <Area
        {...{ label: t.address, value: person.address, maxLength: PERSON_LIMIT.address }}
        hint={t.addressHint}
        onText={(address) => onPerson({ address })}
      />
      <div class="row association-sift">
        <Line {...{ label: t.memberSince, type: "date", value: since }} onText={onSince} />
        <label class="field">
          <span class="label">{t.speaks}</span>
          <select
            class="input"
            value={person.language}
            onChange={({ currentTarget }) => {
              const chosen = languages.find((one) => one === currentTarget.value);
              if (chosen) onPerson({ language: chosen });
            }}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

/** What is kept of her, corrected by the board. */
export function PersonForm({
  app,
  language,
  member,
  person: kept,
}: MemberProps & { readonly person: Person }): JSX.Element {
  const t = deskMessages[language];
  const [person, setPerson] = useState(kept);
  const [since, setSince] = useState(member.since);
  const { id, version } = member;
  return (
    <details>
      <summary>{t.correct}</summary>
      <div class="stack association-part">
        <Fields
          {...{ language, person, since, onSince: setSince }}
          onPerson={(change) => setPerson({ ...person, ...change })}
        />
        <div>
          <button
            type="button"
            class="button"
            onClick={() => void app.keepPerson({ id, version, person, since })}
          >
            {t.keep}
          </button>
        </div>
      </div>
    </details>
  );
}

/** Somebody who has joined at a meeting or by letter. */
export function NewMember({
  app,
  language,
  onDone,
}: AssociationPart & { readonly onDone: () => void }): JSX.Element {
  const t = deskMessages[language];
  const [person, setPerson] = useState<Person>({ name: "", mail: "", address: "", language: "sv" });
  const [since, setSince] = useState(app.board.value?.today ?? "");
  const [hasAgreed, setAgreed] = useState(false);
  const save = async (): Promise<void> => {
    const id = crypto.randomUUID();
    if (await app.keepPerson({ id, version: 0, person, since })) onDone();
  };
  return (
    <section class="card stack" aria-labelledby="association-new">
      <h2 id="association-new">{t.add}</h2>
      <Fields
        {...{ language, person, since, onSince: setSince }}
        onPerson={(change) => setPerson({ ...person, ...change })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={hasAgreed}
          onChange={({ currentTarget }) => setAgreed(currentTarget.checked)}
        />
        <span>{t.hasAgreed}</span>
      </label>
      <p class="hint">{t.hasAgreedSays}</p>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={!hasAgreed}
          onClick={() => void save()}
        >
          {t.enter}
        </button>
        <button type="button" class="button button-quiet" onClick={onDone}>
          {t.cancel}
        </button>
      </div>
    </section>
  );
}
