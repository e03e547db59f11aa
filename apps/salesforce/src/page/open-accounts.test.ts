import { toRecordId } from "@sweetspot/contract";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leaseAccount, type LeaseRequest } from "./open-accounts.ts";

const ACCOUNT = toRecordId("001000000000001AAA");
const REFUSED = { status: 403, body: { errorCode: "INSUFFICIENT_ACCESS_TO_PLAN_SERVICE" } };

beforeEach(() => {
  vi.useFakeTimers();
  const page = Object.assign(new EventTarget(), { localStorage: undefined, document: new EventTarget() });
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", { URL: "https://example.lightning.force.com/" });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
});
afterEach(async () => {
  // What a test left open is closed before the next one.
  await vi.advanceTimersByTimeAsync(120_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A component's way to an org where nothing is kept and nothing is withheld. */
function createRequest(parts: Partial<LeaseRequest> & { readonly refuse?: boolean } = {}) {
  const apex = vi.fn(async (operation: string) => {
    if (parts.refuse) throw REFUSED;
    if (operation === "setup") return { value: { admins: [], settings: [] } };
    const snapshots = [{ kind: "account", account: ACCOUNT }, { kind: "library" }].map((scope) => ({
      scope,
      version: 0,
      records: [],
      writable: true,
    }));
    return { value: { snapshots } };
  });
  const request: LeaseRequest = {
    account: ACCOUNT,
    user: toRecordId("005000000000001AAA"),
    currency: "EUR",
    transport: { graphql: () => new Promise(() => {}), apex },
    onNoAccess: vi.fn(),
    ...parts,
  };
  return { request, apex };
}

const settle = () => vi.advanceTimersByTimeAsync(10);
const loadsOf = (apex: { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }) =>
  apex.mock.calls.filter(([operation]) => operation === "load").length;

test("two widgets on one account share one plan, which is read once", async () => {
  const [first, second] = [createRequest(), createRequest()];
  const one = leaseAccount(first.request);
  const other = leaseAccount(second.request);
  await settle();
  expect(other.session).toBe(one.session);
  expect(other.feed).toBe(one.feed);
  expect(one.session.getView().status).toBe("ready");
  expect(loadsOf(first.apex) + loadsOf(second.apex)).toBe(1);
  one.release();
  other.release();
});

test("a page that is refreshed reads the plan anew, once for all its widgets", async () => {
  const { request, apex } = createRequest();
  const graphql = vi.fn(async () => ({ data: null }));
  const leases = [0, 1].map(() => leaseAccount({ ...request, transport: { graphql, apex } }));
  await settle();
  const reads = graphql.mock.calls.length;
  const refreshes = leases.map((lease) => lease.refresh());
  expect(refreshes[0]).toBe(refreshes[1]);
  await settle();
  await Promise.all(refreshes);
  expect(graphql.mock.calls.length - reads).toBe(1);
  for (const lease of leases) lease.release();
});

test("who comes back within a minute finds the plan as it was; later it is read anew", async () => {
  const { request, apex } = createRequest();
  const { session, release } = leaseAccount(request);
  await settle();
  release();
  release();
  await vi.advanceTimersByTimeAsync(50_000);
  const back = leaseAccount(createRequest().request);
  expect(back.session).toBe(session);
  await vi.advanceTimersByTimeAsync(50_000);
  back.release();
  await vi.advanceTimersByTimeAsync(61_000);
  const late = leaseAccount(request);
  expect(late.session).not.toBe(session);
  await settle();
  expect(loadsOf(apex)).toBe(2);
  late.release();
});

test("a missing permission set is told to every widget, and asked about again by whoever tries again", async () => {
  const [first, second] = [createRequest({ refuse: true }), createRequest({ refuse: true })];
  const leases = [leaseAccount(first.request), leaseAccount(second.request)];
  await settle();
  expect(first.request.onNoAccess).toHaveBeenCalled();
  expect(second.request.onNoAccess).toHaveBeenCalled();
  for (const lease of leases) lease.release();
  const granted = createRequest();
  const again = leaseAccount(granted.request);
  await settle();
  expect(again.session.getView().status).toBe("ready");
  expect(granted.request.onNoAccess).not.toHaveBeenCalled();
  again.release();
});

test("a widget brings another one of its account into sight; one behind another tab, or gone, it does not", () => {
  const [first, second] = [createRequest(), createRequest()];
  const [one, other] = [leaseAccount(first.request), leaseAccount(second.request)];
  const scrollIntoView = vi.fn();
  const element = { checkVisibility: () => true, scrollIntoView } as unknown as HTMLElement;
  const shown: string[] = [];
  const leave = other.stand("referral-bridge", element);
  other.handOver.listen("referral-bridge", ({ name }) => shown.push(name));
  expect(one.handOver.show("referral-bridge", { name: "Ada" })).toBe(true);
  expect(scrollIntoView).toHaveBeenCalledOnce();
  leave();
  expect(one.handOver.show("referral-bridge", { name: "Bo" })).toBe(false);
  other.stand("referral-bridge", { ...element, checkVisibility: () => false });
  expect(one.handOver.show("referral-bridge", { name: "Cy" })).toBe(false);
  expect(shown).toEqual(["Ada"]);
  one.release();
  other.release();
});
