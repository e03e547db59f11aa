import {
  byName,
  type Account,
  type AccountOverview,
  CrmError,
  type CrmReader,
  type Opportunity,
  type Page,
  type PageOptions,
  type Product,
  type ReadOptions,
  type RecordId,
} from "@sweetspot/contract";
import { asOne } from "./as-one.ts";
import { type DealRow, readDeals, withLineItems } from "./deals.ts";
import { type Desk, factsOf, idsOf, toReadOptions } from "./desk.ts";
import { readFamily, readRoot } from "./family.ts";
import { readGaps } from "./gaps.ts";
import { readInvolvementPage } from "./involvements.ts";
import { readPlace, toSlice } from "./pages.ts";
import { readContacts, readMember, readTeam, readTeamPage } from "./people.ts";
import type { HubspotRecord } from "./raw/answers.ts";
import { companyProperties, productProperties, toAccount, toProduct } from "./records/records.ts";
import { matches, toNameFilters, toWords } from "./search.ts";
import { readSearchPage } from "./search-pages.ts";
import { isMissingObject, isMissingScope } from "./to-crm-error.ts";

/** One portal as one user may see it. */
export function createHubspotReader(desk: Desk): CrmReader {
  const { reads, portal } = desk;
  const { mapping } = portal;

  const toAccounts = async (records: readonly HubspotRecord[], options?: ReadOptions): Promise<Account[]> => {
    const facts = await factsOf(desk, options);
    return records.map((record) => toAccount(record, mapping, facts));
  };

  async function toDealPage(
    account: RecordId,
    rows: readonly DealRow[],
    options?: PageOptions,
  ): Promise<Page<Opportunity>> {
    const { items, ...page } = toSlice(dealsQuery(account), rows, readPlace(dealsQuery(account), options));
    return { ...page, items: await withLineItems(desk, items, toReadOptions(options)) };
  }

  /** A portal without products, or an app that may not read them, has an empty catalogue and the gap that says so. */
  async function listProducts(options?: PageOptions): Promise<Page<Product>> {
    readPlace(PRODUCTS, options);
    const facts = await factsOf(desk, options);
    try {
      return await readSearchPage(
        reads,
        {
          type: "products",
          query: PRODUCTS,
          properties: productProperties(mapping, facts),
          toItem: (record) => toProduct(record, mapping, facts),
          compare: byName,
        },
        options,
      );
    } catch (error) {
      if (isMissingScope(error) || isMissingObject(error)) return { items: [] };
      throw error;
    }
  }

  async function open(id: RecordId, options: ReadOptions): Promise<AccountOverview> {
    const familyRead = readFamily(reads, id, mapping, options);
    const [{ companies, isBroken }, { contacts, isCut: lacksContacts }, { rows, isCut }, products, team] =
      await Promise.all([
        familyRead,
        familyRead.then(({ companies: [root] }) => readContacts(desk, root as HubspotRecord, options)),
        familyRead.then((family) => readDeals(desk, idsOf(family.companies), options)),
        listProducts(options),
        readTeam(desk, options),
      ]);
    const accounts = await toAccounts(companies, options);
    const [account] = accounts as [Account, ...Account[]];
    const shown = {
      family: toSlice(familyQuery(id), accounts, FIRST),
      contacts: toSlice(contactsQuery(id), contacts, FIRST),
      opportunities: await toDealPage(id, rows, options),
      assets: { items: [] },
      products,
      teamMembers: toSlice(["team"], team, FIRST),
    };
    return {
      account,
      ...shown,
      gaps: await readGaps(
        desk,
        shown,
        { accounts: isBroken, deals: isCut, contacts: lacksContacts },
        options,
      ),
    };
  }

  return {
    contract: "crm/1",
    system: "hubspot",
    async whoAmI(options) {
      const member = await asOne(options, (one) => readMember(desk, one));
      if (!member) throw new CrmError("unauthenticated", "This portal has no such user.");
      return member;
    },
    async listAccounts({ search = "" }, options) {
      const words = toWords(search);
      const query = ["accounts", ...words];
      readPlace(query, options);
      const facts = await factsOf(desk, options);
      return readSearchPage(
        reads,
        {
          type: "companies",
          query,
          filters: toNameFilters(words),
          properties: companyProperties(mapping),
          toItem: (record) => toAccount(record, mapping, facts),
          compare: byName,
          ...(words.length === 0 ? {} : { keeps: ({ name }: Account) => matches(name, words) }),
        },
        options,
      );
    },
    openAccount: (account, options) => asOne(options, (one) => open(account, one)),
    async listFamily(account, options) {
      const place = readPlace(familyQuery(account), options);
      const { companies } = await asOne(toReadOptions(options), (one) =>
        readFamily(reads, account, mapping, one),
      );
      return toSlice(familyQuery(account), await toAccounts(companies, options), place);
    },
    async listContacts(account, options) {
      const place = readPlace(contactsQuery(account), options);
      const root = await readRoot(reads, account, mapping, toReadOptions(options));
      const { contacts } = await readContacts(desk, root, toReadOptions(options));
      return toSlice(contactsQuery(account), contacts, place);
    },
    async listOpportunities(account, options) {
      readPlace(dealsQuery(account), options);
      return asOne(options, async (one) => {
        const family = await readFamily(reads, account, mapping, toReadOptions(one));
        const { rows } = await readDeals(desk, idsOf(family.companies), toReadOptions(one));
        return toDealPage(account, rows, one);
      });
    },
    listInvolvements: (account, options) => asOne(options, (one) => readInvolvementPage(desk, account, one)),
    listProducts,
    listTeamMembers: (options) => asOne(options, (one) => readTeamPage(desk, one)),
  };
}

const FIRST = { start: 0, limit: 200 };
const PRODUCTS = ["products"];
const familyQuery = (account: RecordId) => ["family", account];
const contactsQuery = (account: RecordId) => ["contacts", account];
const dealsQuery = (account: RecordId) => ["opportunities", account];
