import { CRM_ERROR_CODES, CrmError, toCrmErrorMessage } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { isLeftOut, type PortCall } from "./port-calls.ts";
import { errorOf, type Started } from "./started.ts";

type Calls = readonly (readonly [string, PortCall])[];

/** Failures every method shares; what each method refuses by itself is told with the method. */
export function describeFailing(started: () => Started, calls: Calls): void {
  describe("failing", () => {
    it.each(CRM_ERROR_CODES)("says %s when that is the cause, and works again after it", async (code) => {
      for (const [name, call] of calls) {
        const { crm, rep, freshScope } = started();
        if (isLeftOut(name, rep)) continue;
        await crm.failNext(code);
        const error = await errorOf(Promise.resolve(call(rep, freshScope)));
        expect(CrmError.is(error, code), `${name} said ${String(error)}`).toBe(true);
        await expect(Promise.resolve(call(rep, freshScope)), name).resolves.toBeDefined();
      }
    });

    it("explains itself in words and data that can cross a wire", async () => {
      const { crm, rep, freshScope } = started();
      for (const code of CRM_ERROR_CODES) {
        await crm.failNext(code);
        const error = await errorOf(Promise.resolve(calls[0]?.[1](rep, freshScope)));
        if (!CrmError.is(error)) throw new Error(`${code} came as ${String(error)}, which is no CrmError.`);
        const message = toCrmErrorMessage(error);
        expect(message.message).toMatch(/\S/);
        expect(structuredClone(message)).toEqual(message);
      }
    });

    it("tells how long to wait in milliseconds, if it tells at all", async () => {
      const { crm, rep, freshScope } = started();
      await crm.failNext("rate-limited");
      const error = await errorOf(Promise.resolve(calls[0]?.[1](rep, freshScope)));
      const waiting = CrmError.is(error) ? (error.retryAfterMs ?? 0) : Number.NaN;
      expect(waiting).toBeGreaterThanOrEqual(0);
      expect(waiting).toBeLessThanOrEqual(24 * 3_600_000);
    });

    it("is unauthenticated for somebody who is no team member, whatever the call", async () => {
      for (const [name, call] of calls) {
        const { crm, freshScope } = started();
        const attempt = crm
          .as(CONFORMANCE_USERS.stranger)
          .then((ports) => call(ports, freshScope) ?? absent(name));
        const error = await errorOf(attempt);
        expect(CrmError.is(error, "unauthenticated"), `${name} said ${String(error)}`).toBe(true);
      }
    });

    it("is unauthenticated before signing in, whatever the call", async ({ skip }) => {
      const ports = await started().crm.anonymous?.();
      if (!ports) return skip("this adapter cannot be used without signing in");
      for (const [name, call] of calls) {
        const error = await errorOf(Promise.resolve(call(ports, started().freshScope) ?? absent(name)));
        expect(CrmError.is(error, "unauthenticated"), `${name} said ${String(error)}`).toBe(true);
      }
    });
  });
}

/** A method the adapter leaves out cannot be called by a stranger either. */
const absent = (name: string): Promise<never> =>
  Promise.reject(new CrmError("unauthenticated", `There is no ${name}.`));
