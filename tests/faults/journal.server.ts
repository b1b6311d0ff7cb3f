import { closeSync, openSync, readSync, writeFileSync } from "node:fs";

/** What a program wrote about its fault points: the file outlives it. */
export class Journal {
  readonly path: string;
  readonly reached = new Set<string>();
  /** How often a blow has fallen. */
  struck = 0;
  #read = 0;

  constructor(path: string) {
    this.path = path;
    writeFileSync(path, "");
  }

  readOn(): void {
    const file = openSync(this.path, "r");
    const part = Buffer.alloc(64 * 1024);
    for (;;) {
      const size = readSync(file, part, 0, part.length, this.#read);
      // Whole lines only: the program may be writing just now.
      const end = part.subarray(0, size).lastIndexOf("\n") + 1;
      if (end === 0) break;
      this.#read += end;
      for (const line of part.toString("utf8", 0, end).split("\n")) this.#take(line);
    }
    closeSync(file);
  }

  #take(line: string): void {
    const [what, point = ""] = line.split(" ");
    if (what === "reached") this.reached.add(point);
    if (what === "struck") this.struck++;
  }
}
