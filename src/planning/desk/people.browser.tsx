import type { JSX } from "preact";
import { type PersonView, type Standing, STANDINGS } from "../contract.ts";
import { planMessages } from "../messages.plan.ts";
import type { PlanPart } from "./plan-app.browser.ts";
import { qualityIn } from "./words.ts";

/** How experienced each is: by the coordinator's word. */
export function PeoplePart(props: PlanPart): JSX.Element {
  const { language, plan } = props;
  const t = planMessages[language];
  return (
    <section class="card stack" aria-labelledby="plan-people">
      <h2 id="plan-people">{t.people}</h2>
      <p class="soft">{t.peopleSays}</p>
      <ul class="desk-list">
        {(plan.people.value ?? []).map((person) => (
          <One key={person.member} {...props} person={person} />
        ))}
      </ul>
    </section>
  );
}

function One({ language, plan, person }: PlanPart & { readonly person: PersonView }): JSX.Element {
  const t = planMessages[language];
  const { knows, mostAMonth } = person;
  const notes = [
    ...knows.map((one) => qualityIn(one, language)),
    ...(mostAMonth === null ? [] : [t.mostAMonth(mostAMonth)]),
  ];
  return (
    <li>
      <span class="desk-list-text">
        <strong>{person.name}</strong>
        {notes.length > 0 && <span class="small soft">{notes.join(", ")}</span>}
      </span>
      <select
        class="input calendar-standing"
        aria-label={t.standingOf(person.name)}
        value={person.standing}
        onChange={({ currentTarget }) =>
          void plan.savePerson({ ...person, standing: currentTarget.value as Standing })
        }
      >
        {STANDINGS.map((one) => (
          <option key={one} value={one} selected={one === person.standing}>
            {t[one]}
          </option>
        ))}
      </select>
    </li>
  );
}
