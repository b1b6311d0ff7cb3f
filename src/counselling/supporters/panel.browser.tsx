import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { InboxApp, OpenedMailbox } from "../../letters/index.browser.ts";
import { type SupporterView, VISITS, type Visit } from "../contract.ts";
import { Pick } from "../desk/pick.browser.tsx";
import type { FormBook } from "../../forms/index.browser.ts";
import { supporterMessages } from "../messages.supporters.ts";
import { readRequest } from "../request.ts";
import { type Fits, fitsOf, rankOf, weekdayOf, type Wish, wishOf } from "./fits.ts";
import { Asked } from "./asked.browser.tsx";
import { type SupportersPart, SupportersSaid } from "./page.browser.tsx";
import { Visit as VisitLines, WordsField } from "./told.browser.tsx";
import { dayName, willingInWords } from "./willing.browser.tsx";

type Part = SupportersPart & {
  readonly inbox: InboxApp;
  readonly opened: OpenedMailbox;
  readonly book: FormBook;
};

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
      <Asked {...props} asks={asks} />
      {isFound ? (
        <p class="soft">{t.writeToo}</p>
      ) : (
        <Suited key={JSON.stringify(wish)} {...props} given={wish} />
      )}
    </section>
  );
}

const nothing: Wish = { visit: null, town: "", date: "" };

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
  const { one, fits, language } = props;
  const [isAsking, setAsking] = useState(false);
  const t = supporterMessages[language];
  const words = [t.fits, t.maybe, t.not] as const;
  return (
    <li class={isAsking ? "stack" : ""}>
      <span class="desk-list-text">
        <strong>{one.mine ? `${one.name} (${t.you})` : one.name}</strong>{" "}
        <span class="pill">{words[rankOf(fits)]}</span>
        <span class="small soft">{whyIn(props)}</span>
      </span>
      {isAsking ? (
        <Asking {...props} onOver={() => setAsking(false)} />
      ) : (
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {t.ask}
          <span class="visually-hidden"> {one.name}</span>
        </button>
      )}
    </li>
  );
}

/** What she may read, before it is sealed to her: the visit, and as little more as she needs. */
function Asking(props: CandidateProps & { readonly onOver: () => void }): JSX.Element {
  const { app, inbox, opened, one, wish, language, onOver } = props;
  const t = supporterMessages[language];
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const visit = { visit: wish.visit ?? "", town: wish.town.trim(), date: wish.date };
  const send = async (): Promise<void> => {
    setBusy(true);
    const words = { ...visit, text: text.trim() };
    const isAsked = await app.ask(inbox.ring.value, opened.view.id, one, words);
    setBusy(false);
    if (isAsked) onOver();
  };
  return (
    <div class="notice stack">
      <strong>{t.mayRead(one.name)}</strong>
      <VisitLines {...visit} language={language} />
      <WordsField label={t.alsoKnow} hint={t.onlyWhatSheNeeds} text={text} onText={setText} />
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={isBusy}
          onClick={() => void send()}
        >
          {t.sendQuestion}
        </button>
        <button type="button" class="button button-quiet" onClick={onOver}>
          {t.notNow}
        </button>
      </div>
    </div>
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
