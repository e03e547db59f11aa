import { expect, it } from "vitest";
import { SHORT_STORM } from "./hubspot-faults.ts";
import { callsPerOpening } from "./measure.ts";
import { runSoak } from "./run-soak.ts";

// Counts only: how fast it is depends on what else the machine does. Figures: npm run soak.
it(
  "loses and doubles no commit while HubSpot fails and a gateway is killed",
  { timeout: 180_000 },
  async () => {
    const { verdict, measure, hubspot, kills } = await runSoak({
      portals: 3,
      users: 12,
      length: { commits: 40 },
      instances: 2,
      pace: { pauseSeconds: 0.2, editSeconds: 0.05, editsPerVisit: 2, patienceMs: 6000 },
      faults: SHORT_STORM,
      limits: {},
      accessTokenSeconds: 1800,
      seed: 1,
      log: () => {},
    });
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, unexplained: 0, overwritten: 0, unanswered: 0 });
    expect(verdict.acknowledged).toBeGreaterThanOrEqual(40);
    expect(kills).toBe(1);
    expect(Object.keys(hubspot.faults).length).toBeGreaterThan(2);
    const unforeseen = Object.keys(measure.errors).filter(
      (name) => !/ (conflict|unavailable|rate-limited|no answer in time)$/.test(name),
    );
    expect(unforeseen).toEqual([]);

    const again = measure.openings.filter((opening) => opening.again && opening.phase === "calm");
    const { openings, median } = callsPerOpening(again, hubspot.calls);
    expect(openings).toBeGreaterThan(0);
    expect(median).toBeLessThanOrEqual(4);
  },
);
