import { CrmError, type CrmErrorCode, type CrmErrorOptions, type ReadOptions } from "@sweetspot/contract";

/** How a planned failure strikes. */
export interface FaultOptions extends CrmErrorOptions {
  /** Only calls of this port method, for example "commit"; any call without it. */
  readonly method?: string;
  /** How many calls fail; default 1. */
  readonly times?: number;
  /** The work is done and only the answer is lost, as when the line breaks at the worst moment. */
  readonly afterwards?: boolean;
}

interface Fault {
  readonly error: CrmError;
  readonly method: string | undefined;
  readonly afterwards: boolean;
}

/** The way into every port method: waiting, cancelling and planned failures in one place. */
export interface Calls {
  failNext(code: CrmErrorCode, options?: FaultOptions): void;
  /** Does the work unless cancelled or failed first; the answer is the caller's own copy. */
  run<T>(method: string, options: ReadOptions | undefined, work: () => T | Promise<T>): Promise<T>;
}

/** @param pause what every call waits for first; tests hold it to look at what happens meanwhile. */
export function createCalls(pause: () => Promise<void>): Calls {
  const faults: Fault[] = [];

  function takeFault(method: string): Fault | undefined {
    const index = faults.findIndex((fault) => fault.method === undefined || fault.method === method);
    return index < 0 ? undefined : faults.splice(index, 1)[0];
  }

  return {
    failNext(code, { method, times = 1, afterwards = false, ...rest } = {}) {
      for (let count = 0; count < times; count += 1)
        faults.push({ error: new CrmError(code, `Planned failure: ${code}.`, rest), method, afterwards });
    },
    async run(method, options, work) {
      options?.signal?.throwIfAborted();
      const fault = takeFault(method);
      await unlessAborted(pause(), options?.signal);
      if (fault && !fault.afterwards) throw fault.error;
      const answer = ownCopy(await work());
      if (fault) throw fault.error;
      return answer;
    },
  };
}

/**
 * A deep copy of a contract value, which is JSON throughout. Not `structuredClone`: in the Lightning sandbox that is the
 * page's, and its copies stand behind a membrane that every read of a field has to cross.
 */
export const ownCopy = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);

async function unlessAborted(waiting: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return waiting;
  const gone = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true, signal: gone.signal });
  });
  await Promise.race([waiting, aborted]);
  gone.abort();
  signal.throwIfAborted();
}
