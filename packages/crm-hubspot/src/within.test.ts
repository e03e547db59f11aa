import process from "node:process";
import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { within } from "./within.ts";

describe("work that somebody waits for", () => {
  it("may fail after he has left: that ends nothing but the work", async () => {
    const failures: unknown[] = [];
    const note = (error: unknown): void => void failures.push(error);
    process.on("unhandledRejection", note);
    try {
      const left = AbortSignal.abort(new Error("left"));
      await expect(within(left, Promise.reject(new Error("broke")))).rejects.toThrow("left");
      await new Promise((resolve) => setImmediate(resolve));
      expect(failures).toEqual([]);
    } finally {
      process.off("unhandledRejection", note);
    }
  });

  it("leaves nothing behind on a signal that lives longer", async () => {
    const { signal } = new AbortController();
    for (let turn = 0; turn < 20; turn += 1) {
      await within(signal, Promise.resolve(turn), 10_000);
      await within(signal, Promise.reject(new Error("broke"))).catch(() => undefined);
    }
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
