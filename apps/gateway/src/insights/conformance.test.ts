import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import { type AdapterHarness, describeInsightReader } from "@sweetspot/crm-conformance";
import { openInsights } from "./insight-room.testing.ts";

/** Insights as a member of the gateway's own tenant reads them: added up by the database, kept in a book, judged by the CRM's rules. */
const harness: AdapterHarness = {
  async create(world) {
    const { crm, room, close } = await openInsights(world);
    const planned: CrmErrorCode[] = [];
    return {
      async as(user) {
        const ports = await crm.as(user);
        const insights = room.readerOf(user, ports);
        return {
          ...ports,
          insights: {
            ...insights,
            async findLookalikes(query, options) {
              const code = planned.shift();
              if (code !== undefined) throw new CrmError(code, "Planned failure.");
              return insights.findLookalikes(query, options);
            },
          },
        };
      },
      failNext: async (code) => void planned.push(code),
      dispose: close,
    };
  },
};

describeInsightReader("the gateway", harness);
