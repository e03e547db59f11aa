import { accountScope, CrmError, LIBRARY, type PlanRecord, type RecordId } from "@sweetspot/contract";
import { createHttpCrm, type HttpCrm } from "@sweetspot/crm-http";
import { createEditor } from "./editor.ts";
import type { Gateways } from "./gateways.ts";
import type { Ledger } from "./ledger.ts";
import type { Measure } from "./measure.ts";
import { askJson, codeIn, type PortalUser, signLaunch } from "./portal-user.ts";
import { accountOf } from "./soak-world.ts";

export interface Pace {
  /** Mean seconds between two visits of a user. */
  readonly pauseSeconds: number;
  /** Mean seconds between two edits of a visit. */
  readonly editSeconds: number;
  readonly editsPerVisit: number;
  /** How long a user waits for an answer. */
  readonly patienceMs: number;
}

export interface VirtualUserParts {
  readonly user: PortalUser;
  readonly gateways: Gateways;
  readonly measure: Measure;
  readonly ledger: Ledger;
  readonly pace: Pace;
  readonly random: () => number;
  /** Time to go home. */
  readonly isOver: () => boolean;
}

/** A session at one gateway process. */
export interface Session extends HttpCrm {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

/** Shorter than answers of HubSpot are used again. */
const WARM_MS = 58_000;

/** Opens the modal on his record page again and again, edits, and closes it. He always ends with every commit answered. */
export async function live(parts: VirtualUserParts): Promise<void> {
  const { user, measure, pace, random, isOver } = parts;
  const account = accountOf(user.number);
  const editor = createEditor({ ...parts, account, reopen: () => open() });
  let opened: { readonly pid: number; readonly at: number } | undefined;

  const pauseFor = (seconds: number): Promise<void> =>
    pause(1000 * seconds * -Math.log(1 - random()), isOver);

  async function open(): Promise<Session> {
    const { phase } = measure;
    const from = Date.now();
    const session = await openSession(parts, account);
    const scopes = [accountScope(account), LIBRARY];
    const signal = AbortSignal.timeout(pace.patienceMs);
    const [[plan]] = await Promise.all([
      measure.time("load", () => session.store.load(scopes, { signal })),
      measure.time("openAccount", () => session.reader.openAccount(account, { signal })),
    ]);
    editor.see((plan?.records ?? []) as readonly PlanRecord[]);
    const to = Date.now();
    const again = opened?.pid === session.pid && to - opened.at < WARM_MS;
    if (measure.phase === phase)
      measure.opened({ user: `${user.portal}/${user.userId}`, phase, from, to, again });
    // What it has asked may have been answered at its very beginning.
    opened = again && opened ? opened : { pid: session.pid, at: from };
    return session;
  }

  await pauseFor(pace.pauseSeconds);
  while (!isOver()) {
    try {
      let session = await open();
      for (let edit = 0; edit < pace.editsPerVisit && !isOver(); edit += 1) {
        await pauseFor(pace.editSeconds);
        session = await editor.edit(session, random() < 0.3 ? "shared" : "own");
      }
      await close(session);
    } catch (error) {
      // Counted where it happened. He tries again later, as people do.
      if (!isExpected(error)) measure.fail("user", error);
    }
    await pauseFor(pace.pauseSeconds);
  }
}

/** From the card's click to the frame's session. */
export async function openSession(
  { user, gateways, measure, pace, random }: Omit<VirtualUserParts, "ledger" | "isOver">,
  account: RecordId,
): Promise<Session> {
  const place = gateways.pick(user.number);
  if (!place) throw new CrmError("unavailable", "No gateway is up.");
  const { url, pid } = place;
  const signal = AbortSignal.timeout(pace.patienceMs);
  const { target, init } = signLaunch(user, account);
  const launch = () => askJson<{ uri?: string }>(`${url}${target}`, { ...init, signal });
  // HubSpot's proxy repeats what it got no answer to: the same request must buy the same code.
  const repeated = measure.phase === "storm" && random() < 0.05;
  const [{ uri }, second] = await measure.time("launch", () =>
    repeated ? Promise.all([launch(), launch()]) : launch().then((one) => [one, one] as const),
  );
  if (uri === undefined) throw new Error("a connected user was asked to connect");
  if (second.uri !== uri) throw new Error("a repeated launch got another code");
  const { token } = await measure.time("exchange", () =>
    askJson<{ token: string }>(`${url}/api/launch/exchange`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code: codeIn(uri) }),
      signal,
    }),
  );
  return { ...createHttpCrm({ baseUrl: url, token: () => token }), url, token, pid };
}

export async function close({ url, token }: Pick<Session, "url" | "token">): Promise<void> {
  const init = { method: "DELETE", headers: { authorization: `Bearer ${token}` } };
  await fetch(`${url}/api/session`, init).catch(() => undefined);
}

const isExpected = (error: unknown): boolean =>
  CrmError.is(error) || (error instanceof Error && ["TimeoutError", "AbortError"].includes(error.name));

/** Ends sooner where the time is over. */
export async function pause(milliseconds: number, isOver: () => boolean): Promise<void> {
  const end = performance.now() + milliseconds;
  for (let rest = milliseconds; rest > 0 && !isOver(); rest = end - performance.now())
    await new Promise((resolve) => setTimeout(resolve, Math.min(500, rest)));
}
