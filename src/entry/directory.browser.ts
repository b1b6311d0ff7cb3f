import { startDirectory } from "../network/index.browser.ts";

// The search on the federation's page of all jours.
void startDirectory();
