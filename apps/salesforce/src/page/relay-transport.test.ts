import type { SalesforceTransport } from "@sweetspot/crm-salesforce";
import { expect, test, vi } from "vitest";
import { createRelayTransport } from "./relay-transport.ts";

const GONE = { status: 503 };

const createWay = (name: string): SalesforceTransport => ({
  graphql: async () => ({ data: name }),
  apex: async () => name,
});

test("a read that a leaving component broke off is asked again by another one of the page", async () => {
  const relay = createRelayTransport({ onNoAccess: () => {} });
  const stays = createWay("stays");
  const leaves: SalesforceTransport = {
    ...createWay("leaves"),
    graphql: async () => {
      relay.takeBack(leaves);
      throw GONE;
    },
  };
  relay.lend(stays);
  relay.lend(leaves);
  expect(await relay.graphql("me", {})).toEqual({ data: "stays" });
});

test("a failure of the org is no reason to ask twice", async () => {
  const relay = createRelayTransport({ onNoAccess: () => {} });
  const graphql = vi.fn(() => Promise.reject(GONE));
  relay.lend(createWay("other"));
  relay.lend({ ...createWay("failing"), graphql });
  await expect(relay.graphql("me", {})).rejects.toBe(GONE);
  expect(graphql).toHaveBeenCalledOnce();
});

test("a component that Lightning only moved reads again when it is back", async () => {
  const relay = createRelayTransport({ onNoAccess: () => {} });
  const moved: SalesforceTransport = {
    ...createWay("moved"),
    graphql: async () => {
      relay.takeBack(moved);
      throw GONE;
    },
  };
  relay.lend(moved);
  const reading = relay.graphql("me", {});
  setTimeout(() => relay.lend(createWay("back")), 20);
  expect(await reading).toEqual({ data: "back" });
});

test("when all components have left, plans are still saved, and reads fail before long", async () => {
  vi.useFakeTimers();
  const relay = createRelayTransport({ onNoAccess: () => {} });
  const only: SalesforceTransport = { ...createWay("only"), graphql: () => Promise.reject(GONE) };
  relay.lend(only);
  relay.takeBack(only);
  expect(await relay.apex("commit", {})).toBe("only");
  const reading = relay.graphql("me", {});
  const failed = expect(reading).rejects.toBe(GONE);
  await vi.advanceTimersByTimeAsync(2000);
  await failed;
  vi.useRealTimers();
});

test("a user without the permission set is told from one without a right to this plan", async () => {
  const onNoAccess = vi.fn();
  const relay = createRelayTransport({ onNoAccess });
  const failing = (errorCode: string) => ({
    ...createWay("x"),
    apex: () => Promise.reject({ status: 403, body: { errorCode } }),
  });
  relay.lend(failing("INSUFFICIENT_ACCESS"));
  await expect(relay.apex("load", {})).rejects.toBeDefined();
  expect(onNoAccess).not.toHaveBeenCalled();
  relay.lend(failing("INSUFFICIENT_ACCESS_TO_PLAN_SERVICE"));
  await expect(relay.apex("load", {})).rejects.toBeDefined();
  expect(onNoAccess).toHaveBeenCalledOnce();
});
