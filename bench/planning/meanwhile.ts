import { join } from "node:path";
import { databaseDirectory } from "../../src/platform/database/index.server.ts";
import { placeIn, postmasterPid } from "../../src/platform/database/cluster.server.ts";
import { planningPaths } from "../../src/planning/contract.ts";
import type { ProposalView } from "../../src/planning/contract.ts";
import { houseDirectories, startHouse } from "../frame/house.ts";
import type { BenchContext, Figure, Part } from "../frame/part.ts";
import { type Contestant, type Outcome, round } from "../live/contest.ts";
import { askAs, foundTown, ticketsFor } from "../live/town.ts";
import { furnishMonth } from "./furnished.ts";

/** 200 conversations, in each of which both say something every second: a busy evening, not the most there can be. */
const PLAN = { jours: 4, conversations: 50, perDesk: 2 } as const;
const VOLUNTEERS = 200;

export const meanwhile: Part = {
  name: "meanwhile",
  title: `Live conversations while a month of ${VOLUNTEERS} volunteers is proposed, beside the same without`,
  async run(context) {
    const directory = join(context.scratch, "meanwhile");
    const town = await foundTown(directory, PLAN);
    const month = nextMonth();
    const coordinator = await furnishMonth(town.database, VOLUNTEERS, month);
    const house = await startHouse({ directory, mode: "production" });
    const contestant: Contestant = {
      ...{ name: "house", port: house.port, program: house, after: {} },
      visitors: async () => [...town.seekers, ...(await ticketsFor(house.port, town.desks))],
    };
    const ask = () =>
      askAs<ProposalView>(house.port, coordinator, planningPaths.propose, { month });
    const place = placeIn(databaseDirectory(houseDirectories(directory).data));
    try {
      return await measure(context, contestant, postmasterPid(place) ?? 0, ask);
    } finally {
      await house.stop();
      await town.database.stop();
    }
  },
};

async function measure(
  context: BenchContext,
  contestant: Contestant,
  database: number,
  ask: () => Promise<ProposalView>,
): Promise<Figure[]> {
  const [alone, beside]: [Outcome[], Outcome[]] = [[], []];
  const proposals: ProposalView[] = [];
  for (let turn = 0; turn < context.rounds; turn++) {
    alone.push(await round(context, contestant, database, "schedule"));
    let isOver = false;
    const load = round(context, contestant, database, "schedule").finally(() => (isOver = true));
    // One after the other, as long as the load goes on.
    while (!isOver) proposals.push(await ask());
    beside.push(await load);
    const [one, other] = [alone.at(-1), beside.at(-1)];
    context.say(
      `p50 ${one?.p50.toFixed(1)} ms alone, ${other?.p50.toFixed(1)} meanwhile; p99 ${one?.p99.toFixed(1)} and ${other?.p99.toFixed(1)}`,
    );
  }
  const compared = (what: string, key: "p50" | "p99" | "p999", aim?: Figure["aim"]): Figure => ({
    ...{ what, unit: "ms", house: beside.map((one) => one[key]) },
    reference: alone.map((one) => one[key]),
    ...(aim ? { aim } : {}),
  });
  return [
    compared("sent → received, p50", "p50"),
    compared("sent → received, p99", "p99", { atMost: 1.5 }),
    compared("sent → received, p99.9", "p999"),
    { what: "a proposal meanwhile", unit: "s", house: proposals.map(({ seconds }) => seconds) },
    {
      ...{ what: "its gap", unit: "%" },
      house: proposals.map(({ gap }) => (gap ?? 1) * 100),
    },
  ];
}

/** The next one, all of which is ahead. */
function nextMonth(): string {
  const now = new Date();
  const [year, month] = [now.getFullYear(), now.getMonth() + 1];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}
