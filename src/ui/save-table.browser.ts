import { writeTable } from "./table.ts";

/** The browser's own way of saving a file; nothing of it goes to the server. */
export async function saveTable(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await writeTable(rows)], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
