import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { APEX_FILES } from "./apex-source.testing.ts";
import { LABELS } from "./labels.ts";

const guide = readFileSync(
  path.resolve(import.meta.dirname, "../../../shared/docs/install-salesforce.md"),
  "utf8",
).replace(/\s+/g, " ");

test("the install guide explains every message that the components show", () => {
  for (const [name, { en }] of Object.entries(LABELS))
    if (name.endsWith("_title")) expect(guide, name).toContain(`| ${en} |`);
});

test("the install guide quotes what the service says to who writes rows by hand", () => {
  const message =
    /addError\('([^']+)'\)/.exec(APEX_FILES.get("SweetspotGuard.cls") ?? "")?.[1] ?? "no message";
  expect(guide).toContain(`| ${message} |`);
});

test("the install guide names every test class that a deployment must run", () => {
  const tests = [...APEX_FILES].filter(([, source]) => /@IsTest\s+private class/.test(source));
  for (const [file] of tests) expect(guide).toContain(`--tests ${file.replace(".cls", "")}`);
});
