import { accountScope, toRecordId } from "@sweetspot/contract";
import { openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { describe, expect, it, vi } from "vitest";
import { createBossJobs } from "../jobs/boss-jobs.ts";
import { createLog } from "../operation/log.ts";
import { ADMIN, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";

const programs = await findPostgres();
const log = createLog("error", console.error);

describe.skipIf(programs === undefined)("a gateway that goes", { timeout: 120_000 }, () => {
  it("leaves it to another to bring the figures of a plan to HubSpot", async () => {
    const server = await startPrivatePostgres(programs ?? "");
    const [going, staying] = [
      await openDatabase({ url: server.url }),
      await openDatabase({ url: server.url }),
    ];
    const jobsOf = new Map(
      [going, staying].map((database) => [database, createBossJobs({ database, log })] as const),
    );
    const app = await openHubspotApp({
      database: going,
      jobs: (own) => {
        const jobs = jobsOf.get(own);
        if (!jobs) throw new Error("There are two databases.");
        return jobs;
      },
    });
    app.startInstance({}, staying);
    for (const jobs of jobsOf.values()) await jobs.start();
    for (const member of [REP, ADMIN]) await app.connect(member);
    await app.lend();
    const company = app.portals[0]?.portal.records.companies.get(NORDWIND);
    const before = JSON.stringify(company?.properties);
    const token = await app.openSession();
    const put = { id: "p1", type: "perspective", base: 0, fields: { name: "East" } };
    const commit = {
      scope: accountScope(toRecordId(NORDWIND)),
      key: "of-the-gone",
      puts: [put],
      removes: [],
    };
    expect((await app.callPort(token, "store/commit", [commit, {}])).status).toBe(200);

    await app.room.close();
    await jobsOf.get(going)?.close();
    await jobsOf.get(staying)?.settle();
    // On a slow machine the other one may have it in hand already.
    await vi.waitFor(() => expect(JSON.stringify(company?.properties)).not.toBe(before), { timeout: 60_000 });

    await app.close();
    await jobsOf.get(staying)?.close();
    for (const database of [going, staying]) await database.close();
    await server.stop();
  });
});
