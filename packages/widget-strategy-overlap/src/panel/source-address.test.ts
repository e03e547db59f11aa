import { expect, test } from "vitest";
import { toAddress } from "./source-address.model.ts";

test("an address a browser may follow is followed, a script never", () => {
  expect(toAddress("https://example.com/a?b=c")).toBe("https://example.com/a?b=c");
  expect(toAddress(" example.com/report ")).toBe("https://example.com/report");
  for (const text of [
    undefined,
    "",
    "annual report",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
  ])
    expect(toAddress(text)).toBeUndefined();
});
