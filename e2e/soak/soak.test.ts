import { expect, it } from "vitest";
import { SHORT_STORM } from "./hubspot-faults.ts";
import { runSoak } from "./run-soak.ts";

// Only what holds however slow the machine is: nobody's patience ends, and each part lasts until enough has happened.
// Figures, also of HubSpot's calls: npm run soak; what an opening costs by itself: opening-calls.test.ts of the gateway.
it(
  "loses and doubles no commit while HubSpot fails and a gateway is killed",
  { timeout: 600_000 },
  async () => {
    const { verdict, measure, hubspot, kills } = await runSoak({
      portals: 3,
      users: 12,
      length: { commits: 40, kindsOfFaults: 3 },
      instances: 2,
      pace: { pauseSeconds: 0.2, editSeconds: 0.05, editsPerVisit: 2, patienceMs: 120_000 },
      faults: SHORT_STORM,
      limits: {},
      accessTokenSeconds: 1800,
      seed: 1,
      log: () => {},
    });
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, unexplained: 0, overwritten: 0, unanswered: 0 });
    expect(verdict.acknowledged).toBeGreaterThanOrEqual(40);
    expect(kills).toBe(1);
    expect(Object.keys(hubspot.faults).length).toBeGreaterThanOrEqual(3);
    const unforeseen = Object.keys(measure.errors).filter(
      (name) => !/ (conflict|unavailable|rate-limited|no answer in time)$/.test(name),
    );
    expect(unforeseen).toEqual([]);
  },
);
