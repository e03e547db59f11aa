import { expect, test } from "vitest";
import { CRM_ERROR_CODES, CrmError, fromCrmErrorMessage, toCrmErrorMessage } from "./crm-error.ts";

test("an error of another copy of the contract is still recognised", () => {
  const foreign = Object.assign(new Error("gone"), {
    code: "not-found",
    [Symbol.for("sweetspot.crm-error")]: true,
  });
  expect(CrmError.is(foreign, "not-found")).toBe(true);
  expect(CrmError.is(foreign, "conflict")).toBe(false);
  expect(CrmError.is(new Error("not-found"))).toBe(false);
});

test("every code survives the wire with its detail and waiting time", () => {
  for (const code of CRM_ERROR_CODES) {
    const sent = new CrmError(code, "why", { retryAfterMs: 1500, detail: { stored: [] } });
    const received = fromCrmErrorMessage(structuredClone(toCrmErrorMessage(sent)));
    expect(received).toMatchObject({ code, message: "why", retryAfterMs: 1500, detail: { stored: [] } });
  }
});

test("a code of a newer peer reads as unavailable", () => {
  expect(fromCrmErrorMessage({ code: "teapot" as never, message: "?" }).code).toBe("unavailable");
});
