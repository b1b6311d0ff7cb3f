import { laySiege } from "./siege.ts";
const kinds = process.argv[2]!.split(",");
const seconds = Number(process.argv[3] ?? 8);
void (async () => {
  const siege = await laySiege(50, Number(process.argv[4] ?? 1));
  console.log("quiet", await siege.quiet(5));
  console.log(await siege.look());
  for (const kind of kinds) {
    const s = await siege.attack(kind, seconds);
    console.log(
      kind,
      JSON.stringify({
        ...s,
        memory: Math.round(s.memory / 1e6),
        processor: s.processor.toFixed(2),
      }),
      siege.talk.faults.splice(0).slice(0, 5),
    );
    console.log("   after", JSON.stringify(await siege.quiet(3)));
  }
  await siege.lift();
  console.log("faults", siege.talk.faults.slice(0, 5), siege.talk.said);
})();
