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
    operation: {
      stopDelayMs: 0,
      stopPatienceMs: 10_000,
      connections: 10,
      metricsToken: undefined,
      tracesTo: undefined,
      userRequests: 1200,
      requestSeconds: 60,
      tenantRequests: 30_000,
      requestsAtOnce: 300,
      historyDays: 0,
      auditDays: 365,
    },
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
  ["SWEETSPOT_STOP_DELAY", "soon"],
  ["SWEETSPOT_STOP_PATIENCE", "-1"],
  ["SWEETSPOT_CONNECTIONS", "1"],
  ["SWEETSPOT_METRICS_TOKEN", "short"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"],
  ["SWEETSPOT_USER_REQUESTS", "1.5"],
  ["SWEETSPOT_TENANT_REQUESTS", "many"],
  ["SWEETSPOT_REQUESTS_AT_ONCE", "-1"],
  ["SWEETSPOT_HISTORY_DAYS", "1e9"],
  ["SWEETSPOT_AUDIT_DAYS", "-7"],
])("a wrong %s (%s) is named with its remedy", (name, value) => {
  expect(() => readConfig({ [name]: value }, [], "/")).toThrow(new RegExp(`^${name}[=:] ?.*[.)]$`));
});

test("what is secret in a wrong setting is not repeated: the message ends in a log", () => {
  const secrets = { DATABASE_URL: "mysql://u:pa55word@db", SWEETSPOT_METRICS_TOKEN: "pa55word" };
  expect(() => readConfig(secrets, [], "/")).toThrow(/^((?!pa55word)[\s\S])*$/);
});

test("everything that is wrong is told at once", () => {
  expect(() => readConfig({ PORT: "x", SWEETSPOT_LOG: "y" }, ["--emtpy"], "/")).toThrow(
    /--emtpy[\s\S]*PORT=x[\s\S]*SWEETSPOT_LOG=y/,
  );
  expect(() => readConfig({ PORT: "x" }, [], "/")).toThrow(ConfigError);
});
