import { createHmac } from "node:crypto";
import { foldText } from "@sweetspot/contract";
import type { PersonRow } from "@sweetspot/relation-import";
import { sql } from "kysely";
import type { Queries } from "../database.ts";

/** Tells people who were erased when a source brings them again. */
export interface ErasedSigns {
  /** How many there are. */
  readonly count: number;
  /** Is it a record of a person who was erased? By its key, or by its name with birth date or city. */
  hasPerson(source: string, person: PersonRow): boolean;
  hasKey(source: string, key: string): boolean;
}

export async function readErasedSigns(queries: Queries, tenant: string): Promise<ErasedSigns> {
  const rows = await queries.query(
    sql<{ sign: string; salt: string }>`select e.sign, s.salt from relation_erased e
      join relation_state s on s.tenant = e.tenant where e.tenant = ${tenant}`,
  );
  const salt = rows[0]?.salt ?? "";
  const signs = new Set(rows.map(({ sign }) => sign));
  return {
    count: signs.size,
    hasPerson: (source, person) => signsOf(salt, source, person).some((sign) => signs.has(sign)),
    hasKey: (source, key) => signs.has(toSign(salt, "key", source, key)),
  };
}

/**
 * What remains of a person who is erased: hashes with the tenant's salt. A name alone is none, it may be anybody's; with the
 * same city and no birth date that differs it is, as somebody who asked to be erased must not come back.
 */
export function signsOf(salt: string, source: string, person: PersonRow): readonly string[] {
  const name = toNameSign(person.name);
  return [
    toSign(salt, "key", source, person.key),
    ...(person.birthDate?.length === 10 ? [toSign(salt, "birth", name, person.birthDate)] : []),
    ...(person.city && person.birthDate === undefined
      ? [toSign(salt, "city", name, foldText(person.city))]
      : []),
  ];
}

/** In whatever order the parts of the name stand. */
const toNameSign = (name: string): string =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .toSorted()
    .join(" ");

const toSign = (salt: string, ...parts: readonly string[]): string =>
  createHmac("sha256", salt).update(JSON.stringify(parts)).digest("base64url");
