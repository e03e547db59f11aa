import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { DEMO_ACCOUNTS, DEMO_TODAY, demoPlans } from "@sweetspot/fixtures";
import { buyingCentreMember, lexiconTerm, messageReader, proof, recordsOf } from "@sweetspot/plan-model";
import { expect, test } from "vitest";
import { boardOf, toldIn } from "./golden-plan.testing.ts";
import { openTasks } from "./open-tasks.ts";

const seeds = demoPlans(new Date(`${DEMO_TODAY}T12:00:00Z`));

const recordsIn = (account: string | undefined): ReadonlyMap<RecordId, PlanRecord> =>
  new Map(
    seeds
      .filter(({ scope }) => (scope.kind === "account" ? scope.account === account : account === undefined))
      .flatMap(({ by, puts }) =>
        puts.map((put) => [
          put.id,
          {
            ...put,
            revision: 1,
            schema: 1,
            createdBy: by,
            createdAt: `${DEMO_TODAY}T12:00:00Z`,
            updatedBy: by,
            updatedAt: `${DEMO_TODAY}T12:00:00Z`,
          },
        ]),
      ),
  );

function tasksOf(account: string): readonly string[] {
  const plan = recordsIn(account);
  const proofs = [...recordsOf(proof, recordsIn(undefined).values()), ...recordsOf(proof, plan.values())];
  const tasks = openTasks({
    board: boardOf(plan),
    ...toldIn(plan),
    readers: recordsOf(messageReader, plan.values()),
    proofs,
    terms: recordsOf(lexiconTerm, plan.values()),
    members: recordsOf(buyingCentreMember, plan.values()),
    today: DEMO_TODAY,
    language: "en",
  });
  return tasks.map(({ kind, record }) => `${kind} ${record}`);
}

test("each demo customer's board shows another open task", () => {
  expect(tasksOf(DEMO_ACCOUNTS.gasProducer)).toEqual(
    expect.arrayContaining([
      "lead-missing member-of-ceo",
      "message-unknown message-women-leaders",
      "spot-without-proposition spot-stem-people",
    ]),
  );
  expect(tasksOf(DEMO_ACCOUNTS.investmentBank)).toContain("spot-without-proposition spot-europe");
  expect(tasksOf(DEMO_ACCOUNTS.foodRetailer)).toEqual(
    expect.arrayContaining(["jargon proposition-halve-emissions", "lead-missing member-of-purchasing"]),
  );
  expect(tasksOf(DEMO_ACCOUNTS.airline)).toContain("proof-expired proposition-more-for-less");
});

test("conflicts and open needs stand on the demo boards", () => {
  const retail = boardOf(recordsIn(DEMO_ACCOUNTS.foodRetailer));
  expect(retail.readingOf("insight-customer-delivery" as RecordId)).toBe("open-need");
  expect(retail.conflictsOf("insight-customer-romania" as RecordId)).toHaveLength(1);
  const airline = boardOf(recordsIn(DEMO_ACCOUNTS.airline));
  expect(airline.conflictsOf("insight-customer-attitude" as RecordId)[0]?.explanation).toMatch(/service/);
});
