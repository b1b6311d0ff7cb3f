import { useSignal } from "@preact/signals";
import type { Language } from "../../ui/languages.ts";
import type { MembersView } from "../contract.ts";
import { InvitationLink } from "../invite-card.browser.tsx";
import { type MadeInvitation, makeInvitation } from "../members.browser.ts";
import { Fault, Form, Go, useWork } from "../parts.browser.tsx";
import type { Staff } from "../staff.browser.ts";
import { messages } from "./messages.recovery.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
  readonly members: MembersView["members"];
  readonly onMade: () => void;
}

/** For a colleague who has lost every way in: the same woman, with new keys. */
export function RecoverCard({ staff, language, members, onMade }: Props) {
  const t = messages[language];
  const others = members.filter(({ id }) => id !== staff.me.value?.member);
  const chosen = useSignal("");
  const made = useSignal<MadeInvitation | null>(null);
  const work = useWork();
  const whom = others.find(({ id }) => id === chosen.value);
  const make = async (): Promise<void> => {
    await work.run(async () => {
      const done = await makeInvitation(staff, whom?.role ?? "volunteer", chosen.value);
      if (done.ok) made.value = done.value;
      return done;
    });
    onMade();
  };
  if (others.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="recover-title">
      <h2 id="recover-title">{t.title}</h2>
      <p class="soft">{t.lead}</p>
      {made.value ? (
        <InvitationLink language={language} made={made.value} onDone={() => (made.value = null)} />
      ) : (
        <Form onSubmit={() => void make()}>
          <Whom
            language={language}
            others={others}
            chosen={chosen.value}
            onChosen={(id) => (chosen.value = id)}
          />
          <p>{t.first}</p>
          <Go busy={work.busy || whom === undefined} busyText={t.make}>
            {t.make}
          </Go>
        </Form>
      )}
      <Fault code={work.fault} language={language} />
    </section>
  );
}

interface WhomProps extends Pick<Props, "language"> {
  readonly others: Props["members"];
  readonly chosen: string;
  readonly onChosen: (id: string) => void;
}

function Whom({ language, others, chosen, onChosen }: WhomProps) {
  const t = messages[language];
  return (
    <div class="field">
      <label for="recover-whom">{t.whom}</label>
      <select id="recover-whom" onChange={(event) => onChosen(event.currentTarget.value)}>
        <option value="">{t.choose}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
