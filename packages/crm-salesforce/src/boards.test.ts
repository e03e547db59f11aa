import { toRecordId } from "@sweetspot/contract";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { fewBoardScripts, playBoard } from "@sweetspot/plan-session/testing";
import { expect, test } from "vitest";
import { emulatedSalesforce } from "./emulated-salesforce.fixture.ts";

const SCRIPTS = fewBoardScripts(6);

test("two people at one board lose no insight and leave nothing refused", { timeout: 120_000 }, async () => {
  const world = conformanceWorld();
  const accounts = SCRIPTS.map((_, index) => buildAccount(toRecordId(`board-${index}`), `Board ${index}`));
  const crm = await emulatedSalesforce.create({ ...world, accounts: [...world.accounts, ...accounts] });
  const { rep, otherRep } = CONFORMANCE_USERS;
  const [one, other] = [await crm.as(rep), await crm.as(otherRep)];
  const reps = [
    { user: rep, store: one.store },
    { user: otherRep, store: other.store },
  ] as const;
  for (const [index, script] of SCRIPTS.entries())
    expect(await playBoard({ account: toRecordId(`board-${index}`), reps }, script)).toEqual([]);
  await crm.dispose();
});
