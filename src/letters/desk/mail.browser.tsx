import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { fail, ok, type Result } from "../../platform/result.ts";
import { toBase64url } from "../../protocol/index.ts";
import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import { fetchFile } from "../contact/files.browser.ts";
import { Progress } from "../contact/parts.browser.tsx";
import { inboxPaths as paths, type Sending } from "../contract.ts";
import { answerAddress } from "../mail-text.ts";
import { mailInboxMessages } from "../messages.mail.ts";
import type { CorrespondenceProps } from "./correspondence.browser.tsx";
import { answerTo, type Mail, type WholeFile } from "./mail-run.ts";
import { TeamAttachment } from "./team-attachment.browser.tsx";

/** One mail: who says that she sent it, what it says as plain text, its files to save. */
export function MailLetter(props: CorrespondenceProps & { readonly one: Mail }): JSX.Element {
  const { one, language } = props;
  const t = mailInboxMessages[language];
  const { letter, mail, files } = one;
  const reply = answerAddress(mail);
  return (
    <li class="letter">
      <p>
        <strong>{mail.name || mail.from || t.noSender}</strong>{" "}
        <span class="soft small">
          {formatDate(letter.at, language)} {formatTime(letter.at, language)}
        </span>
      </p>
      {mail.from !== "" && (
        <p class="soft small mail-address" dir="auto">
          {t.from(mail.from)}
          {reply !== "" && reply !== mail.from ? ` ${t.replyTo(reply)}` : ""}
        </p>
      )}
      {mail.kind !== "person" && <p class="notice">{t[mail.kind]}</p>}
      {mail.unread && <p class="notice">{t.unread}</p>}
      {mail.subject !== "" && (
        <p dir="auto">
          <strong>{mail.subject}</strong>
        </p>
      )}
      <p class="letter-text" dir="auto">
        {mail.body}
      </p>
      {mail.cut && <p class="soft">{t.cut}</p>}
      {files.length > 0 && <MailFiles {...props} />}
    </li>
  );
}

function MailFiles(props: CorrespondenceProps & { readonly one: Mail }): JSX.Element {
  return (
    <>
      <p class="soft small">{mailInboxMessages[props.language].filesHint}</p>
      {props.one.files.map((file, at) =>
        isPicture(file) ? (
          <TeamAttachment
            key={file.pieces[0].id.join()}
            {...props}
            attachment={file.pieces[0]}
            number={at + 1}
          />
        ) : (
          <MailFileView {...props} key={file.pieces[0]?.id.join()} file={file} />
        ),
      )}
    </>
  );
}

/** Only what a letter may show as well: a JPEG in one piece. Anything else is bytes to save. */
const isPicture = (
  file: WholeFile,
): file is WholeFile & { pieces: [WholeFile["pieces"][number]] } =>
  file.type === "image/jpeg" && file.pieces.length === 1;

type Shown =
  | { readonly is: "closed" | "failed" }
  | { readonly is: "coming"; readonly part: number }
  | { readonly is: "here"; readonly url: string };

function MailFileView(props: CorrespondenceProps & { readonly file: WholeFile }): JSX.Element {
  const { file, language } = props;
  const t = mailInboxMessages[language];
  const [shown, setShown] = useState<Shown>({ is: "closed" });
  const url = shown.is === "here" ? shown.url : undefined;
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const open = async (): Promise<void> => {
    setShown({ is: "coming", part: 0 });
    const whole = await fetchWhole(props, (part) => setShown({ is: "coming", part }));
    if (!whole.ok) return setShown({ is: "failed" });
    // As bytes, whatever the mail calls it: no browser shows or runs that.
    const blob = new Blob(whole.value, { type: "application/octet-stream" });
    setShown({ is: "here", url: URL.createObjectURL(blob) });
  };
  return (
    <div class="attached stack">
      {shown.is === "here" ? (
        <a class="button" href={shown.url} download={file.name}>
          {t.save(file.name)}
        </a>
      ) : (
        <button
          type="button"
          class="button"
          disabled={shown.is === "coming"}
          onClick={() => void open()}
        >
          {t.fetch(file.name, sizeInWords(file.size, language))}
        </button>
      )}
      {shown.is === "coming" && <Progress value={shown.part} label={t.fetching} />}
      {shown.is === "failed" && <p role="alert">{t.notFetched}</p>}
    </div>
  );
}

async function fetchWhole(
  { app, opened, file }: CorrespondenceProps & { readonly file: WholeFile },
  onPart: (part: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>[]>> {
  const { suite, api } = app.staff;
  const whole: Uint8Array<ArrayBuffer>[] = [];
  for (const [index, piece] of file.pieces.entries()) {
    const at = { mailbox: toBase64url(opened.id), attachment: toBase64url(piece.id) };
    const ask = (place: number) => api.post<string>(paths.chunk, { ...at, place });
    const bytes = await fetchFile(suite, opened.id, piece, ask, (part) =>
      onPart((index + part) / file.pieces.length),
    );
    if (!bytes.ok) return fail(bytes.code);
    whole.push(new Uint8Array(bytes.value));
  }
  return ok(whole);
}

function sizeInWords(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

/** Before the answer is written: where it goes, and who else can see it. */
export function MailAnswerNotice({ opened, language }: CorrespondenceProps): JSX.Element {
  const t = mailInboxMessages[language];
  const { to, changed } = answerTo(opened.read.letters);
  return (
    <div class="notice stack">
      <strong>{t.answerGoesTo(to)}</strong>
      <p>{t.answerIsOpen}</p>
      {changed && <p>{t.addressChanged}</p>}
    </div>
  );
}

export function SendingNotice(props: {
  readonly sending: Sending | null;
  readonly language: Language;
}): JSX.Element | null {
  const t = mailInboxMessages[props.language];
  if (!props.sending) return null;
  const { dead, fault, sent, unsure } = props.sending;
  if (sent) return <p class="notice">{t.maybeTwice}</p>;
  const waits = fault === null ? t.willBeSent : t.waitsToBeSent;
  if (!dead) return <p class="notice">{unsure ? t.mayHaveArrived : waits}</p>;
  return <p class="notice notice-danger">{fault === "refused" ? t.addressRefused : t.gaveUp}</p>;
}
