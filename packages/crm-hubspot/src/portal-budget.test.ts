import { CrmError } from "@sweetspot/contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPortalBudget } from "./portal-budget.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";

const patient = { patienceMs: 3_600_000 };

/** The most instants within any window of this length. */
const densest = (instants: readonly number[], spanMs: number): number =>
  Math.max(0, ...instants.map((end) => instants.filter((at) => at <= end && at > end - spanMs).length));

describe("a portal's budget", () => {
  it("never lets more through than any rolling window takes, however they come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(900), fc.boolean()), { maxLength: 90 }), async (requests) => {
        const clock = createQuickClock();
        const budget = createPortalBudget({ clock, perTenSeconds: 20, searchesPerSecond: 3 });
        const sent: { readonly at: number; readonly isSearch: boolean }[] = [];
        for (const [pause, isSearch] of requests) {
          clock.advance(pause);
          await budget.take(isSearch ? "search" : "general", patient);
          sent.push({ at: clock.now(), isSearch });
        }
        const searches = sent.filter(({ isSearch }) => isSearch);
        expect(
          densest(
            sent.map(({ at }) => at),
            10_000,
          ),
        ).toBeLessThanOrEqual(20);
        expect(
          densest(
            searches.map(({ at }) => at),
            1000,
          ),
        ).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });

  it("makes nobody wait as long as there is room", async () => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock, perTenSeconds: 100 });
    for (let count = 0; count < 100; count += 1) await budget.take("general", patient);
    expect(clock.naps).toEqual([]);
    await budget.take("general", patient);
    expect(clock.naps).toEqual([10_000]);
  });

  it("says at once how long it would take where that is too long to wait", async () => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock, perTenSeconds: 1 });
    await budget.take("general", patient);
    clock.advance(4000);
    const refused = budget.take("general", { patienceMs: 5000 });
    await expect(refused).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 6000 });
    // Nobody's turn was used up by the refusal.
    await budget.take("general", { patienceMs: 6000 });
    expect(clock.naps).toEqual([6000]);
  });

  it("holds everybody back for as long as HubSpot says, searches apart from the rest", async () => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock });
    await budget.hold("search", 1000);
    await budget.take("general", patient);
    expect(clock.naps).toEqual([]);
    await budget.take("search", patient);
    expect(clock.naps).toEqual([1000]);
  });

  it("does not let searches that wait for their turn keep other requests waiting", async () => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock, searchesPerSecond: 1 });
    const searches = [1, 2, 3].map(() => budget.take("search", patient));
    await budget.take("general", patient);
    expect(clock.naps.every((ms) => ms <= 2000)).toBe(true);
    await Promise.all(searches);
  });

  it("lets go of somebody who leaves while he waits", async () => {
    const clock = createQuickClock();
    const budget = createPortalBudget({ clock, perTenSeconds: 1 });
    await budget.take("general", patient);
    const leaving = new AbortController();
    const waiting = budget.take("general", { ...patient, signal: leaving.signal });
    leaving.abort(new Error("left"));
    await expect(waiting).rejects.toThrow("left");
    expect(CrmError.is(await waiting.catch((error: unknown) => error))).toBe(false);
  });
});
