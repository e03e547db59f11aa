import { expect, test } from "vitest";
import { pptxgenPlugin } from "./pptxgen-plugin.ts";

const LIBRARY = "/node_modules/pptxgenjs/dist/pptxgen.es.js";

const transformed = (code: string, id: string): string | undefined => {
  const { transform } = pptxgenPlugin();
  if (typeof transform !== "function") throw new Error("The plugin has no transform function.");
  return (transform as (code: string, id: string) => { code: string } | undefined)(code, id)?.code;
};

test("a presentation is written without a link in the page", () => {
  const code = "document.body.appendChild(link); link.click(); document.body.removeChild(link);";
  expect(transformed(code, LIBRARY)).toBe(" link.click(); ");
});

test("a library that touches the page in another way fails the build", () => {
  expect(() => transformed("document.body.append(link);", LIBRARY)).toThrow(/in another way/);
  expect(() => transformed("nothing of it", LIBRARY)).toThrow(/in another way/);
});

test("other code is left alone", () => {
  expect(transformed("document.body.appendChild(link);", "/src/mine.js")).toBeUndefined();
});
