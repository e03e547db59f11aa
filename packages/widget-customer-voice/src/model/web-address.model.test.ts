import { expect, test } from "vitest";
import { isWebAddress } from "./web-address.model.ts";

test("addresses of pages become links, scripts and words do not", () => {
  expect(isWebAddress("https://example.com/report")).toBe(true);
  for (const text of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "page 12",
    "",
    undefined,
  ])
    expect(isWebAddress(text), String(text)).toBe(false);
});
