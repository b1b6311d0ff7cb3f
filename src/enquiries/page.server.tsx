import type { JSX } from "preact";
import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Door, Glances, Page, PageCache } from "../platform/http/index.server.ts";
import { facePage, type FaceSign, notFoundPage, signOf } from "../site/index.server.ts";
import type { Language } from "../ui/languages.ts";
import { Back } from "../ui/plain-fields.server.tsx";
import { sheetOf } from "../ui/styles.server.ts";
import { CONTACT_PAGE, type EnquiryKind } from "./contract.ts";
import { wordsOf } from "./messages.federation.ts";
import { enquiryMessages } from "./messages.ts";
import own from "./page.css?inline";
import { waysTo } from "./parts.ts";
import { type Place, placeAt } from "./place.server.ts";

export interface ContactPageParts {
  readonly database: Database;
  readonly pages: PageCache;
  readonly glances: Glances;
  /** The forms that somebody can read now. */
  kindsNow(place: Place): Promise<readonly EnquiryKind[]>;
  /** Where one becomes a member; undefined where the jour takes none by its site. */
  joinAt(jour: JourId): Promise<string | undefined>;
}

interface Shown {
  readonly sign: FaceSign;
  readonly kinds: readonly EnquiryKind[];
  readonly joinAt: string | undefined;
}

const sheet = sheetOf(own);

const isOf = ({ face }: FaceSign): boolean => face.kind === "federation";
/** As they are said at a jour, or at the federation. */
export const signWords = (sign: FaceSign) => wordsOf(isOf(sign), sign.language);

/** Each form by what it is about; the two ways to it stand side by side. */
export const contactPage = ({
  database,
  pages,
  glances,
  kindsNow,
  joinAt,
}: ContactPageParts): Door =>
  pages.door<Shown | undefined>({
    path: CONTACT_PAGE,
    host: "jour",
    look: ({ host, language }) =>
      glances.look(JSON.stringify(["contact us", host, language]), async () => {
        const sign = await signOf(database, host, language);
        const place = placeAt(host);
        if (!place || !sign) return undefined;
        return { sign, kinds: await kindsNow(place), joinAt: await joinAt(place.jour) };
      }),
    render: (shown, { host, language, config }) =>
      shown ? page(shown) : notFoundPage(host.jour?.demo ?? config.mode === "demo", language),
  });

function page({ sign, kinds, joinAt }: Shown): Page {
  const { language } = sign;
  const t = signWords(sign);
  return facePage({
    ...{ view: sign, title: t.tab, path: CONTACT_PAGE, kind: "inner", sheet },
    children: (
      <main id="main" tabIndex={-1} class="contact-us">
        <Back href={waysTo(language).home}>{t.toStart}</Back>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Elsewhere sign={sign} />
        {kinds.length === 0 && (
          <p class="card">
            <strong>{t.closed}.</strong> {t.closedSays}
          </p>
        )}
        {kinds.map((kind) => (
          <Form kind={kind} sign={sign} />
        ))}
        {joinAt !== undefined && <Joining path={joinAt} language={language} />}
        <section class="part">
          <h2>{t.how}</h2>
          <p>{t.howSays}</p>
        </section>
      </main>
    ),
  });
}

/** Whoever needs support has come to the wrong door, and is shown the right one. */
export function Elsewhere({ sign }: { readonly sign: FaceSign }): JSX.Element {
  const t = signWords(sign);
  const ways = waysTo(sign.language);
  return (
    <div class="notice">
      <p>
        <strong>{t.support}</strong> {t.supportSays}{" "}
        <a href={isOf(sign) ? ways.jours : ways.home}>{t.supportWay}</a>.
      </p>
      <p>
        {t.danger} <a href="tel:112">112</a>.
      </p>
    </div>
  );
}

/** A page of its own, without script: what is kept of members is told there. */
function Joining({ path, language }: { readonly path: string; readonly language: Language }) {
  const t = enquiryMessages[language];
  return (
    <section class="card" id="joining" aria-labelledby="joining-title">
      <h2 id="joining-title">{t.joining}</h2>
      <p class="soft">{t.joiningHint}</p>
      <p>
        <a class="button" href={language === "sv" ? path : `${path}?lang=${language}`}>
          {t.joinHere}
        </a>
      </p>
    </section>
  );
}

interface FormProps {
  readonly kind: EnquiryKind;
  readonly sign: FaceSign;
}

/** The page in which a form is sealed is the seeker's: a federation has none. */
function Form({ kind, sign }: FormProps): JSX.Element {
  const t = signWords(sign);
  const ways = waysTo(sign.language);
  const isPlain = isOf(sign);
  return (
    <section class="card" id={kind} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{t[kind]}</h2>
      <p class="soft">{t[`${kind}Hint`]}</p>
      <p>
        <a class="button" href={isPlain ? ways.plain(kind) : ways.locked(kind)}>
          {t.locked}
          <span class="visually-hidden">: {t[kind]}</span>
        </a>
      </p>
      {!isPlain && (
        <p class="small">
          <a href={ways.plain(kind)}>
            {t.withoutScript}
            <span class="visually-hidden">: {t[kind]}</span>
          </a>
        </p>
      )}
    </section>
  );
}
