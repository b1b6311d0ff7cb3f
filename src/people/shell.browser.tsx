import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { ok, type Result } from "../platform/result.ts";
import { Lantern } from "../ui/drawings.tsx";
import type { Language } from "../ui/languages.ts";
import { appendReady } from "./custody/sign.browser.ts";
import { CustodyNotice } from "./custody/notice.browser.tsx";
import { watchIdle } from "./idle.browser.ts";
import { messages } from "./messages.desk.ts";
import { messages as signInMessages } from "./messages.sign-in.ts";
import { Fault, useWork } from "./parts.browser.tsx";
import { useRoomKeys } from "./room-keys.browser.ts";
import { RoomTabs } from "./room-tabs.browser.tsx";
import type { DeskRoom } from "./rooms.browser.ts";
import { LockScreen } from "./sign-in-screen.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { checkStanding, upkeep } from "./trust.browser.ts";

export interface ShellProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly onLanguage: () => void;
  readonly rooms: readonly DeskRoom[];
  /** Above whatever room is shown: what she must not miss. */
  readonly above?: ((staff: Staff, language: Language) => ComponentChildren) | undefined;
}

const TEND_EVERY_MS = 5 * 60_000;

/** The desk of one who has signed in. Covered, it is hidden and its conversations go on. */
export function Shell(props: ShellProps) {
  const { staff, language } = props;
  const trustFault = useTending(staff);
  useLock(staff, () => staff.lockAfter.value * 60_000);
  const reason = staff.locked.value;
  const covered = reason !== null;
  const rooms = props.rooms.filter((room) => room.open(staff));
  useRoomKeys(staff, rooms, covered);
  const there = props.rooms.filter((room) => rooms.includes(room) || room.tends?.(staff));
  const current = rooms.find(({ key }) => key === staff.room.value) ?? rooms[0];
  return (
    <>
      {covered && <LockScreen staff={staff} language={language} reason={reason} />}
      <div hidden={covered} class="desk">
        <TopBar {...props} rooms={rooms} current={current} />
        <main id="desk-content" tabIndex={-1}>
          <Notices staff={staff} language={language} trustFault={trustFault}>
            {props.above?.(staff, language)}
          </Notices>
          {there.map(
            (room) =>
              (room.kept || room === current) && (
                <div key={room.key} hidden={room !== current}>
                  {room.show(staff, language)}
                </div>
              ),
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
  if (staff.isCoordinator.value) {
    await upkeep(staff);
    await appendReady(staff);
  }
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

type BarProps = ShellProps & { readonly current: DeskRoom | undefined };

function TopBar({ staff, language, onLanguage, rooms, current }: BarProps) {
  const t = messages[language];
  return (
    <header class="desk-bar">
      <a class="skip visually-hidden" href="#desk-content">
        {t.skip}
      </a>
      <p class="desk-brand">
        <Lantern height={28} />
        <span>{staff.entrance.jour.name}</span>
      </p>
      <RoomTabs {...{ language, rooms, current }} onChoose={({ key }) => staff.goTo(key)} />
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
  readonly children: ComponentChildren;
}

function Notices({ staff, language, trustFault, children }: NoticeProps) {
  return (
    <div class="desk-notices">
      {staff.me.value?.way === "recovery" && (
        <p class="notice">{signInMessages[language].recoveryUsed}</p>
      )}
      <CustodyNotice staff={staff} language={language} />
      <Fault code={trustFault} language={language} />
      {children}
    </div>
  );
}
