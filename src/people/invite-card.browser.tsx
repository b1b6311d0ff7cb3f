import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Language } from "../ui/languages.ts";
import { dateTime } from "./months.ts";
import type { MemberRole } from "./contract.ts";
import { type MadeInvitation, makeInvitation } from "./members.browser.ts";
import { messages } from "./messages.members.ts";
import { Fault, Form, Go, useWork } from "./parts.browser.tsx";
import type { Staff } from "./staff.browser.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
  readonly onMade: () => void;
}

const roles: readonly MemberRole[] = ["volunteer", "coordinator"];

export function InviteCard({ staff, language, onMade }: Props) {
  const t = messages[language];
  const role = useSignal<MemberRole>("volunteer");
  const made = useSignal<MadeInvitation | null>(null);
  const work = useWork();
  const make = async (): Promise<void> => {
    await work.run(async () => {
      const done = await makeInvitation(staff, role.value);
      if (done.ok) made.value = done.value;
      return done;
    });
    onMade();
  };
  return (
    <section class="card stack" aria-labelledby="invite-title">
      <h2 id="invite-title">{t.inviteTitle}</h2>
      <p class="soft">{t.inviteLead}</p>
      {made.value ? (
        <InvitationLink language={language} made={made.value} onDone={() => (made.value = null)} />
      ) : (
        <Form onSubmit={() => void make()}>
          <RoleField language={language} role={role} />
          <Go busy={work.busy}>{t.makeLink}</Go>
        </Form>
      )}
      <Fault code={work.fault} language={language} />
    </section>
  );
}

function RoleField({ language, role }: { language: Language; role: { value: MemberRole } }) {
  const t = messages[language];
  const hints = { volunteer: t.volunteerHint, coordinator: t.coordinatorHint };
  return (
    <fieldset class="stack desk-roles">
      <legend class="label">{t.asRole}</legend>
      {roles.map((one) => (
        <label class="check" key={one}>
          <input
            type="radio"
            name="role"
            checked={role.value === one}
            onChange={() => (role.value = one)}
          />
          <span>
            {t[one]}
            <span class="hint desk-block">{hints[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface LinkProps {
  readonly language: Language;
  readonly made: MadeInvitation;
  readonly onDone: () => void;
}

/** The link, to be copied: it stands nowhere else. */
export function InvitationLink({ language, made, onDone }: LinkProps) {
  const t = messages[language];
  const until = dateTime(made.expiresAt, language);
  return (
    <div class="stack">
      <p>{t.madeFor(t[made.role].toLowerCase(), until)}</p>
      <CopiedLink words={{ ...t, done: t.doneLink }} url={made.url} onDone={onDone} />
    </div>
  );
}

interface CopiedProps {
  readonly words: Readonly<Record<"link" | "copy" | "copied" | "done", string>>;
  readonly url: string;
  readonly onDone: () => void;
}

export function CopiedLink({ words, url, onDone }: CopiedProps) {
  const id = useId();
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url).then(
      () => (copied.value = true),
      () => (copied.value = false),
    );
  };
  return (
    <>
      <div class="field">
        <label for={id}>{words.link}</label>
        <input
          id={id}
          class="desk-link"
          autocomplete="off"
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="row">
        <button type="button" class="button button-lamp" onClick={() => void copy()}>
          {words.copy}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {words.done}
        </button>
        <span role="status">{copied.value && words.copied}</span>
      </div>
    </>
  );
}
