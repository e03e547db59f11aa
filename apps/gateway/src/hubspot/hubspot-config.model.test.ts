import { expect, test } from "vitest";
import { readConfig } from "../config/config.model.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const WHOLE = {
  HUBSPOT_CLIENT_ID: "app",
  HUBSPOT_CLIENT_SECRET: "hush-hush",
  HUBSPOT_REDIRECT_URL: "https://plans.example.com/hubspot/v1/oauth/callback",
  SWEETSPOT_TOKEN_KEYS: `2026:${KEY},2025:${KEY}`,
};
const read = (environment: Record<string, string>) => readConfig(environment, [], "/");

test("a gateway that is told nothing of HubSpot is no app of it", () => {
  expect(read({}).hubspot).toBeUndefined();
});

test("an app knows its address by where HubSpot sends people back to, and may stand in HubSpot's pages", () => {
  const config = read(WHOLE);
  expect(config.hubspot?.tokenKeys.map(({ id }) => id)).toEqual(["2026", "2025"]);
  expect(config.hubspot?.apiUrl).toBe("https://api.hubapi.com");
  expect(config.publicUrl?.origin).toBe("https://plans.example.com");
  expect(config.frameAncestors).toContain("https://app-eu1.hubspot.com");
});

test.each(Object.keys(WHOLE))("%s cannot be left out where the others are set", (name) => {
  expect(() => read({ ...WHOLE, [name]: "" })).toThrow(new RegExp(`^${name} is missing`, "m"));
});

test.each([
  ["HUBSPOT_REDIRECT_URL", "plans.example.com"],
  ["HUBSPOT_REDIRECT_URL", "http://plans.example.com/hubspot/v1/oauth/callback"],
  ["HUBSPOT_REDIRECT_URL", "https://plans.example.com/callback"],
  ["SWEETSPOT_TOKEN_KEYS", "2026:c2hvcnQ="],
  ["SWEETSPOT_TOKEN_KEYS", KEY],
  ["SWEETSPOT_TOKEN_KEYS", `a:${KEY},a:${KEY}`],
  ["SWEETSPOT_URL", "https://elsewhere.example.com"],
  ["HUBSPOT_API_URL", "api.hubapi.com/"],
])("a wrong %s (%s) is named, and no key is repeated", (name, value) => {
  let message = "";
  try {
    read({ ...WHOLE, [name]: value });
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain(name);
  expect(message).not.toContain(KEY);
  expect(message).not.toContain("hush-hush");
});
