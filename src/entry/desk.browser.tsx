import { startDesk } from "../people/index.browser.ts";
import { Reminder } from "../records/index.browser.ts";
import { rooms } from "./rooms.browser.tsx";

const root = document.getElementById("app");
if (root)
  startDesk(root, rooms, (staff, language) => <Reminder staff={staff} language={language} />);
