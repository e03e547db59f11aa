import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { toRecordId } from "@sweetspot/contract";
import type { RelationBookInput } from "../relation-book.ts";
import type { SourceBody, SourcePerson, SourceTie } from "../source-record.ts";

/** Invented graphs beside the repository. */
const folder = path.resolve(import.meta.dirname, "../../../../../shared/data/graph/gen-100k");

export const hasInventedGraph = (): boolean => existsSync(folder);

const rows = (name: string): string[][] =>
  gunzipSync(readFileSync(path.join(folder, `${name}.csv.gz`)))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.replaceAll('"', "").split(","));

export const inventedNames = (): string[] => rows("persons").map(([, name = ""]) => name);

/** So many of the first people are ours, as the graph has it. */
export const TEAM = 40;
const SOURCE = "Register";

/** The records of 100,000 invented people, read anew at each call. The team and its contacts are the CRM's. */
export function readInventedBook(): Omit<RelationBookInput, "today"> {
  const people = rows("persons").map(([key = "", name = ""], place): SourcePerson => {
    const isOurs = place < TEAM;
    return {
      source: isOurs ? "CRM" : SOURCE,
      key: isOurs ? `team-member/${key}` : key,
      name,
      ...(isOurs ? { teamMember: toRecordId(key) } : {}),
    };
  });
  const ours = new Set(people.slice(0, TEAM).map(({ key }) => key.slice("team-member/".length)));
  const end = (key: string): string => (ours.has(key) ? `CRM/team-member/${key}` : key);
  const bodies = rows("orgs").map(([key = "", name = "", , , place = ""]): SourceBody => ({
    source: SOURCE,
    key,
    name,
    ...(place ? { place } : {}),
  }));
  const seats = rows("ties").map((cells, line): SourceTie => {
    const [person = "", body = "", type = "", role = "", start, last, seenFrom, seenTo, share] = cells;
    return {
      source: SOURCE,
      key: `tie-${line}`,
      person: end(person),
      body,
      type,
      role,
      ...(start ? { start } : {}),
      ...(last ? { end: last } : {}),
      ...(seenFrom ? { seenFrom } : {}),
      ...(seenTo ? { seenTo } : {}),
      ...(share ? { share: Number(share) } : {}),
    };
  });
  const contacts = rows("contacts").map(([one = "", other = "", type = "", start = ""], line): SourceTie => ({
    source: SOURCE,
    key: `contact-${line}`,
    person: end(one),
    otherPerson: end(other),
    type,
    ...(start ? { start } : {}),
  }));
  return {
    sources: [{ name: SOURCE, purpose: "Benchmark", importedAt: "2026-11-01T00:00:00.000Z" }],
    people,
    bodies,
    ties: [...seats, ...contacts],
  };
}
