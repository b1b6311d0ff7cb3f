import type { Language } from "../ui/languages.ts";
import { CHOOSABLE_TEAMS, type ChoosableTeam } from "../platform/permissions.ts";
import { messages } from "./messages.rights.ts";

interface Props {
  readonly language: Language;
  readonly legend: string;
  readonly chosen: readonly ChoosableTeam[];
  readonly onChoose: (teams: ChoosableTeam[]) => void;
}

/** Tick boxes for the teams, each with what it opens. */
export function TeamsField({ language, legend, chosen, onChoose }: Props) {
  const t = messages[language];
  const turn = (team: ChoosableTeam): void => {
    const isIn = chosen.includes(team);
    onChoose(CHOOSABLE_TEAMS.filter((one) => (one === team ? !isIn : chosen.includes(one))));
  };
  return (
    <fieldset class="desk-roles stack">
      <legend class="label">{legend}</legend>
      {CHOOSABLE_TEAMS.map((team) => (
        <label class="check" key={team}>
          <input type="checkbox" checked={chosen.includes(team)} onChange={() => turn(team)} />
          <span>
            {t[`team-${team}`]}
            <span class="soft small desk-block">{t[`team-${team}-hint`]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
