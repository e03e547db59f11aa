import {
  type CrmReader,
  gapOf,
  type Involvement,
  INVOLVEMENT_GAPS,
  type InvolvementGap,
  type Page,
  type PageOptions,
  type RecordId,
} from "@sweetspot/contract";
import { type Place, readPlace, rowsFor, toBlockPage, toReadOptions, toStartCursor } from "./block-pages.ts";
import type { InvolvementPart } from "./documents/involvements.ts";
import { DEAL_FILTER_DEPTH } from "./documents/subqueries.ts";
import { beyondReach, completeFamily } from "./family.ts";
import type { Line, QueryAnswer } from "./line.ts";
import { createGapFinder, type OrgMemory } from "./org-memory.ts";
import { nodesOf } from "./records/fields.ts";
import { TO_INVOLVEMENT } from "./records/involvements.ts";

/** The order in which the kinds follow one another; a list of four objects is read one after the other. */
const PARTS: readonly InvolvementPart[] = ["contactRoles", "relations", "accountTeam", "dealTeam"];

const GAPS: Readonly<Record<InvolvementPart, InvolvementGap>> = {
  contactRoles: "no-deal-contacts",
  relations: "no-account-contacts",
  accountTeam: "no-account-team",
  dealTeam: "no-deal-team",
};

const queryOf = (account: RecordId, part: InvolvementPart) => ["involvements", account, part];

/** Most accounts answer with one query: the first pages of all four kinds and the family they belong to. */
export function createInvolvementList(
  line: Line,
  memory: OrgMemory,
): NonNullable<CrmReader["listInvolvements"]> {
  const findGaps = createGapFinder(memory.people, INVOLVEMENT_GAPS, async (_, options) => {
    const answer = await line.query("involvementGaps", {}, options);
    return PARTS.filter((part) => nodesOf(answer.connection(part)).length > 0).map((part) => GAPS[part]);
  });

  return async (account, options) => {
    const { part, place } = readStart(account, options);
    const read = (deeper: readonly string[]) =>
      line.query(
        place.after === null ? "involvements" : part,
        {
          roots: [account],
          deeper: deeper.length === 0 ? [account] : deeper,
          first: rowsFor(place),
          after: place.after,
        },
        toReadOptions(options),
      );
    const first = await read([]);
    const family = await completeFamily(
      line,
      account,
      "tree",
      first.connection("family"),
      toReadOptions(options),
    );
    const deeper = beyondReach(family, DEAL_FILTER_DEPTH);
    const answer = deeper.length === 0 ? first : await read(deeper);
    const page = toPage(account, answer, new Set(family.levels.flat()), part, place);
    return { ...page, gaps: await findGaps(page.items.map(gapOf), toReadOptions(options)) };
  };
}

/** Where a page begins: the kind, and the place in it. */
function readStart(account: RecordId, options: PageOptions = {}): { part: InvolvementPart; place: Place } {
  const part = PARTS.find((one) => options.cursor?.includes(`"${one}"`)) ?? "contactRoles";
  return { part, place: readPlace(queryOf(account, part), options) };
}

/** Kinds are read on until the page is full or one of them leads on itself. */
function toPage(
  account: RecordId,
  answer: QueryAnswer,
  family: ReadonlySet<string>,
  from: InvolvementPart,
  start: Place,
): Page<Involvement> {
  const items: Involvement[] = [];
  for (const part of PARTS.slice(PARTS.indexOf(from))) {
    const query = queryOf(account, part);
    const isFirst = part === from;
    const room = start.limit - items.length;
    // A further page was asked for one kind alone.
    if (room === 0 || (!isFirst && start.after !== null)) return { items, next: toStartCursor(query) };
    const list = {
      query,
      toItem: (row: Parameters<(typeof TO_INVOLVEMENT)[InvolvementPart]>[0]) =>
        TO_INVOLVEMENT[part](row, family),
      keeps: (item: Involvement | undefined) => item !== undefined,
      // Ids stay in Salesforce's order.
      compare: () => 0,
    };
    const place = isFirst ? start : { after: null, offset: 0, limit: room };
    const page = toBlockPage(list, answer.connection(part), place);
    items.push(...page.items.flatMap((item) => item ?? []));
    if (page.next !== undefined) return { items, next: page.next };
  }
  return { items };
}
