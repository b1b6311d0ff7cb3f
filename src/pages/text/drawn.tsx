import type { JSX } from "preact";
import { Article } from "./article.tsx";
import { parseMarkdown } from "./parse.ts";

/** Markdown as the site draws it. */
export const drawn = (text: string): JSX.Element => <Article nodes={parseMarkdown(text)} />;
