import { installExit } from "../site/index.browser.ts";

// The only script of the public pages.
installExit();
