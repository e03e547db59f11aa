import {
  accountScope,
  type IsoInstant,
  LIBRARY,
  type PlanConflict,
  type RecordId,
} from "@sweetspot/contract";
import { useEffect, useState } from "react";
import { usePlanSession } from "../widget/widget-context.ts";
import { readSince } from "./use-history.ts";

/** Commits looked through: what is in conflict was removed while somebody was writing, not long ago. */
const COMMITS = 60;

export interface Removal {
  readonly updatedBy: RecordId;
  readonly updatedAt: IsoInstant;
}

/** Who removed the record that mine needs, and when. Undefined until the history has told, and where it does not reach back. */
export function useRemover({ record, because }: PlanConflict): Removal | undefined {
  const session = usePlanSession();
  const [found, setFound] = useState<Removal>();
  const wanted = because?.kind === "needed-by";
  const scope = because?.from === "library" ? LIBRARY : accountScope(session.account);
  useEffect(() => {
    if (!wanted) return undefined;
    const leaving = new AbortController();
    const since = Math.max(0, (session.savedVersion?.(scope) ?? 0) - COMMITS);
    const look = async (): Promise<void> => {
      const changes = await readSince(session, scope, since, leaving.signal).catch(() => []);
      const last = changes.findLast((change) => change.record === record && change.after === null);
      if (!leaving.signal.aborted && last) setFound({ updatedBy: last.by, updatedAt: last.at });
    };
    void look();
    return () => leaving.abort();
    // The scope follows from the cause.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, record, wanted, because?.from]);
  return found;
}
