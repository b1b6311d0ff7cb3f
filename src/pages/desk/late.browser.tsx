import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { deskMessages } from "../messages.desk.ts";
import { Button, faultText } from "./parts.browser.tsx";
import type { RoomProps } from "./room.browser.tsx";

type Room = (props: RoomProps) => JSX.Element;

/** Whoever is on duty does not fetch the editor: it comes when somebody goes into its room. */
export function PagesRoom(props: RoomProps): JSX.Element {
  const { language } = props;
  const room = useSignal<Room | "loading" | "failed">("loading");
  const load = (): void => {
    room.value = "loading";
    import("./room.browser.tsx").then(
      (part) => (room.value = part.Room),
      () => (room.value = "failed"),
    );
  };
  useEffect(load, []);
  const Loaded = room.value;
  if (Loaded === "loading") return <p role="status">{deskMessages[language].loading}</p>;
  if (Loaded === "failed")
    return (
      <div role="alert" class="stack">
        <p>{faultText("offline", language)}</p>
        <Button onPress={load}>{deskMessages[language].again}</Button>
      </div>
    );
  return <Loaded {...props} />;
}
