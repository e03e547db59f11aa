import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ConfigError, readConfig } from "../config/config.model.ts";

const root = path.resolve(import.meta.dirname, "../../../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const deploy = (file: string): string => read(`apps/gateway/deploy/${file}`);
const guide = read("shared/docs/operate-gateway.md");

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Every variable that the gateway asks for, alone and as an app of HubSpot's. */
const known = new Set<string>();
for (const given of [{}, { HUBSPOT_CLIENT_ID: "id" }] as Readonly<Record<string, string>>[]) {
  const environment = new Proxy(given, {
    get(target, name) {
      known.add(String(name));
      return target[String(name)];
    },
  });
  try {
    readConfig(environment, [], "/");
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
  }
}
/** Read by the tools around the gateway, and by OpenTelemetry's exporter. */
const elsewhere = new Set(["SWEETSPOT_DATABASE_PASSWORD", "OTEL_EXPORTER_OTLP_HEADERS"]);
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:SWEETSPOT|HUBSPOT|OTEL)_[A-Z_]+\b/g)].map(([name]) => name);

/** Of the Compose specification, those that may stand here. */
const SERVICE_KEYS =
  "build image restart init depends_on env_file environment stop_grace_period ports volumes read_only tmpfs cap_drop security_opt healthcheck".split(
    " ",
  );

describe("the files for operators", () => {
  it.each(readdirSync(path.join(root, "apps/gateway/deploy")).filter((file) => !file.endsWith("ignore")))(
    "%s names only settings that the gateway knows",
    (file) => {
      expect(namesIn(deploy(file)).filter((name) => !known.has(name) && !elsewhere.has(name))).toEqual([]);
    },
  );

  it("the guide explains every setting, and no other", () => {
    const rows = guide.split("\n").filter((line) => line.startsWith("| `"));
    const explained = rows.flatMap((row) =>
      [...(row.split(" | ")[0] ?? "").matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name ?? ""),
    );
    // HubSpot's other addresses stand in the same row, as nobody but a test sets them.
    expect([...known].filter((name) => !explained.includes(name) && !name.endsWith("_URL"))).toEqual([]);
    expect([...known].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    expect(explained.filter((name) => !known.has(name))).toEqual([]);
    expect(namesIn(guide).filter((name) => !known.has(name) && !elsewhere.has(name))).toEqual([]);
  });

  it("compose.yaml runs two gateways on one database, reached through a proxy on the same machine alone", () => {
    const { services, volumes } = parse(deploy("compose.yaml"), { merge: true }) as Compose;
    const gateways = Object.entries(services).filter(([name]) => name.startsWith("gateway"));
    expect(gateways).toHaveLength(2);
    for (const [, gateway] of gateways) {
      expect(gateway.ports?.every((port) => port.startsWith("127.0.0.1:"))).toBe(true);
      expect(
        existsSync(
          path.resolve(
            root,
            "apps/gateway/deploy",
            gateway.build?.context ?? "",
            gateway.build?.dockerfile ?? "",
          ),
        ),
      ).toBe(true);
      const { DATABASE_URL = "", ...settings } = gateway.environment;
      const url = DATABASE_URL.replace(/\$\{[^}]*\}/, "secret");
      expect(() => readConfig({ ...settings, DATABASE_URL: url }, [], "/")).not.toThrow();
      expect(services[new URL(url).hostname]?.image).toMatch(/^postgres:/);
    }
    expect(services["database"]?.ports).toBeUndefined();
    const named = Object.values(services).flatMap(({ volumes: used }) =>
      used.map((one) => one.split(":")[0]),
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(volumes)));
  });

  it("the Dockerfile has the pinned Node and pnpm, copies what exists, and does not run as root", () => {
    const text = deploy("Dockerfile");
    const { devEngines } = JSON.parse(read("package.json")) as {
      devEngines: Readonly<Record<"runtime" | "packageManager", { readonly version: string }>>;
    };
    expect([...text.matchAll(/node:([\d.]+)-/g)].map(([, version]) => version)).toEqual([
      devEngines.runtime.version,
      devEngines.runtime.version,
    ]);
    expect(text).toContain(`pnpm@${devEngines.packageManager.version}`);
    for (const [, name] of text.matchAll(/--filter="?@sweetspot\/(\w+)/g))
      expect(existsSync(path.join(root, "apps", name ?? ""))).toBe(true);
    expect(text.lastIndexOf("\nUSER node")).toBeGreaterThan(text.lastIndexOf("\nRUN"));
  });

  it("the example of settings is one the gateway starts with, once its gaps are filled", () => {
    const lines = deploy("sweetspot.env.example").matchAll(/^#?([A-Z_]+)=(.*)$/gm);
    const settings = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    const filled = {
      ...settings,
      SWEETSPOT_METRICS_TOKEN: "t".repeat(32),
      HUBSPOT_CLIENT_ID: "id",
      HUBSPOT_CLIENT_SECRET: "secret",
      SWEETSPOT_TOKEN_KEYS: `2027a:${Buffer.alloc(32).toString("base64")}`,
    };
    expect(readConfig(filled, [], "/")).toMatchObject({ empty: true, logLevel: "info" });
  });

  it("the unit gives a gateway the time it takes to stop", () => {
    const unit = deploy("sweetspot@.service");
    const seconds = (name: string): number => Number(new RegExp(`${name}=(\\d+)`).exec(unit)?.[1]);
    expect(seconds("TimeoutStopSec")).toBeGreaterThanOrEqual(
      seconds("SWEETSPOT_STOP_DELAY") + seconds("SWEETSPOT_STOP_PATIENCE") + 5,
    );
  });

  it("the unit is reached by the proxy of its machine alone, whatever the file of settings says", () => {
    const started = /^ExecStart=\/usr\/bin\/env (.*) \/usr\/bin\/node (.*)$/m.exec(
      deploy("sweetspot@.service"),
    );
    const settings = Object.fromEntries((started?.[1] ?? "").split(" ").map((part) => part.split("=")));
    const config = readConfig({ HOST: "0.0.0.0", ...settings, PORT: "4173" }, [], "/");
    expect(config).toMatchObject({ host: "127.0.0.1", port: 4173 });
    expect(settings).toMatchObject({ PORT: "%i", SWEETSPOT_DATA: "/var/lib/sweetspot-%i" });
    expect(existsSync(path.join(root, started?.[2] ?? ""))).toBe(true);
  });

  it("no settings with their secrets get into an image", () => {
    expect(deploy("Dockerfile.dockerignore").split("\n")).toContain("**/*.env");
  });

  it("compose.yaml says only what Compose knows, and asks for no variable that the example lacks", () => {
    const text = deploy("compose.yaml");
    const { services, ...rest } = parse(text, { merge: true }) as Compose;
    expect(Object.keys(rest).toSorted()).toEqual(["name", "volumes"]);
    const keys = new Set(Object.values(services).flatMap((service) => Object.keys(service)));
    expect([...keys].filter((key) => !SERVICE_KEYS.includes(key))).toEqual([]);
    const example = deploy("sweetspot.env.example");
    for (const [, name] of text.matchAll(/\$\{(\w+)/g))
      expect(example).toMatch(new RegExp(`^#?${name ?? ""}=`, "m"));
  });
});
