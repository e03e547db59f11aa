import { toRecordId } from "@sweetspot/contract";
import { hasInventedGraph, readInventedBook, TEAM } from "./bench/invented-book.ts";
import { cpuTime, type Figure, heldMegabytes, quantile, toReport } from "./bench/measure.ts";
import { createRelationBook } from "./create-relation-book.ts";
import type { RelationBook } from "./relation-book.ts";
import { recordIdOf, type SourceTie } from "./source-record.ts";

/** `paths.answer` and `paths.update` over the whole book: 100,000 invented people, 148,688 ties and a team of 40. */
const TODAY = "2026-11-01";
const VIEW = { me: toRecordId("p0") };

function measureBook(): Figure[] {
  const bare = heldMegabytes();
  const records = readInventedBook();
  const read = heldMegabytes();
  let book: RelationBook = createRelationBook({
    sources: [],
    people: [],
    bodies: [],
    ties: [],
    today: TODAY,
  });
  const building = cpuTime(() => {
    book = createRelationBook({ ...records, today: TODAY });
  });
  const first = cpuTime(() => book.findPaths({ to: { person: toRecordId("Register/p500") } }, VIEW));
  const held = heldMegabytes();
  const people = [...records.people].slice(TEAM);
  const step = Math.floor(people.length / 200);
  const targets = Array.from({ length: 200 }, (_, place) => {
    const person = people[place * step + (place % step)];
    return person ? recordIdOf(person) : toRecordId("");
  });
  const ask = (person: (typeof targets)[number]) => book.findPaths({ to: { person } }, VIEW);
  const found = targets.filter((person) => ask(person).paths.length > 0).length;
  const answers = warmed(() => targets.map((person) => cpuTime(() => JSON.stringify(ask(person)))));
  const ties = [...records.ties];
  const changed = Array.from(
    { length: 60 },
    (_, place) => ties[place * Math.floor(ties.length / 60)] as SourceTie,
  );
  const updates = changed.flatMap((tie, place) => {
    const target = targets[place] as (typeof targets)[number];
    return [
      cpuTime(() => (book.apply({ removed: { ties: [recordIdOf(tie)] } }), ask(target))),
      cpuTime(() => (book.apply({ ties: [tie] }), ask(target))),
    ];
  });
  const newcomers = changed.map((_, place) =>
    cpuTime(() => {
      const person = {
        ...(people[place * 7] as (typeof people)[number]),
        source: "Another",
        key: `new-${place}`,
      };
      book.apply({ people: [person] });
      return ask(recordIdOf(person));
    }),
  );
  return [
    { name: "book from records, CPU", value: building, unit: "ms" },
    { name: "first answer (graph of all pairs), CPU", value: first, unit: "ms" },
    { name: "records alone, memory held", value: read - bare, unit: "MB" },
    { name: "book beyond its records, memory held", value: held - read, unit: "MB" },
    { name: "paths.answer: targets with a way", value: found, unit: `of ${targets.length}` },
    { name: "paths.answer: p50", value: quantile(answers, 0.5), unit: "ms", aim: "<= 3" },
    { name: "paths.answer: p95", value: quantile(answers, 0.95), unit: "ms", aim: "<= 8" },
    {
      name: "paths.update: one tie until the next answer, p95",
      value: quantile(updates, 0.95),
      unit: "ms",
      aim: "<= 300",
    },
    {
      name: "paths.update: one tie until the next answer, max",
      value: quantile(updates, 1),
      unit: "ms",
      aim: "<= 300",
    },
    {
      name: "one new person resolved until the next answer, p95",
      value: quantile(newcomers, 0.95),
      unit: "ms",
      aim: "<= 300",
    },
  ];
}

/** The last of five passes: code is compiled by then. */
function warmed(pass: () => readonly number[]): readonly number[] {
  for (let before = 0; before < 4; before++) pass();
  return pass();
}

if (hasInventedGraph()) console.log(toReport("relation book", measureBook()));
else console.log(`The invented graph is not beside the repository.\n${toReport("relation book", [])}`);
