import { accountScope, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { boardScripts, playBoard } from "./board-play.testing.ts";

const world = conformanceWorld();
const account = world.accounts[0]?.id ?? toRecordId("?");

test("whatever two people do to a board, no insight is lost, no sweet spot points at nothing, and nothing stays refused", async () => {
  await fc.assert(
    fc.asyncProperty(boardScripts, async (script) => {
      const crm = createMemoryCrm(world);
      const repOf = (user: typeof CONFORMANCE_USERS.rep) => ({ user, store: crm.as(user).store });
      const reps = [repOf(CONFORMANCE_USERS.rep), repOf(CONFORMANCE_USERS.otherRep)] as const;
      expect(await playBoard({ account, reps }, script)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("the play tells a lost insight from one that was removed", async () => {
  const crm = createMemoryCrm(world);
  const { store } = crm.as(CONFORMANCE_USERS.rep);
  // A store that forgets what is added after the beginning.
  let commits = 0;
  const forgetful = {
    ...store,
    load: async (...parameters: Parameters<typeof store.load>) => {
      const snapshots = await store.load(...parameters);
      return snapshots.map((snapshot) => ({ ...snapshot, records: snapshot.records.slice(0, 4) }));
    },
    commit: (...parameters: Parameters<typeof store.commit>) => {
      commits += 1;
      return store.commit(...parameters);
    },
  };
  const rep = { user: CONFORMANCE_USERS.rep, store: forgetful };
  const other = { user: CONFORMANCE_USERS.otherRep, store: crm.as(CONFORMANCE_USERS.otherRep).store };
  expect(await playBoard({ account, reps: [rep, other] }, [])).toContainEqual(
    expect.stringContaining("is lost"),
  );
  expect(commits).toBeGreaterThan(0);
  expect((await store.load([accountScope(account)]))[0]?.records.length).toBeGreaterThan(4);
});
