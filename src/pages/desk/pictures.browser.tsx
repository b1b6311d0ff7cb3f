import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useId } from "preact/hooks";
import {
  MAX_PICTURE_BYTES,
  type PictureView,
  picturePaths as paths,
  readPictureAddress,
} from "../../media/index.ts";
import { tagOf } from "../kinds.ts";
import { deskMessages } from "../messages.desk.ts";
import { Drawn } from "../text/article.tsx";
import { base64 } from "../../ui/base64.browser.ts";
import type { EditorPart } from "./editor.browser.tsx";
import { Button, Fault, Field } from "./parts.browser.tsx";
import { withPicture } from "./text-area.browser.tsx";

/** The jour's pictures: added here, put into the text, or used on a cover. */
export function Pictures(part: EditorPart): JSX.Element {
  const { book, language } = part;
  const t = deskMessages[language];
  const list = useSignal<readonly PictureView[]>([]);
  const fault = useSignal<string | null>(null);
  const look = async (): Promise<void> => {
    const answer = await book.api.post<{ pictures: PictureView[] }>(paths.list, {});
    fault.value = answer.ok ? null : answer.code;
    if (answer.ok) list.value = answer.value.pictures;
  };
  useEffect(() => void look(), [book]);
  const remove = async (id: string): Promise<void> => {
    const answer = await book.api.post(paths.remove, { id });
    await look();
    if (!answer.ok) fault.value = answer.code;
  };
  return (
    <details class="pages-more">
      <summary>
        {t.pictures} ({list.value.length})
      </summary>
      <div class="stack">
        <p class="hint">{t.picturesSay}</p>
        <Fault code={fault.value} language={language} />
        <Add {...part} onAdded={look} />
        {list.value.length === 0 && <p class="soft">{t.noPictures}</p>}
        <ul class="pages-pictures">
          {list.value.map((picture) => (
            <li key={picture.id} class="card stack">
              <Shown picture={picture} />
              <p class="small">{picture.alt}</p>
              <Uses {...part} picture={picture} onRemove={() => void remove(picture.id)} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Shown({ picture }: { readonly picture: PictureView }): JSX.Element | null {
  const read = readPictureAddress(picture.address);
  return read ? <Drawn {...read} alt={picture.alt} /> : null;
}

interface UsesProps extends EditorPart {
  readonly picture: PictureView;
  readonly onRemove: () => void;
}

function Uses({ writing, entry, language, picture, onRemove }: UsesProps): JSX.Element {
  const t = deskMessages[language];
  const put = (): void => {
    // What the picture shows is kept in Swedish: in another language she says it herself.
    const isSwedish = tagOf(writing.place.language) === "sv";
    const alt = isSwedish ? picture.alt.replaceAll(/[[\]\\]/g, "") : "";
    const made = `![${alt}](${picture.address})`;
    writing.write({ body: withPicture(writing.text.value.body, writing.cursor, made) });
  };
  return (
    <div class="row">
      <Button onPress={put}>{t.put}</Button>
      {entry.kind === "report" && (
        <Button onPress={() => writing.write({ cover: picture.address })}>{t.asCover}</Button>
      )}
      <Button kind="quiet" onPress={onRemove}>
        {t.removePicture}
      </Button>
    </div>
  );
}

interface AddProps extends EditorPart {
  readonly onAdded: () => Promise<void>;
}

function Add({ book, language, onAdded }: AddProps): JSX.Element {
  const t = deskMessages[language];
  const file = useSignal<File | null>(null);
  const alt = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | null>(null);
  const add = async (): Promise<void> => {
    if (!file.value) return;
    busy.value = true;
    fault.value = await sent(book.api, file.value, alt.value);
    busy.value = false;
    if (fault.value !== null) return;
    [file.value, alt.value] = [null, ""];
    await onAdded();
  };
  return (
    <div class="stack pages-narrow">
      <Choose label={t.choose} onFile={(chosen) => (file.value = chosen)} />
      <Field
        label={t.alt}
        hint={t.altHint}
        value={alt.value}
        onValue={(value) => (alt.value = value)}
        maxLength={300}
      />
      <Fault code={fault.value} language={language} />
      <p>
        <Button
          disabled={busy.value || !file.value || alt.value.trim() === ""}
          onPress={() => void add()}
        >
          {busy.value ? t.adding : t.add}
        </Button>
      </p>
    </div>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly onFile: (file: File | null) => void;
}

function Choose({ label, onFile }: ChooseProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  );
}

/** null when it was taken, else the code of why not. */
async function sent(api: EditorPart["book"]["api"], file: File, alt: string) {
  if (file.size > MAX_PICTURE_BYTES) return "picture-too-large";
  const answer = await api.post(paths.add, { file: await base64(file), alt });
  return answer.ok ? null : answer.code;
}

/** What stands on the cover of a report. */
export function CoverField({ writing, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const { cover } = writing.text.value;
  return (
    <div class="row">
      <span>
        {t.cover}: {cover === null ? t.noCover : t.picture}
        <span class="hint">{t.coverHint}</span>
      </span>
      {cover !== null && (
        <Button kind="quiet" onPress={() => writing.write({ cover: null })}>
          {t.noCover}
        </Button>
      )}
    </div>
  );
}
