import { performance } from "node:perf_hooks";
import type { PortalLimits } from "@sweetspot/hubspot-emulator";
import { accountScope, type Change, CrmError } from "@sweetspot/contract";
import { type Gateways, type MemorySample, startGateways } from "./gateways.ts";
import type { FaultMix } from "./hubspot-faults.ts";
import { type Hubspot, type HubspotTally, startHubspot } from "./hubspot-orders.ts";
import { compare, createLedger, type History, type Verdict } from "./ledger.ts";
import { createMeasure, type Measure, type Phase } from "./measure.ts";
import { type MemoryTrend, trendsOf } from "./memory-trend.ts";
import { connect, type PortalUser } from "./portal-user.ts";
import { createRandom } from "./random.ts";
import { accountOf } from "./soak-world.ts";
import { close, live, openSession, type Pace } from "./virtual-user.ts";

export interface SoakOptions {
  readonly portals: number;
  /** Of all portals together. */
  readonly users: number;
  /** How long the load lasts. */
  readonly length: { readonly minutes: number } | LengthByCount;
  /** Gateway processes; the embedded database takes one. */
  readonly instances: number;
  /** On the embedded database, though a server is installed. */
  readonly embedded?: boolean;
  readonly pace: Pace;
  readonly faults: FaultMix;
  /** What one portal allows its apps. */
  readonly limits: PortalLimits;
  readonly accessTokenSeconds: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

/** As long as it takes, for tests on busy machines. */
export interface LengthByCount {
  readonly commits: number;
  /** The bad time goes on until HubSpot has failed in so many ways. */
  readonly kindsOfFaults: number;
}

export interface SoakResult {
  readonly storage: Gateways["storage"];
  readonly instances: number;
  readonly verdict: Verdict;
  readonly measure: Measure;
  readonly hubspot: HubspotTally;
  readonly memory: readonly MemoryTrend[];
  readonly kills: number;
  /** Seconds of each phase. */
  readonly seconds: Readonly<Record<Phase, number>>;
  /** Share of the time in which the process of the virtual users was busy: near 1 it is they who are slow. */
  readonly loadBusy: number;
}

/** Shares of the whole time: users arrive, nothing fails, everything fails and a gateway is killed, nothing fails. */
const PARTS: readonly (readonly [Phase, number])[] = [
  ["warm", 0.2],
  ["calm", 0.25],
  ["storm", 0.3],
  ["calm", 0.25],
];

/** Many users of many portals at real gateways, through HubSpot's bad times and the loss of a gateway. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { portals, users, log } = options;
  const usersPerPortal = Math.ceil(users / portals);
  const hubspot = await startHubspot({ ...options, usersPerPortal });
  let gateways: Gateways | undefined;
  try {
    gateways = await startGateways({ ...options, hubspotAddress: hubspot.address });
    log(
      `${gateways.instances} gateways on ${gateways.storage}; ${users} users of ${portals} portals connect`,
    );
    const connected = await connectAll(gateways, hubspot, options, usersPerPortal);
    return await load(gateways, hubspot, connected, options);
  } finally {
    await gateways?.stop();
    hubspot.stop();
  }
}

async function load(
  gateways: Gateways,
  hubspot: Hubspot,
  connected: readonly PortalUser[],
  options: SoakOptions,
): Promise<SoakResult> {
  const { log, pace } = options;
  const measure = createMeasure();
  const ledger = createLedger();
  const samples: MemorySample[] = [];
  const seconds: Record<Phase, number> = { warm: 0, calm: 0, storm: 0, end: 0 };
  let isOver = false;
  const busy = performance.eventLoopUtilization();
  const living = connected.map((user, index) =>
    live({
      user,
      gateways,
      measure,
      ledger,
      pace,
      random: createRandom(options.seed + 1 + index),
      isOver: () => isOver,
    }),
  );
  const sample = async (): Promise<void> => void samples.push(...(await gateways.memory()));
  const sampling = setInterval(() => void sample(), SAMPLE_MS);
  const lasts = (share: number): Promise<void> => {
    if ("minutes" in options.length) return sleep(share * options.length.minutes * 60_000);
    const enough = ledger.entries.length + share * options.length.commits;
    return until(() => ledger.entries.length >= enough);
  };
  const hasStormed = async (): Promise<boolean> =>
    "minutes" in options.length ||
    Object.keys((await hubspot.tally()).faults).length >= options.length.kindsOfFaults;
  for (const [phase, share] of PARTS) {
    const began = performance.now();
    measure.phase = phase;
    log(`${phase}: ${Math.round(share * 100)} % of the run`);
    await hubspot.rage(phase === "storm");
    if (phase === "storm") {
      await replaceOne(gateways, (part) => lasts(part * share));
      await until(hasStormed);
    } else await lasts(share);
    seconds[phase] += (performance.now() - began) / 1000;
  }
  clearInterval(sampling);
  measure.phase = "end";
  await hubspot.rage(false);
  isOver = true;
  await Promise.all(living);
  const { utilization } = performance.eventLoopUtilization(busy);
  // One that fell by itself is what this is here to find, whatever the others made good.
  if (gateways.deaths.length > 0) throw new Error(gateways.deaths.join("\n"));
  log(`${ledger.entries.length} commits were acknowledged; their histories are read`);
  const histories = await readHistories(gateways, connected, measure, pace);
  return {
    storage: gateways.storage,
    instances: gateways.instances,
    verdict: compare(ledger, histories),
    measure,
    hubspot: await hubspot.tally(),
    memory: trendsOf(samples),
    kills: 1,
    seconds,
    loadBusy: utilization,
  };
}

/** Pulls the plug of the first gateway in the middle of the time, and starts it again soon after. */
async function replaceOne(gateways: Gateways, lasts: (part: number) => Promise<void>): Promise<void> {
  await lasts(0.4);
  await gateways.kill(0);
  const back = gateways.start(0);
  await Promise.all([back, gateways.instances > 1 ? lasts(0.6) : back.then(() => lasts(0.6))]);
}

/** Each sample collects garbage first, which should not be what the gateways do most. */
const SAMPLE_MS = 10_000;
const AT_ONCE = 16;

async function connectAll(
  gateways: Gateways,
  hubspot: Hubspot,
  { portals, users }: SoakOptions,
  usersPerPortal: number,
): Promise<readonly PortalUser[]> {
  const connected: PortalUser[] = [];
  await inTurns(users, async (index) => {
    const url = gateways.pick(index)?.url ?? "";
    const number = Math.floor(index / portals);
    if (number < usersPerPortal)
      connected.push(await untilAnswered(() => connect(url, hubspot, (index % portals) + 1, number)));
  });
  return connected;
}

/** The history of every plan that users have open, through the front door, as one of them sees it. */
async function readHistories(
  gateways: Gateways,
  connected: readonly PortalUser[],
  measure: Measure,
  pace: Pace,
): Promise<readonly History[]> {
  const visits = connected.map((user) => ({ user, account: accountOf(user.number) }));
  const plans = [
    ...new Map(visits.map((visit) => [`${visit.user.portal}/${visit.account}`, visit])).values(),
  ];
  const histories: History[] = [];
  await inTurns(plans.length, async (index) => {
    const plan = plans[index];
    if (!plan) return;
    const { user, account } = plan;
    const session = await untilAnswered(() =>
      openSession({ user, gateways, measure, pace, random: Math.random }, account),
    );
    const changes: Change[] = [];
    let cursor: string | undefined;
    do {
      const page = await untilAnswered(() =>
        session.store.changes(accountScope(account), { since: 0 }, cursor === undefined ? {} : { cursor }),
      );
      changes.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    await close(session);
    histories.push({ portal: user.portal, account, changes });
  });
  return histories;
}

async function untilAnswered<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work();
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(CrmError.is(error) ? (error.retryAfterMs ?? 500) : 500);
    }
}

async function inTurns(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < count; index = next) {
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
