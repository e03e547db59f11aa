/** Asks before the page is left while edits would be lost. */
export interface LeaveGuard {
  set(unsaved: boolean): void;
  dispose(): void;
}

export function createLeaveGuard(page: Pick<Window, "addEventListener" | "removeEventListener">): LeaveGuard {
  let guarded = false;
  // Listening only while there is something to lose: a listener keeps the page out of the back-forward cache.
  const set = (unsaved: boolean): void => {
    if (unsaved === guarded) return;
    guarded = unsaved;
    if (unsaved) page.addEventListener("beforeunload", ask);
    else page.removeEventListener("beforeunload", ask);
  };
  return { set, dispose: () => set(false) };
}

const ask = (event: Event): void => event.preventDefault();
