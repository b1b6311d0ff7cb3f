import { useSignal } from "@preact/signals";
import type { Language } from "../ui/languages.ts";
import { messages } from "./messages.sign-in.ts";
import {
  Column,
  Fault,
  Form,
  Go,
  StepTitle,
  TextField,
  useWork,
  type Work,
} from "./parts.browser.tsx";
import { passkeysExist } from "./passkey.browser.ts";
import { signInByPasskey, signInByPassphrase, signInByRecovery } from "./sign-in.browser.ts";
import type { LockReason, Staff } from "./staff.browser.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
}

/** The desk's front door. */
export function SignInScreen({ staff, language }: Props) {
  const t = messages[language];
  const { jour, founded } = staff.entrance;
  return (
    <Column jour={jour.name}>
      <div class="card stack">
        <StepTitle>{t.title}</StepTitle>
        <p class="soft">{t.lead}</p>
        {founded ? (
          <WaysIn staff={staff} language={language} passkey={t.passkey} />
        ) : (
          <p class="notice">{t.notFounded}</p>
        )}
      </div>
      <p class="small">
        <a href="/">{t.seeker}</a>
      </p>
    </Column>
  );
}

/** Covers the desk. What lies under it is hidden, and her identity is dropped. */
export function LockScreen({ staff, language, reason }: Props & { reason: LockReason }) {
  const t = messages[language];
  const signOut = useWork();
  const name = staff.me.value?.name ?? "";
  return (
    <Column jour={staff.entrance.jour.name}>
      <div class="card stack">
        <StepTitle>{t.lockedTitle}</StepTitle>
        <p>{t[reason]}</p>
        <p class="soft">{t.goOn}</p>
        <WaysIn staff={staff} language={language} passkey={t.unlockPasskey} />
      </div>
      <Fault code={signOut.fault} language={language} />
      <p class="row small">
        <span>{t.whose(name)}</span>
        <button
          type="button"
          class="button button-quiet"
          disabled={signOut.busy}
          onClick={() => void signOut.run(() => staff.signOut())}
        >
          {t.signOutInstead}
        </button>
      </p>
    </Column>
  );
}

type Shown = "passkey" | "passphrase" | "recovery";

function WaysIn({ staff, language, passkey }: Props & { passkey: string }) {
  const t = messages[language];
  const shown = useSignal<Shown>(passkeysExist() ? "passkey" : "passphrase");
  const work = useWork();
  const show = (way: Shown) => (): void => {
    work.clear();
    shown.value = way;
  };
  const others: readonly Shown[] = ["passkey", "passphrase", "recovery"];
  const names = { passkey: t.passkeyShort, passphrase: t.passphrase, recovery: t.recovery };
  return (
    <>
      {shown.value === "passkey" && (
        <ByPasskey staff={staff} language={language} label={passkey} work={work} />
      )}
      {shown.value === "passphrase" && (
        <ByPassphrase staff={staff} language={language} work={work} />
      )}
      {shown.value === "recovery" && <ByRecovery staff={staff} language={language} work={work} />}
      <Fault code={work.fault} language={language} />
      <div class="row desk-others" role="group" aria-label={t.back}>
        <span class="soft">{t.or}</span>
        {others
          .filter((way) => way !== shown.value)
          .map((way) => (
            <button type="button" class="button button-quiet" key={way} onClick={show(way)}>
              {names[way]}
            </button>
          ))}
      </div>
    </>
  );
}

type WayProps = Props & { work: Work };

function ByPasskey({ staff, language, label, work }: WayProps & { label: string }) {
  const t = messages[language];
  return (
    <Form onSubmit={() => void work.run(() => signInByPasskey(staff))}>
      <Go busy={work.busy} busyText={t.opening}>
        {label}
      </Go>
      <p class="hint">{t.passkeyHint}</p>
    </Form>
  );
}

function ByPassphrase({ staff, language, work }: WayProps) {
  const t = messages[language];
  const name = useSignal("");
  const phrase = useSignal("");
  const visible = useSignal(false);
  const submit = (): void => {
    void work.run(() => signInByPassphrase(staff, name.value, phrase.value));
  };
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t.signInName}
        value={name.value}
        onValue={(value) => (name.value = value)}
      />
      <TextField
        label={t.phrase}
        type={visible.value ? "text" : "password"}
        value={phrase.value}
        onValue={(value) => (phrase.value = value)}
        autocomplete="current-password"
      />
      <button
        type="button"
        class="button button-quiet desk-show"
        aria-pressed={visible.value}
        onClick={() => (visible.value = !visible.value)}
      >
        {visible.value ? t.hide : t.show}
      </button>
      <Go busy={work.busy} busyText={t.opening}>
        {t.enter}
      </Go>
      <p class="hint" role="status">
        {work.busy && t.stretching}
      </p>
    </Form>
  );
}

function ByRecovery({ staff, language, work }: WayProps) {
  const t = messages[language];
  const code = useSignal("");
  return (
    <Form onSubmit={() => void work.run(() => signInByRecovery(staff, code.value))}>
      <TextField
        label={t.code}
        hint={t.codeHint}
        value={code.value}
        onValue={(value) => (code.value = value)}
        class="desk-code-input"
      />
      <Go busy={work.busy} busyText={t.opening}>
        {t.enter}
      </Go>
    </Form>
  );
}
