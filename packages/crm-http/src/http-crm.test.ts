import { CrmError, type RecordId, toRecordId } from "@sweetspot/contract";
import {
  type AdapterHarness,
  describeCrmAdapter,
  describeInsightReader,
  describePlanStore,
  describeRelationReader,
} from "@sweetspot/crm-conformance";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { createHttpCrm } from "./http-crm.ts";
import { createPortHandler } from "./port-handler.ts";

/** Memory behind the handler, the client before it, and in between requests and answers as they cross a wire. */
const harness: AdapterHarness = {
  async create(world) {
    const crm = createMemoryCrm(world);
    const handler = createPortHandler({
      access: async (request) => {
        const [, user] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
        if (user === undefined) throw new CrmError("unauthenticated", "Sign in.");
        return crm.as(toRecordId(user));
      },
    });
    const portsOf = (user: RecordId | undefined) =>
      createHttpCrm({
        baseUrl: "http://gateway.test",
        token: () => user,
        fetch: (input, init) => handler(new Request(input, init)),
      });
    return {
      as: async (user) => portsOf(user),
      anonymous: async () => portsOf(undefined),
      failNext: async (code) => crm.failNext(code),
      dispose: async () => {},
    };
  },
};

describeCrmAdapter("crm-http", harness);
describePlanStore("crm-http", harness);
describeRelationReader("crm-http", harness);
describeInsightReader("crm-http", harness);
