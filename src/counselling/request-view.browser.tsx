import type { JSX } from "preact";
import { Answered, type FormBook } from "../forms/index.browser.ts";
import type { Answers } from "../forms/index.ts";
import type { Language } from "../ui/languages.ts";
import { requestMessages } from "./messages.request.ts";
import { type Request, readRequest, type Terms } from "./request.ts";

interface SaidProps {
  readonly text: string;
  readonly language: Language;
}

/** For letters and inbox: shows a request as a request; null for what is written in words. */
export const requestSaid =
  (book: FormBook, whose: "hers" | "yours") =>
  ({ text, language }: SaidProps): JSX.Element | null => {
    const request = readRequest(text);
    return request ? <RequestView {...{ book, whose, request, language }} /> : null;
  };

interface ViewProps {
  readonly book: FormBook;
  readonly whose: "hers" | "yours";
  readonly request: Request;
  readonly language: Language;
}

function RequestView({ book, whose, request, language }: ViewProps): JSX.Element {
  const t = requestMessages[language];
  const form = book.find(request.form);
  return (
    <div class="stack request">
      <h3>{request.form.kind === "intake" ? t.request : t.accompany}</h3>
      {form === "lost" && <p class="notice">{t.formLost}</p>}
      {form === "lost" && <Bare answers={request.answers} />}
      {typeof form === "object" && (
        <Answered form={form.definition} answers={request.answers} language={language} />
      )}
      <h4>{t[whose]}</h4>
      <TermsView terms={request.terms} language={language} />
    </div>
  );
}

function Bare({ answers }: { readonly answers: Answers }): JSX.Element {
  return (
    <dl class="answered">
      {Object.entries(answers).map(([id, answer]) => (
        <div key={id}>
          <dt>{id}</dt>
          <dd dir="auto">{String(answer)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Above all what must not be done. */
function TermsView({ terms, language }: { terms: Terms; language: Language }): JSX.Element {
  const t = requestMessages[language];
  if (terms.way === "code") return <p class="notice">{t.byCode}</p>;
  const isPhone = terms.way === "phone";
  return (
    <ul class="notice terms">
      <li>
        <strong>{isPhone ? t.byPhone(terms.address) : t.byMail(terms.address)}</strong>
      </li>
      <li>{t.safe(terms.times)}</li>
      <li>{terms.maySayWho ? t.whoYes : t.whoNo}</li>
      {isPhone && <li>{terms.mayLeaveMessage ? t.messageYes : t.messageNo}</li>}
      {terms.codeWord !== "" && <li>{t.word(terms.codeWord)}</li>}
    </ul>
  );
}
