import { enclosing, type Mutation, sourceOf } from "./scan.ts";

/** What no `demand` says: a check that is called, a key that is asked for, a state that is kept. */
export interface ByHand {
  /** What is no longer true. */
  readonly what: string;
  readonly find: string;
  readonly put: string;
}

export type Chapter = Readonly<Record<string, readonly ByHand[]>>;

/** Throws where a snippet is no longer there, or is there twice: the list must follow the source. */
export function locate(house: string, chapters: readonly Chapter[]): Mutation[] {
  return chapters.flatMap((chapter) =>
    Object.entries(chapter).flatMap(([file, list]) => {
      const source = sourceOf(house, file);
      return list.map(({ what, find, put }) => {
        const start = source.indexOf(find);
        if (start < 0)
          throw new Error(`${file} no longer holds what “${what}” takes out:\n${find}`);
        if (source.includes(find, start + 1))
          throw new Error(`${file} holds “${what}” twice:\n${find}`);
        const where = enclosing(source, start);
        const end = start + find.length;
        return { file, where, what, start, end, put, id: `${file} ${where}: ${what}` };
      });
    }),
  );
}
