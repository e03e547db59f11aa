import { compileCatalog } from "@sweetspot/config";
import { describe, expect, test } from "vitest";
import { kitCatalogs } from "./kit-catalogs.ts";
import { createTranslator, LANGUAGES, toFormatLocale, toLanguage } from "./translator.ts";

const compile = (messages: Record<string, string>) => compileCatalog(JSON.stringify(messages), "test");

const catalogs = {
  en: compile({
    hello: "Hello {name}",
    deals: "{count, plural, one {# deal} other {# deals}}",
    only: "Only here",
  }),
  de: compile({ hello: "Hallo {name}", deals: "{count, plural, one {# Deal} other {# Deals}}" }),
  id: compile({ hello: "Halo {name}", deals: "{count, plural, other {# transaksi}}" }),
};

describe("a translator", () => {
  test("speaks the nearest of our languages", () => {
    expect(toLanguage("de-AT")).toBe("de");
    expect(toLanguage("id_ID")).toBe("id");
    expect(toLanguage("fr-FR")).toBe("en");
  });

  test("fills in names and counts by the rules of the language", () => {
    const { t } = createTranslator(catalogs, "de-DE");
    expect(t("hello", { name: "Lena" })).toBe("Hallo Lena");
    expect(t("deals", { count: 1 })).toBe("1 Deal");
    expect(t("deals", { count: 12_000 })).toBe("12.000 Deals");
    expect(createTranslator(catalogs, "id").t("deals", { count: 1 })).toBe("1 transaksi");
  });

  test("falls back to English, then to the key, so that nothing breaks over a missing text", () => {
    const { t, has } = createTranslator(catalogs, "de");
    expect(t("only")).toBe("Only here");
    expect(t("nowhere")).toBe("nowhere");
    expect(has("nowhere")).toBe(false);
  });

  test("does not take a property every object has for a text", () => {
    expect(createTranslator(catalogs, "en").t("constructor")).toBe("constructor");
  });

  test("lets a widget's text win over the kit's", () => {
    const widget = { en: compile({ "kit.close": "Done" }), de: {}, id: {} };
    expect(createTranslator([kitCatalogs, widget], "en").t("kit.close")).toBe("Done");
    expect(createTranslator([kitCatalogs, widget], "id").t("kit.close")).toBe("Tutup");
  });

  test("leaves a name with braces or markup as it is", () => {
    expect(createTranslator(catalogs, "en").t("hello", { name: "{x} <b>" })).toBe("Hello {x} <b>");
  });

  test.each(LANGUAGES)("has a real text for every state of saving in %s", (language) => {
    const { t } = createTranslator(kitCatalogs, language);
    for (const state of ["waiting", "offline", "conflict", "failed"]) {
      expect(t(`kit.saving.${state}`, { count: 3 })).toContain("3");
    }
  });
});

test("numbers and dates follow the host where we speak its language, and its region where not", () => {
  expect(toFormatLocale("de-CH")).toBe("de-CH");
  expect(toFormatLocale("en_GB")).toBe("en-GB");
  expect(toFormatLocale("fr-FR")).toBe("en-FR");
  expect(toFormatLocale("not a locale")).toBe("en");
});
