import { useSignal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { createSuite } from "../protocol/index.ts";
import type { Language } from "../ui/languages.ts";
import { createApi } from "./api.browser.ts";
import { type Entrance, peoplePaths as paths } from "./contract.ts";
import { InvitationScreen } from "./invitation-screen.browser.tsx";
import { messages } from "./messages.desk.ts";
import type { DeskRoom } from "./rooms.browser.ts";
import { Shell, type ShellProps } from "./shell.browser.tsx";
import { SignInScreen } from "./sign-in-screen.browser.tsx";
import { Staff } from "./staff.browser.ts";
import { WaitingScreen } from "./waiting-screen.browser.tsx";

/** The rooms of a jour's desk, or of the federation's. */
export type RoomsOf = (entrance: Entrance) => readonly DeskRoom[];

/** Draws the desk into `root`. What other modules bring is handed in from the entry. */
export function startDesk(root: Element, rooms: RoomsOf, above?: ShellProps["above"]): void {
  render(<Desk rooms={rooms} above={above} fragment={takeFragment()} />, root);
}

/** The secret of an invitation is out of the address bar, and of the history, before anything is drawn. */
function takeFragment(): string | null {
  const invitation = /^#i=(.+)$/.exec(location.hash)?.[1] ?? null;
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
  return invitation;
}

type Opening = "loading" | "unreachable" | "elsewhere" | Staff;

function Desk({ rooms, above, fragment }: Pick<RoomProps, "rooms" | "above" | "fragment">) {
  const language = useSignal<Language>(
    new URLSearchParams(location.search).get("lang") === "en" ? "en" : "sv",
  );
  const opening = useSignal<Opening>("loading");
  const open = async (): Promise<void> => {
    opening.value = "loading";
    opening.value = await openDesk(fragment);
  };
  useEffect(() => void open(), []);
  useEffect(() => {
    document.documentElement.lang = language.value;
    document.title = messages[language.value].title;
  }, [language.value]);
  const t = messages[language.value];
  const now = opening.value;
  const turn = (): void => void (language.value = language.value === "sv" ? "en" : "sv");
  if (now instanceof Staff) {
    return (
      <Room
        staff={now}
        language={language.value}
        onLanguage={turn}
        rooms={rooms}
        above={above}
        fragment={fragment}
      />
    );
  }
  return (
    <main class="desk-column">
      <p role="status">{t[now]}</p>
      {now === "unreachable" && (
        <button type="button" class="button" onClick={() => void open()}>
          {t.again}
        </button>
      )}
    </main>
  );
}

async function openDesk(fragment: string | null): Promise<Opening> {
  const api = createApi(() => undefined);
  const [suite, entrance] = await Promise.all([createSuite(), api.get<Entrance>(paths.entrance)]);
  if (!entrance.ok) return "unreachable";
  const { host } = entrance.value;
  if (location.hostname !== host) {
    const port = location.port === "" ? "" : `:${location.port}`;
    const hash = fragment === null ? "" : `#i=${fragment}`;
    location.replace(`${location.protocol}//${host}${port}/desk/${hash}`);
    return "elsewhere";
  }
  return new Staff(suite, entrance.value);
}

interface RoomProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly onLanguage: () => void;
  readonly rooms: RoomsOf;
  readonly above: ShellProps["above"];
  readonly fragment: string | null;
}

function Room({ staff, language, onLanguage, rooms, above, fragment }: RoomProps) {
  return (
    <>
      {staff.entrance.jour.demo && (
        <section class="banner" aria-label="Demonstration">
          <p>{messages[language].demo}</p>
        </section>
      )}
      <Inside
        staff={staff}
        language={language}
        onLanguage={onLanguage}
        rooms={rooms}
        above={above}
        fragment={fragment}
      />
    </>
  );
}

function Inside({ staff, language, onLanguage, rooms, above, fragment }: RoomProps) {
  const invitation = useSignal(fragment);
  if (staff.me.value) {
    return <Shell {...{ staff, language, onLanguage, above }} rooms={rooms(staff.entrance)} />;
  }
  const other = messages[language].language;
  return (
    <>
      {invitation.value !== null && staff.waiting.value === null ? (
        <InvitationScreen
          staff={staff}
          language={language}
          fragment={invitation.value}
          onDone={() => (invitation.value = null)}
        />
      ) : staff.waiting.value ? (
        <WaitingScreen staff={staff} language={language} waiting={staff.waiting.value} />
      ) : (
        <SignInScreen staff={staff} language={language} />
      )}
      <p class="desk-language">
        <button
          type="button"
          class="button button-quiet"
          lang={language === "sv" ? "en" : "sv"}
          onClick={onLanguage}
        >
          {other}
        </button>
      </p>
    </>
  );
}
