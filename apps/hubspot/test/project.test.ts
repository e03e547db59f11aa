import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseProjectConfig } from "@hubspot/project-parsing-lib/projects";
import { translate } from "@hubspot/project-parsing-lib/translate";
import { afterAll, describe, expect, inject, test, vi } from "vitest";
import { findProjectFaults } from "../build/check-project.ts";
import { writeProject } from "../build/write-project.ts";
import { GATEWAY } from "./package-project.setup.ts";

vi.mock("@hubspot/local-dev-lib/http", async () => {
  const { SCHEMAS } = await import("./hubspot-schemas.fixture.ts");
  return { http: { get: async () => ({ data: SCHEMAS }) } };
});

const scratch = mkdtempSync(path.join(tmpdir(), "sweetspot-projects-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** HubSpot's own reading of a project. */
async function read(project: string) {
  const { srcDir, platformVersion } = parseProjectConfig(project) as {
    srcDir: string;
    platformVersion: string;
  };
  return translate({
    projectSourceDir: path.join(project, srcDir),
    platformVersion,
    accountId: 1,
  });
}

test("HubSpot’s parser takes the packaged project whole: no file skipped, no uid changed", async () => {
  const { intermediateRepresentation, skippedHsMetaFiles } = await read(inject("project"));
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  expect(skippedHsMetaFiles).toEqual([]);
  // HubSpot knows a component by its uid for ever: another one is a new card that nobody has on his pages.
  expect(Object.fromEntries(nodes.map(({ uid, componentType }) => [uid, componentType]))).toEqual({
    sweetspot: "APPLICATION",
    "sweetspot-company-tab": "CARD",
    "sweetspot-company-sidebar": "CARD",
    "sweetspot-deal-tab": "CARD",
    "sweetspot-deal-sidebar": "CARD",
    "sweetspot-settings": "SETTINGS",
    "sweetspot-webhooks": "WEBHOOKS",
  });
  expect(findProjectFaults(inject("project"))).toEqual([]);
});

test("the app reaches the gateway it was packaged for, and nothing else", () => {
  const app = readFileSync(path.join(inject("project"), "src/app/app-hsmeta.json"), "utf8");
  const { permittedUrls, auth } = (JSON.parse(app) as { config: Record<string, Record<string, unknown>> })
    .config;
  expect(permittedUrls).toEqual({ fetch: [GATEWAY], iframe: [GATEWAY], img: [] });
  expect(auth?.["redirectUrls"]).toEqual([`${GATEWAY}/hubspot/v1/oauth/callback`]);
});

test("the scopes are those the gateway asks for: another list, and no user could install", () => {
  const gateway = path.resolve(import.meta.dirname, "../../gateway/src/hubspot/hubspot-oauth.ts");
  const source = readFileSync(gateway, "utf8");
  const listed = (name: string): string[] => {
    const list = new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(source)?.[1] ?? "";
    return [...list.matchAll(/"([^"]+)"/g)].map(([, scope]) => scope ?? "").toSorted();
  };
  const app = readFileSync(path.join(inject("project"), "src/app/app-hsmeta.json"), "utf8");
  const { auth } = (JSON.parse(app) as { config: { auth: Record<string, string[]> } }).config;
  expect(auth["requiredScopes"]?.toSorted()).toEqual(listed("REQUIRED_SCOPES"));
  expect(auth["optionalScopes"]?.toSorted()).toEqual(listed("OPTIONAL_SCOPES"));
});

test("what HubSpot installs for a card is what we tested with", () => {
  const read = (file: string) =>
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8")) as {
      dependencies: object;
      packages: Record<string, { version: string }>;
    };
  expect(read("extension/package.json").dependencies).toEqual(read("package.json").dependencies);
  const ours = read("package-lock.json").packages;
  for (const [name, { version }] of Object.entries(read("extension/package-lock.json").packages))
    if (name !== "") expect([name, ours[name]?.version]).toEqual([name, version]);
});

test("an address HubSpot could not reach is refused with the remedy", () => {
  const app = path.resolve(import.meta.dirname, "..");
  for (const gateway of ["http://plans.example.com", "https://localhost", "https://a.example/path", "plans"])
    expect(() => writeProject({ app, gateway, out: path.join(scratch, "none") })).toThrow(
      /Name an https origin/,
    );
});

type Spoil = (at: (file: string) => string) => void;
const edit =
  (file: string, change: (config: Record<string, unknown>, node: Record<string, unknown>) => void): Spoil =>
  (at) => {
    const node = JSON.parse(readFileSync(at(file), "utf8")) as Record<string, unknown>;
    change(node["config"] as Record<string, unknown>, node);
    writeFileSync(at(file), JSON.stringify(node));
  };
const CARD = "src/app/cards/deal-tab-hsmeta.json";
const APP = "src/app/app-hsmeta.json";
const EVENTS = "src/app/webhooks/webhooks-hsmeta.json";

/** A fault each, and who finds it: HubSpot's parser, our own checks, or both. */
const CORPUS: readonly (readonly [fault: string, finders: string, spoil: Spoil])[] = [
  [
    "a project without a platform version",
    "parser",
    (at) => writeFileSync(at("hsproject.json"), '{"name":"x"}'),
  ],
  [
    "a platform nobody knows",
    "parser",
    (at) => writeFileSync(at("hsproject.json"), '{"name":"x","srcDir":"src","platformVersion":"1999.1"}'),
  ],
  ["a card that is no JSON", "parser", (at) => writeFileSync(at(CARD), "{")],
  ["two cards of one uid", "both", edit(CARD, (_, node) => (node["uid"] = "sweetspot-company-tab"))],
  ["a uid with a space", "both", edit(CARD, (_, node) => (node["uid"] = "deal tab"))],
  ["a uid of 65 letters", "both", edit(CARD, (_, node) => (node["uid"] = "x".repeat(65)))],
  ["a type there is none of", "both", edit(CARD, (_, node) => (node["type"] = "widget"))],
  ["a field nobody asked for", "parser", edit(CARD, (_, node) => (node["extra"] = 1))],
  [
    "a place on the page that does not exist",
    "parser",
    edit(CARD, (config) => (config["location"] = "crm.top")),
  ],
  ["a card for no object", "parser", edit(CARD, (config) => (config["objectTypes"] = []))],
  [
    "an entry that is not there",
    "ours",
    edit(CARD, (config) => (config["entrypoint"] = "/app/cards/none.tsx")),
  ],
  [
    "an entry that shows nothing",
    "ours",
    (at) => writeFileSync(at("src/app/cards/deal-tab.tsx"), "export {};"),
  ],
  [
    "a card one folder too deep",
    "both",
    (at) => {
      mkdirSync(at("src/app/cards/deals"));
      renameSync(at(CARD), at("src/app/cards/deals/deal-tab-hsmeta.json"));
    },
  ],
  [
    "a meta file of the wrong name",
    "ours",
    (at) => renameSync(at(CARD), at("src/app/cards/deal-tab-meta.json")),
  ],
  ["no app", "both", (at) => rmSync(at(APP))],
  ["an account-level app", "ours", edit(APP, (config) => (config["isUserLevel"] = false))],
  [
    "a marketplace app with one fixed token",
    "both",
    edit(APP, (config) => {
      (config["auth"] as Record<string, unknown>)["type"] = "static";
    }),
  ],
  [
    "no scope to begin with",
    "ours",
    edit(APP, (config) => {
      (config["auth"] as Record<string, unknown>)["requiredScopes"] = ["crm.objects.deals.read"];
    }),
  ],
  [
    "an address without encryption",
    "both",
    edit(APP, (config) => {
      (config["permittedUrls"] as Record<string, unknown>)["fetch"] = ["http://gateway.sweetspot.example"];
    }),
  ],
  [
    "an address on this machine",
    "ours",
    edit(APP, (config) => {
      (config["permittedUrls"] as Record<string, unknown>)["iframe"] = ["https://localhost"];
    }),
  ],
  [
    "a gateway whose frame may not be shown",
    "ours",
    edit(APP, (config) => {
      (config["permittedUrls"] as Record<string, unknown>)["iframe"] = [];
    }),
  ],
  ["no events", "ours", (at) => rmSync(at(EVENTS))],
  [
    "events sent elsewhere",
    "ours",
    edit(EVENTS, (config) => {
      (config["settings"] as Record<string, unknown>)["targetUrl"] = "https://elsewhere.example/hubspot";
    }),
  ],
  [
    "changes of no property",
    "parser",
    edit(EVENTS, (config) => {
      const { crmObjects } = config["subscriptions"] as { crmObjects: Record<string, unknown>[] };
      for (const one of crmObjects) delete one["propertyName"];
    }),
  ],
  [
    "an address never filled in",
    "ours",
    (at) => {
      const file = at("src/app/cards/common/gateway-address.ts");
      writeFileSync(file, 'export const GATEWAY = "https://sweetspot.invalid";');
    },
  ],
];

describe("a broken project is found before it is uploaded", () => {
  test.each(CORPUS)("%s (%s)", async (fault, finders, spoil) => {
    const project = path.join(scratch, fault.replaceAll(" ", "-"));
    cpSync(inject("project"), project, { recursive: true });
    spoil((file) => path.join(project, file));
    const parsed = await read(project).then(
      ({ skippedHsMetaFiles }) => skippedHsMetaFiles.length === 0,
      () => false,
    );
    const found = [...(parsed ? [] : ["parser"]), ...(findProjectFaults(project).length > 0 ? ["ours"] : [])];
    expect(found.join()).toBe(finders === "both" ? "parser,ours" : finders);
  });
});
