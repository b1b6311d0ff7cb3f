import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { ok, type Result } from "../platform/result.ts";
import { Lantern } from "../ui/drawings.tsx";
import type { Language } from "../ui/languages.ts";
import { watchIdle } from "./idle.browser.ts";
import { messages } from "./messages.desk.ts";
import { messages as signInMessages } from "./messages.sign-in.ts";
import { MembersPage } from "./members-page.browser.tsx";
import { MinePage } from "./mine-page.browser.tsx";
import { Fault, useWork } from "./parts.browser.tsx";
import { LockScreen } from "./sign-in-screen.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { checkStanding, upkeep } from "./trust.browser.ts";

export interface ShellProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly onLanguage: () => void;
  /** The shift: always there, for its conversations go on while another part is shown. */
  readonly shift: ComponentChildren;
  /** Always there too, for it keeps the team's keys in order. */
  readonly inbox: ComponentChildren;
  /** Likewise, with keys of its own. */
  readonly talks: ComponentChildren;
  readonly settings: ComponentChildren;
}

type Tab = "shift" | "inbox" | "talks" | "settings" | "members" | "mine";

const LOCK_AFTER_MINUTES = 10;
const TEND_EVERY_MS = 5 * 60_000;

/** The desk of one who has signed in. Covered, it is hidden and its conversations go on. */
export function Shell(props: ShellProps) {
  const { staff, language } = props;
  const tab = useSignal<Tab>("shift");
  const lockAfter = useSignal(LOCK_AFTER_MINUTES);
  const trustFault = useTending(staff);
  useLock(staff, () => lockAfter.value * 60_000);
  const reason = staff.locked.value;
  const covered = reason !== null;
  return (
    <>
      {covered && <LockScreen staff={staff} language={language} reason={reason} />}
      <div hidden={covered} class="desk">
        <TopBar {...props} tab={tab} />
        <main id="desk-content" tabIndex={-1}>
          <Notices staff={staff} language={language} trustFault={trustFault} />
          <div hidden={tab.value !== "shift"}>{props.shift}</div>
          <div hidden={tab.value !== "inbox"}>{props.inbox}</div>
          <div hidden={tab.value !== "talks"}>{props.talks}</div>
          {tab.value === "settings" && props.settings}
          {tab.value === "members" && <MembersPage staff={staff} language={language} />}
          {tab.value === "mine" && (
            <MinePage staff={staff} language={language} lockAfter={lockAfter} />
          )}
        </main>
      </div>
    </>
  );
}

/** At sign-in and every few minutes: keeps the session, checks the register, signs it anew in good time. */
function useTending(staff: Staff): string | null {
  const fault = useSignal<string | null>(null);
  const tend = async (): Promise<void> => {
    if (staff.locked.value !== null) return;
    // A desk that is locked meanwhile has no identity any more: the next round looks again.
    const checked = await tended(staff).catch(() => ok(null));
    fault.value = checked.ok || checked.code === "offline" ? null : checked.code;
    await staff.keepSession();
  };
  useEffect(() => {
    void tend();
    const timer = setInterval(() => void tend(), TEND_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return fault.value;
}

async function tended(staff: Staff): Promise<Result<unknown>> {
  if (staff.isCoordinator.value) await upkeep(staff);
  return checkStanding(staff);
}

function useLock(staff: Staff, after: () => number): void {
  useEffect(() => {
    const stop = watchIdle(after, () => staff.lock("idle"));
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "." || !event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      staff.lock("asked");
    };
    addEventListener("keydown", press);
    return () => {
      stop();
      removeEventListener("keydown", press);
    };
  }, []);
}

function TopBar({ staff, language, onLanguage, tab }: ShellProps & { tab: { value: Tab } }) {
  const t = messages[language];
  const tabs: readonly Tab[] = staff.isCoordinator.value
    ? ["shift", "inbox", "talks", "settings", "members", "mine"]
    : ["shift", "inbox", "talks", "mine"];
  return (
    <header class="desk-bar">
      <a class="skip visually-hidden" href="#desk-content">
        {t.skip}
      </a>
      <p class="desk-brand">
        <Lantern height={28} />
        <span>{staff.entrance.jour.name}</span>
      </p>
      <nav class="desk-tabs" aria-label={t.tabs}>
        {tabs.map((one) => (
          <button
            type="button"
            key={one}
            {...(tab.value === one ? { "aria-current": "page" as const } : {})}
            onClick={() => (tab.value = one)}
          >
            {t[one]}
          </button>
        ))}
      </nav>
      <Tools staff={staff} language={language} onLanguage={onLanguage} />
    </header>
  );
}

function Tools({
  staff,
  language,
  onLanguage,
}: Pick<ShellProps, "staff" | "language" | "onLanguage">) {
  const t = messages[language];
  const leaving = useWork();
  return (
    <>
      <div class="desk-tools">
        <button
          type="button"
          class="button button-quiet"
          lang={language === "sv" ? "en" : "sv"}
          onClick={onLanguage}
        >
          {t.language}
        </button>
        <button
          type="button"
          class="button button-quiet"
          title={t.lockHint}
          aria-keyshortcuts="Control+."
          onClick={() => staff.lock("asked")}
        >
          {t.lock}
        </button>
        <button
          type="button"
          class="button button-quiet"
          disabled={leaving.busy}
          onClick={() => void leaving.run(() => staff.signOut())}
        >
          {t.signOut}
        </button>
      </div>
      <Fault code={leaving.fault} language={language} />
    </>
  );
}

interface NoticeProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly trustFault: string | null;
}

function Notices({ staff, language, trustFault }: NoticeProps) {
  return (
    <div class="desk-notices">
      {staff.me.value?.way === "recovery" && (
        <p class="notice">{signInMessages[language].recoveryUsed}</p>
      )}
      <Fault code={trustFault} language={language} />
    </div>
  );
}
