import type { ReadOptions } from "@sweetspot/contract";

/** Work made of several requests at once: when one of them fails, those that have not been sent yet never are. */
export async function asOne<O extends ReadOptions, T>(
  options: O | undefined,
  work: (options: O & ReadOptions) => Promise<T>,
): Promise<T> {
  const failed = new AbortController();
  const signal = options?.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  try {
    return await work({ ...(options as O), signal });
  } catch (error) {
    failed.abort(error);
    throw error;
  }
}
