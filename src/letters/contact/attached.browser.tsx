import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import type { Attachment } from "../../protocol/letters/index.ts";
import type { Language } from "../../ui/languages.ts";
import { letterMessages } from "../messages.letters.ts";
import { fetchFile } from "./files.browser.ts";
import { type LetterScreen, Progress } from "./parts.browser.tsx";
import type { Opened } from "./post.browser.ts";

interface AttachedProps extends LetterScreen {
  readonly opened: Opened;
  readonly attachment: Attachment;
  readonly number: number;
}

/** A file of a letter, in her mailbox. */
export function Attached({
  app,
  language,
  opened,
  attachment,
  number,
}: AttachedProps): JSX.Element {
  const { post } = app;
  return (
    <FileView
      {...{ attachment, number, language }}
      fetch={(onPart) =>
        fetchFile(
          post.suite,
          opened.id,
          attachment,
          (place) => post.chunk(opened.keys, attachment.id, place),
          onPart,
        )
      }
    />
  );
}

type Shown =
  | { readonly is: "closed" }
  | { readonly is: "coming"; readonly part: number }
  | { readonly is: "here"; readonly url: string }
  | { readonly is: "waits" | "altered" };

interface FileProps {
  readonly attachment: Attachment;
  /** Among the files of its letter, from 1. */
  readonly number: number;
  readonly language: Language;
  readonly fetch: (onPart: (part: number) => void) => Promise<Result<Uint8Array>>;
}

/** Fetched only when asked for. A picture is shown on the page; a PDF can only be saved. */
export function FileView({ attachment, number, language, fetch }: FileProps): JSX.Element {
  const t = letterMessages[language];
  const [shown, setShown] = useState<Shown>({ is: "closed" });
  const url = shown.is === "here" ? shown.url : undefined;
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const name = t.fileName(number, attachment.type);
  const open = async (): Promise<void> => {
    setShown({ is: "coming", part: 0 });
    const file = await fetch((part) => setShown({ is: "coming", part }));
    setShown(
      file.ok ? { is: "here", url: urlOf(file.value, attachment.type) } : notHere(file.code),
    );
  };
  return (
    <div class="attached stack">
      {shown.is === "here" ? (
        <Here
          {...{ attachment, name, language }}
          url={shown.url}
          onHide={() => setShown({ is: "closed" })}
        />
      ) : (
        <button
          type="button"
          class="button"
          disabled={shown.is === "coming"}
          onClick={() => void open()}
        >
          {t.attachment(name)}
        </button>
      )}
      {shown.is === "coming" && <Progress value={shown.part} label={t.progress} />}
      {shown.is === "waits" && <p role="alert">{t.attachmentWaits}</p>}
      {shown.is === "altered" && <p role="alert">{t.attachmentAltered}</p>}
    </div>
  );
}

const notHere = (code: string): Shown => ({
  is: code === "attachment-altered" ? "altered" : "waits",
});

/** The only kinds that a page of ours ever shows; anything else is offered as bytes to save. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  "image/jpeg": "image/jpeg",
  "application/pdf": "application/pdf",
};
const urlOf = (bytes: Uint8Array, type: string): string =>
  URL.createObjectURL(
    new Blob([new Uint8Array(bytes)], { type: SHOWN_AS[type] ?? "application/octet-stream" }),
  );

interface HereProps extends Pick<FileProps, "attachment" | "language"> {
  readonly name: string;
  readonly url: string;
  readonly onHide: () => void;
}

function Here({ attachment, name, url, language, onHide }: HereProps): JSX.Element {
  const t = letterMessages[language];
  const isPicture = attachment.type === "image/jpeg";
  return (
    <>
      {isPicture && <img class="attached-picture" src={url} alt={name} />}
      <div class="row">
        <a class="button" href={url} download={attachment.name}>
          {t.attachmentSave(name)}
        </a>
        <button type="button" class="button button-quiet" onClick={onHide}>
          {t.hide}
        </button>
      </div>
      <p class="hint">{t.attachmentStays}</p>
    </>
  );
}
