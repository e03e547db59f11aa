import type { CrmErrorCode } from "@sweetspot/contract";
import { type AdapterHarness, inWorldsForm, type Ports } from "@sweetspot/crm-conformance";
import {
  createSalesforceEmulator,
  createSalesforceHandlers,
  type FailureCause,
} from "@sweetspot/salesforce-emulator";
import { setupServer } from "msw/node";
import { createRestTransport } from "./rest-transport.ts";
import { createSalesforceRelations } from "./relations/salesforce-relations.ts";
import { createSalesforceCrm } from "./salesforce-crm.ts";

/** How Salesforce itself comes to fail in each of the seven ways; those of one code take turns. */
const CAUSES: Readonly<Record<CrmErrorCode, readonly FailureCause[]>> = {
  unauthenticated: ["session-expired"],
  forbidden: ["no-access"],
  "not-found": ["deleted"],
  conflict: ["precondition"],
  "rate-limited": ["limit"],
  unavailable: ["maintenance-page", "locked-row", "cut-answer", "line-broken"],
  malformed: ["bad-request"],
};

let orgs = 0;

/** The adapter over REST against the emulator: everything but Lightning itself. */
export const emulatedSalesforce: AdapterHarness = {
  async create(world) {
    orgs += 1;
    const instanceUrl = `https://org-${orgs}.example`;
    const emulator = createSalesforceEmulator(world);
    const server = setupServer(...createSalesforceHandlers(emulator, instanceUrl));
    server.listen({ onUnhandledFrame: "error" });
    let failures = 0;
    const ports = (user: string, token: string): Ports => {
      const transport = createRestTransport({ instanceUrl, token: () => token });
      const { reader, store } = createSalesforceCrm({
        transport,
        userId: user as never,
        currency: "EUR",
      });
      const relations = createSalesforceRelations({ transport, reader, user: user as never, keptMs: -1 });
      return { reader: inWorldsForm(world, reader), store, relations };
    };
    return {
      as: async (user) => ports(user, emulator.signIn(user)),
      anonymous: async () => ports("nobody", "none"),
      async failNext(code) {
        const causes = CAUSES[code];
        emulator.failNext(causes[failures % causes.length] as FailureCause);
        failures += 1;
      },
      dispose: async () => server.close(),
    };
  },
};
