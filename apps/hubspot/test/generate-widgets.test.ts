import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateWidgets } from "../build/generate-widgets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sweetspot-generate-"));
  const write = (file: string, value: unknown): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), JSON.stringify(value));
  };
  write("app/src/common/.keep", "");
  for (const language of ["en", "de", "id"]) {
    write(`app/locales/${language}.json`, { "card.open": "Open", "settings.saved": "Saved" });
    write(`pulse/locales/${language}.json`, { "summary.calm": "Calm", "view.secret": "Not for a card" });
  }
  write("pulse/widget.json", {
    id: "pulse",
    titles: { en: "Pulse", de: "Puls" },
    recordTypes: ["account", "contact"],
  });
  write("bare/widget.json", { id: "bare", titles: { en: "Bare" }, recordTypes: ["opportunity"] });
  write("nameless/widget.json", { id: "nameless", titles: { de: "Namenlos" }, recordTypes: [] });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compile = (source: string) => JSON.parse(source) as Record<string, unknown>;
const generate = (...widgets: string[]): string => {
  const app = path.join(folder, "app");
  const manifests = widgets.map((widget) => path.join(folder, widget, "widget.json"));
  generateWidgets({ app, manifests, compile });
  return readFileSync(path.join(app, "src/common/widgets.gen.ts"), "utf8");
};

test("a card knows each widget's titles, the records it is for, and its summary's messages alone", () => {
  const source = generate("pulse");
  expect(source).toContain('"pulse:summary.calm": "Calm"');
  expect(source).not.toContain("Not for a card");
  expect(source).toMatch(/"titles": \{\s*"en": "Pulse",\s*"de": "Puls",\s*"id": "Pulse"/);
  expect(source).toMatch(/"objects": \[\s*"company"\s*\]/);
});

test("a widget without texts has a title and a button; one without a title has no place on a card", () => {
  expect(generate("bare", "pulse")).toContain('"bare"');
  expect(() => generate("nameless")).toThrow(/titles\.en is missing/);
});
