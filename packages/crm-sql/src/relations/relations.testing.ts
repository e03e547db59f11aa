import type { RelationSource, SourceBody, SourcePerson, SourceTie } from "@sweetspot/relation-book";
import type { TieRow } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { SqlRelations } from "./sql-relations.port.ts";

export const REGISTER = { name: "Register", purpose: "Introductions", retentionMonths: 24 };

export const seat = (person: string, body = "b1"): TieRow => ({
  key: `${person}-${body}`,
  person,
  body,
  type: "board_seat",
  role: "member",
  start: "2016",
});

interface Collected {
  revision: number;
  readonly sources: RelationSource[];
  readonly people: SourcePerson[];
  readonly bodies: SourceBody[];
  readonly ties: SourceTie[];
}

/** All that a book would be made of. */
export async function collect(relations: SqlRelations): Promise<Collected> {
  const all: Collected = { revision: 0, sources: [], people: [], bodies: [], ties: [] };
  for await (const part of relations.load()) {
    all.revision = part.revision;
    all.sources.push(...(part.sources ?? []));
    all.people.push(...(part.people ?? []));
    all.bodies.push(...(part.bodies ?? []));
    all.ties.push(...(part.ties ?? []));
  }
  return all;
}

/** All a reader can see, and what is counted of it. */
export async function tellAll(relations: SqlRelations, database: Database, tenant: string) {
  const { revision: _, ...seen } = await collect(relations);
  const erased = await database.query(sql`select sign from relation_erased where tenant = ${tenant}`);
  return { ...seen, counted: await relations.sources(), erased };
}
