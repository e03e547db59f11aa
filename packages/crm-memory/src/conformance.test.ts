import {
  describeCrmAdapter,
  describeInsightReader,
  describePlanStore,
  describeRelationReader,
  type AdapterHarness,
} from "@sweetspot/crm-conformance";
import { createMemoryCrm } from "./memory-crm.ts";

const harness: AdapterHarness = {
  async create(world) {
    const crm = createMemoryCrm(world);
    return {
      as: async (user) => crm.as(user),
      anonymous: async () => crm.anonymous(),
      failNext: async (code) => crm.failNext(code),
      dispose: async () => {},
    };
  },
};

describeCrmAdapter("crm-memory", harness);
describePlanStore("crm-memory", harness);
describeRelationReader("crm-memory", harness);
describeInsightReader("crm-memory", harness);
