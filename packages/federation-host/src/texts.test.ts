import { expect, test } from "vitest";
import de from "../locales/de.json" with { type: "json" };
import en from "../locales/en.json" with { type: "json" };
import id from "../locales/id.json" with { type: "json" };
import { text, titleOf } from "./texts.ts";

test("every text exists in every language, translated", () => {
  const sameInGerman = new Set(["host.code"]);
  for (const other of [de, id]) {
    expect(Object.keys(other).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, message] of Object.entries(other))
      if (!sameInGerman.has(key)) expect(message, key).not.toEqual(Reflect.get(en, key));
  }
});

test("values stand where the language wants them, and an unknown language reads English", () => {
  expect(text("de-AT", "host.open-version", { version: "1.2.3" })).toBe("Version 1.2.3 öffnen");
  expect(text("fr-FR", "host.open-version", { version: "1.2.3" })).toBe("Open version 1.2.3");
});

test("a title is taken in the nearest language", () => {
  const titles = { en: "Grid", de: "Raster" };
  expect(["de-CH", "de", "id-ID"].map((locale) => titleOf(titles, locale))).toEqual([
    "Raster",
    "Raster",
    "Grid",
  ]);
});
