import type { IncomingMessage, ServerResponse } from "node:http";
import { accountScope, type RecordId } from "@sweetspot/contract";
import type { CrmWorld, PlanSeed } from "@sweetspot/fixtures";
import { createSalesforceEmulator, type SalesforceEmulator } from "@sweetspot/salesforce-emulator";
import type { PageContext } from "./lightning/page-context.ts";

export interface OrgOptions {
  readonly world: CrmWorld;
  /** Who looks at the pages. */
  readonly user: RecordId;
  readonly plans?: readonly PlanSeed[];
  readonly context?: Partial<PageContext>;
  /** Static resources that are not what was deployed: other content by their name, `undefined` where one was deleted. */
  readonly otherResources?: Readonly<Record<string, string | undefined>>;
  /** The user has none of the package's permission sets: Apex refuses its classes. */
  readonly withoutPermissionSet?: boolean;
}

/** An org of one test: nobody else sees or changes its state. */
export interface EmulatedOrg extends OrgOptions {
  readonly emulator: SalesforceEmulator;
  /** The session, and the value of the browser's cookie `sid`. */
  readonly session: string;
  /** Fields of all records of the account's plan, as the org has them now. */
  plan(account: RecordId): Promise<readonly object[]>;
}

/** The orgs of a bench server, told apart by the session in the address or in the browser's cookie. */
export interface OrgDirectory {
  create(options: OrgOptions): Promise<EmulatedOrg>;
  of(request: IncomingMessage): EmulatedOrg | undefined;
}

export function createOrgDirectory(): OrgDirectory {
  const orgs = new Map<string, EmulatedOrg>();
  return {
    async create(options) {
      const emulator = createSalesforceEmulator(options.world);
      await emulator.seed(options.plans ?? []);
      const token = emulator.signIn(options.user);
      const session = `${orgs.size}.${token}`;
      const org = {
        ...options,
        emulator,
        session,
        plan: (account: RecordId) => readPlan(emulator, token, account),
      };
      orgs.set(session, org);
      return org;
    },
    of: ({ url = "", headers: { cookie = "" } }) =>
      orgs.get(/\bsid=([^;&]+)/.exec(`${url};${cookie}`)?.[1] ?? ""),
  };
}

async function readPlan(
  emulator: SalesforceEmulator,
  token: string,
  account: RecordId,
): Promise<readonly object[]> {
  const response = await emulator.handle(
    new Request("http://org/services/apexrest/sweetspot/plan/load", {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ scopes: [accountScope(account)] }),
    }),
  );
  const { value } = (await response.json()) as {
    readonly value: {
      readonly snapshots: readonly { readonly records: readonly { readonly fields: object }[] }[];
    };
  };
  return value.snapshots.flatMap(({ records }) => records.map(({ fields }) => fields));
}

/** In the user's language; the name of the class is the same in all. */
const NO_CLASS = "You do not have access to the Apex class named 'SweetspotPlanStore'.";

/** Hands a request of the page on to the org, signed in as the page's user. */
export async function answerFromOrg(
  org: EmulatedOrg,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  if (org.withoutPermissionSet && incoming.url?.startsWith("/services/apexrest/")) {
    outgoing.writeHead(403, { "content-type": "application/json" });
    outgoing.end(JSON.stringify([{ message: NO_CLASS }]));
    return;
  }
  const response = await org.emulator.handle(
    new Request(`http://org${incoming.url ?? "/"}`, {
      method: incoming.method ?? "GET",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${org.session.slice(org.session.indexOf(".") + 1)}`,
      },
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    }),
  );
  if (response.type === "error") {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
