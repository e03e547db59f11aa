import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyDemoFolder } from "./demo-folder.ts";

const GATEWAY = path.resolve(import.meta.dirname, "../../apps/gateway/src/main.ts");
const GATEWAY_WITH_CATALOGUE = path.join(import.meta.dirname, "gateway-with-catalogue.ts");

export interface RunningSweetspot {
  readonly url: string;
  readonly dataFolder: string;
  /** As an operator would stop it; SIGKILL is a power cut. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface StartOptions {
  /** Reuse a folder, to see what survives. Without it a new one is made, and removed on `stop`. */
  readonly dataFolder?: string;
  /** No demo company. */
  readonly empty?: boolean;
  /** Any free one by default. */
  readonly port?: number;
  /** Folder with `widgets.json` and `widgets/`, instead of the one that is built. */
  readonly catalogue?: string;
}

/** Starts the real gateway, as `npm start` does after building, on a free port. */
export async function startSweetspot(options: StartOptions = {}): Promise<RunningSweetspot> {
  const dataFolder = options.dataFolder ?? (await newDataFolder(options.empty === true));
  const running = await startOn(dataFolder, options);
  return {
    ...running,
    stop: async (signal) => {
      await running.stop(signal);
      if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A data folder of the caller's own, to remove in the end. */
export const newDataFolder = (empty: boolean): Promise<string> =>
  empty ? mkdtemp(path.join(tmpdir(), "sweetspot-e2e-")) : copyDemoFolder(fillWithDemo);

async function fillWithDemo(dataFolder: string): Promise<void> {
  const running = await startOn(dataFolder, {});
  await running.stop();
}

async function startOn(dataFolder: string, options: StartOptions): Promise<RunningSweetspot> {
  const { port = 0, empty, catalogue } = options;
  const script = catalogue === undefined ? GATEWAY : GATEWAY_WITH_CATALOGUE;
  const child = spawn(process.execPath, [script, ...(empty ? ["--empty"] : [])], {
    env: {
      ...process.env,
      PORT: String(port),
      SWEETSPOT_DATA: dataFolder,
      ...(catalogue === undefined ? {} : { SWEETSPOT_TEST_CATALOGUE: catalogue }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A worker that is ended takes its gateways with it.
  const end = (): void => void child.kill("SIGKILL");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  const url = await readyUrl(child);
  const complain = (code: number | null, signal: string | null): void =>
    console.error(`Sweetspot ended, though nobody here stopped it: ${code ?? signal}`);
  child.once("close", complain);
  return {
    url,
    dataFolder,
    stop: (signal = "SIGTERM") => {
      child.off("close", complain);
      return ended(child, signal);
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /Sweetspot ready: (\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on("data", read);
    // It writes there only what went wrong.
    child.stderr?.on("data", (chunk: Buffer) => {
      read(chunk);
      if (output.includes("Sweetspot ready")) console.error(chunk.toString().trimEnd());
    });
    child.once("close", (code) =>
      reject(new Error(`Sweetspot ended with ${code} before it was ready:\n${output}`)),
    );
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("close", () => resolve());
    child.kill(signal);
  });
}
