/** Given where nobody reads it: without one each end would make an error with a stack. */
const ENDED = "ended";

/** Rejects with the signal's reason as soon as it is aborted, and in time; the work itself is let go. */
export async function within<T>(
  signal: AbortSignal | undefined,
  work: Promise<T>,
  timeoutMs?: number,
): Promise<T> {
  // It may fail when nobody listens any more, which must not end the process.
  work.catch(() => undefined);
  signal?.throwIfAborted();
  if (signal === undefined && timeoutMs === undefined) return work;
  const gone = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true, signal: gone.signal });
    if (timeoutMs === undefined) return;
    const timer = setTimeout(() => reject(new Error("The time is over.")), timeoutMs);
    gone.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    gone.abort(ENDED);
  }
}
