import type { JSX } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import type { FaceSign } from "../../site/index.server.ts";
import { formatDate, type Language, pathIn } from "../../ui/languages.ts";
import { educationPages as at, type Reply } from "../contract.ts";
import { addressFor } from "../files.ts";
import { timeInWords } from "../mails.ts";
import { ownMessages } from "../messages.own.ts";
import { publicMessages } from "../messages.public.ts";
import type { OwnView } from "../own.server.ts";
import { LONGEST_WISH } from "../request.ts";
import { titleOf } from "../sending.server.ts";
import { Back, Field, lecturePage, Told } from "./parts.server.tsx";

export interface OwnProps {
  readonly sign: FaceSign;
  readonly path: string;
  readonly view: OwnView;
  /** What they wrote and what was wrong with it. */
  readonly refused?: { readonly code: "changed-meanwhile" | "bad-input"; readonly words: string };
}

/** Their booking, and what can be done with it; every step is a form. */
export function ownPage(props: OwnProps): Page {
  const { sign, path, view, refused } = props;
  const { language } = sign;
  const t = ownMessages[language];
  const { row, part } = view;
  const isCancelled = row.stage === "declined" && row.reason === "they-cancelled";
  const key = isCancelled ? "cancelled" : row.stage;
  const isOver = view.replies.length === 0 && (row.stage === "offered" || row.stage === "booked");
  const wished = row.stage === "booked" ? t.wishedBooked : t.wished;
  return lecturePage({
    ...{ sign, title: t.tab, path },
    status: refused === undefined ? 200 : refused.code === "bad-input" ? 400 : 409,
    children: (
      <>
        <h1>{t[`title-${key}`]}</h1>
        {refused && <Told code={refused.code}>{t[refused.code]}</Told>}
        {part.wish ? <p class="notice">{wished}</p> : <p>{isOver ? t.over : t[`says-${key}`]}</p>}
        <Facts {...props} />
        {view.replies.map((reply) => (
          <ReplyForm key={reply} {...props} reply={reply} />
        ))}
        <p class="small soft">
          {t.keep} {t.kept(formatDate(Date.parse(`${row.deleteOn}T12:00Z`), language, true))}
        </p>
        <Back href={pathIn(at.list, language)}>{publicMessages[language].toList}</Back>
      </>
    ),
  });
}

function Facts({ sign: { language }, view, path }: OwnProps): JSX.Element {
  const t = ownMessages[language];
  const { row, part, lecture, holder } = view;
  const isTold = row.stage !== "declined";
  const facts = [
    [t.lecture, lecture ? titleOf(lecture, language) : publicMessages[language].unsure],
    [t.for, part.request.organisation],
    [
      t.when,
      row.startsAt && row.endsAt
        ? timeInWords(row.startsAt.getTime(), row.endsAt.getTime(), language)
        : "",
    ],
    [t.where, isTold ? part.place : ""],
    [t.who, isTold ? holder : ""],
    [t.size, String(part.request.size)],
  ] as const;
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) =>
          value === "" ? null : (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ),
        )}
      </dl>
      {(row.stage === "booked" || row.stage === "held") && (
        <Materials language={language} view={view} path={path} />
      )}
    </>
  );
}

function Materials({
  language,
  view,
  path,
}: Pick<OwnProps, "view" | "path"> & { language: Language }) {
  const materials = view.lecture?.content.materials ?? [];
  if (materials.length === 0) return null;
  return (
    <>
      <h2>{ownMessages[language].materials}</h2>
      <ul>
        {materials.map(({ title, address }) => (
          <li key={address}>
            <a href={addressFor(address, path)} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function ReplyForm({ reply, ...props }: OwnProps & { readonly reply: Reply }): JSX.Element {
  const { sign, path, view, refused } = props;
  const { language } = sign;
  const t = ownMessages[language];
  const inner = (children: JSX.Element): JSX.Element => (
    <Step {...{ reply, children, version: view.row.version }} action={pathIn(path, language)} />
  );
  if (reply === "accept")
    return inner(
      <button class="button button-lamp" type="submit">
        {t.accept}
      </button>,
    );
  const isWithdrawal = view.row.stage === "asked";
  if (reply === "cancel")
    return (
      <details class="card">
        <summary>{isWithdrawal ? t.withdraw : t.cancel}</summary>
        <p>{t.cancelSays}</p>
        {inner(
          <button class="button button-danger" type="submit">
            {isWithdrawal ? t.withdrawSure : t.cancelSure}
          </button>,
        )}
      </details>
    );
  return (
    <details class="card" open={refused?.code === "bad-input"}>
      <summary>{t.another}</summary>
      {inner(
        <>
          <Field
            {...{ name: "words", label: t.another, hint: t.anotherHint, rows: 3, isNeeded: true }}
            {...{ value: refused?.words ?? "", maxLength: LONGEST_WISH }}
          />
          <button class="button" type="submit">
            {t.sendWish}
          </button>
        </>,
      )}
    </details>
  );
}

interface StepProps {
  readonly action: string;
  readonly reply: Reply;
  readonly version: number;
  readonly children: JSX.Element;
}

const Step = ({ action, reply, version, children }: StepProps): JSX.Element => (
  <form class="stack ask" method="post" action={action}>
    <input type="hidden" name="reply" value={reply} />
    <input type="hidden" name="version" value={version} />
    {children}
  </form>
);

/** Of a link that leads nowhere, or a form that could not be read. */
export function noOwnPage(sign: FaceSign, why: "gone" | "refused"): Page {
  const t = ownMessages[sign.language];
  return lecturePage({
    ...{ sign, title: t.tab, path: at.list },
    status: why === "gone" ? 404 : 400,
    children: (
      <>
        <h1>{why === "gone" ? t.goneTitle : t.tab}</h1>
        <p class="notice" data-code={why === "gone" ? "not-found" : "bad-input"}>
          {t[why]}
        </p>
        <Back href={pathIn(at.list, sign.language)}>{publicMessages[sign.language].toList}</Back>
      </>
    ),
  });
}
