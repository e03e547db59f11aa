import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnswerMemory } from "./answer-memory.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";

describe("the memory of answers", () => {
  it("gives back what was kept, as a copy nobody else holds", () => {
    const memory = createAnswerMemory({ clock: createQuickClock(), freshMs: 1000 });
    const answer = { results: [{ id: "1" }] };
    memory.keep("mara", "GET /", answer, 0);
    const first = memory.recall("mara", "GET /") as typeof answer;
    first.results.pop();
    expect(memory.recall("mara", "GET /")).toEqual(answer);
    expect(memory.recall("tomas", "GET /")).toBeUndefined();
  });

  it("does not keep an answer that was on its way while something changed", () => {
    const memory = createAnswerMemory({ clock: createQuickClock(), freshMs: 1000 });
    const asked = memory.time;
    memory.forget(["7"]);
    memory.keep("mara", "GET /", { id: "7" }, asked);
    expect(memory.recall("mara", "GET /")).toBeUndefined();
  });

  it("never holds more than it may, whatever is kept", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string({ maxLength: 120 })), { maxLength: 60 }),
        (kept) => {
          const memory = createAnswerMemory({ clock: createQuickClock(), freshMs: 1000, most: 300 });
          for (const [request, answer] of kept) memory.keep("u", request, answer, 0);
          expect(memory.size).toBeLessThanOrEqual(300);
          const held = new Map(kept.map(([request]) => [request, memory.recall("u", request)]));
          const size = [...held].reduce(
            (sum, [request, answer]) =>
              sum + (answer === undefined ? 0 : 2 + request.length + JSON.stringify(answer).length),
            0,
          );
          expect(size).toBeLessThanOrEqual(300);
          const last = kept.at(-1);
          if (last && 2 + last[0].length + JSON.stringify(last[1]).length <= 300)
            expect(held.get(last[0])).toBe(last[1]);
        },
      ),
    );
  });

  it("holds nothing that is too old, though nobody asks for it again", () => {
    const clock = createQuickClock();
    const memory = createAnswerMemory({ clock, freshMs: 1000 });
    for (let user = 0; user < 100; user += 1) memory.keep(`user ${user}`, "GET /", { id: user }, 0);
    const size = memory.size;
    clock.advance(500);
    memory.keep("mara", "GET /", { id: "mara" }, 0);
    expect(memory.size).toBeGreaterThan(size);
    clock.advance(500);
    memory.keep("tomas", "GET /", { id: "tomas" }, 0);
    expect(memory.recall("mara", "GET /")).toEqual({ id: "mara" });
    expect(memory.size).toBeLessThan(100);
    clock.advance(1000);
    memory.sweep();
    expect(memory.size).toBe(0);
  });
});
