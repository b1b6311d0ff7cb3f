import { startContact } from "../conversations/index.browser.ts";

const root = document.getElementById("app");
if (root) void startContact(root);
