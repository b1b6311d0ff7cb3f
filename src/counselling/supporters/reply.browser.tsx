import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { supporterMessages } from "../messages.supporters.ts";
import type { SupportersPart } from "./page.browser.tsx";

/** Above the board: what she herself is asked. */
export function AskedNotice(
  props: SupportersPart & { readonly onOpen: (mailbox: string) => void },
): JSX.Element {
  const { app, language, onOpen } = props;
  const t = supporterMessages[language];
  return (
    <div role="status" class="stack">
      {app.forMe.map(({ mailbox, state }) => (
        <div class="notice stack" key={mailbox}>
          <strong>{state === "yes" ? t.youCome : t.youAsked}</strong>
          {state === "asked" && <p>{t.youAskedSays}</p>}
          <button type="button" class="button" onClick={() => onOpen(mailbox)}>
            {t.openIt}
          </button>
        </div>
      ))}
    </div>
  );
}

/** In the request: yes with a name for her, or no. */
export function ForMe(props: SupportersPart & { readonly mailbox: string }): JSX.Element | null {
  const { app, language, mailbox } = props;
  const t = supporterMessages[language];
  const mine = app.forMe.find((one) => one.mailbox === mailbox);
  const wasMine = app.asksOf(mailbox).find((one) => one.mine);
  if (mine?.state === "asked") return <Reply {...props} />;
  if (!mine)
    return wasMine?.state === "ended-by-her" ? <p class="notice">{t.youNeedNot}.</p> : null;
  return (
    <div class="notice stack">
      <strong>{t.youCome}</strong>
      <button type="button" class="button" onClick={() => void app.end(mailbox, mine.member)}>
        {t.cannot}
      </button>
    </div>
  );
}

function Reply({
  app,
  language,
  mailbox,
}: SupportersPart & { readonly mailbox: string }): JSX.Element {
  const t = supporterMessages[language];
  const [alias, setAlias] = useState(app.staff.me.value?.name.slice(0, 40) ?? "");
  return (
    <div class="notice stack">
      <strong>{t.youAsked}</strong>
      <label class="field">
        <span class="label">{t.alias}</span>
        <span class="hint">{t.aliasHint}</span>
        <input
          type="text"
          class="input"
          maxLength={40}
          autocomplete="off"
          value={alias}
          onInput={({ currentTarget }) => setAlias(currentTarget.value)}
        />
      </label>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={alias.trim() === ""}
          onClick={() => void app.reply(mailbox, true, alias.trim())}
        >
          {t.yes}
        </button>
        <button type="button" class="button" onClick={() => void app.reply(mailbox, false, "")}>
          {t.no}
        </button>
      </div>
    </div>
  );
}
