import {
  CrmError,
  type CrmReader,
  type Page,
  type PageOptions,
  type ReadOptions,
  type RecordId,
} from "@sweetspot/contract";
import {
  type BlockList,
  type Place,
  readPlace,
  rowsFor,
  toBlockPage,
  toReadOptions,
  toSlice,
} from "./block-pages.ts";
import type { OperationName } from "./documents/operations.ts";
import { FILTER_DEPTH, MOST_ROWS } from "./documents/subqueries.ts";
import { beyondReach, completeFamily, type Family, notFound } from "./family.ts";
import { readFurtherLineItems } from "./further-line-items.ts";
import type { FamilyMemory } from "./family-memory.ts";
import { createInvolvementList } from "./involvements.ts";
import type { Line, QueryAnswer } from "./line.ts";
import { assetsQuery, createLists, familyQuery, type Lists, opportunitiesQuery } from "./lists.ts";
import type { OrgMemory } from "./org-memory.ts";
import { createOverview } from "./overview.ts";
import type { SalesforceAccountRow, SalesforceOpportunityRow, SalesforceUserRow } from "./raw/rows.ts";
import { nodesOf } from "./records/fields.ts";
import { type OrgFacts, toAccount, toTeamMember } from "./records/records.ts";
import { toNameFilters, toWords } from "./search.ts";

/** What a reader stands on. */
export interface Desk {
  readonly line: Line;
  readonly user: RecordId;
  readonly memory: OrgMemory;
  readonly families: FamilyMemory;
  /** What the rows alone do not say; the org is asked once. */
  readonly facts: (options?: ReadOptions) => Promise<OrgFacts>;
}

/** Blocks read for one page when a list keeps nothing of them; an empty page that leads on is allowed. */
const TRIES = 3;

export function createSalesforceReader(desk: Desk): CrmReader {
  const { line, user, families } = desk;
  const readLists = async (options: PageOptions | undefined): Promise<Lists> =>
    createLists(await desk.facts(toReadOptions(options)));

  async function readPage<N, T>(
    operation: OperationName,
    alias: string,
    list: BlockList<N, T>,
    variables: Readonly<Record<string, unknown>>,
    options: PageOptions | undefined,
    check: (answer: QueryAnswer) => void = () => {},
  ): Promise<Page<T>> {
    let place: Place = readPlace(list.query, options);
    for (let tries = 1; ; tries += 1) {
      const { after } = place;
      const first = rowsFor(place, list.blockRows);
      const answer = await line.query(operation, { ...variables, first, after }, toReadOptions(options));
      check(answer);
      const page = toBlockPage(list, answer.connection<N>(alias), place);
      if (page.items.length > 0 || page.next === undefined || tries === TRIES) return page;
      place = readPlace(list.query, { cursor: page.next, limit: place.limit });
    }
  }

  /** The family behind a list, out of the same answer wherever one answer can hold it. */
  async function readOfFamily(
    operation: OperationName & ("opportunities" | "assets"),
    account: RecordId,
    place: Place,
    options: PageOptions | undefined,
  ): Promise<{ answer: QueryAnswer; family: Family }> {
    const read = (deeper: readonly string[]) =>
      line.query(
        operation,
        {
          roots: [account],
          deeper: deeper.length === 0 ? [account] : deeper,
          first: rowsFor(place),
          after: place.after,
        },
        toReadOptions(options),
      );
    const known = options?.cursor === undefined ? undefined : families.large(account);
    if (known) return { answer: await read(beyondReach(known, FILTER_DEPTH)), family: known };
    const answer = await read([]);
    const first = answer.connection<SalesforceAccountRow>("family");
    const family = await completeFamily(line, account, "tree", first, toReadOptions(options));
    families.keep(account, family);
    const deeper = beyondReach(family, FILTER_DEPTH);
    return { answer: deeper.length === 0 ? answer : await read(deeper), family };
  }

  /** A page of deals or assets; empty blocks are passed over as above. */
  async function readFamilyPage<T>(
    operation: OperationName & ("opportunities" | "assets"),
    account: RecordId,
    options: PageOptions | undefined,
    toPage: (answer: QueryAnswer, ids: ReadonlySet<string>, place: Place) => Promise<Page<T>>,
  ): Promise<Page<T>> {
    const query = operation === "assets" ? assetsQuery(account) : opportunitiesQuery(account);
    let place = readPlace(query, options);
    for (let tries = 1; ; tries += 1) {
      const { answer, family } = await readOfFamily(operation, account, place, options);
      const page = await toPage(answer, new Set(family.rows.map((row) => row.Id)), place);
      if (page.items.length > 0 || page.next === undefined || tries === TRIES) return page;
      place = readPlace(query, { cursor: page.next, limit: place.limit });
    }
  }

  const reader: Required<Omit<CrmReader, "openAccount">> = {
    contract: "crm/1",
    system: "salesforce",
    async whoAmI(options) {
      const [answer, facts] = await Promise.all([line.query("me", { user }, options), desk.facts(options)]);
      const [row] = nodesOf(answer.connection<SalesforceUserRow>("teamMembers"));
      if (!row) throw new CrmError("unauthenticated", "Salesforce knows no such user.");
      return toTeamMember(row, facts);
    },
    async listAccounts({ search = "" }, options) {
      const words = toWords(search);
      const list = (await readLists(options)).accounts(words);
      return readPage("accounts", "accounts", list, toNameFilters(words), options);
    },
    async listFamily(account, options) {
      readPlace(familyQuery(account), options);
      options?.signal?.throwIfAborted();
      const facts = await desk.facts(toReadOptions(options));
      const known = options?.cursor === undefined ? undefined : families.whole(account);
      if (known) return toFamilyPage(account, known, facts, options);
      const variables = { roots: [account], first: MOST_ROWS, after: null };
      const answer = await line.query("family", variables, toReadOptions(options));
      const first = answer.connection<SalesforceAccountRow>("family");
      const family = await completeFamily(line, account, "family", first, toReadOptions(options));
      families.keep(account, family);
      return toFamilyPage(account, family, facts, options);
    },
    async listContacts(account, options) {
      return readPage(
        "contacts",
        "contacts",
        (await readLists(options)).contacts(account),
        { roots: [account] },
        options,
        (answer) => {
          if (nodesOf(answer.connection("family")).length === 0) throw notFound(account);
        },
      );
    },
    listOpportunities: (account, options) =>
      readFamilyPage("opportunities", account, options, async (answer, ids, place) => {
        const connection = answer.connection<SalesforceOpportunityRow>("opportunities");
        const [lists, further] = await Promise.all([
          readLists(options),
          readFurtherLineItems(line, connection, toReadOptions(options)),
        ]);
        return toBlockPage(lists.opportunities(account, ids, further), connection, place);
      }),
    listAssets: (account, options) =>
      readFamilyPage("assets", account, options, async (answer, ids, place) =>
        toBlockPage((await readLists(options)).assets(account, ids), answer.connection("assets"), place),
      ),
    listInvolvements: createInvolvementList(line, desk.memory),
    async listProducts(options) {
      return readPage("products", "products", (await readLists(options)).products, {}, options);
    },
    async listTeamMembers(options) {
      return readPage("teamMembers", "teamMembers", (await readLists(options)).teamMembers, {}, options);
    },
  };

  return { ...reader, openAccount: createOverview(desk, reader) };
}

/** Level by level, each level by name. */
export function toFamilyPage(account: RecordId, family: Family, facts: OrgFacts, options?: PageOptions) {
  const accounts = family.rows.map((row) => toAccount(row, facts));
  return toSlice(familyQuery(account), accounts, options);
}
