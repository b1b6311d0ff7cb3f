import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { deskMessages } from "../messages.desk.ts";
import type { RoomProps } from "./room.browser.tsx";

type Room = (props: RoomProps) => JSX.Element;

/** Fetched when somebody goes into the room: whoever is on duty does not wait for it. */
export function AssociationRoom(props: RoomProps): JSX.Element {
  const t = deskMessages[props.language];
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
  if (Loaded === "loading") return <p role="status">{t.loading}</p>;
  if (Loaded === "failed")
    return (
      <div role="alert" class="board-page stack">
        <p>{t.offline}</p>
        <div>
          <button type="button" class="button" onClick={load}>
            {t.again}
          </button>
        </div>
      </div>
    );
  return <Loaded {...props} />;
}
