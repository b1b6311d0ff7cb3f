import { type Options, toMarkdown } from "mdast-util-to-markdown";

/** The tree that the writer takes (mdast). */
export type Nodes = Parameters<typeof toMarkdown>[0];
type Root = Extract<Nodes, { type: "root" }>;
export type Table = Extract<Nodes, { type: "table" }>;

const signs: Options = {
  bullet: "-",
  rule: "-",
  emphasis: "*",
  strong: "*",
  listItemIndent: "one",
  fences: true,
  resourceLink: true,
  incrementListMarker: true,
};

/** Blocks as the Markdown that pages are stored in. */
export function written(blocks: readonly Nodes[]): string {
  const root = { type: "root", children: blocks } as Root;
  return toMarkdown(root, { ...signs, handlers: { table } }).trim();
}

/** The library writes tables by an extension that brings a whole reader of Markdown with it. */
function table({ children }: Table): string {
  const [head, ...rows] = children.map((row) => row.children.map(cell));
  if (!head) return "";
  const line = (cells: readonly string[]): string =>
    `| ${head.map((_, at) => cells[at] ?? "").join(" | ")} |`;
  return [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}

function cell({ children }: Table["children"][number]["children"][number]): string {
  const text = toMarkdown({ type: "paragraph", children }, signs).trim();
  return text.replaceAll(/\\?\n/g, " ").replaceAll("|", "&#124;");
}
