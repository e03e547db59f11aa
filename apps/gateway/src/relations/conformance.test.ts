import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import { type AdapterHarness, describeRelationReader } from "@sweetspot/crm-conformance";
import { createSqlCrm, createSqlRelations, openDatabase } from "@sweetspot/crm-sql";
import { createLog } from "../operation/log.ts";
import { createRelationRoom } from "./relation-room.ts";
import { seedRelations } from "./seed-relations.ts";

/** Relations as a member of the gateway's own tenant reads them: stored, loaded into a book, judged by the CRM's rules. */
const harness: AdapterHarness = {
  async create(world) {
    const database = await openDatabase();
    const crm = createSqlCrm(database);
    await crm.writeWorld(world);
    if (world.relations) await seedRelations(createSqlRelations(database), world.relations);
    const room = createRelationRoom({ database, crm, log: createLog("error", () => {}) });
    const planned: CrmErrorCode[] = [];
    return {
      async as(user) {
        const ports = await crm.as(user);
        const relations = room.readerOf(user, ports);
        return {
          ...ports,
          relations: new Proxy(relations, {
            get(target, name) {
              const code = planned.shift();
              if (code === undefined) return Reflect.get(target, name) as unknown;
              return () => Promise.reject(new CrmError(code, "Planned failure."));
            },
          }),
        };
      },
      failNext: async (code) => void planned.push(code),
      async dispose() {
        room.close();
        await crm.close();
      },
    };
  },
};

describeRelationReader("the gateway", harness);
