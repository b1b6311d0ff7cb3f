import type { ServerEvent } from "../contract.ts";

export type Asked = Extract<ServerEvent, { e: "move-asked" }>;

/** What is to be done of what the server says: put its question, or go where she herself said yes to. */
export class Asking {
  #yes: Asked | null = null;
  /** A talk that begins anew hears its log again. */
  readonly #heard = new Set<number>();

  /** Her answer, as she pressed it in this tab. */
  answered(asked: Asked, yes: boolean): void {
    this.#yes = yes ? asked : null;
  }

  hear(event: ServerEvent): { readonly is: "ask" | "go"; readonly asked: Asked } | undefined {
    if (this.#heard.has(event.at)) return undefined;
    this.#heard.add(event.at);
    if (event.e === "move-asked") return { is: "ask", asked: event };
    const asked = this.#yes;
    // The server's word alone moves nobody.
    if (event.e !== "moved" || asked?.face !== event.face) return undefined;
    this.#yes = null;
    return { is: "go", asked };
  }
}
