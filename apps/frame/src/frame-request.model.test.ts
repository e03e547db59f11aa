import { expect, test } from "vitest";
import { toFrameRequest, withoutCode } from "./frame-request.model.ts";

const DEFAULTS = { locale: "en-GB", timeZone: "Europe/Berlin", theme: "light" } as const;
const read = (rest: string) => toFrameRequest(`https://example.com/frame/${rest}`, DEFAULTS);

test("the embedding page chooses widget, language, zone, currency and look", () => {
  expect(
    read(
      "?widget=white-space&locale=de-AT&timeZone=Asia/Jakarta&currency=IDR&skin=hubspot&theme=dark#code=abc",
    ),
  ).toEqual({
    widget: "white-space",
    code: "abc",
    locale: "de-AT",
    timeZone: "Asia/Jakarta",
    currency: "IDR",
    skin: "hubspot",
    theme: "dark",
  });
});

test("what is no value of ours falls back to the browser's own", () => {
  expect(read("?locale=_&timeZone=Mars/Base&currency=%3Cb%3E&skin=neon&theme=pink")).toEqual({
    widget: "",
    code: undefined,
    ...DEFAULTS,
    currency: "EUR",
    skin: "lightning",
  });
});

test("the code is never in the part of the URL that is sent to a server", () => {
  expect(read("?widget=a&code=leaked").code).toBeUndefined();
  expect(withoutCode("https://example.com/frame/?widget=a#code=abc")).toBe(
    "https://example.com/frame/?widget=a",
  );
});
