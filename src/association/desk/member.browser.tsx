import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Confirm } from "../../people/index.browser.ts";
import { NumberLine } from "../../ui/inputs.browser.tsx";
import type { Member } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { feeYearOf, hasPaid, lastDayBefore } from "../policy.ts";
import { dayInWords } from "../when.ts";
import type { AssociationPart } from "./association-app.browser.ts";
import { PersonForm } from "./person-form.browser.tsx";

export type MemberProps = AssociationPart & { readonly member: Member };

function factsOf({ app, language, member }: MemberProps): string {
  const t = deskMessages[language];
  const { stage, since, fees, deleteOn, person } = member;
  if (person === null) return t.unreadable;
  if (stage === "asked") return t.askedOn(dayInWords(since, language));
  const year = feeYearOf(app.board.value?.today ?? "");
  const facts = [
    hasPaid(fees, year) ? t.paid(year) : t.unpaid(year),
    t.since(dayInWords(since, language)),
    person.mail === "" ? t.byLetter : "",
    deleteOn === null ? "" : t.leavesOn(dayInWords(lastDayBefore(deleteOn), language)),
  ];
  return facts.filter((one) => one !== "").join(" · ");
}

export function MemberRow(props: MemberProps): JSX.Element {
  const { language, member } = props;
  const t = deskMessages[language];
  const isOpen = useSignal(false);
  const name = member.person?.name ?? t.nameless;
  return (
    <li>
      <span class="desk-list-text">
        <strong>{name}</strong>
        <span class="small soft">{factsOf(props)}</span>
      </span>
      <button
        type="button"
        class="button desk-screen-only"
        aria-expanded={isOpen.value}
        onClick={() => void (isOpen.value = !isOpen.value)}
      >
        {isOpen.value ? t.close : t.open} <span class="visually-hidden">{name}</span>
      </button>
      {isOpen.value && <Details {...props} />}
    </li>
  );
}

function Details(props: MemberProps): JSX.Element {
  const { app, language, member } = props;
  const t = deskMessages[language];
  const { stage, person, consent } = member;
  return (
    <div class="stack association-details desk-screen-only">
      {person && stage === "asked" && (
        <>
          <p class="lines">
            {[person.mail, person.address].filter((one) => one !== "").join("\n")}
          </p>
          <p class="small soft">{t.admitSays}</p>
          <div>
            <button type="button" class="button button-lamp" onClick={() => void app.admit(member)}>
              {t.admit}
            </button>
          </div>
        </>
      )}
      {person && stage === "member" && (
        <>
          <Fees {...props} />
          <OwnPage {...props} />
          <PersonForm {...props} person={person} />
          <p class="small soft">
            {t[`agreed-${consent.how}`](dayInWords(consent.on, language), consent.version)}
          </p>
        </>
      )}
      <Confirm
        label={stage === "asked" ? t.decline : t.remove}
        question={t.removeSure(person?.name ?? t.nameless)}
        {...{ yes: t.removeYes, no: t.no, busy: false }}
        onYes={() => void app.remove(member.id)}
      />
    </div>
  );
}

/** By hand: what came to the bank or in a tin. */
function Fees({ app, language, member }: MemberProps): JSX.Element {
  const t = deskMessages[language];
  const board = app.board.value;
  const [year, setYear] = useState(feeYearOf(board?.today ?? ""));
  const [kronor, setKronor] = useState(board?.settings.kronor ?? 0);
  return (
    <fieldset class="stack association-part">
      <legend class="label">{t.fees}</legend>
      {member.fees.length === 0 && <p class="soft">{t.noFees}</p>}
      <ul class="association-fees">
        {member.fees.map((fee) => (
          <li key={fee.year}>
            {t.feeOf(fee.year, fee.kronor, dayInWords(fee.on, language))}{" "}
            <button
              type="button"
              class="button button-quiet"
              onClick={() => void app.fee(member, fee.year, null)}
            >
              {t.takeBack} <span class="visually-hidden">{fee.year}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="row association-sift">
        <NumberLine {...{ label: t.year, value: year, min: 2000, max: 2100 }} onNumber={setYear} />
        <NumberLine
          {...{ label: t.kronor, value: kronor, min: 0, max: 100_000 }}
          onNumber={setKronor}
        />
        <button type="button" class="button" onClick={() => void app.fee(member, year, kronor)}>
          {t.noteFee}
        </button>
      </div>
    </fieldset>
  );
}

/** For her whom no mail reaches: written in the letter to her. */
function OwnPage({ language, member }: MemberProps): JSX.Element | null {
  const t = deskMessages[language];
  if (member.page === null) return null;
  return (
    <details>
      <summary>{t.ownPage}</summary>
      <p class="small soft">{t.ownPageSays}</p>
      <p class="association-link">{location.origin + member.page}</p>
    </details>
  );
}
