import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { EMPTY, toRecordId } from "@sweetspot/contract";
import { createSqlCrm, createSqlRelations, openDatabase } from "@sweetspot/crm-sql";
import { buildAccount, buildContact } from "@sweetspot/fixtures";
import type { SourceBody, SourcePerson, SourceTie } from "@sweetspot/relation-book";

export const GRAPH = path.resolve(import.meta.dirname, "../../../../shared/data/graph/gen-100k");
export const hasGraph = (): boolean => existsSync(GRAPH);
export const SOURCE = "Register";
/** So many of the first people are ours, as the graph has it. */
export const TEAM = 40;
export const ACCOUNT = toRecordId("account-bench");
const ROWS = 5000;

const rows = (name: string): string[][] =>
  gunzipSync(readFileSync(path.join(GRAPH, `${name}.csv.gz`)))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.replaceAll('"', "").split(","));

/** A value that is there, by name. */
const some = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/**
 * 100,000 invented people, whom the CRM has as our team and, by place in the register, as contacts of one account; who is
 * who is decided beforehand.
 */
export function readWorld(contacts: readonly number[] = []) {
  const own = { source: SOURCE };
  const people = rows("persons").map(([key = "", name = ""]): SourcePerson => ({ ...own, key, name }));
  const bodies = rows("orgs").map(([key = "", name = "", , , place]): SourceBody => ({
    ...own,
    key,
    name,
    ...some({ place }),
  }));
  const seats = rows("ties").map(
    ([person = "", body = "", type = "", role, start, end, seenFrom, seenTo, share], line): SourceTie => ({
      ...own,
      key: `tie-${line}`,
      person,
      body,
      type,
      ...some({ role, start, end, seenFrom, seenTo }),
      ...(share ? { share: Number(share) } : {}),
    }),
  );
  const bonds = rows("contacts").map(
    ([person = "", otherPerson = "", type = "", start], line): SourceTie => ({
      ...own,
      key: `contact-${line}`,
      person,
      otherPerson,
      type,
      ...some({ start }),
    }),
  );
  const crm = {
    teamMembers: people.slice(0, TEAM).map(({ key, name }, place) => ({
      id: toRecordId(key),
      name,
      email: EMPTY,
      role: place === 0 ? ("admin" as const) : ("rep" as const),
      active: true,
    })),
    accounts: [buildAccount(ACCOUNT, "Bench")],
    contacts: contacts.map((place) => {
      const { key, name } = people[place]!;
      return buildContact(`contact-${key}`, name, { account: ACCOUNT, title: "Head of Purchasing" });
    }),
    opportunities: [],
    involvements: [],
  };
  const pairs = [
    ...people.slice(0, TEAM).map(({ key }) => ({ key, record: `CRM/team-member/${key}` })),
    ...contacts.map((place) => ({ key: `p${place}`, record: `CRM/contact/contact-p${place}` })),
  ];
  const decisions = pairs.map(({ key, record }) => ({
    one: toRecordId(record),
    other: toRecordId(`${SOURCE}/${key}`),
    same: true,
    by: toRecordId("p0"),
    at: "2026-11-01T00:00:00.000Z",
  }));
  return { people, bodies, ties: [...seats, ...bonds], crm, decisions };
}
export type World = ReturnType<typeof readWorld>;

/** A gateway's data folder with this company and its register in it. */
export async function fill(folder: string, world: World): Promise<void> {
  const database = await openDatabase({ folder: path.join(folder, "database") });
  const crm = createSqlCrm(database);
  await crm.once("first-start", async () => {
    await crm.writeWorld({ ...world.crm, assets: [], products: [], access: [] });
    return { world: "bench" };
  });
  const stored = createSqlRelations(database);
  const writer = await stored.sink().begin({ name: SOURCE, purpose: "Benchmark" });
  const inParts = async <T extends { readonly source: string }>(
    records: readonly T[],
    put: (part: Omit<T, "source">[]) => Promise<unknown>,
  ) => {
    for (let at = 0; at < records.length; at += ROWS)
      await put(records.slice(at, at + ROWS).map(({ source: _source, ...row }) => row));
  };
  await inParts(world.people, (part) => writer.putPeople(part));
  await inParts(world.bodies, (part) => writer.putBodies(part));
  await inParts(world.ties, (part) => writer.putTies(part));
  await writer.finish();
  for (const decision of world.decisions) await stored.saveDecision(decision);
  await crm.close();
}
