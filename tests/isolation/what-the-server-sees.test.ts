import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { readCatalogue } from "../../scripts/catalogue.ts";
import { render } from "../../scripts/what-the-server-sees.ts";
import { freshDatabase } from "../factories/database.server.ts";

test("docs/what-the-server-sees.md says what the database says", async () => {
  const database = await freshDatabase();
  const owner = new pg.Client(database.ownerConnection);
  await owner.connect();
  try {
    const written = readFileSync("docs/what-the-server-sees.md", "utf8");
    expect(written, "run: npx tsx scripts/what-the-server-sees.ts").toBe(
      render(await readCatalogue(owner)),
    );
  } finally {
    await owner.end();
    await database.close();
  }
});
