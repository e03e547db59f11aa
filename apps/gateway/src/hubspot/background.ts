/** Work nobody waits for; a gateway that stops lets it end. */
export interface Background {
  start(work: () => Promise<void>): void;
  /** Again and again; a turn that takes longer is not overtaken by the next. */
  every(milliseconds: number, work: () => Promise<void>): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
  /** Begins nothing new and waits for what runs. */
  close(): Promise<void>;
}

export function createBackground(onFailure: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  function start(work: () => Promise<void>): void {
    if (closed) return;
    const mine = work()
      .catch(onFailure)
      .finally(() => running.delete(mine));
    running.add(mine);
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    start,
    idle,
    every(milliseconds, work) {
      let busy = false;
      const timer = setInterval(() => {
        if (busy) return;
        busy = true;
        start(() => work().finally(() => (busy = false)));
      }, milliseconds);
      timer.unref();
      timers.add(timer);
    },
    async close() {
      closed = true;
      for (const timer of timers) clearInterval(timer);
      await idle();
    },
  };
}
