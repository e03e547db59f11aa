import { CrmError, type DataGap, type InvolvementGap, type ReadOptions } from "@sweetspot/contract";
import type { OrgPart } from "./documents/org-parts.ts";
import type { OrgSetup } from "./org-setup.ts";

/** What a page has learnt about its org as one user sees it; true of every account the page opens. */
export interface OrgMemory {
  /** Undefined until the org has refused a document. */
  lacks?: readonly OrgPart[];
  /** Undefined until the org has said. */
  setup?: OrgSetup;
  readonly data: GapMemory<DataGap>;
  readonly people: GapMemory<InvolvementGap>;
}

interface GapMemory<Gap> {
  /** Gaps the org is known not to have. */
  readonly closed: Set<Gap>;
  isAsked: boolean;
}

/** One for each org and user. Give the same to every account's adapter, so that each asks for its own data alone. */
export const createOrgMemory = (): OrgMemory => ({
  data: { closed: new Set(), isAsked: false },
  people: { closed: new Set(), isAsked: false },
});

/**
 * What the org keeps none of at all. An account that shows something has answered; otherwise the org is asked, once:
 * what it begins to keep shows with the first account that has it. An org that does not answer spoils nothing that was
 * read: nothing is said to be missing then, and the next account asks again.
 *
 * @param ask says which of these gaps the org does not have; others do not matter.
 */
export function createGapFinder<Gap>(
  memory: GapMemory<Gap>,
  all: readonly Gap[],
  ask: (gaps: readonly Gap[], options: ReadOptions) => Promise<readonly Gap[]>,
): (shown: readonly Gap[], options?: ReadOptions) => Promise<Gap[]> {
  const missing = () => all.filter((gap) => !memory.closed.has(gap));
  const close = (gaps: readonly Gap[]) => {
    for (const gap of gaps) memory.closed.add(gap);
  };
  return async (shown, options = {}) => {
    close(shown);
    if (memory.isAsked || missing().length === 0) return missing();
    try {
      close(await ask(missing(), options));
    } catch (failure) {
      if (!CrmError.is(failure)) throw failure;
      return [];
    }
    memory.isAsked = true;
    return missing();
  };
}
