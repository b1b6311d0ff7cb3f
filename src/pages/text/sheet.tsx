import type { ComponentChildren, JSX } from "preact";
import { readPictureAddress } from "../../media/index.ts";
import type { PageText, Referral } from "../contract.ts";
import type { Kind } from "../kinds.ts";
import { Article, Drawn } from "./article.tsx";
import type { Node } from "./parse.ts";
import { dayIn, type SheetLanguage, sheetWords } from "./sheet-words.ts";

export interface SheetProps {
  readonly kind: Kind;
  readonly dated: string | null;
  readonly text: Omit<PageText, "body">;
  readonly nodes: readonly Node[];
  /** Of the page around it, or of the text where it is a further one. */
  readonly language: SheetLanguage;
  /** Whose report it is. */
  readonly sender: string;
  /** Of an answer to a referral: what it answers. */
  readonly referral?: Referral | null | undefined;
  /** Within a page that has a first heading of its own. */
  readonly isInner?: boolean;
  /** Between head and text. */
  readonly children?: ComponentChildren;
}

/** A page from its title to its last word: on the site, and in the editor's preview. */
export function Sheet(props: SheetProps): JSX.Element {
  const { kind, nodes, children } = props;
  return (
    <>
      {kind === "report" ? <Cover {...props} /> : <Head {...props} />}
      {children}
      <Article nodes={nodes} />
    </>
  );
}

function Head({ text, dated, language, isInner, referral }: SheetProps): JSX.Element {
  const Title = isInner ? "h2" : "h1";
  return (
    <>
      <Day date={dated} language={language} />
      <Title>{text.title}</Title>
      {referral && <Answers referral={referral} language={language} />}
      {text.summary !== "" && <p class="lead">{text.summary}</p>}
    </>
  );
}

interface AnswersProps {
  readonly referral: Referral;
  readonly language: SheetLanguage;
}

/** Who asked, and about which document. */
function Answers({ referral, language }: AnswersProps): JSX.Element {
  const say = sheetWords(language);
  return (
    <div class="answers">
      <p>
        <strong>{say.to(referral.body)}</strong>
      </p>
      <p>
        {say.aboutDocument} {referral.document}
      </p>
      {referral.url !== null && (
        <p>
          <a href={referral.url} rel="noreferrer">
            {say.readDocument}
          </a>
        </p>
      )}
    </div>
  );
}

/** What a printed report has as its first sheet. */
function Cover({ text, dated, language, sender, isInner }: SheetProps): JSX.Element {
  const say = sheetWords(language);
  const [Title, Part] = isInner ? (["h2", "h3"] as const) : (["h1", "h2"] as const);
  const picture = text.cover === null ? undefined : readPictureAddress(text.cover);
  return (
    <>
      <div class="cover">
        {picture && <Drawn {...picture} alt="" />}
        <p class="small soft">{sender}</p>
        <Title>{text.title}</Title>
        <Day date={dated} language={language} />
      </div>
      {text.summary !== "" && (
        <section class="summary">
          <Part>{say.summary}</Part>
          <p class="lead">{text.summary}</p>
        </section>
      )}
    </>
  );
}

interface DayProps {
  readonly date: string | null;
  readonly language: SheetLanguage;
}

export function Day({ date, language }: DayProps): JSX.Element | null {
  if (date === null || date === "") return null;
  return (
    <p class="small soft">
      <time dateTime={date}>{dayIn(Date.parse(`${date}T12:00Z`), language)}</time>
    </p>
  );
}
