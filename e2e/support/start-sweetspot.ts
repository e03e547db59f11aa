import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const GATEWAY = path.resolve(import.meta.dirname, "../../apps/gateway/src/main.ts");

export interface RunningSweetspot {
  readonly url: string;
  readonly dataFolder: string;
  /** As an operator would stop it. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface StartOptions {
  /** Reuse a folder, to see what survives. Without it a new one is made, and removed on `stop`. */
  readonly dataFolder?: string;
  readonly empty?: boolean;
}

/** Starts the real gateway, as `npm start` does after building, on a free port. */
export async function startSweetspot(options: StartOptions = {}): Promise<RunningSweetspot> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), "sweetspot-e2e-")));
  const child = spawn(process.execPath, [GATEWAY, ...(options.empty ? ["--empty"] : [])], {
    env: { ...process.env, PORT: "0", SWEETSPOT_DATA: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await readyUrl(child);
  return {
    url,
    dataFolder,
    stop: async (signal = "SIGTERM") => {
      await ended(child, signal);
      if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true });
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
    child.stderr?.on("data", read);
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
