// As much of Markdown as a course needs: headings, lists, paragraphs, bold, emphasis. Everything else, HTML
// too, is text: what is made of it are elements by name, never markup.

export interface Inline {
  readonly kind: "text" | "strong" | "em";
  readonly text: string;
}
export interface Block {
  readonly kind: "h2" | "h3" | "p" | "ul" | "ol";
  /** One entry for each item of a list; otherwise a single one. */
  readonly lines: readonly (readonly Inline[])[];
}

const starts = [
  ["h3", /^###\s+/],
  ["h2", /^##?\s+/],
  ["ul", /^[-*]\s+/],
  ["ol", /^\d+\.\s+/],
] as const;

export function parseMarkdown(text: string): Block[] {
  const blocks: { kind: Block["kind"]; lines: string[] }[] = [];
  let isApart = true;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "") {
      isApart = true;
      continue;
    }
    const [kind, sign] = starts.find(([, one]) => one.test(line)) ?? ["p", /^/];
    const said = line.replace(sign, "");
    const last = blocks.at(-1);
    const isList = kind === "ul" || kind === "ol";
    if (last && isList && last.kind === kind) last.lines.push(said);
    // A line that goes on belongs to the paragraph, or to the item, before it.
    else if (last && kind === "p" && !isApart && !last.kind.startsWith("h"))
      last.lines.push(`${last.lines.pop() ?? ""} ${said}`);
    else blocks.push({ kind, lines: [said] });
    isApart = false;
  }
  return blocks.map(({ kind, lines }) => ({ kind, lines: lines.map(inlines) }));
}

function inlines(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (/^\*\*[^*]+\*\*$/.test(part)) return { kind: "strong", text: part.slice(2, -2) };
      if (/^\*[^*]+\*$/.test(part)) return { kind: "em", text: part.slice(1, -1) };
      return { kind: "text", text: part };
    });
}
