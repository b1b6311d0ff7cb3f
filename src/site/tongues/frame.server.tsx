import type { ComponentChildren } from "preact";
import type { Page } from "../../platform/http/index.server.ts";
import { Lantern } from "../../ui/drawings.tsx";
import { type Language, languageNames, languages, pathIn } from "../../ui/languages.ts";
import { renderPage } from "../../ui/page.server.tsx";
import type { Sheet } from "../../ui/styles.server.ts";
import { ownSheet } from "../pages/frame.server.tsx";
import type { FaceSign } from "../views.ts";
import type { Tongue, TongueBook } from "./tongues.ts";

interface FrameProps {
  readonly code: Tongue;
  readonly book: TongueBook;
  readonly sign: FaceSign;
  readonly kind: "front" | "inner";
  /** Discreet, after the jour's own short name. */
  readonly title?: string;
  readonly sheet?: Sheet;
  readonly description?: string | undefined;
  /** Whether it shows pictures of this host. */
  readonly pictures?: boolean;
  /** Where Swedish and English are read; the front page unless told. */
  readonly ways?: Readonly<Record<Language, string>>;
  readonly children: ComponentChildren;
}

const toFront = { sv: "/", en: pathIn("/", "en") };

/** A page of a face in a further language: sign, the way to Swedish and English, the exit in its own words. */
export function tongueFrame(props: FrameProps): Page {
  const { code, book, sign, kind, title, children, ways = toFront } = props;
  const { sheet = ownSheet, description, pictures = false } = props;
  const { words } = book;
  return renderPage({
    ...{ language: sign.language, exitUrl: sign.exitUrl, colour: sign.face.colour },
    title: title === undefined ? sign.face.tabTitle : `${sign.face.tabTitle}, ${title}`,
    tongue: { lang: book.lang, exit: words.exit },
    banner: bannerOf(book, sign.demo),
    ...{ skip: words.skip, sheet, description, pictures },
    children: (
      <div class={`page ${kind}`}>
        <header class="top">
          <a class="sign" href={`/sprak/${code}`}>
            <Lantern height={32} />
            <span lang="sv">{sign.face.name}</span>
          </a>
          <nav>
            {languages.map((one) => (
              <a class="tongue" href={ways[one]} lang={one} hreflang={one}>
                {languageNames[one]}
              </a>
            ))}
          </nav>
        </header>
        {children}
      </div>
    ),
  });
}

const bannerOf = ({ words, checked }: TongueBook, demo: boolean): string | undefined =>
  [demo ? words.demo : "", checked === null ? words.unchecked : ""]
    .filter((part) => part !== "")
    .join(" ") || undefined;
