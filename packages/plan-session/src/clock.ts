/** Time as a session sees it; a test hands in its own. */
export interface Clock {
  now(): Date;
  /** Runs `task` once after `milliseconds`; the answer takes it back. */
  after(milliseconds: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
