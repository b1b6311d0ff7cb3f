export type TextBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

/**
 * Plain text as people write it: an empty line makes a new paragraph, lines that begin with "- " or
 * "– " make a list. No other markup, so nothing that is written can break a page.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let items: string[] = [];
  let words: string[] = [];
  const close = (): void => {
    if (words.length > 0) blocks.push({ kind: "paragraph", text: words.join(" ") });
    if (items.length > 0) blocks.push({ kind: "list", items });
    words = [];
    items = [];
  };
  for (const line of text.split("\n").map((one) => one.trim())) {
    const item = /^[-–•]\s+(.+)$/.exec(line)?.[1];
    if (line === "" || (item === undefined) !== (items.length === 0)) close();
    if (item !== undefined) items.push(item);
    else if (line !== "") words.push(line);
  }
  close();
  return blocks;
}
