import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  /** The button that begins it, with what it is about for those who cannot see where it stands. */
  readonly label: string;
  readonly name?: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly onYes: () => void;
}

/** Asks once more, in place, before something that cannot be undone. */
export function Confirm({ label, name, question, yes, no, busy, onYes }: Props) {
  const asking = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const begin = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The focus follows the question, and goes back where it was when she says no.
    if (asking.value) box.current?.focus();
    else if (asked.current) begin.current?.focus();
    asked.current = asking.value;
  }, [asking.value]);
  if (!asking.value) {
    return (
      <button
        type="button"
        class="button button-quiet"
        ref={begin}
        aria-label={name ?? label}
        onClick={() => (asking.value = true)}
      >
        {label}
      </button>
    );
  }
  return (
    <div class="desk-confirm stack" role="group" aria-label={question} tabIndex={-1} ref={box}>
      <p>{question}</p>
      <div class="row">
        <button type="button" class="button button-danger" disabled={busy} onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="button" onClick={() => (asking.value = false)}>
          {no}
        </button>
      </div>
    </div>
  );
}
