import {
  accountScope,
  CrmError,
  type LookalikeAnswer,
  type LookalikeQuery,
  type RecordId,
  scopeKey,
} from "@sweetspot/contract";
import { createAudit, createSqlCrm } from "@sweetspot/crm-sql";
import {
  buildAccount,
  buildLineItem,
  buildOpportunity,
  CONFORMANCE_USERS as USERS,
  INSIGHT_ACCOUNTS as WHO,
  INSIGHT_OFFERINGS as WHAT,
  insightLibrary,
  insightWorld,
} from "@sweetspot/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditPorts } from "../privacy/audited-ports.ts";
import { createInsightRoom } from "./insight-room.ts";
import { openInsights } from "./insight-room.testing.ts";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createLog } from "../operation/log.ts";

let opened: Awaited<ReturnType<typeof openInsights>>;

beforeAll(async () => {
  opened = await openInsights(insightWorld());
  await opened.crm.seedPlans([insightLibrary()]);
}, 120_000);
afterAll(() => opened.close());

async function ask(
  user: RecordId,
  more: Partial<LookalikeQuery> = {},
  room = opened.room,
): Promise<LookalikeAnswer> {
  const ports = await opened.crm.as(user);
  return room.readerOf(user, ports).findLookalikes({ account: WHO.asker, ...more });
}

const buyersOf = ({ suggestions }: LookalikeAnswer, offering: RecordId) =>
  suggestions.find((one) => one.offering === offering)?.buyers;

/** One more customer who has what the asker has, and sensors. */
async function sellToAnother(number: number): Promise<void> {
  const world = insightWorld();
  await opened.crm.writeWorld({
    ...world,
    accounts: [...world.accounts, buildAccount(`another-${number}`, `Another ${number}`)],
    opportunities: [
      ...world.opportunities,
      buildOpportunity(`another-${number}`, "Order", {
        account: `another-${number}`,
        status: "won",
        closeDate: "2026-06-30",
        lineItems: ["pumps", "valves", "sensors"].map((name) =>
          buildLineItem(`another-${number}-${name}`, name, { product: `prd-${name}` }),
        ),
      }),
    ],
  });
}

describe("the books of a tenant", () => {
  it("are one for each way of seeing: reps share theirs, and an admin's counts more", async () => {
    await Promise.all([ask(USERS.rep), ask(USERS.otherRep), ask(USERS.admin)]);
    expect(opened.room.size.books).toBe(2);
    expect((await ask(USERS.otherRep)).basis.asOf).toBe((await ask(USERS.rep)).basis.asOf);
  });

  it("know an import at the next question", async () => {
    const before = buyersOf(await ask(USERS.admin), WHAT.sensors) ?? 0;
    await sellToAnother(1);
    expect(buyersOf(await ask(USERS.admin), WHAT.sensors)).toBe(before);
    opened.room.crmChanged();
    expect(buyersOf(await ask(USERS.admin), WHAT.sensors)).toBe(before + 1);
  });

  it("are read anew by a job, in other gateways too, while the old ones answer", async () => {
    const others = createMemoryJobs();
    const other = createInsightRoom({
      crm: opened.crm,
      jobs: others,
      log: createLog("error", () => {}),
      now: () => opened.clock.at,
    });
    try {
      const before = buyersOf(await ask(USERS.admin, {}, other), WHAT.sensors) ?? 0;
      await sellToAnother(2);
      await sellToAnother(3);
      opened.clock.at += 60_000;
      await opened.jobs.settle();
      const asOf = new Date(opened.clock.at).toISOString();
      expect((await ask(USERS.admin)).basis.asOf).toBe(asOf);
      await expect
        .poll(async () => {
          opened.clock.at += 31_000;
          return buyersOf(await ask(USERS.admin, {}, other), WHAT.sensors);
        })
        .toBeGreaterThan(before);
    } finally {
      other.close();
    }
  });
});

describe("the learned model", () => {
  it("is trained in a job when it is asked for, and then answers in every gateway and for all who count the same", async () => {
    const first = await ask(USERS.rep, { model: "learned" });
    expect(first.basis.model).toBe("neighbours");
    expect(first.gaps).toContain("not-trained");
    await opened.jobs.settle();
    opened.clock.at += 31_000;
    const learned = await ask(USERS.otherRep, { model: "learned" });
    expect(learned.basis.model).toBe("learned");
    expect(learned.gaps).not.toContain("not-trained");
    expect(learned.suggestions.map(({ offering }) => offering)).toContain(WHAT.sensors);
    for (const known of [WHAT.pumps, WHAT.valves, WHAT.telex])
      expect(learned.suggestions.map(({ offering }) => offering)).not.toContain(known);
    expect((await ask(USERS.rep)).basis.model).toBe("neighbours");
    // What an admin may count is another book, and another model.
    expect((await ask(USERS.admin, { model: "learned" })).gaps).toContain("not-trained");
    const other = createInsightRoom({
      crm: opened.crm,
      jobs: createMemoryJobs(),
      log: createLog("error", () => {}),
    });
    expect((await ask(USERS.rep, { model: "learned" }, other)).suggestions).toEqual(learned.suggestions);
    other.close();
  });

  it("does not answer once the offerings are others", async () => {
    const { store } = await opened.crm.as(USERS.admin);
    await store.commit({
      scope: insightLibrary().scope,
      key: "another-offering",
      puts: [{ id: "off-new" as RecordId, type: "offering", fields: { name: "New" }, base: 0 }],
      removes: [],
    });
    expect((await ask(USERS.rep, { model: "learned" })).gaps).toContain("not-trained");
    await opened.jobs.settle();
    expect((await ask(USERS.rep, { model: "learned" })).basis.model).toBe("learned");
  });
});

describe("what leaves the gateway", () => {
  it("is the tenant's own: another one's customers neither count nor answer", async () => {
    const other = createSqlCrm(opened.database, { tenant: "other" });
    const world = insightWorld();
    await other.writeWorld({
      ...world,
      accounts: [buildAccount("only-theirs", "Only Theirs", { industry: "Food retail" })],
      opportunities: [],
      assets: [],
    });
    const answer = await ask(USERS.admin, { account: WHO.newcomer, customers: 100 });
    expect(JSON.stringify(answer)).not.toMatch(/only-theirs|Only Theirs/);
    const error = await ask(USERS.admin, { account: "only-theirs" as RecordId }).catch(
      (thrown: unknown) => thrown,
    );
    expect(CrmError.is(error, "not-found"), String(error)).toBe(true);
  });

  it("leaves a trace of the account that was asked about, and none where nothing was shown", async () => {
    const { database, room, crm } = opened;
    const audit = createAudit(database);
    const ports = await crm.as(USERS.rep);
    const { insights } = auditPorts({ ...ports, insights: room.readerOf(USERS.rep, ports) }, (scopes) =>
      audit.note("local", USERS.rep, scopes),
    );
    await insights.findLookalikes({ account: WHO.asker });
    await insights.findLookalikes({ account: WHO.unseen }).catch(() => undefined);
    const trail = await audit.trail({ tenant: "local", by: USERS.rep });
    expect(trail.map(({ did, scope }) => [did, scope])).toEqual([
      ["looked", scopeKey(accountScope(WHO.asker))],
    ]);
  });
});
