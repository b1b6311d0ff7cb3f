import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Said } from "../../forms/index.ts";
import { Confirm } from "../../people/index.browser.ts";
import { Area, NumberLine } from "../../ui/inputs.browser.tsx";
import { associationPages } from "../contract.ts";
import type { AssociationPart } from "../desk/association-app.browser.ts";
import { reminderMail } from "../mails.ts";
import { feeMessages } from "../messages.fees.ts";
import { feeYearOf } from "../policy.ts";
import { REMINDER_LIMIT } from "./contract.ts";
import { FeesApp } from "./fees-app.browser.ts";
import { toRemind } from "./policy.ts";
import { Rounds } from "./rounds.browser.tsx";

export type FeesPart = AssociationPart & { readonly fees: FeesApp };

/** Those who have not paid are reminded, by mail and by letter; nobody twice in a month. */
export function FeesPage(props: AssociationPart): JSX.Element {
  const { app, language } = props;
  const t = feeMessages[language];
  const fees = useMemo(() => new FeesApp(app), [app]);
  useEffect(() => void fees.look(), [fees]);
  const { value: done } = fees.done;
  const { value: fault } = fees.fault;
  return (
    <section class="board-page stack desk-print" aria-labelledby="association-fees">
      <h1 class="desk-title desk-screen-only" id="association-fees">
        {t.title}
      </h1>
      <p class="soft desk-screen-only">{t.says}</p>
      <div role="status" class="desk-screen-only">
        {fault && <p class="notice notice-danger">{t[fault]}</p>}
        {done && <p class="notice notice-open">{t.done(done.mails, done.letters)}</p>}
      </div>
      {fees.board.value && (
        <>
          <Reminding {...{ ...props, fees }} />
          <Rounds {...{ ...props, fees, board: fees.board.value }} />
        </>
      )}
    </section>
  );
}

function Reminding(props: FeesPart): JSX.Element {
  const { app, fees, language } = props;
  const t = feeMessages[language];
  const board = app.board.value;
  const today = board?.today ?? "";
  const [year, setYear] = useState(feeYearOf(today));
  const [written, write] = useState<Said | null>(null);
  const { kronor = 0, words } = board?.settings ?? {};
  const usual = (one: "sv" | "en"): string =>
    feeMessages[one].usual(year, kronor, words?.[one] || (words?.sv ?? ""));
  // Until she has written something it follows the year.
  const text = written ?? { sv: usual("sv"), en: usual("en") };
  const reminded = fees.board.value?.reminded ?? [];
  const { byMail, byLetter, recently } = toRemind(board?.members ?? [], year, { reminded, today });
  const [mails, letters] = [byMail.length, byLetter.length];
  const canSend = (board?.canSend ?? false) || mails === 0;
  return (
    <div class="card stack desk-screen-only">
      <NumberLine {...{ label: t.year, value: year, min: 2000, max: 2100 }} onNumber={setYear} />
      <p role="status">
        <strong>{mails + letters === 0 ? t.nobody : t.count(mails, letters)}</strong>{" "}
        {recently.length > 0 && t.recently(recently.length)}
      </p>
      {mails + letters > 0 && (
        <>
          <Text {...{ ...props, text, year, write }} />
          {!canSend && <p class="notice">{t.noMail}</p>}
          {canSend && text.sv.trim() !== "" && (
            <Confirm
              {...{ label: t.send, question: t.sure(mails, letters), yes: t.yes, no: t.no }}
              busy={fees.busy.value}
              onYes={() => void fees.remind({ id: crypto.randomUUID(), year, text })}
            />
          )}
        </>
      )}
    </div>
  );
}

interface TextProps extends FeesPart {
  readonly text: Said;
  readonly year: number;
  readonly write: (text: Said) => void;
}

/** What the board writes, and the mail as it will be: the same words are put together here and there. */
function Text({ fees, language, text, year, write }: TextProps): JSX.Element {
  const t = feeMessages[language];
  const mail = reminderMail({
    person: { name: t.sample, mail: "", address: "", language },
    jour: fees.board.value?.jour ?? "",
    link: `${location.origin}${associationPages.own.replace(":key", "…")}`,
    ...{ year, text },
  });
  return (
    <>
      <Area
        {...{ label: t.text, hint: t.textHint, value: text.sv, maxLength: REMINDER_LIMIT }}
        onText={(sv) => write({ ...text, sv })}
      />
      <Area
        {...{ label: t.textEnglish, hint: t.textEnglishHint, value: text.en }}
        maxLength={REMINDER_LIMIT}
        onText={(en) => write({ ...text, en })}
      />
      <details>
        <summary>{t.preview}</summary>
        <div class="card stack association-mail">
          <p>
            <strong>{t.subject(mail.subject)}</strong>
          </p>
          <p class="lines">{mail.text}</p>
        </div>
      </details>
    </>
  );
}
