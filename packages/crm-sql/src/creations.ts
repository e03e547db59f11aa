import { CrmError, type ReadOptions, type RecordId } from "@sweetspot/contract";
import { sql } from "kysely";
import { hashOf } from "./content-hash.ts";
import type { Database } from "./database.ts";

/** A wish to make a record in another system, told apart by its key. */
export interface Creation {
  /** Chosen by the page; the same for every attempt at the same wish. */
  readonly key: string;
  readonly kind: string;
  readonly content: object;
  readonly account: RecordId;
  readonly by: RecordId;
}

/** Makes things once in a system that would make them again with every request. */
export interface Creations {
  /**
   * The id of what was made, by this attempt or an earlier one. `make` is given the instant of the first attempt where
   * nobody knows whether that succeeded: then it has to look before it makes.
   *
   * @throws CrmError `unavailable` while another attempt is under way; `malformed` where the key was used for something else
   */
  once(
    wish: Creation,
    make: (firstTried: Date | undefined) => Promise<RecordId>,
    options?: ReadOptions,
  ): Promise<RecordId>;
}

/** Longer than all questions of one attempt may take, waiting for limits included. */
const HELD_MS = 90_000;

interface Row {
  readonly content: string;
  readonly id: RecordId | null;
  readonly begun_at: Date;
  readonly held_until: Date | null;
}

export function createCreations(database: Database, tenant: string, now: () => Date): Creations {
  const ours = (key: string) => sql`tenant = ${tenant} and key = ${key}`;

  return {
    async once({ key, kind, content, account, by }, make) {
      const at = now();
      const until = new Date(at.getTime() + HELD_MS);
      const hash = hashOf([kind, content, account, by]);
      const fresh = await database.query(
        sql`insert into crm_creation (tenant, key, kind, content, account, by, begun_at, held_until)
          values (${tenant}, ${key}, ${kind}, ${hash}, ${account}, ${by}, ${at}, ${until})
          on conflict (tenant, key) do nothing returning key`,
      );
      let firstTried: Date | undefined;
      if (fresh.length === 0) {
        const [row] = await database.query(
          sql<Row>`select content, id, begun_at, held_until from crm_creation where ${ours(key)}`,
        );
        if (row && row.content !== hash)
          throw new CrmError("malformed", `The key ${key} was used for something else.`);
        if (row?.id) return row.id;
        const taken = await database.query(
          sql`update crm_creation set held_until = ${until} where ${ours(key)} and id is null
            and (held_until is null or held_until <= ${at}) returning key`,
        );
        if (taken.length === 0)
          throw new CrmError("unavailable", "The same is being made at this moment.", { retryAfterMs: 1000 });
        firstTried = row?.begun_at;
      }
      try {
        const id = await make(firstTried);
        await database.query(sql`update crm_creation set id = ${id}, held_until = null where ${ours(key)}`);
        return id;
      } catch (error) {
        // What was refused was not made. Of anything else nobody knows, and the next attempt looks.
        if (isRefusal(error) && firstTried === undefined)
          await database.query(sql`delete from crm_creation where ${ours(key)} and id is null`);
        else await database.query(sql`update crm_creation set held_until = null where ${ours(key)}`);
        throw error;
      }
    },
  };
}

const isRefusal = (error: unknown): boolean => CrmError.is(error) && error.code !== "unavailable";
