import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import type { Language } from "../../ui/languages.ts";
import type { FileAdded } from "../contract.ts";
import { offerMessages } from "../messages.offer.ts";
import type { ContentProps } from "./lecture-editor.browser.tsx";

export type AddFile = (file: File) => Promise<Result<FileAdded>>;

const codes = [
  ...["document-unreadable", "document-too-large", "document-locked", "document-active"],
  ...["document-limit"],
] as const;
type Code =
  | ("document-unreadable" | "document-too-large" | "document-locked" | "document-active")
  | ("document-limit" | "failed");

type Now = Code | "sending" | "added" | null;

/** Brought at once. What is written in the lecture meanwhile stays. */
export function FilePicker(props: ContentProps & { readonly addFile: AddFile }): JSX.Element {
  const { language, addFile } = props;
  const t = offerMessages[language];
  const latest = useRef(props);
  latest.current = props;
  const told = useSignal<Now>(null);
  const add = async (file: File): Promise<void> => {
    told.value = "sending";
    const added = await addFile(file);
    if (!added.ok) {
      told.value = codes.find((one) => one === added.code) ?? "failed";
      return;
    }
    told.value = "added";
    const title = file.name.replace(/\.pdf$/i, "").slice(0, 120) || t.file;
    const { content, set } = latest.current;
    const one = { title, address: added.value.address, isPublic: false };
    set({ materials: [...content.materials, one] });
  };
  return (
    <>
      <Choose
        label={t.addFile}
        isBusy={told.value === "sending"}
        onFile={(file) => void add(file)}
      />
      <p class="hint" id="education-file-hint">
        {t.addFileHint}
      </p>
      <Told now={told.value} language={language} />
    </>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

const Choose = ({ label, isBusy, onFile }: ChooseProps): JSX.Element => (
  <label class="button button-file">
    {label}
    <input
      type="file"
      class="visually-hidden"
      accept="application/pdf,.pdf"
      autocomplete="off"
      aria-describedby="education-file-hint"
      disabled={isBusy}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) onFile(file);
      }}
      // The same file, mended, may be chosen again.
      onClick={({ currentTarget }) => (currentTarget.value = "")}
    />
  </label>
);

function Told({ now, language }: { readonly now: Now; readonly language: Language }): JSX.Element {
  const t = offerMessages[language];
  const isWell = now === "sending" || now === "added";
  return (
    <>
      <p role="status">{isWell && t[now]}</p>
      <div role="alert">
        {now !== null && !isWell && (
          <p class="notice notice-danger" data-code={now}>
            {t[now]}
          </p>
        )}
      </div>
    </>
  );
}
