import { byName, CrmError, type ReadOptions, type RecordId, toRecordId } from "@sweetspot/contract";
import type { OperationName } from "./documents/operations.ts";
import { FILTER_DEPTH, MOST_ROWS } from "./documents/subqueries.ts";
import type { Line } from "./line.ts";
import type { SalesforceConnection } from "./raw/graphql-response.ts";
import type { SalesforceAccountRow } from "./raw/rows.ts";
import { nodesOf } from "./records/fields.ts";

/** Accounts of one family that are read; more would block the page for minutes. */
const MOST_ACCOUNTS = 20_000;
/** Accounts whose branches one query may continue: ids in a filter count against its length. */
const ROOTS_AT_ONCE = 400;

/** The same words whether the account is missing or invisible. */
export const notFound = (account: RecordId): CrmError =>
  new CrmError("not-found", `There is no account ${account}.`);

/** An account's visible family: itself and all below it that hang on visible parents, level by level. */
export interface Family {
  readonly rows: readonly SalesforceAccountRow[];
  /** Ids level by level, the root's first. */
  readonly levels: readonly (readonly string[])[];
  /** Rows with all fields, not ids alone. */
  readonly isWhole: boolean;
  /** Accounts were answered whose parents were not: somewhere between there is one the user may not see. */
  readonly isBroken: boolean;
}

/**
 * Reads what the first answer left out: rows beyond 2,000 and levels beyond the filter's reach, which is begun anew at
 * the deepest accounts found. A filter passes through parents the user may not see, so branches are cut off here.
 *
 * @param operation "family" for whole accounts, "tree" for their ids alone.
 */
export async function completeFamily(
  line: Line,
  root: RecordId,
  operation: OperationName & ("family" | "tree"),
  first: SalesforceConnection<SalesforceAccountRow>,
  options?: ReadOptions,
): Promise<Family> {
  const rows = new Map<string, SalesforceAccountRow>();

  async function add(
    roots: readonly string[],
    connection: SalesforceConnection<SalesforceAccountRow>,
  ): Promise<void> {
    for (let page = connection; ;) {
      for (const row of nodesOf(page)) rows.set(row.Id, row);
      if (rows.size > MOST_ACCOUNTS)
        throw new CrmError("unavailable", `The family of ${root} has more than ${MOST_ACCOUNTS} accounts.`);
      if (page.pageInfo?.hasNextPage !== true || !page.pageInfo.endCursor) return;
      const variables = { roots, first: MOST_ROWS, after: page.pageInfo.endCursor };
      page = (await line.query(operation, variables, options)).connection("family");
    }
  }

  await add([root], first);
  if (!rows.has(root)) throw notFound(root);
  let levels = toLevels(rows, root);
  for (let reached = FILTER_DEPTH; levels.length > reached; reached += FILTER_DEPTH) {
    const ends = levels[reached] ?? [];
    for (let start = 0; start < ends.length; start += ROOTS_AT_ONCE) {
      const roots = ends.slice(start, start + ROOTS_AT_ONCE);
      const answer = await line.query(operation, { roots, first: MOST_ROWS, after: null }, options);
      await add(roots, answer.connection("family"));
    }
    levels = toLevels(rows, root);
  }
  const ids = levels.flat();
  return {
    isWhole: operation === "family",
    isBroken: rows.size > ids.length,
    rows: ids.map((id) => rows.get(id) as SalesforceAccountRow),
    levels,
  };
}

/**
 * Accounts further down than one filter reaches.
 *
 * @throws CrmError `unavailable` for more of them than a filter can name.
 */
export function beyondReach({ levels }: Family, reach: number): readonly string[] {
  const ids = levels.slice(reach + 1).flat();
  if (ids.length > MOST_ROWS)
    throw new CrmError(
      "unavailable",
      `More than ${MOST_ROWS} accounts lie ${reach + 1} levels and more below ${levels[0]?.[0]}.`,
    );
  return ids;
}

/** Ids level by level from the root. A circle of parents, which Salesforce forbids, ends by itself. */
function toLevels(rows: ReadonlyMap<string, SalesforceAccountRow>, root: string): string[][] {
  const children = new Map<string, SalesforceAccountRow[]>();
  for (const row of rows.values()) {
    const parent = row.ParentId?.value ?? "";
    const siblings = children.get(parent);
    if (siblings) siblings.push(row);
    else children.set(parent, [row]);
  }
  const seen = new Set([root]);
  const levels: string[][] = [[root]];
  for (const level of levels) {
    const below = level
      .flatMap((id) => children.get(id) ?? [])
      .filter((row) => !seen.has(row.Id))
      .map((row) => ({ id: toRecordId(row.Id), name: row.Name?.value ?? "" }))
      .toSorted(byName)
      .map(({ id }) => id);
    for (const id of below) seen.add(id);
    if (below.length > 0) levels.push(below);
  }
  return levels;
}
