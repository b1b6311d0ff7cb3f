import { startDesk } from "../people/index.browser.ts";

const root = document.getElementById("app");
if (root) startDesk(root, { shift: () => null, settings: () => null });
