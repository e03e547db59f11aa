import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { BridgeInput } from "../create-bridge.ts";
import type { GraphInput } from "../graph.ts";
import type { BridgeOrganisation, BridgePerson, Tie } from "../tie.ts";

/** Graphs of boards beside the repository: those of real people may not be part of it. */
const folder = path.resolve(import.meta.dirname, "../../../../../shared/data/graph");

export const hasSharedGraphs = (): boolean => existsSync(folder);

export interface Golden {
  readonly nodes: number;
  readonly queries: readonly {
    /** Sources. */
    readonly s: readonly number[];
    /** Target. */
    readonly t: number;
    /** Costs of the five cheapest paths, by the number of edges allowed. */
    readonly best: Readonly<Record<string, readonly number[]>>;
  }[];
}

const read = (name: string): Buffer => gunzipSync(readFileSync(path.join(folder, `${name}.gz`)));

/** Edges and queries with exact answers that other engines computed, as `dk17.het`. */
export function readGolden(set: string): { readonly input: GraphInput; readonly queries: Golden["queries"] } {
  const { nodes, queries } = JSON.parse(read(`paths-golden/${set}.queries.json`).toString()) as Golden;
  const numbers = wholeNumbersIn(read(`paths-golden/${set}.edges.csv`));
  const column = (index: number): Int32Array => numbers.filter((_, place) => place % 3 === index);
  return { input: { nodeCount: nodes, u: column(0), v: column(1), cost: column(2) }, queries };
}

/** The numbers of a CSV file below its header; half a million rows take too long by splitting text. */
function wholeNumbersIn(csv: Buffer): Int32Array {
  const numbers = new Int32Array(csv.length / 2);
  let count = 0;
  for (let place = csv.indexOf("\n") + 1, number = 0; place < csv.length; place++) {
    const digit = (csv[place] ?? 0) - 48;
    if (digit >= 0) number = 10 * number + digit;
    else {
      numbers[count++] = number;
      number = 0;
    }
  }
  return numbers.subarray(0, count);
}

export interface InventedWorld extends BridgeInput {
  readonly people: readonly BridgePerson[];
  readonly organisations: readonly BridgeOrganisation[];
  readonly ties: readonly Tie[];
  readonly team: readonly string[];
}

/** 100,000 invented people, their ties, and the contacts of a team of 40, the first forty people. */
export function readInventedWorld(): InventedWorld {
  const rows = (name: string): string[][] =>
    read(`gen-100k/${name}.csv`).toString().trimEnd().split("\n").slice(1).map(cellsOf);
  const named = ([id = "", name = ""]: readonly string[]) => ({ id, name });
  const people = rows("persons").map(named);
  const ties = rows("ties").map((cells, line): Tie => {
    const [
      person = "",
      organisation = "",
      type = "",
      role = "",
      start = "",
      end = "",
      seenFrom = "",
      seenTo = "",
      share,
    ] = cells;
    const rest = { role, start, end, seenFrom, seenTo, source: "register" };
    return {
      id: `tie-${line}`,
      person,
      organisation,
      type,
      ...rest,
      ...(share ? { share: Number(share) } : {}),
    };
  });
  const contacts = rows("contacts").map(
    ([person = "", otherPerson = "", type = "", start = "", source = ""], line): Tie => ({
      id: `contact-${line}`,
      person,
      otherPerson,
      type,
      start,
      source,
    }),
  );
  return {
    people,
    organisations: rows("orgs").map(named),
    ties: [...ties, ...contacts],
    today: "2026-11-01",
    team: people.slice(0, 40).map(({ id }) => id),
  };
}

const cellsOf = (line: string): string[] =>
  line.includes('"')
    ? (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) =>
        cell.replace(/,$/, "").replace(/^"|"$/g, ""),
      )
    : line.split(",");
