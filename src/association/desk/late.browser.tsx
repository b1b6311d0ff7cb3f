import type { JSX } from "preact";
import { Late } from "../../ui/late.browser.tsx";
import { deskMessages } from "../messages.desk.ts";
import type { RoomProps } from "./room.browser.tsx";

const fetch = () => import("./room.browser.tsx").then(({ Room }) => Room);

export const AssociationRoom = (props: RoomProps): JSX.Element => (
  <Late fetch={fetch} words={deskMessages[props.language]} props={props} />
);
