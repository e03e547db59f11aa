import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { findPostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { APP } from "./hubspot-orders.ts";
import { readyAddress } from "./ready-address.ts";

const SCRIPT = path.resolve(import.meta.dirname, "../support/gateway-with-catalogue.ts");
const MOST_STARTS = 5;
const METRICS_TOKEN = "soak-metrics-token-0123456789";

/** What a gateway process says of its own memory, after a collection of garbage. */
export interface MemorySample {
  readonly instance: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly pid: number;
  readonly residentMegabytes: number;
  readonly heapMegabytes: number;
  /** Time of processors it has had since its start. */
  readonly cpuSeconds: number;
}

/** Gateways before one database, and a balancer that knows which of them are up. */
export interface Gateways {
  readonly storage: "postgresql" | "pglite";
  readonly instances: number;
  /** The instance with this number, or the next one that is up; undefined while none is. */
  pick(wanted: number): { readonly url: string; readonly pid: number } | undefined;
  /** Pulls the plug. */
  kill(instance: number): Promise<void>;
  start(instance: number): Promise<void>;
  memory(): Promise<readonly MemorySample[]>;
  /** What those said last that ended without being told to. */
  readonly deaths: readonly string[];
  stop(): Promise<void>;
}

export interface GatewayOptions {
  readonly instances: number;
  readonly hubspotAddress: string;
  /** The embedded database, though a server is installed. */
  readonly embedded?: boolean;
}

/** On a private PostgreSQL server; on the embedded database, with one instance, where none is installed. */
export async function startGateways({
  instances: wanted,
  hubspotAddress,
  embedded = false,
}: GatewayOptions): Promise<Gateways> {
  const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-soak-"));
  const programs = embedded ? undefined : await findPostgres();
  const server = programs === undefined ? undefined : await startPrivatePostgres(programs);
  const instances = server ? wanted : 1;
  const catalogue = path.join(folder, "catalogue");
  await mkdir(catalogue);
  await writeFile(path.join(catalogue, "widgets.json"), JSON.stringify(CATALOGUE));
  const running = new Map<number, { readonly child: ChildProcess; readonly url: string }>();
  const killed = new WeakSet<ChildProcess>();
  const deaths: string[] = [];

  /** As a supervisor does it: one that gives up on a busy machine, because its database came too late, starts again. */
  async function start(instance: number): Promise<void> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await startOnce(instance);
      } catch (error) {
        if (attempt === MOST_STARTS) throw error;
      }
  }

  async function startOnce(instance: number): Promise<void> {
    const child = spawn(process.execPath, ["--expose-gc", SCRIPT, "--empty"], {
      env: {
        PATH: process.env["PATH"],
        PORT: "0",
        SWEETSPOT_DATA: path.join(folder, "data"),
        SWEETSPOT_TEST_CATALOGUE: catalogue,
        SWEETSPOT_METRICS_TOKEN: METRICS_TOKEN,
        SWEETSPOT_TOKEN_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
        HUBSPOT_CLIENT_ID: APP.clientId,
        HUBSPOT_CLIENT_SECRET: APP.clientSecret,
        HUBSPOT_REDIRECT_URL: APP.redirectUris[0],
        HUBSPOT_API_URL: hubspotAddress,
        ...(server ? { DATABASE_URL: server.url } : {}),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    process.once("exit", () => child.kill("SIGKILL"));
    running.set(instance, { child, url: await readyAddress(child, /Sweetspot ready: (\S+)/) });
    let words = "";
    child.stderr.on("data", (text: string) => void (words = (words + text).slice(-2000)));
    child.once("exit", (code, signal) => {
      if (running.get(instance)?.child === child) running.delete(instance);
      if (!killed.has(child)) deaths.push(`Gateway ${instance} ended with ${code ?? signal}: ${words}`);
    });
  }

  async function kill(instance: number): Promise<void> {
    const child = running.get(instance)?.child;
    if (!child) return;
    const gone = once(child, "exit");
    killed.add(child);
    child.kill("SIGKILL");
    await gone;
  }

  await Promise.all(Array.from({ length: instances }, (_, instance) => start(instance)));
  return {
    storage: server ? "postgresql" : "pglite",
    instances,
    pick(wantedInstance) {
      for (let step = 0; step < instances; step += 1) {
        const instance = (wantedInstance + step) % instances;
        const up = running.get(instance);
        if (up) return { url: up.url, pid: up.child.pid ?? 0 };
      }
      return undefined;
    },
    kill,
    start,
    deaths,
    async memory() {
      const samples = [...running].map(async ([instance, { child, url }]) => {
        child.kill("SIGUSR2");
        const answer = await fetch(`${url}/metrics`, {
          headers: { authorization: `Bearer ${METRICS_TOKEN}` },
        });
        const text = await answer.text();
        return {
          instance,
          at: Date.now(),
          pid: child.pid ?? 0,
          residentMegabytes: valueOf(text, "process_resident_memory_bytes") / MEGABYTE,
          heapMegabytes: valueOf(text, "nodejs_heap_size_used_bytes") / MEGABYTE,
          cpuSeconds: valueOf(text, "process_cpu_seconds_total"),
        };
      });
      // One that is being killed says nothing.
      return (await Promise.allSettled(samples)).flatMap((one) =>
        one.status === "fulfilled" ? [one.value] : [],
      );
    },
    async stop() {
      await Promise.all([...running.keys()].map(kill));
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const MEGABYTE = 1_048_576;
const valueOf = (metrics: string, name: string): number =>
  Number(new RegExp(`^${name} (\\S+)`, "m").exec(metrics)?.[1] ?? Number.NaN);

/** A widget to launch; its files are never fetched here. */
const CATALOGUE = {
  widgets: [
    {
      id: "white-space",
      version: "0.1.0",
      contract: "widget/1",
      react: "^19.3.0",
      container: "sweetspot_widgets",
      entry: "widgets/sweetspot_widgets/remoteEntry.js",
      expose: "./white-space",
      integrity: {},
      recordTypes: ["account"],
      titles: { en: "White space" },
      minHeight: 400,
    },
  ],
};
