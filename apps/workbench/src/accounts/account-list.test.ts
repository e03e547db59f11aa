import { CrmError, type CrmReader } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { buildAccount, CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAccountList } from "./account-list.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function createList(count = 450) {
  const accounts = Array.from({ length: count }, (_, index) =>
    buildAccount(`acc-${index}`, `${index % 2 === 0 ? "Even" : "Odd"} ${String(index).padStart(3, "0")}`),
  );
  const crm = createMemoryCrm({
    ...conformanceWorld(),
    accounts,
    contacts: [],
    opportunities: [],
    assets: [],
  });
  const reader: CrmReader = crm.as(CONFORMANCE_USERS.rep).reader;
  const calls = vi.spyOn(reader, "listAccounts");
  return { crm, calls, list: createAccountList(reader) };
}
const pause = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

test("a long list is read page by page, each once", async () => {
  const { list, calls } = createList();
  list.search("");
  await pause();
  expect(list.getView()).toMatchObject({ state: "ready", total: 450, hasMore: true });
  expect(list.getView().accounts).toHaveLength(200);
  list.readMore();
  list.readMore();
  await pause();
  list.readMore();
  await pause();
  expect(list.getView()).toMatchObject({ hasMore: false });
  expect(list.getView().accounts).toHaveLength(450);
  list.readMore();
  await pause();
  expect(calls).toHaveBeenCalledTimes(3);
});

test("typing asks once, after a pause, and keeps the former result until the new one is there", async () => {
  const { list, calls } = createList();
  list.search("");
  await pause();
  for (const text of ["e", "ev", "even 01"]) list.search(text);
  await pause(149);
  expect(calls).toHaveBeenCalledTimes(1);
  expect(list.getView()).toMatchObject({ state: "reading", search: "" });
  expect(list.getView().accounts).toHaveLength(200);
  await pause(1);
  expect(list.getView()).toMatchObject({ state: "ready", search: "even 01", total: 5 });
});

test("an answer that comes too late does not replace the newer one", async () => {
  const { list, calls } = createList();
  const inner = calls.getMockImplementation();
  let answerFirst = (): void => {};
  calls.mockImplementationOnce(async (query, options) => {
    await new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    return (await inner?.(query, options)) ?? { items: [] };
  });
  list.search("");
  await pause();
  list.search("odd 001");
  await pause(150);
  answerFirst();
  await pause();
  expect(list.getView()).toMatchObject({ search: "odd 001", total: 1 });
});

test("a list that cannot be read says why, and is read when asked again", async () => {
  const { crm, list } = createList(3);
  crm.failNext("unavailable");
  list.search("");
  await pause();
  expect(list.getView().state).toBe("failed");
  expect(CrmError.is(list.getView().error, "unavailable")).toBe(true);
  list.retry();
  await pause();
  expect(list.getView()).toMatchObject({ state: "ready", total: 3, error: undefined });
});
