import {
  CRM_ERROR_CODES,
  CrmError,
  type CrmView,
  type PlanConflict,
  type PlanView,
} from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { stateOf } from "./state.model.ts";

const plan = (change: Partial<PlanView> = {}): PlanView => ({
  status: "ready",
  error: undefined,
  plan: new Map(),
  library: new Map(),
  writable: { plan: true, library: true },
  saving: { state: "saved", pending: 0, savedAt: undefined, error: undefined, durable: true },
  conflicts: [],
  undo: { undo: undefined, redo: undefined },
  loadedAt: "2026-11-22T10:00:00.000Z",
  ...change,
});

const crm = (change: Partial<CrmView> = {}): CrmView => ({
  status: "ready",
  complete: true,
  error: undefined,
  account: undefined,
  family: [],
  contacts: [],
  opportunities: [],
  assets: [],
  products: [],
  teamMembers: [],
  gaps: [],
  loadedAt: "2026-11-22T09:00:00.000Z",
  ...change,
});

const failure = (code: CrmError["code"]) => new CrmError(code, code);
const offline = { ...plan().saving, state: "offline" as const, pending: 3 };

describe("what a user should know first", () => {
  test("nothing is said while all is well", () => {
    expect(stateOf(plan(), crm(), false)).toEqual({ kind: "ready" });
  });

  test("loading, until both plan and CRM are there", () => {
    expect(stateOf(plan({ status: "loading" }), crm(), true).kind).toBe("loading");
    expect(stateOf(plan(), crm({ status: "loading" }), true).kind).toBe("loading");
  });

  test("a refusal at once, even while the other half is still loading", () => {
    const state = stateOf(
      plan({ status: "loading" }),
      crm({ status: "failed", error: failure("forbidden") }),
      false,
    );
    expect(state.kind).toBe("forbidden");
  });

  test.each(CRM_ERROR_CODES)("a failure by %s has a screen that carries its error", (code) => {
    const state = stateOf(plan({ status: "failed", error: failure(code) }), crm(), false);
    expect(state.kind).toBe(code === "forbidden" || code === "not-found" ? "forbidden" : "failed");
    expect("error" in state && state.error?.code).toBe(code);
  });

  test("a conflict before being offline, being offline before being out of date", () => {
    const error = failure("unavailable");
    const conflicts = [{}] as unknown as readonly PlanConflict[];
    expect(stateOf(plan({ conflicts, saving: offline, error }), crm(), false).kind).toBe("conflict");
    expect(stateOf(plan({ saving: offline, error }), crm(), false)).toEqual({
      kind: "offline",
      empty: false,
      pending: 3,
      durable: true,
    });
    expect(stateOf(plan({ error }), crm(), false).kind).toBe("stale");
  });

  test("the age of the older half when a refresh failed", () => {
    const state = stateOf(plan(), crm({ error: failure("unavailable") }), false);
    expect(state).toMatchObject({ kind: "stale", since: "2026-11-22T09:00:00.000Z" });
  });

  test("a strip still says whether there is anything below it", () => {
    expect(stateOf(plan({ saving: offline }), crm(), true)).toMatchObject({ kind: "offline", empty: true });
  });

  test("empty only once all pages have come in", () => {
    expect(stateOf(plan(), crm({ complete: false }), true).kind).toBe("ready");
    expect(stateOf(plan(), crm(), true).kind).toBe("empty");
  });

  test("hidden records make a picture partial, a CRM without line items does not", () => {
    expect(stateOf(plan(), crm({ gaps: ["no-line-items", "hidden-unknown"] }), false).kind).toBe("ready");
    expect(stateOf(plan(), crm({ gaps: ["hidden-contacts"] }), false)).toMatchObject({ kind: "partial" });
    expect(stateOf(plan(), crm({ gaps: ["no-line-items", "hidden-accounts"] }), false)).toEqual({
      kind: "partial",
      empty: false,
      gaps: ["hidden-accounts"],
    });
  });
});
