import { expect, test } from "vitest";
import { ConfigError, isWorkbench, readConfig } from "./config.model.ts";

test("without any setting it listens on this machine alone and keeps its data beside the program", () => {
  expect(readConfig({}, [], "/srv/sweetspot")).toEqual({
    port: 4173,
    host: "127.0.0.1",
    dataFolder: "/srv/sweetspot/.data",
    databaseUrl: undefined,
    empty: false,
    publicUrl: undefined,
    frameAncestors: [],
    logLevel: "warn",
    hubspot: undefined,
  });
});

test("settings come from the environment, and --empty from the command line", () => {
  const config = readConfig(
    {
      PORT: "0",
      HOST: "0.0.0.0",
      SWEETSPOT_DATA: "/var/lib/sweetspot",
      DATABASE_URL: "postgres://u:p@db/plans",
      SWEETSPOT_URL: "https://plans.example.com",
      SWEETSPOT_FRAME_ANCESTORS: "https://app.hubspot.com https://*.lightning.force.com",
      SWEETSPOT_LOG: "debug",
    },
    ["--empty"],
    "/",
  );
  expect(config).toMatchObject({
    port: 0,
    dataFolder: "/var/lib/sweetspot",
    databaseUrl: "postgres://u:p@db/plans",
    empty: true,
    frameAncestors: ["https://app.hubspot.com", "https://*.lightning.force.com"],
    logLevel: "debug",
  });
  expect(isWorkbench(config)).toBe(false);
});

test.each([
  ["PORT", "80a"],
  ["PORT", "65536"],
  ["DATABASE_URL", "mysql://db"],
  ["SWEETSPOT_EMPTY", "perhaps"],
  ["SWEETSPOT_URL", "plans.example.com"],
  ["SWEETSPOT_URL", "ftp://plans.example.com"],
  ["SWEETSPOT_FRAME_ANCESTORS", "https://a.example; script-src *"],
  ["SWEETSPOT_LOG", "loud"],
])("a wrong %s (%s) is named with its remedy", (name, value) => {
  expect(() => readConfig({ [name]: value }, [], "/")).toThrow(new RegExp(`^${name}=`));
});

test("everything that is wrong is told at once", () => {
  expect(() => readConfig({ PORT: "x", SWEETSPOT_LOG: "y" }, ["--emtpy"], "/")).toThrow(
    /--emtpy[\s\S]*PORT=x[\s\S]*SWEETSPOT_LOG=y/,
  );
  expect(() => readConfig({ PORT: "x" }, [], "/")).toThrow(ConfigError);
});
