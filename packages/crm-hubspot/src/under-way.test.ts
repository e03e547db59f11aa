import { describe, expect, it } from "vitest";
import { createUnderWay } from "./under-way.ts";

/** A question that is answered when the test says so. */
function openQuestion() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const signals: AbortSignal[] = [];
  return {
    resolve,
    reject,
    signals,
    ask(signal: AbortSignal) {
      signals.push(signal);
      return promise;
    },
  };
}

describe("requests under way", () => {
  it("are asked once for all who ask the same meanwhile, and again for whoever comes later", async () => {
    const underWay = createUnderWay();
    const { ask, resolve, signals } = openQuestion();
    const answers = [1, 2, 3].map(() => underWay.join("company 7", undefined, ask));
    void underWay.join("company 8", undefined, async () => "other");
    expect(signals).toHaveLength(1);
    resolve("here");
    expect(await Promise.all(answers)).toEqual(["here", "here", "here"]);
    expect(await underWay.join("company 7", undefined, async () => "gone")).toBe("gone");
    expect(underWay.size).toBe(0);
  });

  it("fail for all who wait, and for nobody after them", async () => {
    const underWay = createUnderWay();
    const { ask, reject } = openQuestion();
    const answers = [1, 2].map(() => underWay.join("company 7", undefined, ask));
    reject(new Error("refused"));
    for (const answer of answers) await expect(answer).rejects.toThrow("refused");
    expect(await underWay.join("company 7", undefined, async () => "here")).toBe("here");
  });

  it("go on while one of those who wait is left, and end with the last", async () => {
    const underWay = createUnderWay();
    const { ask, signals } = openQuestion();
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) => underWay.join("company 7", signal, ask));
    const settled = Promise.allSettled(answers);
    first.abort(new Error("left"));
    await expect(answers[0]).rejects.toThrow("left");
    expect(signals[0]?.aborted).toBe(false);
    second.abort(new Error("left too"));
    await settled;
    expect(signals[0]?.aborted).toBe(true);
    expect(underWay.size).toBe(0);
    expect(await underWay.join("company 7", undefined, async () => "here")).toBe("here");
  });
});
