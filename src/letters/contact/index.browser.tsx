import type { ComponentChildren, JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import { LetterApp, type PurposeOf } from "./letter-app.browser.ts";
import { Letters } from "./letters.browser.tsx";
import { Post, type PostOptions } from "./post.browser.ts";
import { stretch } from "./stretch.browser.ts";

export interface LetterRoomOptions extends Omit<PostOptions, "stretch"> {
  readonly language: Language;
  /** What she has written in a chat that could not go on; empty where she comes to write a letter. */
  readonly text: string;
  readonly purposeOf: PurposeOf;
}

/** The letters' part of the seeker's page, fetched when it is asked for. */
export interface LetterRoom {
  /** Zeroes keys and texts. */
  forget(): void;
  readonly View: (props: { readonly waysOn: ComponentChildren }) => JSX.Element;
}

export function openLetterRoom({
  language,
  text,
  purposeOf,
  ...options
}: LetterRoomOptions): LetterRoom {
  const app = new LetterApp(new Post({ ...options, stretch }), text, purposeOf);
  void app.begin(text === "" ? "choose" : "write");
  return {
    forget: () => app.forget(),
    View: ({ waysOn }) => (
      <Letters app={app} language={language} isCarried={text !== ""} waysOn={waysOn} />
    ),
  };
}
