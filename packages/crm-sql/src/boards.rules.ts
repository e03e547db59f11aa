import { toRecordId } from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { fewBoardScripts, playBoard } from "@sweetspot/plan-session/testing";
import { expect, test } from "vitest";
import type { Database } from "./database.ts";
import { createSqlCrm } from "./sql-crm.ts";

const SCRIPTS = fewBoardScripts(10);

/** Two people at one board, whose sessions mend what they did to each other: the same over this store as over memory. */
export function describeBoards(database: () => Database): void {
  test(
    "two people at one board lose no insight and leave nothing refused",
    { timeout: 120_000 },
    async () => {
      const world = conformanceWorld();
      const accounts = SCRIPTS.map((_, index) =>
        buildAccount(toRecordId(`board-${index}`), `Board ${index}`),
      );
      const crm = createSqlCrm(database(), { tenant: "boards" });
      await crm.writeWorld({ ...world, accounts: [...world.accounts, ...accounts] });
      const { rep, otherRep } = CONFORMANCE_USERS;
      const [one, other] = [await crm.as(rep), await crm.as(otherRep)];
      const reps = [
        { user: rep, store: one.store },
        { user: otherRep, store: other.store },
      ] as const;
      for (const [index, script] of SCRIPTS.entries())
        expect(await playBoard({ account: toRecordId(`board-${index}`), reps }, script)).toEqual([]);
    },
  );
}
