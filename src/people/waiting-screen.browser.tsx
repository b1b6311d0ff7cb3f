import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ok } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import { digitsOf, pendingEnrolment } from "./enrol.browser.ts";
import { messages } from "./messages.enrol.ts";
import { Column, Fault, StepTitle, useWork } from "./parts.browser.tsx";
import type { Staff, Waiting } from "./staff.browser.ts";
import { fetchTrust } from "./trust.browser.ts";

const ASK_EVERY_MS = 4000;

/** She is enrolled; a coordinator compares the digits with her and countersigns. */
export function WaitingScreen({
  staff,
  language,
  waiting,
}: {
  staff: Staff;
  language: Language;
  waiting: Waiting;
}) {
  const t = messages[language];
  const digits = useSignal<readonly string[]>([]);
  const work = useWork();
  useEffect(() => {
    void work.run(async () => {
      digits.value = await digitsFor(staff, waiting);
      return ok();
    });
    const timer = setInterval(() => void work.run(() => staff.askAgain()), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Column jour={staff.entrance.jour.name}>
      <div class="card stack">
        <StepTitle>{t.digitsTitle}</StepTitle>
        <p>{t.digitsLead}</p>
        <Digits groups={digits.value} label={t.digitsLabel} />
        <p class="soft">{t.digitsDiffer}</p>
        <Standing language={language} code={work.fault} />
        <p class="soft small">{t.waitingKeep}</p>
        <button type="button" class="button button-quiet" onClick={() => staff.leave()}>
          {t.toSignIn}
        </button>
      </div>
    </Column>
  );
}

/** Six groups that two women read to each other. */
export function Digits({ groups, label }: { groups: readonly string[]; label: string }) {
  return (
    <ol class="desk-code" aria-label={label}>
      {groups.map((group, at) => (
        <li key={at}>{group}</li>
      ))}
    </ol>
  );
}

function Standing({ language, code }: { language: Language; code: string | null }) {
  const t = messages[language];
  if (code !== "not-recognised") {
    return (
      <>
        <Fault code={code} language={language} />
        <p role="status">{t.waiting}</p>
      </>
    );
  }
  return (
    <p class="notice notice-danger" role="alert">
      {t.declined}
    </p>
  );
}

async function digitsFor(staff: Staff, { opened }: Waiting): Promise<readonly string[]> {
  const enrolment = pendingEnrolment(opened);
  if (!enrolment) return [];
  return digitsOf(staff, enrolment, staff.fingerprint ?? (await rootOf(staff)));
}

/** After a reload the link is gone: the chain itself says the root, and the digits hold the server to it. */
async function rootOf(staff: Staff): Promise<Uint8Array> {
  const current = await fetchTrust(staff);
  const first = current.ok ? current.value.log[0] : undefined;
  return first ? staff.suite.sha256(first) : new Uint8Array(32);
}
