/** What we use of Papa Parse 5. The published types draw those of Node into the browser. */
declare module "papaparse" {
  interface Fault {
    readonly type: string;
    /** Counted from 0; undefined for the file as a whole. */
    readonly row?: number;
  }
  interface Parsed {
    readonly data: string[][];
    readonly errors: Fault[];
  }
  interface Options {
    readonly delimiter?: string;
    readonly delimitersToGuess?: readonly string[];
    readonly skipEmptyLines: boolean;
  }
  const papa: {
    parse(text: string, options: Options): Parsed;
    unparse(rows: readonly (readonly string[])[], options: { delimiter: string }): string;
  };
  export default papa;
}
