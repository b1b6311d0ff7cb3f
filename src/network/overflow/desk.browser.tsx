import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useId } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import type { Language } from "../../ui/languages.ts";
import { plain } from "../directory/match.ts";
import { type OverflowJour, type OverflowList, overflowPaths } from "./contract.ts";
import { overflowMessages } from "./messages.ts";

interface PageProps {
  readonly api: { post<T>(path: string, body: object): Promise<Result<T>> };
  readonly language: Language;
}

type Found = readonly OverflowJour[] | "loading" | "failed";

/** For coordinators: which other jours may be offered while this one is closed, and the other way round. */
export function OverflowPage({ api, language }: PageProps): JSX.Element {
  const t = overflowMessages[language];
  const found = useSignal<Found>("loading");
  const told = useSignal<string | null>(null);
  const look = async (): Promise<void> => {
    found.value = "loading";
    const list = await api.post<OverflowList>(overflowPaths.list, {});
    found.value = list.ok ? list.value.jours : "failed";
  };
  useEffect(() => void look(), [api]);
  const say = async ({ id, name }: OverflowJour, yes: boolean): Promise<void> => {
    const list = await api.post<OverflowList>(overflowPaths.say, { jour: id, yes });
    if (list.ok) found.value = list.value.jours;
    told.value = list.ok ? (yes ? t.saidYes : t.saidNo)(name) : t.failed;
  };
  const jours = found.value;
  return (
    <section class="set-page stack" aria-labelledby="overflow-title">
      <h2 id="overflow-title">{t.title}</h2>
      <p>{t.lead}</p>
      <p class="soft">{t.both}</p>
      <div role="status">{told.value !== null && <p class="notice">{told.value}</p>}</div>
      {jours === "loading" && <p role="status">{t.loading}</p>}
      {jours === "failed" && (
        <div class="notice notice-danger stack" role="alert">
          <p>{t.failed}</p>
          <button type="button" class="button" onClick={() => void look()}>
            {t.again}
          </button>
        </div>
      )}
      {typeof jours !== "string" && <Jours jours={jours} language={language} say={say} />}
    </section>
  );
}

interface JoursProps {
  readonly jours: readonly OverflowJour[];
  readonly language: Language;
  readonly say: (jour: OverflowJour, yes: boolean) => Promise<void>;
}

/** What holds and what waits is in sight; of the rest there may be seventy, so they are searched. */
function Jours({ jours, language, say }: JoursProps): JSX.Element {
  const t = overflowMessages[language];
  const id = useId();
  const written = useSignal("");
  if (jours.length === 0) return <p class="notice">{t.none}</p>;
  const agreed = jours.filter(({ mine, theirs }) => mine && theirs);
  const waiting = jours.filter(({ mine, theirs }) => mine !== theirs);
  const words = plain(written.value.trim());
  const others = jours.filter(
    ({ mine, theirs, name, faces }) =>
      !mine &&
      !theirs &&
      plain([name, ...faces.map((face) => `${face.name} ${face.place}`)].join(" ")).includes(words),
  );
  return (
    <>
      <Part title={t.agreed} {...{ jours: agreed, language, say }} />
      <Part title={t.asks} {...{ jours: waiting, language, say }} />
      <h3>{t.others}</h3>
      <div class="field">
        <label for={id}>{t.search}</label>
        <input
          id={id}
          class="input"
          type="search"
          autocomplete="off"
          value={written.value}
          onInput={({ currentTarget }) => (written.value = currentTarget.value)}
        />
      </div>
      <p class="hint" role="status">
        {t.found(others.length)}
      </p>
      <List {...{ jours: others, language, say }} />
    </>
  );
}

function Part({ title, ...list }: JoursProps & { readonly title: string }): JSX.Element | null {
  if (list.jours.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <List {...list} />
    </>
  );
}

const List = ({ jours, ...rest }: JoursProps): JSX.Element => (
  <ul class="network-rows">
    {jours.map((jour) => (
      <Jour key={jour.id} jour={jour} {...rest} />
    ))}
  </ul>
);

interface JourProps extends Omit<JoursProps, "jours"> {
  readonly jour: OverflowJour;
}

function Jour({ jour, language, say }: JourProps): JSX.Element {
  const t = overflowMessages[language];
  const { name, faces, mine, theirs } = jour;
  const state = mine ? (theirs ? t.holds : t.waitsForThem) : theirs ? t.waitsForYou : t.nothing;
  return (
    <li class="card stack">
      <div>
        <strong>{name}</strong>{" "}
        <span class={mine && theirs ? "pill-open" : "pill-closed"}>{state}</span>
        {faces.map((face) => (
          <p class="soft small">
            {[...(face.name === name ? [] : [face.name]), face.place].join(", ")}
            {!face.elsewhere && `. ${t.onlyHome}`}
          </p>
        ))}
      </div>
      <div>
        <button type="button" class="button" onClick={() => void say(jour, !mine)}>
          {mine ? t.no : t.yes} <span class="visually-hidden">{t.withWhom(name)}</span>
        </button>
      </div>
    </li>
  );
}
