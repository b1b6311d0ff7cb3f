import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ok, type Result } from "../../platform/result.ts";
import { formatDate, type Language } from "../../ui/languages.ts";
import { Confirm } from "../confirm.browser.tsx";
import type { MadeInvitation } from "../members.browser.ts";
import { dateTime } from "../months.ts";
import { Fault, Form, Go, TextField, useWork } from "../parts.browser.tsx";
import type { Staff } from "../staff.browser.ts";
import { type FoundingView, HOST_NAME, JOUR_NAME_LIMIT } from "./contract.ts";
import {
  foundings,
  inviteAgain,
  inviteJour,
  removeUnfounded,
  withdrawLink,
} from "./founding.browser.ts";
import { FoundingLink } from "./founding-link.browser.tsx";
import { messages } from "./messages.founding.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
}

interface Made {
  readonly name: string;
  readonly link: MadeInvitation;
}

type Act = (work: () => Promise<Result<unknown>>) => Promise<boolean>;

/** What the page knows, and how it acts. */
function useFoundings(staff: Staff) {
  const all = useSignal<readonly FoundingView[] | null>(null);
  const made = useSignal<Made | null>(null);
  const work = useWork();
  const refresh = async (): Promise<Result<unknown>> => {
    const done = await foundings(staff);
    if (done.ok) all.value = done.value;
    return done;
  };
  useEffect(() => void work.run(refresh), []);
  const act: Act = (what) =>
    work.run(async () => {
      const done = await what();
      await refresh();
      return done;
    });
  const link = (name: string, make: () => Promise<Result<MadeInvitation>>): Promise<boolean> =>
    act(async () => {
      const done = await make();
      if (done.ok) made.value = { name, link: done.value };
      return done.ok ? ok(null) : done;
    });
  return { all, made, work, act, link, refresh };
}

/** At the federation's office: which jours it has invited into this house, and an invitation for another. */
export function FoundingPage({ staff, language }: Props) {
  const t = messages[language];
  const { all, made, work, act, link, refresh } = useFoundings(staff);
  return (
    <div class="desk-page stack">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {made.value ? (
        <FoundingLink language={language} {...made.value} onDone={() => (made.value = null)} />
      ) : (
        <NewJour
          language={language}
          busy={work.busy}
          onMake={(name, host) => link(name, () => inviteJour(staff, name, host))}
        />
      )}
      <Fault code={work.fault} language={language} />
      <h2 id="foundings">{t.listTitle}</h2>
      {all.value === null && <NotHere {...{ language, work }} again={() => work.run(refresh)} />}
      {all.value?.length === 0 && <p class="soft">{t.empty}</p>}
      <ul class="desk-list" aria-labelledby="foundings">
        {all.value?.map((one) => (
          <Row
            {...{ staff, language, act, one }}
            key={one.jour}
            busy={work.busy}
            onAgain={() => void link(one.name, () => inviteAgain(staff, one))}
          />
        ))}
      </ul>
    </div>
  );
}

interface NotHereProps {
  readonly language: Language;
  readonly work: { readonly busy: boolean };
  readonly again: () => Promise<boolean>;
}

function NotHere({ language, work, again }: NotHereProps) {
  const t = messages[language];
  if (work.busy) return <p role="status">{t.loading}</p>;
  return (
    <button type="button" class="button" onClick={() => void again()}>
      {t.again}
    </button>
  );
}

interface NewJourProps {
  readonly language: Language;
  readonly busy: boolean;
  readonly onMake: (name: string, host: string) => Promise<boolean>;
}

function NewJour({ language, busy, onMake }: NewJourProps) {
  const t = messages[language];
  const name = useSignal("");
  const host = useSignal("");
  const isTried = useSignal(false);
  const address = host.value.trim().toLowerCase();
  const faults = {
    name: name.value.trim() === "" ? t.badName : null,
    host: HOST_NAME.test(address) ? null : t.badHost,
  };
  const make = async (): Promise<void> => {
    isTried.value = true;
    if (faults.name !== null || faults.host !== null) return;
    await onMake(name.value.trim(), address);
  };
  return (
    <section class="card stack" aria-labelledby="new-jour">
      <h2 id="new-jour">{t.newTitle}</h2>
      <Form onSubmit={() => void make()}>
        <TextField
          {...{ label: t.name, hint: t.nameHint, value: name.value, maxLength: JOUR_NAME_LIMIT }}
          fault={isTried.value ? faults.name : null}
          onValue={(text) => (name.value = text)}
        />
        <TextField
          {...{ label: t.host, hint: t.hostHint, value: host.value, maxLength: 253 }}
          fault={isTried.value ? faults.host : null}
          onValue={(text) => (host.value = text)}
        />
        <Go busy={busy}>{t.make}</Go>
      </Form>
    </section>
  );
}

interface RowProps extends Props {
  readonly one: FoundingView;
  readonly busy: boolean;
  readonly act: Act;
  readonly onAgain: () => void;
}

function wordsOf({ host, state, madeOn, madeBy, expiresAt }: FoundingView, language: Language) {
  const t = messages[language];
  const day = formatDate(Date.parse(`${madeOn}T12:00Z`), language);
  const stands =
    state === "waiting" && expiresAt !== null
      ? t.waiting(dateTime(expiresAt, language))
      : t[state === "founded" ? "founded" : "silent"];
  return [host, stands, madeBy === null ? t.made(day) : t.madeBy(day, madeBy)].join(" · ");
}

function Row({ staff, language, one, busy, act, onAgain }: RowProps) {
  const t = messages[language];
  const { jour, name, state } = one;
  return (
    <li>
      <div class="desk-list-text">
        <strong>{name}</strong>
        <span class="small soft">{wordsOf(one, language)}</span>
      </div>
      {state !== "founded" && (
        <button
          type="button"
          class="button button-quiet"
          aria-label={t.anewFor(name)}
          disabled={busy}
          onClick={onAgain}
        >
          {t.anew}
        </button>
      )}
      {state === "waiting" && (
        <Confirm
          {...{ busy, label: t.withdraw, name: t.withdrawFor(name), no: t.no }}
          question={t.withdrawSure(name)}
          yes={t.yesWithdraw}
          onYes={() => void act(() => withdrawLink(staff, jour))}
        />
      )}
      {state === "silent" && (
        <Confirm
          {...{ busy, label: t.remove, name: t.removeFor(name), no: t.no }}
          question={t.removeSure(name)}
          yes={t.yesRemove}
          onYes={() => void act(() => removeUnfounded(staff, jour))}
        />
      )}
    </li>
  );
}
