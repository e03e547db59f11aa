import type { PlanSession } from "@sweetspot/contract";

/** Colleagues' edits are looked for so often while the page is in sight. */
const LOOK_EVERY_MS = 60_000;
/** Coming back to the page looks at once, but not again within this time. */
const LOOK_AGAIN_MS = 15_000;

/** Reads what others have saved, every minute and whenever the user comes back. Answers what ends it. */
export function watchColleagues(session: PlanSession, page: Window = window): () => void {
  let lookedAt = Date.now();
  const look = (again: number): void => {
    if (page.document.visibilityState !== "visible" || Date.now() - lookedAt < again) return;
    lookedAt = Date.now();
    void session.refresh();
  };
  const onReturn = (): void => look(LOOK_AGAIN_MS);
  const timer = setInterval(() => look(LOOK_EVERY_MS - 1), LOOK_EVERY_MS);
  page.addEventListener("focus", onReturn);
  page.document.addEventListener("visibilitychange", onReturn);
  return () => {
    clearInterval(timer);
    page.removeEventListener("focus", onReturn);
    page.document.removeEventListener("visibilitychange", onReturn);
  };
}
