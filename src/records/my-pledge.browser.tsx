import { useSignal } from "@preact/signals";
import { monthText, type Staff } from "../people/index.browser.ts";
import type { Result } from "../platform/result.ts";
import type { Language } from "../ui/languages.ts";
import { type MyRecords, recordPaths as paths } from "./contract.ts";
import { messages } from "./messages.mine.ts";
import { dayText, type PageProps, Screen, useLoaded } from "./parts.browser.tsx";
import { reminders } from "./reminders.browser.ts";
import { signPledge } from "./records-app.browser.ts";

export const loadMine = async (staff: Staff): Promise<Result<MyRecords>> => {
  const done = await staff.api.post<MyRecords>(paths.mine, {});
  if (done.ok) reminders(staff).value = done.value.record;
  return done;
};

/** Her pledge, her extract and her leave: all that decides whether she may go on duty. */
export function MyPledgePage({ staff, language }: PageProps) {
  const t = messages[language];
  const loaded = useLoaded(() => loadMine(staff));
  return (
    <Screen title={t.title} language={language} loaded={loaded}>
      {(mine) => (
        <>
          <Standing {...{ mine, language }} />
          <PledgeCard
            {...{ mine, language, busy: loaded.work.busy }}
            onSign={() =>
              void loaded.act(async () =>
                mine.text ? signPledge(staff, mine.text) : { ok: true, value: null },
              )
            }
          />
          <ExtractCard {...{ mine, language }} />
          <LeaveCard
            {...{ mine, language, busy: loaded.work.busy }}
            onLeave={(onLeave) => void loaded.act(() => staff.api.post(paths.leave, { onLeave }))}
          />
        </>
      )}
    </Screen>
  );
}

interface CardProps {
  readonly mine: MyRecords;
  readonly language: Language;
}

function Standing({ mine, language }: CardProps) {
  const t = messages[language];
  const { holds } = mine.record;
  if (holds.length === 0)
    return (
      <p class="notice notice-open" role="status">
        {t.ready}
      </p>
    );
  return (
    <div class="notice" role="status">
      <p>{t.notReady}</p>
      <ul>
        {holds.map((hold) => (
          <li key={hold}>{t[`hold-${hold}`]}</li>
        ))}
      </ul>
    </div>
  );
}

type SignProps = CardProps & { readonly busy: boolean; readonly onSign: () => void };

function PledgeCard(props: SignProps) {
  const { mine, language } = props;
  const t = messages[language];
  const { text, record } = mine;
  const signed = text !== null && record.pledge?.version === text.version;
  return (
    <section class="card stack" aria-labelledby="pledge-title">
      <h2 id="pledge-title">{t.pledgeTitle}</h2>
      {text === null ? (
        <p class="soft">{t.pledgeNone}</p>
      ) : (
        <>
          <p class="soft small">
            {t.pledgeVersion(text.version, dayText(text.publishedOn, language))}
          </p>
          {!signed && record.pledge !== null && <p class="notice">{t.pledgeNew}</p>}
          <div class="record-words" lang="sv">
            {text.body}
          </div>
        </>
      )}
      {text !== null && !signed && <Signing key={text.version} {...props} />}
      {record.pledge !== null && (
        <p>{t.signed(record.pledge.version, dayText(record.pledge.signedOn, language))}</p>
      )}
    </section>
  );
}

function Signing({ language, busy, onSign }: SignProps) {
  const t = messages[language];
  const read = useSignal(false);
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={read.value}
          onChange={(event) => (read.value = event.currentTarget.checked)}
        />
        {t.read}
      </label>
      <p class="hint">{t.signNote}</p>
      <button
        type="button"
        class="button button-lamp record-start"
        disabled={busy || !read.value}
        onClick={onSign}
      >
        {busy ? t.signing : t.sign}
      </button>
    </>
  );
}

function ExtractCard({ mine, language }: CardProps) {
  const t = messages[language];
  const { work, extract, soon } = mine.record;
  return (
    <section class="card stack" aria-labelledby="extract-title">
      <h2 id="extract-title">{t.extractTitle}</h2>
      <p>{t[`work-${work ?? "unset"}`]}</p>
      {extract.kind === "missing" && <p class="notice">{t.missing}</p>}
      {extract.kind === "note" && (
        <p>
          {t.noteShown(
            monthText(extract.shownMonth, language),
            extract.seenBy ?? t.formerCoordinator,
          )}{" "}
          {mine.record.holds.includes("extract-lapsed")
            ? t.noteLapsed(dayText(extract.lapsesOn, language))
            : t.noteLapses(dayText(extract.lapsesOn, language))}
        </p>
      )}
      {extract.kind === "copy" && (
        <p>
          {t.copyKept(
            dayText(extract.copy.issuedOn, language),
            dayText(extract.copy.startedOn, language),
          )}
        </p>
      )}
      {soon !== null && <p class="notice">{t.soon(dayText(soon, language))}</p>}
    </section>
  );
}

function LeaveCard({
  mine,
  language,
  busy,
  onLeave,
}: CardProps & { busy: boolean; onLeave: (onLeave: boolean) => void }) {
  const t = messages[language];
  const { onLeave: isAway } = mine.record;
  return (
    <section class="card stack" aria-labelledby="leave-title">
      <h2 id="leave-title">{t.leaveTitle}</h2>
      <p>{isAway ? t.leaveOn : t.leaveOff}</p>
      <button
        type="button"
        class="button record-start"
        disabled={busy}
        onClick={() => onLeave(!isAway)}
      >
        {isAway ? t.back : t.leave}
      </button>
    </section>
  );
}
