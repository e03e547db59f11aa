import { accountScope, toRecordId } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { newKey, perspective, toCommit } from "./drafts.ts";
import { ABSENT, type PortCall } from "./port-calls.ts";
import type { Started } from "./started.ts";

type Calls = readonly (readonly [string, PortCall])[];

const elbe = () => accountScope(toRecordId("acc-elbe"));

/** Answers cross frames, channels and the network; they are data and nothing else. */
export function describeAnswers(started: () => Started, calls: Calls): void {
  describe("answers", () => {
    it.for(calls)("of %s are plain data: they survive a clone and JSON", async ([, call], { skip }) => {
      const answer = await call(started().rep, started().freshScope);
      if (answer === undefined) return skip(ABSENT);
      expect(structuredClone(answer)).toStrictEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    });

    it.for(calls.filter(([name]) => name !== "commit"))(
      "of %s belong to the caller: changing one changes no other",
      async ([, call], { skip }) => {
        const { rep } = started();
        await rep.store.commit(toCommit(elbe(), [perspective(newKey())]));
        const answer = await call(rep, elbe);
        if (answer === undefined) return skip(ABSENT);
        const before = structuredClone(answer);
        spoil(answer);
        expect(await call(rep, elbe)).toEqual(before);
      },
    );
  });
}

/** Overwrites every text inside; a frozen answer stays as it is, which is just as good. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string") Reflect.set(value, name, "spoilt");
    else spoil(inner);
  }
}
