import { CrmError, toRecordId } from "@sweetspot/contract";
import { expect, test } from "vitest";
import { createLaunchCodes } from "./launch-codes.ts";
import { createSessions } from "./sessions.ts";

const mara = toRecordId("user-mara");
const bearing = (token: string): Request =>
  new Request("http://127.0.0.1/", { headers: { authorization: `Bearer ${token}` } });
const unauthenticated = (error: unknown): boolean => CrmError.is(error, "unauthenticated");
const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test("a token opens the session of its member, until it is closed", () => {
  const sessions = createSessions();
  const token = sessions.open(mara);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(sessions.memberOf(bearing(token))).toBe(mara);
  sessions.close(bearing(token));
  expect(attempt(() => sessions.memberOf(bearing(token)))).toSatisfy(unauthenticated);
});

test("a session ends after twelve hours", () => {
  let now = 0;
  const sessions = createSessions(() => now);
  const token = sessions.open(mara);
  now = 12 * 3_600_000 - 1;
  expect(sessions.memberOf(bearing(token))).toBe(mara);
  now += 1;
  expect(attempt(() => sessions.memberOf(bearing(token)))).toSatisfy(unauthenticated);
});

test.each(["", "x", "A".repeat(43), "A".repeat(10_000)])("an invented token (%s) opens nothing", (token) => {
  expect(attempt(() => createSessions().memberOf(bearing(token)))).toSatisfy(unauthenticated);
});

test("a launch code works once, within a minute", () => {
  let now = 0;
  const codes = createLaunchCodes(() => now);
  const launch = { member: mara, account: toRecordId("acc-1"), widget: "white-space" };
  const code = codes.issue(launch);
  expect(codes.redeem(code)).toEqual(launch);
  expect(attempt(() => codes.redeem(code))).toSatisfy(unauthenticated);
  const late = codes.issue(launch);
  now = 60_000;
  expect(attempt(() => codes.redeem(late))).toSatisfy(unauthenticated);
});

test("ten thousand sessions are kept; the oldest makes room for one more", () => {
  const sessions = createSessions();
  const first = sessions.open(mara);
  const second = sessions.open(mara);
  for (let count = 2; count <= 10_000; count += 1) sessions.open(mara);
  expect(attempt(() => sessions.memberOf(bearing(first)))).toSatisfy(unauthenticated);
  expect(sessions.memberOf(bearing(second))).toBe(mara);
});
