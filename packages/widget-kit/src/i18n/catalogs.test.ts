import path from "node:path";
import { describe, expect, test } from "vitest";
import { keysIn, placeholdersOf, wordsInView } from "../testing/read-source.ts";
import { checkCatalogs } from "../testing.ts";

describe("the kit's texts", () => {
  test("agree in three languages, are all used, and no view has words of its own", () => {
    expect(checkCatalogs({ folder: path.resolve(import.meta.dirname, "../..") })).toEqual([]);
  });
});

describe("the check of texts", () => {
  const matches = (source: string, key: string): boolean =>
    keysIn(source).some((pattern) => pattern.test(key));

  test("finds keys in quotes and keys built from a template", () => {
    expect(matches('t("kit.close")', "kit.close")).toBe(true);
    expect(matches("t(`kit.saving.${state}`)", "kit.saving.offline")).toBe(true);
    expect(matches('t(`kit.error.${error?.code ?? "x"}.title`)', "kit.error.not-found.title")).toBe(true);
    expect(matches("t(`kit.saving.${state}`)", "kit.error.offline")).toBe(false);
  });

  test("does not take an import for a key", () => {
    expect(keysIn('import { x } from "../widget/use-t.ts"')).toEqual([]);
  });

  test("knows the values a message takes, inside plurals too", () => {
    expect(placeholdersOf("{count, plural, one {# deal of {name}} other {# deals of {name}}}")).toEqual([
      "count",
      "name",
    ]);
  });

  test("sees words between tags and in attributes, but not code", () => {
    expect(wordsInView("<p>Not yet</p>")).toEqual(["Not yet"]);
    expect(wordsInView('<Icon label="Print me" />')).toEqual(["Print me"]);
    expect(wordsInView('<p>{open ? "Close this panel" : null}</p>')).toEqual(["Close this panel"]);
    expect(wordsInView("<p>{t('kit.close')}</p>")).toEqual([]);
    expect(wordsInView('throw new Error("For developers only")')).toEqual([]);
    expect(wordsInView("const f = <T,>(a: T) => a < b && c > d;")).toEqual([]);
  });
});
