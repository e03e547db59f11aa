import { accountScope, CrmError, type RecordId, type Scope, toRecordId } from "@sweetspot/contract";
import type { CompanyMerge, Database, PlanMerge, PlanMerges, PlanShape, Queries } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import { z } from "zod";

type OpenChoice = Pick<PlanMerge, "kept" | "gone" | "shown" | "mergedAt">;

/**
 * Plans that are kept in HubSpot after companies were merged. Their commits stay where they stand; what changes is only
 * under which company's places a company's plan is found, and that is one row each, changed in one transaction.
 */
export interface PlanHomes {
  /** Under whose places this plan's commits stand: another company's where companies were merged. */
  logOf(scope: Scope): Promise<Scope>;
  /**
   * As `PlanMerges.follow`.
   *
   * @param hasPlan has anybody ever written a plan under this company's places?
   */
  follow(
    merge: CompanyMerge,
    hasPlan: (home: RecordId) => Promise<boolean>,
  ): ReturnType<PlanMerges["follow"]>;
  /** Choices that nobody has made yet for this survivor. */
  open(kept: RecordId, sizeOf: (home: RecordId) => Promise<PlanShape>): Promise<readonly PlanMerge[]>;
  /** @throws CrmError `not-found` where there is no such choice */
  choose: PlanMerges["choose"];
}

const HOME = "plan-home:";
const CHOICE = "plan-choice:";
const homeShape = z.object({ home: z.string().transform(toRecordId) });
const choiceShape = z.object({
  kept: z.string().transform(toRecordId),
  gone: z.string().transform(toRecordId),
  shown: z.enum(["kept", "gone"]),
  mergedAt: z.string(),
  decidedAt: z.string().optional(),
  decidedBy: z.string().optional(),
});
type Choice = z.output<typeof choiceShape>;
/** HubSpot is asked outside the transaction; were the plans to change places meanwhile, it is asked again. */
const MOST_ROUNDS = 5;

const choiceName = ({ kept, gone }: CompanyMerge): string => `${CHOICE}${kept}/${gone}`;

/** @param now in milliseconds */
export function createPlanHomes(database: Database, tenant: string, now: () => number): PlanHomes {
  const read = async (queries: Queries, name: string): Promise<unknown> =>
    (
      await queries.query(
        sql<{ value: unknown }>`select value from setting where tenant = ${tenant} and name = ${name}`,
      )
    )[0]?.value;
  const write = async (queries: Queries, name: string, value: object): Promise<void> => {
    await queries.query(
      sql`insert into setting (tenant, name, value) values (${tenant}, ${name}, ${JSON.stringify(value)}::jsonb)
        on conflict (tenant, name) do update set value = excluded.value`,
    );
  };
  const homeOf = async (queries: Queries, account: RecordId): Promise<RecordId> =>
    homeShape.safeParse(await read(queries, `${HOME}${account}`)).data?.home ?? account;
  const choicesAt = async (queries: Queries, kept: RecordId): Promise<readonly Choice[]> =>
    (
      await queries.query(
        sql<{ value: unknown }>`select value from setting
          where tenant = ${tenant} and starts_with(name, ${`${CHOICE}${kept}/`}) order by name`,
      )
    ).flatMap(({ value }) => choiceShape.safeParse(value).data ?? []);
  /** One after the other for the portal, whatever instance does it. */
  const inTurn = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    database.transaction(async (queries) => {
      await queries.query(
        sql`select pg_advisory_xact_lock(hashtextextended(${`sweetspot-homes:${tenant}`}, 0))`,
      );
      return work(queries);
    });
  async function swap(queries: Queries, { kept, gone }: CompanyMerge): Promise<void> {
    const [here, there] = [await homeOf(queries, kept), await homeOf(queries, gone)];
    await write(queries, `${HOME}${kept}`, { home: there });
    await write(queries, `${HOME}${gone}`, { home: here });
  }

  /** @returns undefined where the plans have changed places since they were looked at */
  const settle = (merge: CompanyMerge, seen: Seen): Promise<"nothing" | "moved" | "asks" | undefined> =>
    inTurn(async (queries) => {
      const { kept, gone } = merge;
      if ((await homeOf(queries, kept)) !== seen.here || (await homeOf(queries, gone)) !== seen.there)
        return undefined;
      if ((await read(queries, choiceName(merge))) !== undefined) return "asks";
      // What waits for a choice at the company that is gone waits at the survivor from now on.
      for (const choice of await choicesAt(queries, gone)) {
        const later = { ...choice, kept };
        if (choice.gone !== kept && (await read(queries, choiceName(later))) === undefined)
          await write(queries, choiceName(later), later);
        await queries.query(
          sql`delete from setting where tenant = ${tenant} and name = ${choiceName(choice)}`,
        );
      }
      if (!seen.thereHas) return "nothing";
      if (!seen.hereHas) {
        await swap(queries, merge);
        return "moved";
      }
      await write(queries, choiceName(merge), {
        ...merge,
        shown: "kept",
        mergedAt: new Date(now()).toISOString(),
      });
      return "asks";
    });

  return {
    logOf: async (scope) =>
      scope.kind === "library" ? scope : accountScope(await homeOf(database, scope.account)),
    async follow({ kept, gone }, hasPlan) {
      if (kept === gone) return "nothing";
      for (let round = 1; round <= MOST_ROUNDS; round += 1) {
        const [here, there] = [await homeOf(database, kept), await homeOf(database, gone)];
        const [hereHas, thereHas] = [await hasPlan(here), await hasPlan(there)];
        const outcome = await settle({ kept, gone }, { here, there, hereHas, thereHas });
        if (outcome) return outcome;
      }
      throw new CrmError("unavailable", "Other companies are being merged at this moment.", {
        retryAfterMs: 1000,
      });
    },
    async open(kept, sizeOf) {
      const choices = (await choicesAt(database, kept)).filter(({ decidedAt }) => decidedAt === undefined);
      return Promise.all(
        choices.map(async ({ gone, shown, mergedAt }) => {
          const choice: OpenChoice = { kept, gone, shown, mergedAt: new Date(mergedAt) };
          const [here, waiting] = await Promise.all(
            [kept, gone].map(async (account) => sizeOf(await homeOf(database, account))),
          );
          return { ...choice, here: here ?? NOTHING, waiting: waiting ?? NOTHING };
        }),
      );
    },
    choose: ({ kept, gone, shown, by }) =>
      inTurn(async (queries) => {
        const choice = choiceShape.safeParse(await read(queries, choiceName({ kept, gone }))).data;
        if (!choice) throw new CrmError("not-found", "There is no choice between these two plans.");
        if (choice.shown !== shown) await swap(queries, { kept, gone });
        await write(queries, choiceName({ kept, gone }), {
          ...choice,
          shown,
          decidedAt: new Date(now()).toISOString(),
          decidedBy: by,
        });
      }),
  };
}

interface Seen {
  readonly here: RecordId;
  readonly there: RecordId;
  readonly hereHas: boolean;
  readonly thereHas: boolean;
}

const NOTHING: PlanShape = { records: 0, changedAt: null };
