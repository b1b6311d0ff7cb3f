import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import {
  type Choice,
  countersignGuest,
  countersignsItself,
  enrol,
  type Enrolled,
  type Guest,
  readInvitation,
} from "./enrol.browser.ts";
import { ChooseWay } from "./choose-way.browser.tsx";
import { messages } from "./messages.enrol.ts";
import { Column, Fault, Form, Go, StepTitle, TextField, useWork } from "./parts.browser.tsx";
import { RecoveryCode } from "./recovery-code.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { NAME_LIMIT } from "./contract.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
}

interface InvitationProps extends Props {
  readonly fragment: string;
  /** The invitation is used up or no good: on to the sign-in. */
  readonly onDone: () => void;
}

/** From the link in a message to a member with a key of her own. */
export function InvitationScreen({ staff, language, fragment, onDone }: InvitationProps) {
  const t = messages[language];
  const guest = useSignal<Guest | null>(null);
  const reading = useWork();
  useEffect(() => {
    void reading.run(async () => {
      const read = await readInvitation(staff, fragment);
      if (read.ok) guest.value = read.value;
      return read;
    });
  }, []);
  return (
    <Column jour={staff.entrance.jour.name}>
      {guest.value ? (
        <Enrolment staff={staff} language={language} guest={guest.value} onDone={onDone} />
      ) : (
        <div class="card stack">
          <h1>{t.title}</h1>
          <p role="status">{reading.busy && t.loading}</p>
          <Fault code={reading.fault} language={language} />
          {reading.fault !== null && (
            <button type="button" class="button" onClick={onDone}>
              {t.toSignIn}
            </button>
          )}
        </div>
      )}
    </Column>
  );
}

type EnrolmentProps = Props & { guest: Guest; onDone: () => void };

function Enrolment({ staff, language, guest, onDone }: EnrolmentProps) {
  const step = useSignal<"welcome" | "way" | "code">("welcome");
  const name = useSignal(guest.returning ?? "");
  const enrolled = useSignal<Enrolled | null>(null);
  const work = useWork();
  const choose = async (choice: Choice): Promise<void> => {
    const isDone = await work.run(async () => {
      const made = await enrol(staff, guest, name.value.trim(), choice);
      if (made.ok) enrolled.value = made.value;
      return made;
    });
    if (isDone) step.value = "code";
  };
  if (step.value === "welcome") {
    const next = (): void => void (step.value = "way");
    return <Welcome staff={staff} language={language} guest={guest} name={name} onNext={next} />;
  }
  if (step.value === "way" || !enrolled.value) {
    return (
      <ChooseWay
        staff={staff}
        language={language}
        work={work}
        onChoice={(choice) => void choose(choice)}
        onBack={() => void (step.value = "welcome")}
      />
    );
  }
  const given = enrolled.value;
  const enterDesk = (): Promise<Result<unknown>> => enter(staff, guest, given, onDone);
  return (
    <RecoveryCode
      language={language}
      jour={staff.entrance.jour.name}
      code={given.recoveryCode}
      onDone={enterDesk}
    />
  );
}

/** Safe to repeat after a lost connection: who already is in the register is not added twice. */
async function enter(
  staff: Staff,
  guest: Guest,
  enrolled: Enrolled,
  onDone: () => void,
): Promise<Result<unknown>> {
  if (countersignsItself(guest)) {
    const signed = await countersignGuest(staff, guest, enrolled);
    if (!signed.ok && signed.code !== "not-allowed") return fail(signed.code);
  }
  const entered = await staff.enter(enrolled.opened, enrolled.identity);
  if (!entered.ok) return entered;
  onDone();
  return ok();
}

interface WelcomeProps extends Props {
  readonly guest: Guest;
  readonly name: { value: string };
  readonly onNext: () => void;
}

function Welcome({ staff, language, guest, name, onNext }: WelcomeProps) {
  const t = messages[language];
  const missing = useSignal(false);
  const submit = (): void => {
    missing.value = name.value.trim() === "";
    if (!missing.value) onNext();
  };
  const alone = countersignsItself(guest);
  return (
    <Form class="card stack" onSubmit={submit}>
      <StepTitle>
        {guest.returning === null
          ? t.welcome(staff.entrance.jour.name)
          : t.welcomeBack(guest.returning)}
      </StepTitle>
      <p>{asWhat(guest, language)}</p>
      {!staff.entrance.founded && <p class="notice">{t.founding}</p>}
      <h2>{t.whatHappens}</h2>
      <ol class="desk-steps">
        <li>{t.step1}</li>
        <li>{t.step2}</li>
        <li>{t.step3}</li>
        {!alone && <li>{t.step4}</li>}
      </ol>
      <p class="soft">{t.twoMinutes}</p>
      {guest.returning === null && (
        <TextField
          label={t.name}
          hint={t.nameHint}
          value={name.value}
          onValue={(value) => (name.value = value)}
          fault={missing.value ? t.missingName : null}
          maxLength={NAME_LIMIT}
        />
      )}
      <Go>{t.next}</Go>
    </Form>
  );
}

function asWhat({ returning, role }: Guest, language: Language): string {
  const t = messages[language];
  if (returning !== null) return t.asReturning;
  return role === "coordinator" ? t.asCoordinator : t.asVolunteer;
}
