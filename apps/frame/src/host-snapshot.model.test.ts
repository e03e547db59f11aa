import { EMPTY, toRecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { isHosted } from "./frame-request.model.ts";
import { toContext, toHostSnapshot } from "./host-snapshot.model.ts";

const SNAPSHOT = {
  record: { type: "opportunity", id: "006" },
  account: "001",
  user: "005",
  locale: "de-DE",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  theme: "light",
  options: { compact: true, rows: 5, title: "Plan" },
  refreshes: 0,
};

test("a host says where the frame stands; who the user is comes with the account's data", () => {
  const snapshot = toHostSnapshot(structuredClone(SNAPSHOT));
  expect(snapshot).toEqual(SNAPSHOT);
  const unknown = toContext(snapshot as never, []);
  expect(unknown.user).toEqual({ id: "005", name: "", email: EMPTY, role: "rep", active: true });
  const admin = { ...unknown.user, id: toRecordId("005"), name: "Mara Lindqvist", role: "admin" as const };
  expect(toContext(snapshot as never, [admin])).toMatchObject({
    user: admin,
    skin: "lightning",
    locale: "de-DE",
  });
});

test("what a frame of this version cannot show is no snapshot; what it does not know is left out", () => {
  const without = (changes: object) => toHostSnapshot({ ...SNAPSHOT, ...changes });
  for (const changes of [
    { account: "" },
    { user: 5 },
    { record: { type: "lead", id: "1" } },
    { record: null },
  ])
    expect(without(changes)).toBeUndefined();
  expect(toHostSnapshot("text")).toBeUndefined();
  expect(without({ theme: "neon" })?.theme).toBe("light");
  expect(without({ options: { deep: { a: 1 }, list: [1], rows: 5 } })?.options).toEqual({ rows: 5 });
  expect(without({ options: null })?.options).toEqual({});
  expect([without({ refreshes: 2 }), without({ refreshes: "2" })].map((one) => one?.refreshes)).toEqual([
    2, 0,
  ]);
});

test("a page that names itself in the address gives the data; without one it is the gateway", () => {
  const at = (query: string) => isHosted(`https://example.com/frame/?widget=a${query}`);
  expect(["&host=https://a.example&instance=1", "&hostMetaData=%7B%7D"].map(at)).toEqual([true, true]);
  expect(["", "&locale=de", "#host=1"].map(at)).toEqual([false, false, false]);
});
