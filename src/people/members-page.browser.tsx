import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ok, type Result } from "../platform/result.ts";
import type { VerifiedTrust } from "../protocol/index.ts";
import type { Language } from "../ui/languages.ts";
import { type MembersView, peoplePaths as paths } from "./contract.ts";
import { InviteCard } from "./invite-card.browser.tsx";
import { MemberRow } from "./member-row.browser.tsx";
import { digitsOfPending, type PendingDigits } from "./members.browser.ts";
import { type Act, type ListProps, PendingList } from "./pending-list.browser.tsx";
import { messages } from "./messages.members.ts";
import { dateTime } from "./months.ts";
import { RecoverCard } from "./recovery/recover-card.browser.tsx";
import { Fault, useWork, type Work } from "./parts.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { checkTrust } from "./trust.browser.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
}

interface Loaded {
  readonly view: MembersView;
  readonly pending: readonly PendingDigits[];
  readonly trust: VerifiedTrust;
}

const LOOK_EVERY_MS = 15_000;

async function load(staff: Staff): Promise<Result<Loaded>> {
  const [view, trust] = await Promise.all([
    staff.api.get<MembersView>(paths.members),
    checkTrust(staff),
  ]);
  if (!view.ok) return view;
  if (!trust.ok) return trust;
  const pending = await Promise.all(
    view.value.pending.map((one) => digitsOfPending(staff, trust.value, one)),
  );
  return ok({ view: view.value, pending, trust: trust.value });
}

/** Who is at the centre, who waits to come in, and invitations. For coordinators. */
export function MembersPage({ staff, language }: Props) {
  const t = messages[language];
  const loaded = useSignal<Loaded | null>(null);
  const work = useWork();
  const refresh = async (): Promise<Result<unknown>> => {
    const done = await load(staff);
    if (done.ok) loaded.value = done.value;
    return done;
  };
  useEffect(() => {
    void work.run(refresh);
    const timer = setInterval(() => staff.locked.value ?? void refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  /** Does it, and shows what now stands. */
  const act = (what: () => Promise<Result<unknown>>): void => {
    void work.run(async () => {
      const done = await what();
      await refresh();
      return done;
    });
  };
  const now = loaded.value;
  return (
    <div class="desk-page stack">
      <h1>{t.title}</h1>
      <Fault code={work.fault} language={language} />
      {now === null ? (
        <Loading language={language} work={work} again={() => void work.run(refresh)} />
      ) : (
        <Everything
          now={now}
          staff={staff}
          language={language}
          act={act}
          busy={work.busy}
          refresh={refresh}
        />
      )}
    </div>
  );
}

type EverythingProps = ListProps & { now: Loaded; refresh: () => Promise<unknown> };

function Everything({ now, staff, language, act, busy, refresh }: EverythingProps) {
  return (
    <>
      <PendingList language={language} pending={now.pending} act={act} staff={staff} busy={busy} />
      <MemberList
        language={language}
        members={now.view.members}
        act={act}
        staff={staff}
        busy={busy}
      />
      <InviteCard language={language} staff={staff} onMade={() => void refresh()} />
      <RecoverCard
        {...{ staff, language }}
        members={now.view.members}
        onMade={() => void refresh()}
      />
      <OpenInvitations language={language} view={now.view} act={act} staff={staff} />
      <Fingerprint language={language} trust={now.trust} />
    </>
  );
}

function Loading({ language, work, again }: { language: Language; work: Work; again: () => void }) {
  const t = messages[language];
  if (work.busy) return <p role="status">{t.loading}</p>;
  return (
    <button type="button" class="button" onClick={again}>
      {t.again}
    </button>
  );
}

function MemberList({
  staff,
  language,
  members,
  act,
  busy,
}: ListProps & { members: MembersView["members"] }) {
  const t = messages[language];
  const me = staff.me.value?.member;
  return (
    <section class="card stack" aria-labelledby="members-title">
      <h2 id="members-title">{t.listTitle}</h2>
      <ul class="desk-list">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            {...{ staff, language, member, act, busy }}
            isMe={member.id === me}
          />
        ))}
      </ul>
      {members.length < 2 && <p class="soft">{t.emptyMembers}</p>}
    </section>
  );
}

type OpenProps = Props & { view: MembersView; act: Act };

function OpenInvitations({ staff, language, view, act }: OpenProps) {
  const t = messages[language];
  if (view.invitations.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="open-title">
      <h2 id="open-title">{t.openTitle}</h2>
      <ul class="desk-list">
        {view.invitations.map(({ id, role, expiresAt }) => (
          <li key={id}>
            <div class="desk-list-text">
              <span>{t[role]}</span>
              <span class="soft small">{t.validUntil(dateTime(expiresAt, language))}</span>
            </div>
            <button
              type="button"
              class="button button-quiet"
              onClick={() => act(() => staff.api.del(`${paths.invitations}/${id}`))}
            >
              {t.withdraw}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fingerprint({ language, trust }: { language: Language; trust: VerifiedTrust }) {
  const t = messages[language];
  const hex = Array.from(trust.fingerprint, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (
    <section class="card stack" aria-labelledby="fingerprint-title">
      <h2 id="fingerprint-title">{t.fingerprintTitle}</h2>
      <p class="soft">{t.fingerprintLead}</p>
      <p class="desk-fingerprint">{hex.match(/.{4}/g)?.join(" ")}</p>
    </section>
  );
}
