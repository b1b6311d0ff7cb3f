import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import {
  type AlsoOnDuty,
  clock,
  Duty,
  DutyUnsettled,
  GoOnDuty,
  type OnDuty,
} from "../../shifts/index.browser.ts";
import type { ShiftFace } from "../../site/index.ts";
import type { Language } from "../../ui/languages.ts";
import { Bell } from "./bell.browser.ts";
import { DeskRoom } from "./desk-room.browser.ts";
import { OnlyTab } from "./only-tab.browser.ts";
import { type CountHard, Screen } from "./screen.browser.ts";
import { Shift } from "./shift.browser.tsx";
import { TrustSource } from "./trust.browser.ts";
import { LanguageContext, useWords } from "./words.browser.ts";

export interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
  /** What the telephone adds to a shift, where there is one. */
  readonly phone?: AlsoOnDuty & { corner(face: string): ComponentChildren };
  /** Where she may count, for herself, that a conversation was hard; -1 takes it back. */
  readonly countHard?: CountHard;
}

const FACES = "/desk/api/shift-faces";
const ASK_AGAIN_MS = 5_000;

/** The volunteer's side of live conversations: off duty a way in, on duty the room. */
export function Room({ staff, language, phone, countHard }: RoomProps): JSX.Element {
  const trust = useMemo(() => new TrustSource(staff.api, () => staff.fingerprint), [staff]);
  const duty = useMemo(
    () => new Duty({ api: staff.api, holder: staff.holder, logEnd: () => trust.logEnd() }),
    [staff],
  );
  const faces = useFaces(staff);
  useDutyLoaded(duty);
  const now = duty.now.value;
  return (
    <LanguageContext.Provider value={language}>
      {now && faces ? (
        <Alone
          key={now.duty}
          {...{ staff, trust, duty, now, faces, countHard }}
          corner={phone?.corner(now.face)}
        />
      ) : duty.phase.value === "off" && faces ? (
        <GoOnDuty duty={duty} language={language} faces={faces} also={phone} />
      ) : (
        <DutyUnsettled duty={duty} language={language} />
      )}
    </LanguageContext.Provider>
  );
}

/** Asked again until the server can be reached, for whoever signs in while it starts sees no button yet. */
function useDutyLoaded(duty: Duty): void {
  useEffect(() => {
    void duty.load();
    const again = setInterval(() => {
      if (duty.phase.peek() === "unreachable") void duty.load();
    }, ASK_AGAIN_MS);
    return () => clearInterval(again);
  }, [duty]);
}

/** Asked again until it is had: without a face there is nothing to go on duty for. */
function useFaces({ api }: Staff): readonly ShiftFace[] | null {
  const [faces, setFaces] = useState<readonly ShiftFace[] | null>(null);
  useEffect(() => {
    if (faces) return undefined;
    const ask = async (): Promise<void> => {
      const answer = await api.get<{ readonly faces: readonly ShiftFace[] }>(FACES);
      if (answer.ok) setFaces(answer.value.faces);
    };
    void ask();
    const again = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(again);
  }, [faces]);
  return faces;
}

interface OnDutyProps {
  readonly staff: Staff;
  readonly trust: TrustSource;
  readonly duty: Duty;
  readonly now: OnDuty;
  readonly faces: readonly ShiftFace[];
  /** Beside the lists. */
  readonly corner: ComponentChildren;
  readonly countHard: CountHard | undefined;
}

/** One tab of this browser has the room; another may take it over. */
function Alone(props: OnDutyProps) {
  const { t } = useWords();
  const only = useMemo(() => new OnlyTab(), []);
  useEffect(() => {
    void only.enter();
    return () => only.leave();
  }, [only]);
  switch (only.state.value) {
    case "asking":
      return <p class="duty-wait soft">{t.connecting}</p>;
    case "mine":
      return <Seat {...props} />;
    case "elsewhere":
      return (
        <div class="duty-form card stack">
          <h1>{t.otherTabTitle}</h1>
          <p>{t.otherTab}</p>
          <button type="button" class="button button-lamp" onClick={() => void only.enter(true)}>
            {t.otherTabTake}
          </button>
        </div>
      );
  }
}

/** Her seat in the room. Refused by the server and signed in again since, she sits down anew. */
function Seat({ staff, trust, duty, now, faces, corner, countHard }: OnDutyProps) {
  const [seat, setSeat] = useState(0);
  const screen = useMemo(() => {
    const bell = new Bell();
    const current = (): OnDuty => duty.now.peek() ?? now;
    const room = new DeskRoom({ api: staff.api, holder: staff.holder, trust, duty: current, bell });
    const face = faces.find(({ id }) => id === now.face) ?? null;
    return new Screen({ room, bell, face, countHard, lock: () => staff.lock("asked") });
  }, [seat]);
  useEffect(
    () => () => {
      screen.room.close();
      screen.bell.close();
    },
    [screen],
  );
  const isLocked = staff.locked.value !== null;
  useEffect(() => {
    // An open question would hold the page still in front of the lock.
    if (isLocked) screen.step.value = null;
  }, [isLocked, screen]);
  const isRefused = screen.room.linkState.value === "refused" && !isLocked;
  useEffect(() => {
    if (isRefused) setSeat(seat + 1);
  }, [isRefused]);
  return (
    <>
      <ShiftEnd staff={staff} duty={duty} now={now} room={screen.room} />
      <Shift key={seat} screen={screen} duty={duty} now={now} corner={corner} />
    </>
  );
}

const STRETCH_MINUTES = 30;
const STRETCH_WHEN_LEFT_MS = 2 * 60_000;

interface ShiftEndProps {
  readonly staff: Staff;
  readonly duty: Duty;
  readonly now: OnDuty;
  readonly room: DeskRoom;
}

/** Whoever is being answered is not cut off because a clock strikes; an empty room closes in time. */
function ShiftEnd({ staff, duty, now, room }: ShiftEndProps) {
  const left = now.expiresAt - clock.value;
  const answers = room.talks.value.some(({ over }) => over.value === null);
  const stretches = answers && left < STRETCH_WHEN_LEFT_MS && staff.locked.value === null;
  useEffect(() => {
    if (left <= 0) duty.expire();
    else if (stretches) void duty.prolong(STRETCH_MINUTES, true);
    // Again while it fails, such as for want of a network.
  }, [left <= 0, stretches && Math.ceil(left / 20_000)]);
  return null;
}
