import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readMessage, writeMessage } from "./channel-message.ts";
import { createFrameChannel } from "./frame-channel.ts";
import { createHostChannel } from "./host-channel.ts";
import { createLinePair } from "./line.fixture.ts";

test("law: whatever order answers and cancellations come in, each call gets its own answer or its own reason", () =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.record({ value: fc.integer(), cancelled: fc.boolean(), fails: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
      async (scheduler, plan) => {
        const pair = createLinePair();
        const begun: number[] = [];
        createHostChannel({
          line: pair.host,
          snapshot: null,
          allow: {
            work: async (argument) => {
              const index = argument as number;
              begun.push(index);
              await scheduler.schedule(Promise.resolve(), `work ${index}`);
              if (plan[index]?.fails) throw { status: index };
              return plan[index]?.value;
            },
          },
        });
        const channel = await createFrameChannel({ line: pair.frame, visit: "v" });
        const outcomes = plan.map(({ cancelled }, index) => {
          const control = new AbortController();
          const outcome = channel.call("work", index, { signal: control.signal }).then(
            (value) => ({ value }),
            (reason: unknown) => ({ reason }),
          );
          if (cancelled)
            void scheduler.schedule(Promise.resolve(), `cancel ${index}`).then(() => control.abort(index));
          return outcome;
        });
        await scheduler.waitFor(Promise.all(outcomes));
        // Begun in the order of asking; one that was cancelled before it got there began and was stopped.
        expect(begun).toEqual([...begun].toSorted((a, b) => a - b));
        for (const [index, { value, cancelled, fails }] of plan.entries()) {
          const expected = fails ? { reason: { status: index } } : { value };
          const allowed = cancelled ? [expected, { reason: index }] : [expected];
          expect(allowed).toContainEqual(await outcomes[index]);
        }
      },
    ),
    { numRuns: 60 },
  ));

test("law: a text that comes twice, or any text at all, never runs anything twice and never breaks the host", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.record({ id: fc.integer({ min: -2, max: 6 }), operation: fc.constantFrom("work", "other") }),
          fc.string(),
          fc.jsonValue(),
        ),
        { maxLength: 30 },
      ),
      async (said) => {
        const pair = createLinePair();
        const ids: unknown[] = [];
        createHostChannel({
          line: pair.host,
          snapshot: null,
          allow: { work: (argument) => void ids.push(argument) },
        });
        pair.frame.post(writeMessage({ kind: "hello", versions: [1], visit: "v" }));
        for (const item of said) {
          const isCall = typeof item === "object" && item !== null && "operation" in item;
          pair.frame.post(
            isCall
              ? writeMessage({
                  kind: "call",
                  ...(item as { id: number; operation: string }),
                  argument: (item as { id: number }).id,
                })
              : `sweetspot:${typeof item === "string" ? item : JSON.stringify(item)}`,
          );
        }
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => (id as number) > 0)).toBe(true);
      },
    ),
    { numRuns: 100 },
  ));

test("law: what is JSON arrives as it was", () =>
  fc.assert(
    fc.property(fc.jsonValue(), (argument) => {
      const text = writeMessage({ kind: "call", id: 1, operation: "o", argument });
      expect(readMessage(text)?.["argument"]).toEqual(JSON.parse(JSON.stringify(argument)));
    }),
  ));
