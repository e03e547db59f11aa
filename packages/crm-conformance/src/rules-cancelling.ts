import { describe, expect, it } from "vitest";
import { smallCommit, versionOf } from "./drafts.ts";
import { ABSENT, type PortCall } from "./port-calls.ts";
import { errorOf, type Started } from "./started.ts";

type Calls = readonly (readonly [string, PortCall])[];

export function describeCancelling(started: () => Started, calls: Calls): void {
  describe("cancelling", () => {
    it.for(calls)(
      "ends %s at once where the signal is aborted already, with its reason",
      async ([, call], { skip }) => {
        const reason = new Error("left the page");
        const ended = call(started().rep, started().freshScope, { signal: AbortSignal.abort(reason) });
        if (!ended) return skip(ABSENT);
        expect(await errorOf(ended)).toBe(reason);
      },
    );

    it.for(calls)("ends %s under way with the signal's reason", async ([, call], { skip }) => {
      const leaving = new AbortController();
      const reason = { left: "the page" };
      const ended = call(started().rep, started().freshScope, { signal: leaving.signal });
      if (!ended) return skip(ABSENT);
      leaving.abort(reason);
      expect(await errorOf(ended)).toBe(reason);
    });

    it("has the usual reason where none is given", async () => {
      const leaving = new AbortController();
      const ended = calls[0]?.[1](started().rep, started().freshScope, { signal: leaving.signal });
      leaving.abort();
      expect(await errorOf(Promise.resolve(ended))).toMatchObject({ name: "AbortError" });
    });

    it("does not disturb other calls", async () => {
      const leaving = new AbortController();
      const { rep, freshScope } = started();
      const call = calls[0]?.[1];
      const ended = errorOf(Promise.resolve(call?.(rep, freshScope, { signal: leaving.signal })));
      const other = call?.(rep, freshScope, { signal: new AbortController().signal });
      leaving.abort();
      await ended;
      await expect(other).resolves.toBeDefined();
    });

    it("comes too late after the answer", async () => {
      const leaving = new AbortController();
      const answer = await calls[0]?.[1](started().rep, started().freshScope, { signal: leaving.signal });
      leaving.abort();
      expect(answer).toBeDefined();
    });
  });
}

/** Cancelling a commit: the caller cannot know whether it was stored, so its key must make the retry safe. */
export function describeCancelledCommits(started: () => Started): void {
  describe("cancelling a commit", () => {
    it("stores nothing where the signal was aborted before", async () => {
      const { store } = started().rep;
      const scope = started().freshScope();
      await errorOf(store.commit(smallCommit(scope), { signal: AbortSignal.abort() }));
      expect(await versionOf(store, scope)).toBe(0);
    });

    it("stores all or nothing under way, and the same commit sent again is stored once", async () => {
      const { store } = started().rep;
      for (const wait of [0, 1, 2, 4, 8]) {
        const scope = started().freshScope();
        const commit = smallCommit(scope);
        const leaving = new AbortController();
        const first = store.commit(commit, { signal: leaving.signal }).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, wait));
        leaving.abort();
        await first;
        const { stored } = await store.commit(commit);
        expect(stored.map((copy) => copy.revision)).toEqual([1]);
        expect((await store.changes(scope, { since: 0 })).items).toHaveLength(1);
      }
    });
  });
}
