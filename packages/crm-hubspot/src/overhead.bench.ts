// What the adapter costs beyond HubSpot: the requests of one opened account are recorded, and sent again by bare `fetch`
// as they were, each as soon as the one it had waited for is answered. Both read the same emulator in another process.
import { fork } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { toRecordId } from "@sweetspot/contract";
import { DEMO_ACCOUNTS, demoWorld } from "@sweetspot/fixtures";
import { createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { serveHubspot } from "@sweetspot/hubspot-emulator/server";
import { createHubspotClient, type HubspotClient } from "./hubspot-client.ts";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal } from "./hubspot-portal.ts";
import { createPortalBudget } from "./portal-budget.ts";

/** What a request to HubSpot takes at its quickest, in the same region. */
const LATENCY_MS = 20;
const ROUNDS = 60;
const WARM_UP = 10;
const ACCOUNT = toRecordId(DEMO_ACCOUNTS.foodRetailer);

interface Portal {
  readonly basePath: string;
  readonly token: string;
  readonly userId: string;
  readonly mapping: ReturnType<typeof createHubspotEmulator>["mapping"];
}

type Sent = Parameters<HubspotClient["apiRequest"]>[0] & { readonly after: number | undefined };

if (process.send === undefined) await measure();
else await serve();

async function serve(): Promise<void> {
  const world = demoWorld();
  const emulator = createHubspotEmulator(world);
  const slow: typeof emulator = {
    ...emulator,
    async handle(request) {
      await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
      return emulator.handle(request);
    },
  };
  const { basePath } = await serveHubspot(slow);
  const user = world.teamMembers.find(({ role, active }) => role === "rep" && active);
  const session = emulator.signIn(user?.id ?? toRecordId(""));
  process.send?.({ basePath, ...session, mapping: emulator.mapping } satisfies Portal);
}

async function measure(): Promise<void> {
  const emulator = fork(fileURLToPath(import.meta.url));
  const portal = await new Promise<Portal>((resolve, reject) => {
    emulator.once("message", (message) => resolve(message as Portal));
    emulator.once("exit", () => reject(new Error("The emulator did not start.")));
  });
  const client = createHubspotClient(portal.basePath);
  const open = openerOf(portal, client);
  const sent = await record(portal, client);
  const remembered = await record(portal, client, 60_000);

  const pairs: { readonly own: number; readonly bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each goes first as often as the other, and only neighbours are compared: other work on the machine meets both.
    const first = round % 2 === 0 ? await timed(open) : await timed(() => replay(portal, sent));
    const second = round % 2 === 0 ? await timed(() => replay(portal, sent)) : await timed(open);
    pairs.push(round % 2 === 0 ? { own: first, bare: second } : { own: second, bare: first });
  }
  emulator.kill();
  const measured = pairs.slice(WARM_UP);
  const ratio = median(measured.map(({ own, bare }) => own / bare));
  const figures = [
    { name: "open an account, adapter / bare fetch", value: ratio, unit: "ratio", aim: "<= 1.1" },
    { name: "open an account, adapter", value: median(measured.map(({ own }) => own)), unit: "ms" },
    {
      name: "open an account, what the adapter adds",
      value: median(measured.map(({ own, bare }) => own - bare)),
      unit: "ms",
    },
    { name: "requests of an opened account, nothing remembered", value: sent.length, unit: "requests" },
    {
      name: "requests of an account opened again within a minute",
      value: remembered.length,
      unit: "requests",
      aim: "<= 2",
    },
  ];
  console.log(JSON.stringify({ bench: "crm-hubspot overhead", figures }));
}

/** Facts of the portal are known after the first time, as in a gateway that runs. */
function openerOf({ userId, token, mapping }: Portal, client: HubspotClient, freshMs = 0) {
  const portal = createHubspotPortal({
    client,
    freshMs,
    mapping,
    budget: createPortalBudget({ perTenSeconds: 1e9, searchesPerSecond: 1e9 }),
  });
  const { reader } = createHubspotCrm({
    portal,
    user: { id: userId, token: () => token },
    planStore: () => Promise.reject(new Error("No plans here.")),
  });
  return () => reader.openAccount(ACCOUNT);
}

/** What is sent while an account is opened again, and whose answer set each request free. */
async function record(portal: Portal, client: HubspotClient, freshMs = 0): Promise<readonly Sent[]> {
  let sent: Sent[] = [];
  let latest: number | undefined;
  const recording: HubspotClient = {
    async apiRequest(request) {
      const place = sent.push({ ...request, after: latest }) - 1;
      const { status, text } = await read(client.apiRequest(request));
      latest = place;
      return new Response(text, { status });
    },
  };
  const open = openerOf(portal, recording, freshMs);
  await open();
  sent = [];
  latest = undefined;
  await open();
  return sent;
}

async function read(answer: Promise<Response>): Promise<{ readonly status: number; readonly text: string }> {
  const response = await answer;
  return { status: response.status, text: await response.text() };
}

async function replay({ basePath, token }: Portal, sent: readonly Sent[]): Promise<void> {
  const answers: Promise<unknown>[] = [];
  for (const { method = "GET", path = "", qs, body, after } of sent) {
    const ask = async (): Promise<unknown> => {
      if (after !== undefined) await answers[after];
      const query = qs === undefined ? "" : `?${new URLSearchParams(qs).toString()}`;
      const response = await fetch(`${basePath}${path}${query}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return response.json();
    };
    answers.push(ask());
  }
  await Promise.all(answers);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
