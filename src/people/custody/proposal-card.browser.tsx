import type { Result } from "../../platform/result.ts";
import type { Language } from "../../ui/languages.ts";
import { Confirm } from "../confirm.browser.tsx";
import { dateTime } from "../months.ts";
import { Digits } from "../waiting-screen.browser.tsx";
import type { PartProps } from "./custody-page.browser.tsx";
import type { Custody, Waiting } from "./custody.browser.ts";
import { signWaiting, withdrawWaiting } from "./sign.browser.ts";
import { messages } from "./messages.custody.ts";

export type Act = (what: () => Promise<Result<unknown>>) => Promise<boolean>;
type Read = Extract<Waiting["read"], { ok: true }>["value"];
type CardProps = PartProps & { readonly one: Waiting };

/** One act that waits: what it does in plain words, the digits, and her own signature. */
export function ProposalCard(props: CardProps) {
  const { language, one, custody } = props;
  const t = messages[language];
  if (!one.read.ok) return <Unsignable {...props} code={one.read.code} />;
  const read = one.read.value;
  const names = (keys: readonly Uint8Array[]): string => namesOf(custody, language, keys);
  return (
    <div class="stack desk-proposal">
      <h3>{titleOf(custody, language, read)}</h3>
      <RootChange {...props} read={read} />
      <p class="soft">
        {t.by(one.madeBy ?? t.gone)} {t.signedBy(names(read.signed))}{" "}
        {read.asked.length > 0 && t.askedOf(names(read.asked))}{" "}
        {read.missing > 0 && t.missing(read.missing)}
      </p>
      <Digits groups={one.digits} label={t.digits} />
      {read.complete && <p role="status">{t.ready}</p>}
      <p class="hint">{t.until(dateTime(one.expiresAt, language))}</p>
      <Buttons {...props} read={read} />
    </div>
  );
}

function Buttons({ staff, language, one, custody, act, busy, read }: CardProps & { read: Read }) {
  const t = messages[language];
  const isAsked = read.asked.some((key) => key.join() === custody.own.join());
  return (
    <div class="row">
      {one.iMay && (
        <button
          type="button"
          class="button button-lamp"
          disabled={busy}
          onClick={() => void act(() => signWaiting(staff, one))}
        >
          {busy ? t.signing : isAsked ? t.accept : t.sign}
        </button>
      )}
      {(custody.isCustodian || isAsked) && (
        <Confirm
          label={t.refuse}
          question={t.refuseSure}
          yes={t.yesRefuse}
          no={t.no}
          busy={busy}
          onYes={() => void act(() => withdrawWaiting(staff, one))}
        />
      )}
    </div>
  );
}

/** Came too late, or is not what it seems: nothing of it is shown that could be believed. */
function Unsignable({
  staff,
  language,
  one,
  custody,
  act,
  busy,
  code,
}: CardProps & { code: string }) {
  const t = messages[language];
  const isLate = code === "proposal-overtaken";
  return (
    <div class="stack desk-proposal">
      <p class={isLate ? "notice" : "notice notice-danger"}>
        {isLate ? t.overtaken : t.forged(code)}
      </p>
      {custody.isCustodian && (
        <div class="row">
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => void act(() => withdrawWaiting(staff, one))}
          >
            {t.clear}
          </button>
        </div>
      )}
    </div>
  );
}

function RootChange({ language, custody, read }: CardProps & { read: Read }) {
  const t = messages[language];
  if (read.act.kind !== "root") return null;
  const { added, removed, m, keys } = read.act;
  return (
    <ul>
      {added.length > 0 && <li>{t.comes(namesOf(custody, language, added))}</li>}
      {removed.length > 0 && <li>{t.goes(namesOf(custody, language, removed))}</li>}
      <li>{t.thenRule(m, keys.length)}</li>
    </ul>
  );
}

function titleOf(custody: Custody, language: Language, { act }: Read): string {
  const t = messages[language];
  if (act.kind === "root") return act.added.length + act.removed.length > 0 ? t.actRoot : t.actRule;
  const name = namesOf(custody, language, [act.key]);
  return act.kind === "delegate"
    ? t.actDelegate(name, dateTime(act.until, language))
    : t.actRevocation(name);
}

/** By the signed directory; a key of nobody's is told by its first digits, where they are known. */
export function namesOf(custody: Custody, language: Language, keys: readonly Uint8Array[]): string {
  const t = messages[language];
  const known = [...custody.custodians, ...custody.others, ...custody.strangers];
  const nameOf = (key: Uint8Array): string => {
    const holder = known.find((one) => one.key.join() === key.join());
    return holder?.name ?? t.nobodys(holder?.digits.slice(0, 2).join(" ") ?? "?");
  };
  return t.list(keys.map(nameOf));
}
