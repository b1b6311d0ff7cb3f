import type { JSX } from "preact";
import { toBase64url } from "../../protocol/index.ts";
import type { Attachment } from "../../protocol/letters/index.ts";
import { FileView } from "../contact/attached.browser.tsx";
import { fetchFile } from "../contact/files.browser.ts";
import { inboxPaths as paths } from "../contract.ts";
import type { CorrespondenceProps } from "./correspondence.browser.tsx";

/** A file of a letter, opened at the desk. */
export function TeamAttachment({
  app,
  language,
  opened,
  attachment,
  number,
}: CorrespondenceProps & {
  readonly attachment: Attachment;
  readonly number: number;
}): JSX.Element {
  const { suite, api } = app.staff;
  const at = { mailbox: toBase64url(opened.id), attachment: toBase64url(attachment.id) };
  return (
    <FileView
      {...{ attachment, number, language }}
      fetch={(onPart) =>
        fetchFile(
          suite,
          opened.id,
          attachment,
          (place) => api.post<string>(paths.chunk, { ...at, place }),
          onPart,
        )
      }
    />
  );
}
