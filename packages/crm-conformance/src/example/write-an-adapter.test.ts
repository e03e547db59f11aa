import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const guide = readFileSync(new URL("../../../../shared/docs/write-an-adapter.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/```ts\n\/\/ (?<name>[\w.-]+)\n(?<code>.*?)```/gs)].map(
  ({ groups }) => groups ?? {},
);

test("the guide prints the whole adapter", () => {
  expect(blocks.map((block) => block["name"])).toEqual([
    "line.ts",
    "records.ts",
    "pages.ts",
    "reader.ts",
    "store.ts",
    "tiny-adapter.ts",
    "tiny-adapter.test.ts",
  ]);
});

test.for(blocks.map((block) => [block["name"], block["code"]] as const))(
  "the guide's %s is the very file the suite runs",
  ([name, code]) => {
    expect(code).toBe(readFileSync(new URL(name ?? "", import.meta.url), "utf8"));
  },
);
