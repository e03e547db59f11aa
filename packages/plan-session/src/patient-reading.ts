import type { Clock } from "./clock.ts";
import { toCrmError } from "./commit-sender.ts";

const TRIES = 3;
const RETRY_MS = 1000;

/** Reads again what fails for a passing reason, after the time the CRM asks for. */
export async function readPatiently<T>(
  call: () => Promise<T>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (thrown) {
      const error = toCrmError(thrown);
      const passes = error.code === "rate-limited" || error.code === "unavailable";
      if (!passes || attempt === TRIES || signal.aborted) throw error;
      await wait(clock, Math.max(error.retryAfterMs ?? 0, RETRY_MS * attempt), signal);
    }
  }
}

const wait = (clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, resolve);
    signal.addEventListener("abort", () => {
      cancel();
      reject(signal.reason as Error);
    });
  });
