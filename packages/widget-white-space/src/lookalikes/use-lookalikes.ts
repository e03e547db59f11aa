import { CrmError, type InsightReader, type LookalikeAnswer, type RecordId } from "@sweetspot/contract";
import { useInsights, usePlanSession } from "@sweetspot/widget-kit";
import { useCallback, useEffect, useMemo, useState } from "react";

/** What is known of similar customers. `absent`: this host cannot compare customers. */
export type Lookalikes =
  | { readonly state: "absent" | "reading" }
  | { readonly state: "failed"; readonly retry: () => void }
  | { readonly state: "ready"; readonly answer: LookalikeAnswer };

const ABSENT: Lookalikes = { state: "absent" };
const READING: Lookalikes = { state: "reading" };

/** Asks once per visit who is similar to this customer; the grid does not wait for the answer. */
export function useLookalikes(): Lookalikes {
  const insights = useInsights();
  const { account } = usePlanSession();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Found | undefined>(undefined);
  useEffect(() => {
    if (!insights) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    void ask(insights, account, signal).then((answer) => (signal.aborted ? undefined : setFound(answer)));
    return () => controller.abort();
    // Another attempt asks anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [insights, account, attempt]);
  const retry = useCallback(() => {
    setFound(undefined);
    setAttempt((count) => count + 1);
  }, []);
  return useMemo(() => {
    if (!insights || found === "absent") return ABSENT;
    if (found === undefined) return READING;
    return found === "failed" ? { state: "failed", retry } : { state: "ready", answer: found };
  }, [insights, found, retry]);
}

type Found = LookalikeAnswer | "failed" | "absent";

async function ask(insights: InsightReader, account: RecordId, signal: AbortSignal): Promise<Found> {
  try {
    return await insights.findLookalikes({ account }, { signal });
  } catch (error) {
    return isNothingToSay(error) ? "absent" : "failed";
  }
}

/** A user who may not compare customers sees the same as on a host that cannot. */
const isNothingToSay = (error: unknown): boolean =>
  CrmError.is(error, "forbidden") || CrmError.is(error, "not-found");
