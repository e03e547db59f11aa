import {
  type AccountOverview,
  CrmError,
  type CrmErrorCode,
  type CrmReader,
  type Field,
  type Opportunity,
  type Page,
  valueOf,
} from "@sweetspot/contract";
import type { AdapterHarness, Ports } from "@sweetspot/crm-conformance";
import type { CrmWorld } from "@sweetspot/fixtures";
import {
  createSalesforceEmulator,
  createSalesforceHandlers,
  type FailureCause,
} from "@sweetspot/salesforce-emulator";
import { setupServer } from "msw/node";
import { createRestTransport } from "./rest-transport.ts";
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
      const { mapping } = emulator;
      const transport = createRestTransport({ instanceUrl, token: () => token, mapping });
      const { reader, store } = createSalesforceCrm({
        transport,
        userId: user as never,
        currency: "EUR",
        mapping,
      });
      return { reader: toReaderOf(world, reader), store };
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

/**
 * Two things the suite's world has and no Salesforce: attributes that only some records of an object have (there all
 * have the same fields), and ids of products that a deal names itself (there is no record for them). Both are brought
 * into the world's form here, and nothing else.
 */
function toReaderOf(world: CrmWorld, reader: CrmReader): CrmReader {
  const records = new Map([...world.accounts, ...world.opportunities].map((record) => [record.id, record]));
  const lines = new Map(
    world.opportunities.flatMap((deal) =>
      (valueOf(deal.lineItems) ?? [])
        .filter((line) => line.origin === "opportunity")
        .map((line) => [`${deal.id}:product`, line.id]),
    ),
  );

  function prune<T extends { id: Opportunity["id"]; attributes: Readonly<Record<string, Field<string>>> }>(
    item: T,
  ): T {
    const own = Object.keys(records.get(item.id)?.attributes ?? {});
    const [kept, dropped] = [own, Object.keys(item.attributes).filter((label) => !own.includes(label))];
    if (dropped.some((label) => item.attributes[label]?.state === "known"))
      throw new CrmError("malformed", `${item.id} has an attribute its world does not know.`);
    const attributes = Object.fromEntries(
      Object.entries(item.attributes).filter(([label]) => kept.includes(label)),
    );
    return { ...item, attributes };
  }

  const toDeal = (deal: Opportunity): Opportunity => {
    const found = valueOf(deal.lineItems)?.map((line) => ({ ...line, id: lines.get(line.id) ?? line.id }));
    return prune(found ? { ...deal, lineItems: { state: "known", value: found } } : deal);
  };
  const each = <T>(page: Page<T>, change: (item: T) => T): Page<T> => ({
    ...page,
    items: page.items.map(change),
  });

  return {
    ...reader,
    listAccounts: async (query, options) => each(await reader.listAccounts(query, options), prune),
    listFamily: async (account, options) => each(await reader.listFamily(account, options), prune),
    listOpportunities: async (account, options) =>
      each(await reader.listOpportunities(account, options), toDeal),
    async openAccount(account, options): Promise<AccountOverview> {
      const overview = await reader.openAccount(account, options);
      return {
        ...overview,
        account: prune(overview.account),
        family: each(overview.family, prune),
        opportunities: each(overview.opportunities, toDeal),
      };
    },
  };
}
