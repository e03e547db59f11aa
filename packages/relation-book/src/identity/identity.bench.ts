import { hasInventedGraph, inventedNames } from "../bench/invented-book.ts";
import { judge } from "../bench/judge.ts";
import { cpuTime, type Figure, heldMegabytes, toReport } from "../bench/measure.ts";
import { writeAgain } from "../bench/written-again.ts";
import type { Identities } from "./identity.ts";
import { resolveIdentities } from "./resolve-identities.ts";

/**
 * Identity resolution of 100,000 invented people against most of them written again: typing errors, another order, initials,
 * titles, accents, other towns, days of birth that are missing, namesakes, and strangers on both sides.
 */
function measureIdentities(): Figure[] {
  const figures: Figure[] = [];
  for (const count of [1000, 10_000, 100_000]) {
    const world = writeAgain(inventedNames().slice(0, count));
    const before = heldMegabytes();
    let found: Identities = resolveIdentities([]);
    const time = cpuTime(() => {
      found = resolveIdentities(world.records);
    });
    const held = heldMegabytes() - before;
    const { precision, recall, proposalPrecision, foundRecall, merged, proposed } = judge(world, found);
    const name = `${count.toLocaleString("en")} people`;
    figures.push(
      { name: `${name}: records`, value: world.records.length, unit: "records" },
      { name: `${name}: precision of merges`, value: precision, unit: "ratio", aim: ">= 0.99" },
      { name: `${name}: recall of merges`, value: recall, unit: "ratio" },
      { name: `${name}: precision of proposals`, value: proposalPrecision, unit: "ratio" },
      { name: `${name}: recall of merges and proposals`, value: foundRecall, unit: "ratio" },
      { name: `${name}: merged, proposed`, value: `${merged}, ${proposed}`, unit: "pairs" },
      { name: `${name}: CPU`, value: time, unit: "ms" },
      { name: `${name}: memory held beyond the records`, value: held, unit: "MB" },
    );
  }
  return figures;
}

if (hasInventedGraph()) console.log(toReport("identity", measureIdentities()));
else console.log(`The invented graph is not beside the repository.\n${toReport("identity", [])}`);
