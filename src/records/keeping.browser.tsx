import { useSignal } from "@preact/signals";
import { Confirm } from "../people/index.browser.ts";
import type { Language } from "../ui/languages.ts";
import { type CopyView, type Overview, recordPaths as paths } from "./contract.ts";
import { messages } from "./messages.keeping.ts";
import { dayText, type Loaded, type PageProps, Screen, useLoaded } from "./parts.browser.tsx";
import { RecordPanel } from "./record-panel.browser.tsx";

/** Who is in order, for coordinators. What stands in a record is shown when it is opened, and that is noted. */
export function KeepingPage({ staff, language }: PageProps) {
  const t = messages[language];
  const loaded = useLoaded(() => staff.api.post<Overview>(paths.overview, {}));
  return (
    <Screen title={t.title} language={language} loaded={loaded}>
      {(now) => (
        <>
          <p>{t.lead}</p>
          {now.reviewDue && <p class="notice">{t.reviewDue}</p>}
          <Requests {...{ staff, language, loaded, now }} />
          <Members {...{ staff, language, loaded, now }} />
          <Left {...{ staff, language, loaded, now }} />
        </>
      )}
    </Screen>
  );
}

interface PartProps extends PageProps {
  readonly loaded: Loaded<Overview>;
  readonly now: Overview;
}

function Requests({ staff, language, loaded, now }: PartProps) {
  const t = messages[language];
  if (now.requests.length === 0) return null;
  const nameOf = (id: string): string => now.members.find((one) => one.member === id)?.name ?? "";
  return (
    <section class="card stack desk-pending" aria-labelledby="requests-title">
      <h2 id="requests-title">{t.requestsTitle}</h2>
      {now.requests.map(({ member, kind, askedOn }) => (
        <div class="row" key={member + kind}>
          <p>{t[`request-${kind}`](nameOf(member), dayText(askedOn, language))}</p>
          {kind === "correction" && (
            <button
              type="button"
              class="button"
              disabled={loaded.work.busy}
              onClick={() =>
                void loaded.act(() => staff.api.post(paths.answered, { member, kind }))
              }
            >
              {t.done}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}

function Members({ staff, language, loaded, now }: PartProps) {
  const t = messages[language];
  const open = useSignal<string | null>(null);
  return (
    <section class="card stack" aria-label={t.title}>
      <ul class="desk-list">
        {now.members.map((one) => (
          <li key={one.member}>
            <div class="desk-list-text">
              <strong>{one.name}</strong>
              <span class={one.holds.length > 0 ? "small" : "soft small"}>
                {statusOf(one, language)}
              </span>
            </div>
            <button
              type="button"
              class="button button-quiet"
              aria-expanded={open.value === one.member}
              aria-label={t.openFor(one.name)}
              onClick={() => (open.value = open.value === one.member ? null : one.member)}
            >
              {open.value === one.member ? t.close : t.open}
            </button>
            {open.value === one.member && (
              <RecordPanel {...{ staff, language, member: one.member }} onChanged={loaded.again} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function statusOf(one: Overview["members"][number], language: Language): string {
  const t = messages[language];
  const said = one.holds.map((hold) => t[`hold-${hold}`]);
  if (one.work === null) said.push(t["hold-unset"]);
  if (one.soon !== null) said.push(t.soon(dayText(one.soon, language)));
  return said.length === 0 ? t.fine : said.join(", ");
}

function Left({ staff, language, loaded, now }: PartProps) {
  const t = messages[language];
  if (now.left.length === 0) return null;
  const nameOf = ({ member }: CopyView): string =>
    now.members.find((one) => one.member === member)?.name ?? t.formerMember;
  return (
    <section class="card stack" aria-labelledby="left-title">
      <h2 id="left-title">{t.leftTitle}</h2>
      <ul class="desk-list">
        {now.left.map((copy) => (
          <li key={copy.id}>
            <div class="desk-list-text">
              <strong>{nameOf(copy)}</strong>
              {copy.mayGoOn !== null && (
                <span class="soft small">{t.copyMayGo(dayText(copy.mayGoOn, language))}</span>
              )}
            </div>
            <Confirm
              label={t.copyForget}
              question={t.copyForgetSure}
              yes={t.yes}
              no={t.no}
              busy={loaded.work.busy}
              onYes={() =>
                void loaded.act(() => staff.api.post(paths.forgetCopy, { copy: copy.id }))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
