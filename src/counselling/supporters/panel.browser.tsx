import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenedMailbox } from "../../letters/index.browser.ts";
import { type AskView, type SupporterView, VISITS, type Visit } from "../contract.ts";
import { Pick } from "../desk/pick.browser.tsx";
import type { FormBook } from "../../forms/index.browser.ts";
import { supporterMessages } from "../messages.supporters.ts";
import { readRequest } from "../request.ts";
import { type Fits, fitsOf, rankOf, weekdayOf, type Wish, wishOf } from "./fits.ts";
import { dayName, type SupportersPart, SupportersSaid, willingInWords } from "./page.browser.tsx";
import { ForMe } from "./reply.browser.tsx";

type Part = SupportersPart & { readonly opened: OpenedMailbox; readonly book: FormBook };

/** In a request for a supporter: whom it suits, who is asked, who comes. */
export function SupporterPanel(props: Part): JSX.Element | null {
  const { app, opened, language, book } = props;
  const t = supporterMessages[language];
  const mailbox = opened.view.id;
  useEffect(() => {
    app.said.value = null;
    void app.look();
  }, [mailbox, opened]);
  const [first] = opened.read.letters;
  const request = first?.ok ? readRequest(first.text) : undefined;
  const asks = app.asksOf(mailbox);
  if (request?.form.kind !== "accompany" && asks.length === 0) return null;
  const form = request && book.find(request.form);
  const wish = typeof form === "object" ? wishOf(form.definition, request?.answers ?? {}) : nothing;
  const isFound = asks.some(({ state }) => state === "yes");
  return (
    <section class="card stack" aria-labelledby="supporter-title">
      <h3 id="supporter-title">{t.panel}</h3>
      <SupportersSaid {...props} />
      <ForMe {...props} mailbox={mailbox} />
      <Asked {...props} asks={asks.filter(({ mine }) => !mine)} />
      {isFound ? (
        <p class="soft">{t.writeToo}</p>
      ) : (
        <Suited key={JSON.stringify(wish)} {...props} given={wish} />
      )}
    </section>
  );
}

const nothing: Wish = { visit: null, town: "", date: "" };

function Asked(props: Part & { readonly asks: readonly AskView[] }): JSX.Element {
  const { app, asks, language } = props;
  const t = supporterMessages[language];
  const says = ({ state, name, alias }: AskView): string =>
    state === "ended-by-her" ? t["said_ended-by-her"] : t[`said_${state}`](name, alias);
  return (
    <ul class="desk-list">
      {asks.map((ask) => (
        <li key={ask.member}>
          <span class="desk-list-text">{says(ask)}</span>
          {(ask.state === "asked" || ask.state === "yes") && (
            <button
              type="button"
              class="button button-quiet"
              onClick={() => void app.end(ask.mailbox, ask.member)}
            >
              {ask.state === "yes" ? t.callOff : t.takeBack}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What her answers say can be put right here, for the list alone: nothing of it is sent. */
function Suited(props: Part & { readonly given: Wish }): JSX.Element | null {
  const { app, opened, language, given } = props;
  const t = supporterMessages[language];
  const [wish, setWish] = useState(given);
  const asks = app.asksOf(opened.view.id);
  const isOpen = (id: string): boolean =>
    !asks.some(({ member, state }) => member === id && (state === "asked" || state === "yes"));
  const all = (app.known.value?.willing ?? []).map((one) => ({ one, fits: fitsOf(one, wish) }));
  const sorted = all
    .filter(({ one }) => isOpen(one.id))
    .toSorted((a, b) => rankOf(a.fits) - rankOf(b.fits));
  if (all.length > 0 && sorted.length === 0) return null;
  return (
    <>
      <Visiting wish={wish} language={language} onWish={setWish} />
      {all.length === 0 && (
        <p class="soft">
          <strong>{t.none}.</strong> {t.noneSays}
        </p>
      )}
      <ul class="desk-list">
        {sorted.map(({ one, fits }) => (
          <Candidate key={one.id} {...props} {...{ one, fits, wish }} />
        ))}
      </ul>
    </>
  );
}

interface VisitingProps extends Pick<Part, "language"> {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

function Visiting({ wish, language, onWish }: VisitingProps): JSX.Element {
  const t = supporterMessages[language];
  return (
    <fieldset class="row">
      <legend class="label">{t.wish}</legend>
      <Pick
        label={t.visit}
        value={wish.visit ?? ""}
        of={[["", t.notSaid] as const, ...VISITS.map((one) => [one, t[one]] as const)]}
        onPick={(visit: Visit | "") => onWish({ ...wish, visit: visit === "" ? null : visit })}
      />
      <label class="field">
        <span class="label">{t.town}</span>
        <input
          type="text"
          class="input"
          autocomplete="off"
          value={wish.town}
          onInput={({ currentTarget }) => onWish({ ...wish, town: currentTarget.value })}
        />
      </label>
      <label class="field">
        <span class="label">{t.date}</span>
        <input
          type={"date" as "text"}
          class="input"
          autocomplete="off"
          value={wish.date}
          onInput={({ currentTarget }) => onWish({ ...wish, date: currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

type CandidateProps = Part & {
  readonly one: SupporterView;
  readonly fits: Fits;
  readonly wish: Wish;
};

function Candidate(props: CandidateProps): JSX.Element {
  const { app, opened, one, fits, language } = props;
  const t = supporterMessages[language];
  const words = [t.fits, t.maybe, t.not] as const;
  return (
    <li>
      <span class="desk-list-text">
        <strong>{one.mine ? `${one.name} (${t.you})` : one.name}</strong>{" "}
        <span class="pill">{words[rankOf(fits)]}</span>
        <span class="small soft">{whyIn(props)}</span>
      </span>
      <button type="button" class="button" onClick={() => void app.ask(opened.view.id, one.id)}>
        {t.ask}
        <span class="visually-hidden"> {one.name}</span>
      </button>
    </li>
  );
}

/** What does not suit; where all does, what she is willing to. */
function whyIn({ one, fits, wish, language }: CandidateProps): string {
  const t = supporterMessages[language];
  const day = wish.date === "" ? "" : dayName(weekdayOf(wish.date), language);
  const why = [
    ...(fits.visit === "no" ? [t.whyVisit] : []),
    ...(fits.town === "no" ? [t.whyTown] : []),
    ...(fits.day === "no" ? [t.whyDay(day)] : []),
  ];
  return why.length > 0 ? why.join(", ") : willingInWords(one, language);
}
