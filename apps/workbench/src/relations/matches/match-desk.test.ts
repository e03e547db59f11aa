import { CrmError, toRecordId } from "@sweetspot/contract";
import { expect, test, vi } from "vitest";
import type { Proposal, RelationsClient } from "../relations-client.ts";
import { createMatchDesk } from "./match-desk.ts";

const proposal = (number: number): Proposal => ({
  one: toRecordId(`A/${number}`),
  other: toRecordId(`B/${number}`),
  score: 1 - number / 10_000,
  reasons: [],
});

async function openDesk(count = 3) {
  const all = Array.from({ length: count }, (_, number) => proposal(number));
  const decided = new Map<string, boolean>();
  const client = {
    readProposals: vi.fn(async (_: unknown, { cursor = "0", limit }: { cursor?: string; limit: number }) => {
      const left = all.filter(({ one }) => !decided.has(one));
      const end = Number(cursor) + limit;
      return {
        items: left.slice(Number(cursor), end),
        total: left.length,
        ...(end < left.length ? { next: String(end) } : {}),
      };
    }),
    decide: vi.fn(async ({ one }: Proposal, same: boolean) => void decided.set(one, same)),
    takeBack: vi.fn(async ({ one }: Proposal) => void decided.delete(one)),
  };
  const desk = createMatchDesk(client as unknown as RelationsClient, "people");
  await desk.load();
  const names = (): readonly string[] => desk.getView().open.map(({ one }) => one);
  const first = (): Proposal => desk.getView().open[0] as Proposal;
  return { desk, client, decided, names, first };
}

test("thousands are read page by page, and counted before all are there", async () => {
  const { desk, client } = await openDesk(1001);
  expect(client.readProposals).toHaveBeenCalledTimes(6);
  expect(desk.getView()).toMatchObject({ left: 1001, isReading: false });
  expect(desk.getView().open).toHaveLength(1001);
});

test("nobody is told that nothing is in doubt before it has been looked at", async () => {
  const desk = createMatchDesk({} as RelationsClient, "people");
  expect(desk.getView().left).toBeUndefined();
  expect((await openDesk(0)).desk.getView().left).toBe(0);
});

test("an answer shows the next pair at once, and is stored", async () => {
  const { desk, decided, first, names } = await openDesk();
  const done = desk.answer(first(), "same");
  expect(names()).toEqual(["A/1", "A/2"]);
  await Promise.all([done, desk.answer(first(), "different")]);
  expect([...decided]).toEqual([
    ["A/0", true],
    ["A/1", false],
  ]);
  expect(desk.getView()).toMatchObject({ left: 1 });
});

test("what is put off comes last, also when all is read again", async () => {
  const { desk, decided, first, names } = await openDesk();
  await desk.answer(first(), "later");
  expect([names(), decided.size, desk.getView().left]).toEqual([["A/1", "A/2", "A/0"], 0, 3]);
  await desk.load();
  expect(names()).toEqual(["A/1", "A/2", "A/0"]);
});

test("answers are taken back one by one, the latest first", async () => {
  const { desk, decided, first, names } = await openDesk();
  await desk.answer(first(), "same");
  await desk.answer(first(), "later");
  await desk.undo();
  expect(names()).toEqual(["A/1", "A/2"]);
  await desk.undo();
  expect([names(), decided.size, desk.getView().left]).toEqual([["A/0", "A/1", "A/2"], 0, 3]);
  await desk.undo();
  expect(names()).toHaveLength(3);
});

test("an answer that could not be stored is asked again, and says why", async () => {
  const { desk, client, first, names } = await openDesk();
  client.decide.mockRejectedValueOnce(new CrmError("unavailable", "down"));
  await desk.answer(first(), "same");
  expect(names()).toEqual(["A/0", "A/1", "A/2"]);
  expect(desk.getView()).toMatchObject({ left: 3, answered: [], error: { code: "unavailable" } });
});
