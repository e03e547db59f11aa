import {
  accountScope,
  type Change,
  LIBRARY,
  type PlanEdit,
  type PlanSession,
  type Scope,
} from "@sweetspot/contract";
import { useCallback, useEffect, useState } from "react";
import { usePlanPart, usePlanSession } from "../widget/widget-context.ts";

export interface History {
  readonly status: "loading" | "ready" | "failed";
  readonly changes: readonly Change[];
  readonly hasEarlier: boolean;
  readonly readEarlier: () => void;
  readonly again: () => void;
}

/** Commits read at once; each carries whole records. */
const COMMITS = 60;

interface Known {
  /** All commits after this version are read. */
  readonly since: number;
  readonly changes: readonly Change[];
}

/** The history of a scope read backwards, a part at a time, while `wanted`. */
export function useHistory(scopeName: PlanEdit["scope"], wanted: boolean): History {
  const session = usePlanSession();
  const savedAt = usePlanPart((view) => view.saving.savedAt);
  const scope = scopeName === "library" ? LIBRARY : accountScope(session.account);
  const [known, setKnown] = useState<Known>();
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const [depth, setDepth] = useState(COMMITS);

  useEffect(() => {
    if (!wanted) return undefined;
    const leaving = new AbortController();
    const since = Math.max(0, (session.savedVersion?.(scope) ?? 0) - depth);
    const read = async (): Promise<void> => {
      const changes = await readSince(session, scope, since, leaving.signal).catch(() => undefined);
      if (leaving.signal.aborted) return;
      if (changes) setKnown({ since, changes });
      setFailed(changes === undefined);
    };
    void read();
    return () => leaving.abort();
    // The scope follows from its name.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, scopeName, wanted, depth, turn, savedAt]);

  return {
    status: failed ? "failed" : known === undefined ? "loading" : "ready",
    changes: known?.changes ?? [],
    hasEarlier: (known?.since ?? 0) > 0,
    readEarlier: useCallback(() => setDepth((before) => before * 3), []),
    again: useCallback(() => setTurn((before) => before + 1), []),
  };
}

/** All changes of a scope after a version, whole. */
export async function readSince(
  session: PlanSession,
  scope: Scope,
  since: number,
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.changes(
      scope,
      { since },
      { signal, limit: 2000, ...(cursor === undefined ? {} : { cursor }) },
    );
    changes.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && !signal.aborted);
  return changes;
}
