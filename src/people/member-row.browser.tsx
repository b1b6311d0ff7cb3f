import { useSignal } from "@preact/signals";
import { CHOOSABLE_TEAMS, type ChoosableTeam } from "../platform/permissions.ts";
import { Confirm } from "./confirm.browser.tsx";
import type { MembersView } from "./contract.ts";
import { chooseTeams, removeMember } from "./members.browser.ts";
import { messages } from "./messages.members.ts";
import { messages as rightsMessages } from "./messages.rights.ts";
import { monthText } from "./months.ts";
import type { ListProps } from "./pending-list.browser.tsx";
import { TeamsField } from "./teams-field.browser.tsx";

interface Props extends ListProps {
  readonly member: MembersView["members"][number];
  readonly isMe: boolean;
}

const choosable = (teams: readonly string[]): ChoosableTeam[] =>
  CHOOSABLE_TEAMS.filter((team) => teams.includes(team));

/** One member: what she is called, what she is in, and what a coordinator may change of it. */
export function MemberRow(props: Props) {
  const { language, member, isMe } = props;
  const t = messages[language];
  const r = rightsMessages[language];
  const choosing = useSignal(false);
  const teams = choosable(member.teams);
  return (
    <li>
      <div class="desk-list-text">
        <strong>{member.name}</strong>
        {isMe && <span class="soft"> ({t.you})</span>}
        <span class="soft small">
          {t[member.role]}, {t.since(monthText(member.month, language))}
        </span>
        <span class="soft small">
          {teams.length === 0 ? r.inNone : teams.map((team) => r[`team-${team}`]).join(", ")}
        </span>
      </div>
      <div class="row">
        {!choosing.value && (
          <button
            type="button"
            class="button button-quiet"
            aria-label={r.chooseFor(member.name)}
            onClick={() => (choosing.value = true)}
          >
            {r.choose}
          </button>
        )}
        {!isMe && <Remove {...props} />}
      </div>
      {choosing.value && <Choosing {...props} onDone={() => (choosing.value = false)} />}
    </li>
  );
}

function Remove({ staff, language, member, act, busy }: Props) {
  const t = messages[language];
  return (
    <Confirm
      label={t.removeShort}
      name={t.remove(member.name)}
      question={t.removeSure(member.name)}
      yes={t.yesRemove}
      no={t.no}
      busy={busy}
      onYes={() => act(() => removeMember(staff, member.id))}
    />
  );
}

function Choosing({ staff, language, member, act, busy, onDone }: Props & { onDone: () => void }) {
  const r = rightsMessages[language];
  const chosen = useSignal(choosable(member.teams));
  const save = (): void =>
    act(async () => {
      const done = await chooseTeams(staff, member.id, chosen.value);
      if (done.ok) {
        onDone();
        await staff.keepSession();
      }
      return done;
    });
  return (
    <div class="desk-choosing stack">
      <TeamsField
        language={language}
        legend={r.chooseLegend(member.name)}
        chosen={chosen.value}
        onChoose={(teams) => (chosen.value = teams)}
      />
      <p class="hint">{r.chooseNote}</p>
      <div class="row">
        <button type="button" class="button button-lamp" disabled={busy} onClick={save}>
          {busy ? r.saving : r.save}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onDone}>
          {r.cancel}
        </button>
      </div>
    </div>
  );
}
