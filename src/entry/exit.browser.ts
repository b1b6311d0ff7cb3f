import { installExit } from "../ui/exit.browser.ts";

// The only script of the public pages.
installExit();
