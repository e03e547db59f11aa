import type { PlanSession } from "@sweetspot/contract";

/** How much a store can bear; each look reads the whole plan. */
export interface LookingPace {
  /** Colleagues' edits are looked for so often while the page is in sight. */
  readonly everyMs: number;
  /** Coming back to the page looks at once, but not again within this time. */
  readonly againMs: number;
}

const LIVELY: LookingPace = { everyMs: 60_000, againMs: 15_000 };

/**
 * Reads what others have saved, by default every minute, and whenever the user comes back. Answers what ends it.
 */
export function watchColleagues(
  session: PlanSession,
  page: Window = window,
  pace: LookingPace = LIVELY,
): () => void {
  let lookedAt = Date.now();
  const look = (again: number): void => {
    if (page.document.visibilityState !== "visible" || Date.now() - lookedAt < again) return;
    lookedAt = Date.now();
    void session.refresh();
  };
  const onReturn = (): void => look(pace.againMs);
  const timer = setInterval(() => look(pace.everyMs - 1), pace.everyMs);
  page.addEventListener("focus", onReturn);
  page.document.addEventListener("visibilitychange", onReturn);
  return () => {
    clearInterval(timer);
    page.removeEventListener("focus", onReturn);
    page.document.removeEventListener("visibilitychange", onReturn);
  };
}
