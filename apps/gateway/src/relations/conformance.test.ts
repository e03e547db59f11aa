import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import { type AdapterHarness, describeRelationReader } from "@sweetspot/crm-conformance";
import { openRoom } from "./relation-room.testing.ts";

/** Relations as a member of the gateway's own tenant reads them: stored, loaded into a book, judged by the CRM's rules. */
const harness: AdapterHarness = {
  async create(world) {
    const { crm, room, close } = await openRoom(world);
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
      dispose: close,
    };
  },
};

describeRelationReader("the gateway", harness);
