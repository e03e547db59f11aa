import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import type { RecordId } from "@sweetspot/contract";
import type { HubspotApp, PortalLimits } from "@sweetspot/hubspot-emulator";
import type { FaultMix } from "./hubspot-faults.ts";
import { readyAddress } from "./ready-address.ts";

/** The address under which HubSpot, and its users, know the gateways. */
export const PUBLIC_ORIGIN = "https://plans.example.com";

export const APP: HubspotApp = {
  clientId: "soak-app",
  clientSecret: "soak-secret",
  redirectUris: [`${PUBLIC_ORIGIN}/hubspot/v1/oauth/callback`],
};

export interface HubspotOrders {
  readonly portals: number;
  readonly usersPerPortal: number;
  /** How long an access token lasts: short ones are renewed while the load runs. */
  readonly accessTokenSeconds: number;
  readonly faults: FaultMix;
  readonly limits: PortalLimits;
  readonly seed: number;
}

/** What is sent while it runs: faults on or off, or a user's consent. */
export type HubspotOrder =
  | { readonly on: boolean }
  | { readonly portalId: number; readonly member: RecordId; readonly codeChallenge: string };

export interface HubspotTally {
  /** When each user's requests came in, milliseconds since 1970, by "portal/user". */
  readonly calls: Readonly<Record<string, readonly number[]>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly oauthCalls: number;
  /** 429 because somebody really asked too much. */
  readonly refusedByLimits: number;
}

/** The emulated HubSpot, seen from the process that orders it about. */
export interface Hubspot {
  readonly address: string;
  readonly child: ChildProcess;
  /** A user agrees to the app. */
  authorize(
    portalId: number,
    member: RecordId,
    codeChallenge: string,
  ): Promise<{ readonly code: string; readonly userId: string }>;
  rage(on: boolean): Promise<void>;
  tally(): Promise<HubspotTally>;
  stop(): void;
}

export async function startHubspot(orders: HubspotOrders): Promise<Hubspot> {
  const script = path.join(import.meta.dirname, "hubspot-process.ts");
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const address = await readyAddress(child, /HubSpot ready: (\S+)/);
  const order = async <T>(name: string, body: HubspotOrder | Record<string, never>): Promise<T> => {
    const answer = await fetch(`${address}/soak/${name}`, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The emulated HubSpot refused to ${name}: ${answer.status}`);
    return (await answer.json()) as T;
  };
  return {
    address,
    child,
    authorize: (portalId, member, codeChallenge) => order("authorize", { portalId, member, codeChallenge }),
    rage: async (on) => void (await order("faults", { on })),
    tally: () => order("tally", {}),
    stop: () => void child.kill("SIGKILL"),
  };
}
