import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import { Line } from "../../ui/inputs.browser.tsx";
import type { FileAdded, Material } from "../contract.ts";
import { fileIn } from "../files.ts";
import { offerMessages } from "../messages.offer.ts";
import { isLink } from "../policy.ts";
import type { ContentProps } from "./lecture-editor.browser.tsx";

const MOST = 12;

export type AddFile = (file: File) => Promise<Result<FileAdded>>;

/** Links and files: for everybody on the page, or for those who have booked alone. */
export function Materials({
  addFile,
  ...props
}: ContentProps & { readonly addFile: AddFile }): JSX.Element {
  const { content, language, set } = props;
  const t = offerMessages[language];
  const { materials } = content;
  const change = (at: number, more: Partial<Material>): void =>
    set({ materials: materials.map((one, place) => (place === at ? { ...one, ...more } : one)) });
  return (
    <fieldset class="stack education-plan">
      <legend class="label">{t.materials}</legend>
      <p class="hint">{t.materialsHint}</p>
      {materials.map((material, at) => (
        <One
          key={at}
          {...{ material, language, at: at + 1 }}
          onChange={(more) => change(at, more)}
          onRemove={() => set({ materials: materials.filter((_, place) => place !== at) })}
        />
      ))}
      {materials.length < MOST && (
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() =>
              set({ materials: [...materials, { title: "", address: "", isPublic: false }] })
            }
          >
            {t.addMaterial}
          </button>
          <Picker {...props} addFile={addFile} />
        </div>
      )}
    </fieldset>
  );
}

const codes = [
  ...["document-unreadable", "document-too-large", "document-locked", "document-active"],
  ...["document-limit"],
] as const;
type Code =
  | ("document-unreadable" | "document-too-large" | "document-locked" | "document-active")
  | ("document-limit" | "failed");

/** Brought at once. What is written in the lecture meanwhile stays. */
function Picker(props: ContentProps & { readonly addFile: AddFile }): JSX.Element {
  const { language, addFile } = props;
  const t = offerMessages[language];
  const latest = useRef(props);
  latest.current = props;
  const told = useSignal<Code | "sending" | "added" | null>(null);
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
  const now = told.value;
  return (
    <>
      <label class="button button-file">
        {t.addFile}
        <input
          type="file"
          class="visually-hidden"
          accept="application/pdf,.pdf"
          autocomplete="off"
          aria-describedby="education-file-hint"
          disabled={now === "sending"}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void add(file);
          }}
          // The same file, mended, may be chosen again.
          onClick={({ currentTarget }) => (currentTarget.value = "")}
        />
      </label>
      <p class="hint" id="education-file-hint">
        {t.addFileHint}
      </p>
      <p role="status">{(now === "sending" || now === "added") && t[now]}</p>
      <div role="alert">
        {now !== null && now !== "sending" && now !== "added" && (
          <p class="notice notice-danger" data-code={now}>
            {t[now]}
          </p>
        )}
      </div>
    </>
  );
}

interface OneProps {
  readonly material: Material;
  readonly language: ContentProps["language"];
  readonly at: number;
  readonly onChange: (more: Partial<Material>) => void;
  readonly onRemove: () => void;
}

function One({ material, language, at, onChange, onRemove }: OneProps): JSX.Element {
  const t = offerMessages[language];
  const { title, address, isPublic } = material;
  return (
    <div class="card stack">
      <Line
        {...{ label: t.materialTitle(at), value: title, maxLength: 120 }}
        onText={(words) => onChange({ title: words })}
      />
      {fileIn(address) === undefined ? (
        <Line
          {...{ label: t.materialLink(at), value: address, maxLength: 500 }}
          onText={(link) => onChange({ address: link.trim() })}
        />
      ) : (
        <p>
          <span class="pill">{t.isFile}</span>
        </p>
      )}
      {address !== "" && !isLink(address) && <p class="fault">{t.noLink}</p>}
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={isPublic}
            onChange={({ currentTarget }) => onChange({ isPublic: currentTarget.checked })}
          />
          <span>{t.isPublic}</span>
        </label>
        <button type="button" class="button button-quiet" onClick={onRemove}>
          {t.removeMaterial(at)}
        </button>
      </div>
    </div>
  );
}
