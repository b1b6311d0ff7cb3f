import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useId } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import type { PageEntry } from "../contract.ts";
import { Button, Fault, Field } from "../desk/parts.browser.tsx";
import type { Part } from "../desk/room.browser.tsx";
import { liveVersion } from "../live.ts";
import { type Former, formerPaths as paths } from "./contract.ts";
import { formerMessages } from "./messages.ts";

const titleOf = ({ texts, slug }: PageEntry): string =>
  texts.find(({ language }) => language === "sv")?.title ?? texts[0]?.title ?? slug;
const isLive = ({ texts }: PageEntry): boolean =>
  texts.some((text) => liveVersion(text, Date.now()) !== null);

const OWN_FAULTS = ["bad-input", "address-taken", "limit-reached"] as const;

/** Addresses of an older site, and the page to which each leads. */
export function FormerAddresses({ book, language }: Part): JSX.Element {
  const t = formerMessages[language];
  const list = useSignal<readonly Former[]>([]);
  const said = useSignal("");
  const fault = useSignal<string | null>(null);
  const pages = book.list.value?.pages ?? [];
  const look = async (): Promise<void> => {
    const answer = await book.api.post<readonly Former[]>(paths.list, {});
    if (answer.ok) list.value = answer.value;
    else fault.value = answer.code;
  };
  useEffect(() => void look(), [book, book.list.value]);
  const settle = async (done: Result<unknown>, well: string): Promise<boolean> => {
    const own = OWN_FAULTS.find((one) => !done.ok && one === done.code);
    fault.value = done.ok || own ? null : done.code;
    said.value = done.ok ? well : own ? t[own] : "";
    await look();
    return done.ok;
  };
  const drop = async (address: string): Promise<void> =>
    void (await settle(await book.api.post(paths.drop, { address }), t.dropped));
  const put = async (one: Former): Promise<boolean> => {
    const page = pages.find(({ id }) => id === one.page);
    const done = await book.api.post(paths.put, one);
    return settle(done, page && isLive(page) ? t.added : t.addedWaits);
  };
  return (
    <section class="card stack" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p>{t.says}</p>
      <Listed {...{ language, list: list.value, pages }} onDrop={(one) => void drop(one)} />
      <Fault code={fault.value} language={language} />
      <p role="status">{said.value}</p>
      <Adding {...{ language, pages, put }} />
    </section>
  );
}

interface ListedProps extends Pick<Part, "language"> {
  readonly list: readonly Former[];
  readonly pages: readonly PageEntry[];
  readonly onDrop: (address: string) => void;
}

function Listed({ language, list, pages, onDrop }: ListedProps): JSX.Element {
  const t = formerMessages[language];
  if (list.length === 0) return <p class="soft">{t.none}</p>;
  return (
    <details class="pages-more">
      <summary>{t.count(list.length)}</summary>
      <ul class="pages-former">
        {list.map(({ address, page: id }) => {
          const page = pages.find((one) => one.id === id);
          return (
            <li key={address}>
              <span>
                <code>{address}</code> <span class="soft">{t.leadsTo}</span> {page && titleOf(page)}
                {page && !isLive(page) && <small class="soft"> ({t.waits})</small>}
              </span>
              <button
                type="button"
                class="button button-quiet"
                aria-label={t.dropNamed(address)}
                onClick={() => onDrop(address)}
              >
                {t.drop}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

interface AddingProps extends Pick<Part, "language"> {
  readonly pages: readonly PageEntry[];
  readonly put: (one: Former) => Promise<boolean>;
}

function Adding({ language, pages, put }: AddingProps): JSX.Element {
  const t = formerMessages[language];
  const id = useId();
  const address = useSignal("");
  const page = useSignal("");
  const add = async (): Promise<void> => {
    if (await put({ address: address.value, page: page.value })) address.value = "";
  };
  return (
    <div class="stack pages-narrow">
      <Field
        label={t.address}
        hint={t.addressHint}
        value={address.value}
        maxLength={2000}
        onValue={(value) => (address.value = value)}
      />
      <div class="field">
        <label for={id}>{t.page}</label>
        <select
          id={id}
          value={page.value}
          onChange={({ currentTarget }) => (page.value = currentTarget.value)}
        >
          <option value="">{t.choose}</option>
          {pages.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      </div>
      <p>
        <Button
          disabled={address.value.trim() === "" || page.value === ""}
          onPress={() => void add()}
        >
          {t.add}
        </Button>
      </p>
    </div>
  );
}
