import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Button, faultText } from "../desk/parts.browser.tsx";
import type { Part } from "../desk/room.browser.tsx";
import { deskMessages } from "../messages.desk.ts";

type MovingProps = Part & { readonly onDone: () => void };

/** Reading old pages takes a whole reader of HTML, which comes when somebody moves a site in. */
export function LateMoving(props: MovingProps): JSX.Element {
  const { language } = props;
  const part = useSignal<((props: MovingProps) => JSX.Element) | "loading" | "failed">("loading");
  const load = (): void => {
    part.value = "loading";
    import("./moving.browser.tsx").then(
      ({ Moving }) => (part.value = Moving),
      () => (part.value = "failed"),
    );
  };
  useEffect(load, []);
  const Loaded = part.value;
  if (Loaded === "loading") return <p role="status">{deskMessages[language].loading}</p>;
  if (Loaded !== "failed") return <Loaded {...props} />;
  return (
    <div role="alert" class="stack">
      <p>{faultText("offline", language)}</p>
      <Button onPress={load}>{deskMessages[language].again}</Button>
    </div>
  );
}
