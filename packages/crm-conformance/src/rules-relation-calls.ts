import { CrmError, type PageOptions, type ReadOptions, type RelationReader } from "@sweetspot/contract";
import { CONFORMANCE_RELATIONS as WHO } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { PLACES, relationsOf } from "./relation-questions.ts";
import { errorOf, errorsOf, type Started } from "./started.ts";

type Call = (relations: RelationReader, options?: ReadOptions) => Promise<unknown>;

const ACQUAINTANCES = { account: PLACES.near, person: WHO.hub };

const CALLS: readonly (readonly [string, Call])[] = [
  ["listTargets", (relations, options) => relations.listTargets(PLACES.near, options)],
  [
    "findPaths",
    (relations, options) => relations.findPaths({ account: PLACES.near, to: { person: WHO.near } }, options),
  ],
  ["listAcquaintances", (relations, options) => relations.listAcquaintances(ACQUAINTANCES, options)],
];

/** What holds for every call: cancelling, failing, plain data, judged arguments. */
export function describeRelationCalls(started: () => Started): void {
  const relations = () => relationsOf(started().rep);

  describe("every call about relations", () => {
    it.each(CALLS)("%s ends with the signal's reason, before and under way", async (_, call) => {
      const reason = new Error("left the page");
      expect(await errorOf(call(relations(), { signal: AbortSignal.abort(reason) }))).toBe(reason);
      const leaving = new AbortController();
      const ended = call(relations(), { signal: leaving.signal });
      leaving.abort(reason);
      expect(await errorOf(ended)).toBe(reason);
    });

    it.each(CALLS)("%s answers plain data, the caller's own", async (_, call) => {
      const [one, other] = await Promise.all([call(relations()), call(relations())]);
      expect(structuredClone(one)).toEqual(one);
      expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      expect(other).toEqual(one);
      expect(other).not.toBe(one);
    });

    it.each(CALLS)("%s fails as the contract says", async (_, call) => {
      await started().crm.failNext("unavailable");
      const error = await errorOf(call(relations()));
      expect(CrmError.is(error, "unavailable"), String(error)).toBe(true);
      await expect(call(relations())).resolves.toBeDefined();
    });

    it("refuses limits, cursors, numbers of ways and of introductions that cannot be", async () => {
      const paths = (more: object) =>
        relations().findPaths({ account: PLACES.near, to: { person: WHO.near }, ...more });
      const pages: readonly PageOptions[] = [{ limit: 0 }, { limit: 2001 }, { cursor: "of another list" }];
      const errors = await errorsOf([
        ...pages.map((page) => relations().listTargets(PLACES.near, page)),
        ...pages.map((page) => relations().listAcquaintances(ACQUAINTANCES, page)),
        paths({ count: 0 }),
        paths({ count: 13 }),
        paths({ maxIntroductions: 0 }),
        paths({ maxIntroductions: 4 }),
      ]);
      for (const error of errors) expect(CrmError.is(error, "malformed"), String(error)).toBe(true);
    });

    it("is of nobody who is not signed in", async ({ skip }) => {
      const ports = await started().crm.anonymous?.();
      if (!ports) return skip("nobody is anonymous here");
      for (const [, call] of CALLS) {
        const error = await errorOf(call(relationsOf(ports)));
        expect(CrmError.is(error, "unauthenticated"), String(error)).toBe(true);
      }
    });
  });
}
