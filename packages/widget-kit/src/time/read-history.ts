import type { Change, PlanSession, PlanVersion, Scope } from "@sweetspot/contract";

/** The most a store hands over at once. */
const PAGE = 2000;

/**
 * The history of a scope after a version, oldest first, page by page. `isEnough` may end the reading early, once what
 * was asked for has been seen.
 */
export async function readHistory(
  session: Pick<PlanSession, "changes">,
  scope: Scope,
  since: PlanVersion,
  options: { readonly signal: AbortSignal; readonly isEnough?: (change: Change) => boolean },
): Promise<readonly Change[]> {
  const { signal, isEnough = () => false } = options;
  const found: Change[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.changes(
      scope,
      { since },
      { signal, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
    );
    found.push(...page.items);
    cursor = page.items.some(isEnough) ? undefined : page.next;
  } while (cursor !== undefined);
  return found;
}
