import type { JSX } from "preact";
import { drawn, slugOf } from "../../pages/index.server.ts";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { type Language, pathIn } from "../../ui/languages.ts";
import { educationPages as at, type Lecture } from "../contract.ts";
import { publicMessages } from "../messages.public.ts";
import {
  audiencesInWords,
  inWords,
  languagesInWords,
  lengthInWords,
  priceInWords,
  waysInWords,
} from "../names.ts";
import { Back, lecturePage } from "./parts.server.tsx";

/** The name of a lecture in addresses. Two of the same title are told apart by their number. */
export function slugsOf(lectures: readonly Lecture[]): ReadonlyMap<string, Lecture> {
  const named = new Map<string, Lecture>();
  for (const lecture of lectures) {
    const base = slugOf(lecture.content.title.sv) || "forelasning";
    named.set(named.has(base) ? `${base}-${lecture.id.slice(0, 8)}` : base, lecture);
  }
  return named;
}

const pathOf = (path: string, slug: string, language: Language): string =>
  pathIn(path.replace(":lecture", slug), language);

/** All that can be booked. */
export function listPage(sign: FaceSign, lectures: readonly Lecture[]): Page {
  const { language } = sign;
  const t = publicMessages[language];
  const named = [...slugsOf(lectures)];
  return lecturePage({
    ...{ sign, title: t.tab, path: at.list, description: t.lead },
    children: (
      <>
        <Back href={pathIn("/", language)}>{t.toStart}</Back>
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        {named.length === 0 && <p class="notice">{t.none}</p>}
        <ul class="lectures">
          {named.map(([slug, lecture]) => (
            <Entry {...{ slug, lecture, language }} />
          ))}
        </ul>
        {named.length > 0 && (
          <section class="part">
            <h2>{t.otherTitle}</h2>
            <p>{t.otherLead}</p>
            <p>
              <a class="button button-lamp" href={pathIn(at.ask, language)}>
                {t.book}
              </a>
            </p>
          </section>
        )}
      </>
    ),
  });
}

/** As the beginning of a line. */
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface EntryProps {
  readonly slug: string;
  readonly lecture: Lecture;
  readonly language: Language;
}

function Entry({ slug, lecture, language }: EntryProps): JSX.Element {
  const { content } = lecture;
  const t = publicMessages[language];
  const few = [
    audiencesInWords(content, language),
    lengthInWords(content.minutes, language),
    priceInWords(content.price, language),
  ];
  return (
    <li class="card">
      <h2>
        <a href={pathOf(at.one, slug, language)}>{inWords(content.title, language)}</a>
      </h2>
      <p class="small soft">{capital(few.join("\u00a0· "))}</p>
      <p>{inWords(content.summary, language)}</p>
      <p class="row">
        <a class="button" href={pathOf(at.askFor, slug, language)}>
          {t.book}
          <span class="visually-hidden">: {inWords(content.title, language)}</span>
        </a>
      </p>
    </li>
  );
}

/** One of them, from its title to its last word. */
export function onePage(sign: FaceSign, slug: string, { content }: Lecture): Page {
  const { language } = sign;
  const t = publicMessages[language];
  const open = content.materials.filter(({ isPublic }) => isPublic);
  return lecturePage({
    ...{ sign, title: t.tab, path: at.one.replace(":lecture", slug) },
    ...{ description: inWords(content.summary, language), pictures: true },
    children: (
      <>
        <Back href={pathIn(at.list, language)}>{t.toList}</Back>
        <h1>{inWords(content.title, language)}</h1>
        <p class="lead">{inWords(content.summary, language)}</p>
        <Facts {...{ content, language }} />
        {drawn(inWords(content.text, language))}
        {open.length > 0 && (
          <section class="part">
            <h2>{t.materials}</h2>
            <ul>
              {open.map(({ title, address }) => (
                <li>
                  <a href={address} {...(address.startsWith("/") ? {} : { rel: "noreferrer" })}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <a class="button button-lamp" href={pathOf(at.askFor, slug, language)}>
            {t.book}
          </a>
        </p>
      </>
    ),
  });
}

function Facts({ content, language }: Pick<Lecture, "content"> & { language: Language }) {
  const t = publicMessages[language];
  const region = inWords(content.region, language);
  const facts = [
    [t.audience, audiencesInWords(content, language)],
    [t.length, lengthInWords(content.minutes, language)],
    [t.price, priceInWords(content.price, language)],
    [t.languages, languagesInWords(content.languages, language)],
    [t.region, [waysInWords(content, language), region].filter((one) => one !== "").join(". ")],
  ] as const;
  return (
    <dl class="facts card">
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{capital(value)}</dd>
        </>
      ))}
    </dl>
  );
}
