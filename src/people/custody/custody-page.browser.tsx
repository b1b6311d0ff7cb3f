import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import type { Language } from "../../ui/languages.ts";
import { dateTime } from "../months.ts";
import { Fault, useWork } from "../parts.browser.tsx";
import type { Staff } from "../staff.browser.ts";
import { ChangeForm } from "./change-form.browser.tsx";
import { type Custody, type Holder, lookAtCustody } from "./custody.browser.ts";
import { appendReady, propose } from "./sign.browser.ts";
import { messages } from "./messages.custody.ts";
import { RehearsalCard } from "./rehearsal-card.browser.tsx";
import { type Act, namesOf, ProposalCard } from "./proposal-card.browser.tsx";

export interface CustodyProps {
  readonly staff: Staff;
  readonly language: Language;
}
export interface PartProps extends CustodyProps {
  readonly custody: Custody;
  readonly act: Act;
  readonly busy: boolean;
}

const LOOK_EVERY_MS = 15_000;

/** The root of the jour: who holds it, what waits for signatures, what is due, and how it changes hands. */
export function CustodyPage({ staff, language }: CustodyProps) {
  const t = messages[language];
  const loaded = useSignal<Custody | null>(null);
  const work = useWork();
  const refresh = async (): Promise<Result<unknown>> => {
    const done = await lookAtCustody(staff);
    if (done.ok) loaded.value = done.value;
    const isReady =
      done.ok && done.value.waiting.some(({ read }) => read.ok && read.value.complete);
    if (!isReady || !staff.isCoordinator.value) return done;
    const appended = await appendReady(staff);
    const after = await lookAtCustody(staff);
    if (after.ok) loaded.value = after.value;
    return appended;
  };
  useEffect(() => {
    void work.run(refresh);
    const timer = setInterval(() => staff.locked.value ?? void refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const act: Act = async (what) =>
    work.run(async () => {
      const done = await what();
      await refresh();
      return done;
    });
  const custody = loaded.value;
  return (
    <div class="desk-page stack">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Fault code={work.fault} language={language} />
      {custody ? (
        <Parts {...{ staff, language, custody, act }} busy={work.busy} />
      ) : work.busy ? (
        <p role="status">{t.loading}</p>
      ) : (
        <button type="button" class="button" onClick={() => void work.run(refresh)}>
          {t.again}
        </button>
      )}
    </div>
  );
}

function Parts(props: PartProps) {
  return (
    <>
      <Safety {...props} />
      <WaitingList {...props} />
      {props.custody.isCustodian && props.custody.root.m > 1 && <DueList {...props} />}
      <Holders {...props} />
      {props.custody.isCustodian && props.custody.standing.safety !== "lost" && (
        <ChangeForm key={props.custody.root.version} {...props} />
      )}
      <RehearsalCard staff={props.staff} language={props.language} />
      <Fingerprint {...props} />
    </>
  );
}

/** What happens if one of them loses her ways in, said before it happens. */
function Safety({ staff, language, custody }: PartProps) {
  const t = messages[language];
  const { root, standing, isCustodian } = custody;
  const { safety, lost, delegatesUntil } = standing;
  if (safety === "lost")
    return (
      <section class="notice notice-danger stack" aria-labelledby="lost-title">
        <h2 id="lost-title">{t.lostTitle}</h2>
        <p>{t.lostLead(dateTime(delegatesUntil, language))}</p>
        <ol>
          {[t.lostStep1, t.lostStep2, t.lostStep3, t.lostStep4].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    );
  const spare = root.keys.length - lost.length - root.m;
  return (
    <>
      <p class={safety === "safe" ? "notice notice-open" : "notice"}>
        <strong>{t.rule(root.m, root.keys.length)}</strong>{" "}
        {safety === "safe" ? t.safe(spare) : t[safety]}
      </p>
      {lost.length > 0 &&
        (staff.entrance.jour.demo ? (
          <p class="notice">{t.demoKey}</p>
        ) : (
          <p class="notice notice-danger">{t.orphans(lost.length)}</p>
        ))}
      {!isCustodian && <p class="soft">{t.notCustodian}</p>}
    </>
  );
}

function WaitingList(props: PartProps) {
  const t = messages[props.language];
  const { waiting } = props.custody;
  return (
    <section class="card stack desk-pending" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t.waitingTitle}</h2>
      {waiting.length === 0 ? <p class="soft">{t.waitingNone}</p> : <p>{t.waitingLead}</p>}
      {waiting.map((one) => (
        <ProposalCard key={one.id} {...props} one={one} />
      ))}
    </section>
  );
}

function DueList({ staff, language, custody, act, busy }: PartProps) {
  const t = messages[language];
  if (custody.due.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="due-title">
      <h2 id="due-title">{t.dueTitle}</h2>
      <p class="soft">{t.dueLead}</p>
      <ul class="desk-list">
        {custody.due.map((one) => {
          const name = namesOf(custody, language, [one.key]);
          return (
            <li key={`${one.kind} ${one.key.join()}`}>
              <p>{one.kind === "delegate" ? t.dueDelegate(name) : t.dueRevocation(name)}</p>
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => void act(() => propose(staff, one))}
              >
                {t.proposeIt}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Holders({ language, custody }: PartProps) {
  const t = messages[language];
  return (
    <section class="card stack" aria-labelledby="holders-title">
      <h2 id="holders-title">{t.holdersTitle}</h2>
      <p class="soft">{t.holdersLead}</p>
      <ul class="desk-list">
        {custody.custodians.map((one) => (
          <li key={one.key.join()}>
            <HolderLine language={language} holder={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HolderLine({ language, holder }: { language: Language; holder: Holder }) {
  const t = messages[language];
  return (
    <div class="desk-list-text">
      <span>
        <strong>{holder.name ?? t.nobodys(holder.digits.slice(0, 2).join(" "))}</strong>
        {holder.isMe && <span class="soft"> ({t.you})</span>}
      </span>
      <details>
        <summary>{t.keyDigits}</summary>
        <p class="desk-fingerprint">{holder.digits.join(" ")}</p>
      </details>
    </div>
  );
}

function Fingerprint({ language, custody }: PartProps) {
  const t = messages[language];
  const hex = Array.from(custody.fingerprint, (byte) => byte.toString(16).padStart(2, "0"));
  return (
    <section class="card stack" aria-labelledby="fingerprint-title">
      <h2 id="fingerprint-title">{t.fingerprintTitle}</h2>
      <p class="soft">{t.fingerprintLead}</p>
      <p class="desk-fingerprint">{hex.join("").match(/.{4}/g)?.join(" ")}</p>
    </section>
  );
}
