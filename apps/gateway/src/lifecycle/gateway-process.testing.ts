import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import {
  type CrmReader,
  type PlanStore,
  type RecordId,
  type TeamMember,
  toRecordId,
} from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";

const MAIN = path.join(import.meta.dirname, "../main.ts");
const running = new Set<ChildProcess>();

/** Ends every gateway a test has left running. */
export function killGateways(): void {
  for (const gateway of running) gateway.kill("SIGKILL");
  running.clear();
}

/** A gateway as a process of its own. */
export interface Run {
  readonly gateway: ChildProcess;
  readonly output: () => string;
  /** Resolves with the address, or with undefined when the process ended before it was ready. */
  readonly ready: Promise<string | undefined>;
  /** Resolves with the exit code; null after a signal. */
  readonly ended: Promise<number | null>;
}

/** The data folder is the environment's to name. */
export function run(environment: Record<string, string>, parameters: readonly string[] = []): Run {
  const gateway = spawn(process.execPath, [MAIN, ...parameters], {
    env: { PATH: process.env["PATH"], PORT: "0", ...environment },
  });
  running.add(gateway);
  let output = "";
  const ended = once(gateway, "exit").then(([code]) => code as number | null);
  const ready = new Promise<string | undefined>((resolve) => {
    const listen = (text: string): void => {
      output += text;
      const address = /^Sweetspot ready: (http:\S+)$/m.exec(output)?.[1];
      if (address) resolve(address);
    };
    gateway.stdout.setEncoding("utf8").on("data", listen);
    gateway.stderr.setEncoding("utf8").on("data", listen);
    void ended.then(() => resolve(undefined));
  });
  return { gateway, output: () => output, ready, ended };
}

/** Starts a gateway that must come up. */
export async function start(environment: Record<string, string> = {}, parameters: readonly string[] = []) {
  const started = run(environment, parameters);
  const url = await started.ready;
  if (url === undefined) throw new Error(`The gateway did not start: ${started.output()}`);
  return { ...started, url };
}

export interface SignedIn {
  readonly token: string;
  readonly reader: CrmReader;
  readonly store: PlanStore;
  readonly account: RecordId;
}

/** The plans of the company that a rep of the demo company sees first. */
export async function signIn(url: string): Promise<SignedIn> {
  const { members } = (await (await fetch(`${url}/api/members`)).json()) as { members: TeamMember[] };
  const member = members.find(({ role }) => role === "rep");
  const answer = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ member: member?.id }),
  });
  const { token } = (await answer.json()) as { token: string };
  const { reader, store } = createHttpCrm({ baseUrl: url, token: () => token });
  const [account] = (await reader.listAccounts({}, { limit: 1 })).items;
  return { token, reader, store, account: account?.id ?? toRecordId("none") };
}
