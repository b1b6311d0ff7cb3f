import { options, render } from "preact";
import type { Result } from "../../platform/result.ts";
import type { DoorView, FaceView } from "../../site/index.ts";
import { installExit } from "../../ui/exit.browser.ts";
import { exitMessages, exitWords } from "../../ui/exit-words.ts";
import { direction } from "../../ui/languages.ts";
import { paths } from "../contract.ts";
import { contactMessages } from "../messages.contact.ts";
import { failureMessages } from "../messages.failures.ts";
import type { LetterTeam } from "./by-letter.browser.ts";
import { Contact } from "./contact.browser.tsx";
import { ContactApp } from "./contact-app.browser.ts";
import { first, language, query } from "./early.browser.ts";
import { openingSentence } from "./failures.ts";
import { followViewport } from "./viewport.browser.ts";

const teams = new Map<string | null, LetterTeam>([
  ["letter", "letters"],
  ["talk", "intake"],
  ["apply", "recruiters"],
  ["office", "office"],
]);

/** Opens the page in `root`. Everything that it holds goes when she goes. */
export async function startContact(root: HTMLElement): Promise<void> {
  document.documentElement.lang = language;
  document.documentElement.dir = direction(language);
  const early = first();
  const open: { app?: ContactApp } = {};
  const forget = (): void => {
    early.stop();
    const token = open.app?.forget();
    render(null, root);
    // In its body, and as plain text, so that no other request is needed before it.
    if (token) navigator.sendBeacon(paths.leave, JSON.stringify({ token }));
  };
  nameTheExit(root);
  installExit({ onExit: forget, onHide: forget });
  followViewport();
  const [face, status] = await Promise.all([early.face, early.status]);
  if (!face.ok) return showFailure(root, face);
  if (!status.ok) return showFailure(root, status);
  const door = chosenDoor(face.value, query.get("door"));
  if (!door) return showFailure(root, { ok: false, code: "our-fault" });
  const app = new ContactApp(face.value, door, status.value, early);
  open.app = app;
  const team = teams.get(query.get("way"));
  if (team) {
    // No chat is asked for.
    early.stop();
    await app.openLetters("", team);
  }
  document.title = face.value.face.tabTitle;
  root.replaceChildren();
  // On a slow phone drawing takes long: what is to be sent leaves first, and changes are drawn together.
  options.debounceRendering = (draw) => void setTimeout(draw);
  render(<Contact app={app} />, root);
  // Once she sees the page.
  requestAnimationFrame(() => setTimeout(() => app.getReady()));
}

/** The page's own link stands until the house's address is known. */
function nameTheExit(root: HTMLElement): void {
  const link = root.querySelector<HTMLElement>("a.exit");
  if (!link) return;
  link.dataset["exit"] = exitWords(language);
  link.textContent = exitMessages[language].leave;
}

/** Whoever comes without a door is taken to stand before the first that this face opens. */
function chosenDoor({ doors }: FaceView, named: string | null): DoorView | undefined {
  const door = doors.find((one) => one.door === named);
  return door ?? doors.find((one) => one.received) ?? doors[0];
}

function showFailure(root: HTMLElement, failure: Extract<Result<never>, { ok: false }>): void {
  const place = root.querySelector("main") ?? root;
  const say = contactMessages[language];
  const again = (): void => location.reload();
  place.replaceChildren();
  render(
    <div class="page stack">
      <h1>{say.failTitle}</h1>
      <p role="alert">{failureMessages[language][openingSentence(failure.code)]}</p>
      <button type="button" class="button button-lamp start" onClick={again}>
        {say.again}
      </button>
      <p>
        {say.inDanger} <a href="tel:112">112</a>
      </p>
    </div>,
    place,
  );
}
