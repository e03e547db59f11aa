import {
  CrmError,
  type InsightReader,
  LIBRARY,
  type LookalikeAnswer,
  type LookalikeQuery,
  type PlanFields,
  type ReadOptions,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import {
  INSIGHT_ACCOUNTS as WHO,
  INSIGHT_OFFERINGS as WHAT,
  insightLibrary,
  insightWorld,
} from "@sweetspot/fixtures";
import { WHITE_SPACE_RULES_ID } from "@sweetspot/plan-model";
import { beforeAll, describe, expect, it } from "vitest";
import type { AdapterHarness, Ports } from "./harness.ts";
import { errorOf, errorsOf, startAdapter } from "./started.ts";

const LIKE = [1, 2, 3, 4, 5, 6].map((number) => toRecordId(`cus-like-${number}`));
const SEEN = LIKE.filter((id) => id !== WHO.unseen);

/**
 * The rules of `InsightReader`, run against an adapter whose ports have `insights`: counts by what the user who asks may
 * see, or by everything where the admin says so; names by what he may see, always. Call it at the top of a test file.
 */
export function describeInsightReader(name: string, harness: AdapterHarness): void {
  describe(`${name} knows what similar customers buy`, () => {
    const started = startAdapter(harness, insightWorld());
    beforeAll(async () => {
      const { scope, puts } = insightLibrary();
      await started().admin.store.commit({
        scope,
        key: "insight-library",
        puts: puts.map((put) => ({ ...put, base: 0 })),
        removes: [],
      });
    });
    const ask = (
      ports: Ports,
      account: RecordId,
      more: Omit<LookalikeQuery, "account"> = {},
      options?: ReadOptions,
    ) => insightsOf(ports).findLookalikes({ account, ...more }, options);
    async function countUnseen(fields: PlanFields): Promise<void> {
      const { store } = started().admin;
      const [library] = await store.load([LIBRARY]);
      const base = library?.records.find(({ id }) => id === WHITE_SPACE_RULES_ID)?.revision ?? 0;
      await store.commit({
        scope: LIBRARY,
        key: `insight-rules-${base}`,
        puts: [{ id: WHITE_SPACE_RULES_ID, type: "white-space-rules", fields, base }],
        removes: [],
      });
    }

    describe("a suggestion", () => {
      it("says how many of how many similar customers buy it, who, and what they spend", async () => {
        const answer = await ask(started().admin, WHO.asker);
        expect(sensorsOf(answer)).toMatchObject({
          buyers: 6,
          of: 7,
          named: expect.toSatisfy(isSameSet(LIKE)),
          confidence: "high",
          typicalSpend: { amount: 350, currency: "EUR" },
        });
        expect(answer.basis).toMatchObject({ customers: 12, offerings: 5, model: "neighbours" });
        expect(Number.isNaN(Date.parse(answer.basis.asOf))).toBe(false);
      });

      it("is nothing the customer or a subsidiary buys already, nothing retired, and nothing only wished for", async () => {
        const { suggestions } = await ask(started().admin, WHO.asker, { count: 50, customers: 100 });
        const offered = suggestions.map(({ offering }) => offering);
        expect(offered).toContain(WHAT.sensors);
        for (const known of [WHAT.pumps, WHAT.valves, WHAT.telex]) expect(offered).not.toContain(known);
      });

      it("is the same for a subsidiary: the root stands for the family", async () => {
        const { admin } = started();
        const [root, below] = await Promise.all([ask(admin, WHO.asker), ask(admin, WHO.subsidiary)]);
        expect(below.suggestions).toEqual(root.suggestions);
        expect(below.similar).toEqual(root.similar);
      });

      it("comes in order, as many as are wanted at most", async () => {
        const { suggestions } = await ask(started().admin, WHO.single, { count: 50 });
        const scores = suggestions.map(({ score }) => score);
        expect(scores.length).toBeGreaterThan(1);
        expect(scores).toEqual(scores.toSorted((one, other) => other - one));
        for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
        expect((await ask(started().admin, WHO.single, { count: 1 })).suggestions).toHaveLength(1);
      });
    });

    describe("a similar customer", () => {
      it("is told by what both buy, the most telling first, and by traits both have", async () => {
        const { similar } = await ask(started().admin, WHO.asker);
        const alike = similar.find(({ account }) => account === LIKE[0]);
        expect(alike).toMatchObject({ name: "Like 1", sharedOfferings: [WHAT.valves, WHAT.pumps] });
        expect(alike?.traits.map(({ field }) => field)).toEqual(["industry", "country", "size"]);
        const other = similar.find(({ account }) => account === LIKE[3]);
        expect(other?.traits.map(({ field }) => field)).toEqual(["country", "size"]);
        expect(similar.some(({ account }) => account === WHO.asker)).toBe(false);
      });

      it("is not told by a field that is withheld from whoever asks", async () => {
        const { similar } = await ask(started().rep, WHO.asker);
        const alike = similar.find(({ account }) => account === LIKE[0]);
        expect(alike?.traits.map(({ field }) => field)).toEqual(["industry", "size"]);
      });
    });

    describe("what somebody may not see", () => {
      it("counts nowhere, as long as the admin has not said otherwise", async () => {
        const answer = await ask(started().rep, WHO.asker);
        const seen = SEEN.filter((id) => id !== WHO.discreet);
        expect(sensorsOf(answer)).toMatchObject({
          buyers: 4,
          of: 6,
          named: expect.toSatisfy(isSameSet(seen)),
          typicalSpend: { amount: 250, currency: "EUR" },
        });
        expect(answer.basis.customers).toBe(11);
        expect(answer.gaps).not.toContain("names-withheld");
        expect(JSON.stringify(answer)).not.toMatch(/Like 6|cus-like-6/);
      });

      it("counts in figures where the admin says so, and is named nowhere all the same", async () => {
        await countUnseen({ countUnseenCustomers: true });
        try {
          const answer = await ask(started().rep, WHO.asker);
          expect(sensorsOf(answer)).toMatchObject({
            buyers: 6,
            of: 7,
            named: expect.toSatisfy(isSameSet(SEEN)),
            typicalSpend: { amount: 350, currency: "EUR" },
          });
          const withheld = answer.similar.filter(
            ({ account, name }) => account === undefined && name === undefined,
          );
          expect(withheld).toHaveLength(1);
          expect(withheld[0]?.traits).toEqual([]);
          expect(answer.gaps).toContain("names-withheld");
          expect(JSON.stringify(answer)).not.toMatch(/Like 6|cus-like-6/);
          expect((await ask(started().admin, WHO.asker)).gaps).not.toContain("names-withheld");
        } finally {
          await countUnseen({ countUnseenCustomers: false });
        }
        expect(sensorsOf(await ask(started().rep, WHO.asker))).toMatchObject({ buyers: 4 });
      });

      it("of accounts is not found, as one that never was", async () => {
        const never = toRecordId("cus-never");
        const [withheld, missing] = await errorsOf([
          ask(started().rep, WHO.unseen),
          ask(started().rep, never),
        ]);
        expect(CrmError.is(withheld, "not-found"), String(withheld)).toBe(true);
        expect(String(withheld).replaceAll(WHO.unseen, never)).toBe(String(missing));
        await expect(ask(started().admin, WHO.unseen)).resolves.toBeDefined();
      });
    });

    describe("who is hardly known", () => {
      it("is compared by traits, and it is said that he bought nothing", async () => {
        const answer = await ask(started().admin, WHO.newcomer);
        expect(answer.gaps).toContain("no-purchases");
        expect(answer.similar.map(({ account }) => account)).toContain(LIKE[0]);
        expect(answer.suggestions.map(({ offering }) => offering)).toContain(WHAT.sensors);
        for (const { confidence } of answer.suggestions) expect(confidence).toBe("low");
      });

      it("gets no suggestions without a trait either: what is merely popular is none", async () => {
        const answer = await ask(started().admin, WHO.stranger);
        expect(answer).toMatchObject({ similar: [], suggestions: [] });
        expect(answer.gaps).toEqual(expect.arrayContaining(["no-purchases", "few-customers"]));
      });

      it("is told apart where he bought one thing, an asset counting as one", async () => {
        const answer = await ask(started().admin, WHO.single);
        expect(answer.gaps).toContain("one-purchase");
        for (const { confidence } of answer.suggestions) expect(confidence).not.toBe("high");
      });
    });

    describe("every call about lookalikes", () => {
      it("ends with the signal's reason, before and under way", async () => {
        const reason = new Error("left the page");
        const { rep } = started();
        expect(await errorOf(ask(rep, WHO.asker, {}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
        const leaving = new AbortController();
        const ended = ask(rep, WHO.asker, {}, { signal: leaving.signal });
        leaving.abort(reason);
        expect(await errorOf(ended)).toBe(reason);
      });

      it("answers plain data, the caller's own", async () => {
        const { rep } = started();
        const [one, other] = await Promise.all([ask(rep, WHO.asker), ask(rep, WHO.asker)]);
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
        expect(other).toEqual(one);
        expect(other).not.toBe(one);
      });

      it("fails as the contract says, and refuses numbers and models that cannot be", async () => {
        const { rep, crm } = started();
        await crm.failNext("unavailable");
        const failed = await errorOf(ask(rep, WHO.asker));
        expect(CrmError.is(failed, "unavailable"), String(failed)).toBe(true);
        const errors = await errorsOf(
          [
            { count: 0 },
            { count: 51 },
            { customers: 0 },
            { customers: 101 },
            { count: 1.5 },
            { model: "oracle" },
          ].map((more) => ask(rep, WHO.asker, more as object)),
        );
        for (const error of errors) expect(CrmError.is(error, "malformed"), String(error)).toBe(true);
      });

      it("answers by neighbours, and says so, where nothing was learned yet", async () => {
        const answer = await ask(started().rep, WHO.asker, { model: "learned" });
        if (answer.basis.model === "learned") expect(answer.gaps).not.toContain("not-trained");
        else expect(answer.gaps).toContain("not-trained");
        expect(answer.suggestions.map(({ offering }) => offering)).not.toContain(WHAT.pumps);
      });

      it("is of nobody who is not signed in", async ({ skip }) => {
        const ports = await started().crm.anonymous?.();
        if (!ports) return skip("nobody is anonymous here");
        const error = await errorOf(ask(ports, WHO.asker));
        expect(CrmError.is(error, "unauthenticated"), String(error)).toBe(true);
      });
    });
  });
}

function insightsOf({ insights }: Ports): InsightReader {
  if (!insights)
    throw new Error("The harness gives no insights. Leave describeInsightReader out, or give them.");
  return insights;
}

const sensorsOf = ({ suggestions }: LookalikeAnswer) =>
  suggestions.find(({ offering }) => offering === WHAT.sensors);

const isSameSet =
  (wanted: readonly RecordId[]) =>
  (found: readonly RecordId[]): boolean =>
    JSON.stringify(found.toSorted()) === JSON.stringify(wanted.toSorted());
