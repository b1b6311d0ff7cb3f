import { startDesk } from "../people/index.browser.ts";
import { Reminder } from "../records/index.browser.ts";
import { roomsOf } from "./rooms.browser.tsx";

const root = document.getElementById("app");
if (root)
  startDesk(root, roomsOf, (staff, language) =>
    staff.entrance.jour.federation ? null : <Reminder staff={staff} language={language} />,
  );
