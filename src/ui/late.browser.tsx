import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

export interface LateWords {
  readonly loading: string;
  readonly offline: string;
  readonly again: string;
}

interface LateProps<Props extends object> {
  fetch(): Promise<(props: Props) => JSX.Element>;
  readonly words: LateWords;
  readonly props: Props;
}

/** A room that is fetched when somebody goes into it: whoever is on duty does not wait for it. */
export function Late<Props extends object>(late: LateProps<Props>): JSX.Element {
  const { fetch, words, props } = late;
  const room = useSignal<((props: Props) => JSX.Element) | "loading" | "failed">("loading");
  const load = (): void => {
    room.value = "loading";
    fetch().then(
      (part) => (room.value = part),
      () => (room.value = "failed"),
    );
  };
  useEffect(load, []);
  const Loaded = room.value;
  if (Loaded === "loading") return <p role="status">{words.loading}</p>;
  if (Loaded === "failed")
    return (
      <div role="alert" class="board-page stack">
        <Again words={words} again={load} />
      </div>
    );
  return <Loaded {...props} />;
}

interface WaitingProps {
  readonly isOffline: boolean;
  readonly words: LateWords;
  again(): void;
}

/** A room that is here, and what it shows is not yet. */
export const Waiting = ({ isOffline, words, again }: WaitingProps): JSX.Element => (
  <div class="board-page stack" role="status">
    {isOffline ? <Again words={words} again={again} /> : <p>{words.loading}</p>}
  </div>
);

const Again = ({ words, again }: Omit<WaitingProps, "isOffline">): JSX.Element => (
  <>
    <p>{words.offline}</p>
    <div>
      <button type="button" class="button" onClick={again}>
        {words.again}
      </button>
    </div>
  </>
);
