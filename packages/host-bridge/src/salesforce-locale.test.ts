import { expect, test } from "vitest";
import { toSalesforceLocale } from "./salesforce-locale.ts";

test("words follow the user's language, numbers and dates the region", () => {
  expect(toSalesforceLocale("en", "de-DE")).toBe("en-DE");
  expect(toSalesforceLocale("de", "de-AT")).toBe("de-AT");
  expect(toSalesforceLocale("en-US", "en-GB")).toBe("en-GB");
});

test("Salesforce's former codes are understood", () => {
  expect(toSalesforceLocale("in", "in_ID")).toBe("id-ID");
  expect(toSalesforceLocale("in", "en-SG")).toBe("id-SG");
  expect(toSalesforceLocale("de", "in-ID")).toBe("de-ID");
});

test("what cannot be read gives way to what can", () => {
  expect(toSalesforceLocale("", "de-DE")).toBe("de-DE");
  expect(toSalesforceLocale("de", "")).toBe("de");
  expect(toSalesforceLocale("", "")).toBe("en");
});
