import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { feeMessages } from "../messages.fees.ts";
import { dayInWords } from "../when.ts";
import type { Reminders, Round } from "./contract.ts";
import type { FeesPart } from "./fees.browser.tsx";

const LOOK_AGAIN_MS = 3000;

/** What was sent, how far it has come, and the letters to print. */
export function Rounds(props: FeesPart & { readonly board: Reminders }): JSX.Element {
  const { fees, language, board } = props;
  const t = feeMessages[language];
  const isUnderway = board.rounds.some(({ mails }) => mails.waiting > 0);
  useEffect(() => {
    if (!isUnderway) return undefined;
    const timer = setInterval(() => void fees.look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnderway, fees]);
  return (
    <>
      <h2 class="desk-screen-only">{t.earlier}</h2>
      {board.rounds.length === 0 && <p class="soft desk-screen-only">{t.none}</p>}
      <ul class="association-meetings">
        {board.rounds.map((round) => (
          <RoundCard key={round.id} {...props} round={round} />
        ))}
      </ul>
    </>
  );
}

function RoundCard({ app, language, round }: FeesPart & { readonly round: Round }): JSX.Element {
  const t = feeMessages[language];
  const { year, on, mails, letters, text } = round;
  const facts = [
    t.sent(mails.sent),
    mails.waiting === 0 ? "" : t.waiting(mails.waiting),
    mails.tried === 0 ? "" : t.tried(mails.tried),
    letters.length === 0 ? "" : t.letters(letters.length),
  ];
  return (
    <li class={letters.length === 0 ? "card stack desk-screen-only" : "card stack"}>
      <p>
        <strong>{t.round(year, dayInWords(on, language))}</strong>
        <br />
        <span class="small soft desk-screen-only">
          {facts.filter((one) => one !== "").join(" · ")}
        </span>
      </p>
      {text === null && <p class="notice desk-screen-only">{t.unreadable}</p>}
      {mails.failed.length > 0 && (
        <div class="notice notice-danger desk-screen-only">
          <p>{t.failedList}</p>
          <ul>
            {mails.failed.map((member) => (
              <li key={member}>{app.nameOf(member) || t.gone}</li>
            ))}
          </ul>
        </div>
      )}
      {letters.length > 0 && <Letters {...{ app, language, round }} />}
    </li>
  );
}

/** To whom a letter goes, with what stands in it: on paper, the list to write from. */
function Letters({ app, language, round }: Pick<FeesPart, "app" | "language"> & { round: Round }) {
  const t = feeMessages[language];
  const members = app.members().filter(({ id }) => round.letters.includes(id));
  return (
    <details>
      <summary class="desk-screen-only">{t.byLetter}</summary>
      <p class="lines">{round.text?.sv}</p>
      <ul>
        {members.map(({ id, person, page }) => (
          <li key={id}>
            <span class="lines">
              {person?.name}, {person?.address}
            </span>
            <span class="association-link small soft"> {location.origin + (page ?? "")}</span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button button-quiet desk-screen-only"
        onClick={() => window.print()}
      >
        {t.print}
      </button>
    </details>
  );
}
