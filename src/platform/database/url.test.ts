import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import { openDatabase } from "./index.server.ts";

let database: FreshDatabase;
let owner: pg.Client;
const landlord = `landlord_${randomBytes(4).toString("hex")}`;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.ownerConnection);
  await owner.connect();
  await owner.query(`create role ${landlord} login`);
  await owner.query(`create database ${landlord} owner ${landlord}`);
});

afterAll(async () => {
  await owner.query(`drop database ${landlord} with (force)`);
  await owner.query(`drop owned by ${landlord}; drop role ${landlord}`);
  await owner.end();
  await database.close();
});

const url = (): string =>
  `postgresql://${landlord}@/${landlord}?host=${owner.host}&port=${owner.port}`;

test("a user who may not give herself the role is told what an administrator must do", async () => {
  await expect(openDatabase({ url: url() })).rejects.toThrow("Let an administrator run once");
});

test("an ordinary user of a server of one's own migrates it, and the application works as lykta_app", async () => {
  await owner.query(`grant lykta_app to ${landlord}`);
  const opened = await openDatabase({ url: url() });
  try {
    const one = await opened.shared((tx) =>
      tx.row("select current_user as name, count(*) as jours from jours"),
    );
    expect(one).toEqual({ name: "lykta_app", jours: 0 });
  } finally {
    await opened.stop();
  }
});
