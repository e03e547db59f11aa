import { createSqlCrm, openDatabase } from "@sweetspot/crm-sql";
import type { CrmWorld } from "@sweetspot/fixtures";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createLog } from "../operation/log.ts";
import { createInsightRoom } from "./insight-room.ts";

/** The local tenant of a gateway with a world's CRM, for tests; its clock stands until it is moved. */
export async function openInsights(world: CrmWorld) {
  const database = await openDatabase();
  const crm = createSqlCrm(database);
  await crm.writeWorld(world);
  const jobs = createMemoryJobs();
  const clock = { at: Date.parse("2026-11-22T10:00:00Z") };
  const room = createInsightRoom({
    crm,
    jobs,
    log: createLog("error", () => {}),
    now: () => clock.at,
  });
  return {
    database,
    crm,
    jobs,
    room,
    clock,
    async close() {
      room.close();
      await crm.close();
    },
  };
}
