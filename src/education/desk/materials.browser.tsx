import type { JSX } from "preact";
import { Line } from "../../ui/inputs.browser.tsx";
import type { Material } from "../contract.ts";
import { fileIn } from "../files.ts";
import { offerMessages } from "../messages.offer.ts";
import { isLink } from "../policy.ts";
import { type AddFile, FilePicker } from "./file-picker.browser.tsx";
import type { ContentProps } from "./lecture-editor.browser.tsx";

const MOST = 12;

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
          <FilePicker {...props} addFile={addFile} />
        </div>
      )}
    </fieldset>
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
