import {
  type AccountOverview,
  CrmError,
  type CrmReader,
  type DataGap,
  type Page,
  type ReadOptions,
} from "@sweetspot/contract";
import { readPlace, toBlockPage, toSlice } from "./block-pages.ts";
import { FILTER_DEPTH } from "./documents/subqueries.ts";
import { completeFamily, type Family, notFound } from "./family.ts";
import { readFurtherLineItems } from "./further-line-items.ts";
import type { QueryAnswer } from "./line.ts";
import { createLists, familyQuery } from "./lists.ts";
import { createGapFinder } from "./org-memory.ts";
import type { SalesforceConnection } from "./raw/graphql-response.ts";
import type { SalesforceAccountRow, SalesforceOpportunityRow } from "./raw/rows.ts";
import { nodesOf } from "./records/fields.ts";
import { toAccount } from "./records/records.ts";
import type { Desk } from "./salesforce-reader.ts";

type Lists = Pick<CrmReader, "listOpportunities" | "listAssets">;

/** Opens an account with one query; a second one only where the account shows nothing of what an org may lack. */
export function createOverview(desk: Desk, reader: Lists): CrmReader["openAccount"] {
  const { line } = desk;
  const findGaps = createGapFinder(desk.memory.data, GAPS, (gaps, options) =>
    askForGaps(desk, gaps, options),
  );

  return async (id, options) => {
    const [answer, facts] = await Promise.all([
      line.query("overview", { roots: [id] }, options),
      desk.facts(options),
    ]);
    const lists = createLists(facts);
    const family = await completeFamily(
      line,
      id,
      "family",
      answer.connection<SalesforceAccountRow>("family"),
      options,
    );
    desk.families.keep(id, family);
    const accounts = family.rows.map((row) => toAccount(row, facts));
    const [account] = accounts;
    if (!account) throw notFound(id);

    const ids: ReadonlySet<string> = new Set(accounts.map((member) => member.id));
    const deals = answer.connection<SalesforceOpportunityRow>("opportunities");
    // Accounts further down than one filter reaches may have the newest deal of all.
    const isDeep = family.levels.length > FILTER_DEPTH + 1;
    const further = isDeep ? new Map() : await readFurtherLineItems(line, deals, options ?? {});
    const opportunities = isDeep
      ? await reader.listOpportunities(id, options)
      : toBlockPage(lists.opportunities(id, ids, further), deals, FIRST);
    const assets: Page<AccountOverview["assets"]["items"][number]> =
      isDeep && reader.listAssets
        ? await reader.listAssets(id, options)
        : toBlockPage(lists.assets(id, ids), answer.connection("assets"), FIRST);
    const overview = {
      account,
      family: toSlice(familyQuery(id), accounts, undefined),
      contacts: toBlockPage(lists.contacts(id), answer.connection("contacts"), FIRST),
      opportunities,
      assets,
      products: toBlockPage(lists.products, answer.connection("products"), FIRST),
      teamMembers: toBlockPage(lists.teamMembers, answer.connection("teamMembers"), FIRST),
    };
    const lacks = desk.memory.lacks ?? [];
    const hidden = [
      ...(lacks.includes("opportunities") ? NO_DEALS : toHiddenGaps(family, ids, deals)),
      ...(lacks.includes("contacts") ? NO_CONTACTS : []),
    ];
    return { ...overview, gaps: [...(await findGaps(toClosedGaps(overview), options)), ...hidden] };
  };
}

/**
 * Salesforce tells nobody what it withholds, but filters look through accounts the user may not see: what is answered
 * from behind one gives it away. Of others there is no sign, which must be said too.
 */
function toHiddenGaps(
  family: Family,
  ids: ReadonlySet<string>,
  deals: SalesforceConnection<SalesforceOpportunityRow>,
): DataGap[] {
  const behind = nodesOf(deals).some(
    ({ AccountId }) => AccountId?.value != null && !ids.has(AccountId.value),
  );
  if (behind) return ["hidden-accounts", "hidden-opportunities"];
  return family.isBroken ? ["hidden-accounts", "hidden-unknown"] : ["hidden-unknown"];
}

/** Who may see no deal at all misses them everywhere. */
const NO_DEALS: readonly DataGap[] = ["hidden-opportunities", "hidden-unknown"];

const NO_CONTACTS: readonly DataGap[] = ["hidden-contacts"];

const FIRST = readPlace([]);

type Shown = Omit<AccountOverview, "account" | "gaps">;

/** The gaps an account closes by what it shows. Withheld line items are there too. */
function toClosedGaps({ family, opportunities, assets, products }: Shown): DataGap[] {
  const shows: Readonly<Partial<Record<DataGap, boolean>>> = {
    "no-hierarchy": family.items.some(({ parent }) => parent.state === "known"),
    "no-line-items": opportunities.items.some(({ lineItems }) => lineItems.state !== "empty"),
    "no-assets": assets.items.length > 0,
    "no-products": products.items.length > 0,
  };
  return GAPS.filter((gap) => shows[gap]);
}

async function askForGaps(desk: Desk, gaps: readonly DataGap[], options: ReadOptions): Promise<DataGap[]> {
  const answer = await desk.line.query("gaps", {}, options);
  const hasLineItems = hasAny(answer, "lineItems") || !gaps.includes("no-line-items");
  const has: Readonly<Partial<Record<DataGap, boolean>>> = {
    "no-hierarchy": hasAny(answer, "hierarchy"),
    "no-line-items": hasLineItems || (await hasDealProducts(desk, options)),
    "no-assets": hasAny(answer, "assets"),
    "no-products": hasAny(answer, "products"),
  };
  return GAPS.filter((gap) => has[gap]);
}

async function hasDealProducts({ line, facts }: Desk, options: ReadOptions): Promise<boolean> {
  if ((await facts(options)).mapping.opportunityProduct === undefined) return false;
  try {
    return hasAny(await line.query("dealProducts", {}, options), "dealProducts");
  } catch (failure) {
    // The mapped field is not there, or not for this user.
    if (CrmError.is(failure, "malformed")) return false;
    throw failure;
  }
}

const GAPS: readonly DataGap[] = ["no-line-items", "no-assets", "no-products", "no-hierarchy"];

const hasAny = (answer: QueryAnswer, alias: string): boolean => nodesOf(answer.connection(alias)).length > 0;
