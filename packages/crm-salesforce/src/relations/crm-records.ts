import type { CrmReader, IsoDate, Page, PageOptions, RecordId } from "@sweetspot/contract";
import type { CrmRecords } from "@sweetspot/relation-book";

/** Rows asked for at once; the most the port allows. */
const AT_ONCE = 2000;
/** Deals of one account that tell who has met whom. */
const MOST = 20_000;

/**
 * What the CRM itself tells of an account's people, as this user may see it.
 *
 * @throws CrmError `not-found` where he may not see the account
 */
export async function readCrmRecords(
  reader: CrmReader,
  account: RecordId,
  today: IsoDate,
): Promise<CrmRecords> {
  const [accounts, contacts, opportunities, involvements, teamMembers] = await Promise.all([
    readAll((page) => reader.listFamily(account, page)),
    readAll((page) => reader.listContacts(account, page)),
    readAll((page) => reader.listOpportunities(account, page)),
    readAll((page) => reader.listInvolvements?.(account, page) ?? NOTHING),
    readAll((page) => reader.listTeamMembers(page)),
  ]);
  return { accounts, contacts, opportunities, involvements, teamMembers, today };
}

const NOTHING: Promise<Page<never>> = Promise.resolve({ items: [] });

async function readAll<T>(list: (page: PageOptions) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before it ends
    const page = await list({ limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next;
    if (cursor === undefined || items.length >= MOST) return items;
  }
}
