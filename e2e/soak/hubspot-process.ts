import process from "node:process";
import { createHubspotCloud, createHubspotEmulator } from "@sweetspot/hubspot-emulator";
import { serveHubspot } from "@sweetspot/hubspot-emulator/server";
import { toRecordId } from "@sweetspot/contract";
import { createFaults } from "./hubspot-faults.ts";
import { APP, type HubspotOrder, type HubspotOrders, type HubspotTally } from "./hubspot-orders.ts";
import { createRandom } from "./random.ts";
import { soakWorld } from "./soak-world.ts";

// An emulated HubSpot as a process of its own: many portals, faults on demand, and a count of what was asked of it.
//   node hubspot-process.ts '<HubspotOrders as JSON>'
const orders = JSON.parse(process.argv[2] ?? "") as HubspotOrders;
const portals = Array.from({ length: orders.portals }, (_, index) =>
  createHubspotEmulator(soakWorld(index + 1, orders.usersPerPortal), {
    portalId: index + 1,
    limits: orders.limits,
  }),
);
const cloud = createHubspotCloud({ app: APP, portals, accessTokenSeconds: orders.accessTokenSeconds });
const faults = createFaults(orders.faults, createRandom(orders.seed));
const calls = new Map<string, number[]>();
const owners = new Map<string, Promise<string>>();
let oauthCalls = 0;
let refusedByLimits = 0;

const { basePath } = await serveHubspot({
  async handle(request) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/soak/")) return obey(pathname.slice("/soak/".length), request);
    if (pathname.startsWith("/oauth/")) oauthCalls += 1;
    else await count(request);
    const fault = await faults.meet();
    if (fault) return fault;
    const answer = await cloud.handle(request);
    if (answer.status === 429) refusedByLimits += 1;
    return answer;
  },
});
process.stdout.write(`HubSpot ready: ${basePath}\n`);
// Whoever started it has gone.
process.stdin.once("end", () => process.exit(0)).resume();

/** Each request is the user's whose token it carries. */
async function count(request: Request): Promise<void> {
  const token = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
  let owner = owners.get(token);
  if (!owner) owners.set(token, (owner = ask(token)));
  const name = await owner;
  const times = calls.get(name) ?? [];
  calls.set(name, times);
  times.push(Date.now());
}

async function ask(token: string): Promise<string> {
  const body = new URLSearchParams({ token, client_id: APP.clientId, client_secret: APP.clientSecret });
  const answer = await cloud.handle(
    new Request("http://hubspot.test/oauth/2026-03/token/introspect", { method: "POST", body }),
  );
  const { hub_id: portal, user_id: user } = (await answer.json()) as { hub_id?: number; user_id?: number };
  return `${portal ?? "?"}/${user ?? "?"}`;
}

async function obey(order: string, request: Request): Promise<Response> {
  if (order === "tally")
    return Response.json({
      calls: Object.fromEntries(calls),
      faults: faults.met,
      oauthCalls,
      refusedByLimits,
    } satisfies HubspotTally);
  const body = (await request.json()) as HubspotOrder;
  if ("on" in body) {
    faults.rage(body.on);
    return Response.json({});
  }
  const { portalId, member, codeChallenge } = body;
  const [redirectUri = ""] = APP.redirectUris;
  const user = toRecordId(member);
  const code = cloud.authorize({ portalId, user, redirectUri, scopes: ["oauth"], codeChallenge });
  const userId = portals[portalId - 1]?.signIn(user).userId;
  return Response.json({ code, userId });
}
