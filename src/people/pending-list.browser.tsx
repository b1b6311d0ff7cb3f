import { useSignal } from "@preact/signals";
import type { ChoosableTeam } from "../platform/permissions.ts";
import type { Result } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import { peoplePaths as paths } from "./contract.ts";
import { letIn, type PendingDigits } from "./members.browser.ts";
import { messages } from "./messages.members.ts";
import { messages as rightsMessages } from "./messages.rights.ts";
import { dateTime } from "./months.ts";
import { messages as back } from "./recovery/messages.recovery.ts";
import type { Staff } from "./staff.browser.ts";
import { TeamsField } from "./teams-field.browser.tsx";
import { Digits } from "./waiting-screen.browser.tsx";

export type Act = (what: () => Promise<Result<unknown>>) => void;
export interface ListProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly act: Act;
  readonly busy: boolean;
}

/** Those whose digits are to be compared. */
export function PendingList({
  staff,
  language,
  pending,
  act,
  busy,
}: ListProps & { pending: readonly PendingDigits[] }) {
  const t = messages[language];
  if (pending.length === 0) return null;
  return (
    <section class="card stack desk-pending" aria-labelledby="pending-title">
      <h2 id="pending-title">{t.pendingTitle}</h2>
      <p>{t.pendingLead}</p>
      {pending.map((one) => (
        <PendingMember
          key={one.pending.id}
          staff={staff}
          language={language}
          one={one}
          act={act}
          busy={busy}
        />
      ))}
    </section>
  );
}

function PendingMember({ staff, language, one, act, busy }: ListProps & { one: PendingDigits }) {
  const t = messages[language];
  const { pending, digits } = one;
  // No more than what everybody begins with: the rest is chosen, by name.
  const teams = useSignal<readonly ChoosableTeam[]>(["conversations"]);
  return (
    <div class="stack">
      <h3>
        {pending.name} <span class="desk-role">({t[pending.role].toLowerCase()})</span>
      </h3>
      {pending.returns && <p class="notice">{back[language].returns}</p>}
      <Digits groups={digits} label={t.digits(pending.name)} />
      {!pending.returns && (
        <TeamsField
          language={language}
          legend={rightsMessages[language].chooseLegend(pending.name)}
          chosen={teams.value}
          onChoose={(chosen) => (teams.value = chosen)}
        />
      )}
      <p class="hint">{t.until(dateTime(pending.until, language))}</p>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={busy}
          onClick={() => act(() => letIn(staff, pending, teams.value))}
        >
          {busy ? t.signing : pending.returns ? back[language].same : t.same}
        </button>
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => act(() => staff.api.del(`${paths.pending}/${pending.id}`))}
        >
          {t.differ}
        </button>
      </div>
    </div>
  );
}
