import type { JSX } from "preact";

interface TableFileProps {
  readonly id: string;
  readonly words: { readonly pick: string; readonly template: string };
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
  readonly onTemplate: () => void;
}

/** A file of a spreadsheet to be read in, and an example of one to save. */
export function TableFile({ id, words, isBusy, onFile, onTemplate }: TableFileProps): JSX.Element {
  return (
    <>
      <div class="field">
        <label for={id}>{words.pick}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv"
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
          }}
          // The same file, mended, may be chosen again.
          onClick={({ currentTarget }) => (currentTarget.value = "")}
        />
      </div>
      <div>
        <button type="button" class="button button-quiet" onClick={onTemplate}>
          {words.template}
        </button>
      </div>
    </>
  );
}
