import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSqlCrm, createSqlRelations, openDatabase } from "@sweetspot/crm-sql";
import type { CrmWorld } from "@sweetspot/fixtures";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createLog } from "../operation/log.ts";
import { createAdminAccess } from "../sessions/admin-access.ts";
import { createSessions } from "../sessions/sessions.ts";
import { createRelationRoom } from "./relation-room.ts";
import { seedRelations } from "./seed-relations.ts";

/** The local tenant of a gateway with a world's CRM and relations, for tests. */
export async function openRoom(world: CrmWorld) {
  const database = await openDatabase();
  const crm = createSqlCrm(database);
  await crm.writeWorld(world);
  const stored = createSqlRelations(database);
  if (world.relations) await seedRelations(stored, world.relations);
  const [sessions, jobs] = [createSessions(), createMemoryJobs()];
  const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-relations-"));
  const room = await createRelationRoom({
    database,
    crm,
    log: createLog("error", () => {}),
    sessions,
    admit: createAdminAccess({ crm, sessions, secret: "secret_of_the_lock_file_of_this_data_folder_1" }),
    jobs,
    folder,
  });
  return {
    database,
    crm,
    stored,
    sessions,
    jobs,
    room,
    async close() {
      room.close();
      await crm.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
