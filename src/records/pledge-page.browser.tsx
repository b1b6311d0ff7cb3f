import { useSignal } from "@preact/signals";
import { ok, type Result } from "../platform/result.ts";
import {
  PLEDGE_LONGEST,
  PLEDGE_SHORTEST,
  type PledgesView,
  recordPaths as paths,
} from "./contract.ts";
import { messages } from "./messages.keeping.ts";
import { dayText, type Loaded, type PageProps, Screen, useLoaded } from "./parts.browser.tsx";
import { type Verified, verifyPledges } from "./records-app.browser.ts";

interface Checked {
  readonly view: PledgesView;
  readonly checked: readonly Verified[];
}

/** The jour's pledge: its text, and everybody's signature, checked in this browser. */
export function PledgePage({ staff, language }: PageProps) {
  const t = messages[language];
  const load = async (): Promise<Result<Checked>> => {
    const view = await staff.api.post<PledgesView>(paths.pledges, {});
    if (!view.ok) return view;
    const checked = await verifyPledges(staff, view.value);
    return checked.ok ? ok({ view: view.value, checked: checked.value }) : checked;
  };
  const loaded = useLoaded(load);
  return (
    <Screen title={t.textTitle} language={language} loaded={loaded}>
      {(now) => (
        <>
          <p>{t.textLead}</p>
          <TextCard
            key={now.view.texts[0]?.version ?? 0}
            {...{ staff, language, loaded, view: now.view }}
          />
          <section class="card stack" aria-labelledby="checked-title">
            <h2 id="checked-title">{t.checkedTitle}</h2>
            <p class="soft">{t.checkedLead}</p>
            <ul class="desk-list">
              {now.checked.map((one) => (
                <li key={one.member}>
                  <strong>{one.name}</strong>
                  <CheckedText {...{ one, language }} />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Screen>
  );
}

function CheckedText({ one, language }: { one: Verified; language: PageProps["language"] }) {
  const t = messages[language];
  if (one.isFalse) return <span class="fault">{t.checkedFalse}</span>;
  if (one.version === null || one.signedOn === null)
    return <span class="soft">{t.checkedNone}</span>;
  return <span class="soft">{t.checkedVersion(one.version, dayText(one.signedOn, language))}</span>;
}

interface TextProps extends PageProps {
  readonly loaded: Loaded<Checked>;
  readonly view: PledgesView;
}

function TextCard(props: TextProps) {
  const { language, view } = props;
  const t = messages[language];
  const [newest] = view.texts;
  const writing = useSignal(newest === undefined);
  return (
    <section class="card stack" aria-label={t.textTitle}>
      <p class={newest ? "soft" : "notice"}>
        {newest ? t.textNow(newest.version, dayText(newest.publishedOn, language)) : t.textNone}
      </p>
      {!writing.value && newest && (
        <>
          <div class="record-words" lang="sv">
            {newest.body}
          </div>
          <button type="button" class="button record-start" onClick={() => (writing.value = true)}>
            {t.textChange}
          </button>
        </>
      )}
      {writing.value && <TextForm {...props} onCancel={() => (writing.value = false)} />}
    </section>
  );
}

function TextForm({ staff, language, loaded, view, onCancel }: TextProps & { onCancel(): void }) {
  const t = messages[language];
  const [newest] = view.texts;
  const words = useSignal(newest?.body ?? messages.sv.proposal);
  const tooShort = words.value.trim().length < PLEDGE_SHORTEST;
  const publish = (): void =>
    void loaded.act(() =>
      staff.api.post(paths.pledge, { after: newest?.version ?? 0, body: words.value.trim() }),
    );
  return (
    <>
      <div class="field">
        <label for="pledge-words">{t.textLabel}</label>
        <textarea
          id="pledge-words"
          class="record-words-edit"
          lang="sv"
          autocomplete="off"
          maxLength={PLEDGE_LONGEST}
          aria-invalid={tooShort}
          value={words.value}
          onInput={({ currentTarget }) => (words.value = currentTarget.value)}
        />
        {tooShort && <p class="fault">{t.textShort}</p>}
      </div>
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={loaded.work.busy || tooShort || words.value === newest?.body}
          onClick={publish}
        >
          {t.textPublish}
        </button>
        {newest && (
          <button type="button" class="button" onClick={onCancel}>
            {t.textCancel}
          </button>
        )}
      </div>
    </>
  );
}
