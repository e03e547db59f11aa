import { CrmError } from "@sweetspot/contract";
import { type Clock, type RequestBudget, type RequestKind, systemClock } from "@sweetspot/crm-hubspot";
import type { Database } from "@sweetspot/crm-sql";
import { type RawBuilder, sql } from "kysely";

export interface SharedBudgetOptions {
  readonly database: Database;
  readonly portal: string;
  /** Of an app in one account: 110 are allowed. Default 100, as timers fire late. */
  readonly most?: Readonly<Record<RequestKind, number>>;
  readonly spanMs?: Readonly<Record<RequestKind, number>>;
  readonly sleep?: Clock["sleep"];
  /** Milliseconds, as a value or an expression of the database. Default the database's clock: those of the gateways differ. */
  readonly now?: () => RawBuilder<number>;
}

const MOST = { general: 100, search: 4 };
const SPAN_MS = { general: 10_000, search: 1000 };

const databaseTime = () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::double precision`;

/**
 * The budget of one portal for all gateways before one PostgreSQL. As in a single process the last turns are remembered: a
 * turn is free when the one `most` places before it has left the window. One statement takes it, so no two take the same.
 */
export function createSharedBudget(options: SharedBudgetOptions): RequestBudget {
  const {
    database,
    portal,
    most = MOST,
    spanMs = SPAN_MS,
    sleep = systemClock.sleep,
    now = databaseTime,
  } = options;

  /** The next turn of row `t`, for somebody who asks at that instant. */
  const slotOf = (kind: RequestKind, asked: RawBuilder<number>): RawBuilder<number> =>
    sql`greatest(${asked}, t.held_until, t.turns[cardinality(t.turns)],
      t.turns[cardinality(t.turns) - ${most[kind]} + 1] + ${spanMs[kind]}::double precision)`;

  async function takeTurn(kind: RequestKind, patienceMs: number): Promise<number> {
    const slot = slotOf(kind, sql`excluded.turns[1]`);
    const [turn] = await database.query(
      sql<{
        wait: number;
      }>`insert into hubspot_turn as t (portal, lane, turns) values (${portal}, ${kind}, array[${now()}])
        on conflict (portal, lane) do update set
          turns = t.turns[greatest(1, cardinality(t.turns) - ${most[kind]} + 2):] || ${slot}
        where ${slot} - excluded.turns[1] <= ${patienceMs}::double precision
        returning turns[cardinality(turns)] - ${now()} as wait`,
    );
    if (turn) return turn.wait;
    const [free] = await database.query(
      sql<{ wait: number }>`select ${slotOf(kind, now())} - ${now()} as wait from hubspot_turn t
        where portal = ${portal} and lane = ${kind}`,
    );
    throw new CrmError("rate-limited", "This portal's requests are used up for the moment.", {
      retryAfterMs: Math.max(1, Math.ceil(free?.wait ?? 0)),
    });
  }

  async function heldFor(kind: RequestKind): Promise<number> {
    const [row] = await database.query(
      sql<{ wait: number }>`select held_until - ${now()} as wait from hubspot_turn
        where portal = ${portal} and lane = ${kind}`,
    );
    return row?.wait ?? 0;
  }

  /** @returns how long it took, in milliseconds */
  async function wait(
    kind: RequestKind,
    patienceMs: number,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const turn = await takeTurn(kind, patienceMs);
    let waited = 0;
    // HubSpot may refuse somebody else meanwhile: that holds for those too who have their turn already.
    for (let rest = turn; rest > 0; rest = await heldFor(kind)) {
      await sleep(Math.ceil(rest), signal);
      waited += Math.ceil(rest);
    }
    return waited;
  }

  return {
    async take(kind, { patienceMs, signal }) {
      signal?.throwIfAborted();
      // One after the other: a search that waits for its turn must not keep other requests waiting.
      const waited = kind === "search" ? await wait("search", patienceMs, signal) : 0;
      await wait("general", patienceMs - waited, signal);
    },
    async hold(kind, ms) {
      await database.query(
        sql`insert into hubspot_turn as t (portal, lane, turns, held_until)
          values (${portal}, ${kind}, array[]::double precision[], ${now()} + ${ms}::double precision)
          on conflict (portal, lane) do update set held_until = greatest(t.held_until, excluded.held_until)`,
      );
    },
  };
}
