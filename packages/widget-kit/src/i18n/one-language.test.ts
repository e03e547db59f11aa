import { expect, test, vi } from "vitest";
import { createOneLanguage, loadAhead } from "./one-language.ts";
import { createTranslator } from "./translator.ts";

const loaders = () => ({
  en: vi.fn(async () => ({ default: { hello: "Hello" } })),
  de: vi.fn(async () => ({ default: { hello: "Hallo" } })),
  id: vi.fn(async () => ({ default: { hello: "Halo" } })),
});

test("a page that speaks German fetches German alone", async () => {
  const texts = loaders();
  const own = createOneLanguage(texts);
  expect(own.of("de")).toBeUndefined();
  await own.load("de");
  const catalogs = own.of("de");
  expect(catalogs && createTranslator(catalogs, "de-DE").t("hello")).toBe("Hallo");
  expect(own.of("id")).toBeUndefined();
  expect([texts.en, texts.id].map((load) => load.mock.calls.length)).toEqual([0, 0]);
});

test("texts that could not be fetched are asked for again", async () => {
  const texts = loaders();
  texts.id.mockRejectedValueOnce(new Error("offline"));
  const own = createOneLanguage(texts);
  await expect(own.load("id")).rejects.toThrow("offline");
  expect(own.of("id")).toBeUndefined();
  await own.load("id");
  expect(own.of("id")?.id).toEqual({ hello: "Halo" });
});

test("texts that came with the code are here at once", () => {
  const texts = { en: { hello: "Hello" }, de: { hello: "Hallo" }, id: { hello: "Halo" } };
  expect(createOneLanguage(texts).of("de")).toBe(texts);
});

test("the language of the page is there before anybody mounts; one that fails is left to who mounts", async () => {
  const page = { documentElement: { lang: "id-ID" } } as Document;
  const own = createOneLanguage(loaders());
  await loadAhead(own, page);
  expect(own.of("id")?.en).toEqual({ hello: "Halo" });
  const texts = loaders();
  texts.id.mockRejectedValueOnce(new Error("offline"));
  await loadAhead(createOneLanguage(texts), page);
});
