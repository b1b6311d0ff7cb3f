import { exitMessages, type ExitSaid, wordsOfExit } from "./exit-words.ts";
import type { Language } from "./languages.ts";

interface ExitLinkProps {
  readonly href: string;
  readonly language: Language;
  /** Where the page is in a further language. */
  readonly say?: ExitSaid;
}

/** The sticky way out. A plain link where no script runs; the exit script finds it by `data-exit`. */
export function ExitLink({ href, language, say = exitMessages[language] }: ExitLinkProps) {
  return (
    <a class="exit" href={href} rel="nofollow noreferrer" data-exit={wordsOfExit(say)}>
      <span>
        <span class="visually-hidden">{say.urgent}</span>
        {say.leave}
      </span>
      {/* Shown by the script at the first press of Shift; counted aloud by its status. */}
      <span class="exit-lights" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </a>
  );
}

/** The second way out, beside the skip link: the first things that the keyboard meets. */
export function ExitSkipLink({ href, language, say = exitMessages[language] }: ExitLinkProps) {
  return (
    <a
      class="skip visually-hidden"
      href={href}
      rel="nofollow noreferrer"
      data-exit={wordsOfExit(say)}
    >
      {say.leave}
    </a>
  );
}
