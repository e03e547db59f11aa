import type { RecordId, TeamMember } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import type { CrmWorld, PlanSeed } from "@sweetspot/fixtures";
import { type FailureCause, limitExceeded, restError, sessionExpired, toFailure } from "./failures.ts";
import { answerGraphql, type GraphqlRequest } from "./graphql-service.ts";
import { createOrg, type Org, type OrgOptions } from "./org.ts";
import { answerPlanService } from "./plan-service.ts";
import { answerRelations, toRelationTables } from "./relation-service.ts";
import { answerObjectInfo, answerRecords } from "./records-service.ts";
import { toSight } from "./sight.ts";
import { runSoql, SoqlRefusal } from "./soql.ts";
import { UnknownName } from "./order-and-filter.ts";

export interface SalesforceEmulatorOptions extends OrgOptions {
  /** Requests of the day before every further one is refused. Default: an Enterprise org's 100,000. */
  readonly dailyRequests?: number;
}

export interface SalesforceEmulator {
  /** Answers a request as the org would; nothing leaves the process. */
  handle(request: Request): Promise<Response>;
  /** A session of one user; of somebody who is none it is refused at the first request. */
  signIn(user: RecordId): string;
  expireSession(token: string): void;
  /** Plans that were there before. */
  seed(plans: readonly PlanSeed[]): Promise<void>;
  /** The next request fails this way, whoever makes it; several queue up. */
  failNext(cause: FailureCause): void;
  /** What was asked, in order: the paths, and the names of GraphQL operations. */
  readonly requests: readonly string[];
}

const DATA = /^\/services\/data\/v(\d+)\.0\//;
/** Optional fields need 65 [D query-record-objects]. */
const LEAST_VERSION = 65;
const BATCH = 2000;

/** An org in memory that holds this world and has no plans yet. */
export function createSalesforceEmulator(
  world: CrmWorld,
  options: SalesforceEmulatorOptions = {},
): SalesforceEmulator {
  const org: Org = createOrg(world, options);
  const plans = createMemoryCrm(world);
  const relations = toRelationTables(
    world.relations ?? { sources: [], people: [], bodies: [], ties: [], decisions: [], wishes: [] },
  );
  const sessions = new Map<string, RecordId>();
  const failures: FailureCause[] = [];
  const requests: string[] = [];
  const { dailyRequests = 100_000 } = options;
  const setup = {
    admins: world.teamMembers.filter((member) => member.role === "admin").map((member) => member.id),
    settings: org.settings,
  };
  let counter = 0;

  const memberOf = (request: Request): TeamMember | undefined => {
    const token = /^(?:Bearer|OAuth) (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    return world.teamMembers.find((member) => member.id === sessions.get(token));
  };

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const place = requests.push(`${request.method} ${url.pathname}`) - 1;
    const failure = failures.shift();
    if (failure) return toFailure(failure);
    const member = memberOf(request);
    if (!member) return sessionExpired();
    if (requests.length > dailyRequests) return limitExceeded();
    const plan = /^\/services\/apexrest\/sweetspot\/plan\/(\w+)$/.exec(url.pathname)?.[1];
    if (plan !== undefined) {
      const { store } = plans.as(member.id);
      const asked = (await request.json()) as Readonly<Record<string, unknown>>;
      return Response.json(
        await answerPlanService(plan, asked, store, {
          setup: () => setup,
          relations: () => answerRelations(relations, asked),
        }),
      );
    }
    const version = DATA.exec(url.pathname)?.[1];
    if (version === undefined) return restError(404, "NOT_FOUND", "The requested resource does not exist");
    const [service, ...path] = url.pathname
      .replace(DATA, "")
      .split("/")
      .filter((part) => part !== "");
    const sight = toSight(
      org,
      world.access.filter((rule) => rule.role === member.role),
    );
    if (service === "graphql") {
      if (Number(version) < LEAST_VERSION)
        return restError(400, "API_VERSION", "@optional needs API version 65.0.");
      const body = (await request.json()) as GraphqlRequest;
      requests[place] = `graphql ${body.operationName ?? ""}`;
      return Response.json(answerGraphql(org, sight, member.id, body));
    }
    if (service === "ui-api" && path[0] === "object-info") return answerObjectInfo(sight, path[1] ?? "");
    if (service === "sobjects") {
      const response = await answerRecords(org, sight, path, request);
      // A plan goes with its account.
      if (request.method === "DELETE") plans.replaceWorld(without(world, org.deleted));
      return response;
    }
    if (service === "query") return answerSoql(url, path[0]);
    if (service === "limits")
      return Response.json({
        DailyApiRequests: { Max: dailyRequests, Remaining: dailyRequests - requests.length },
      });
    return restError(404, "NOT_FOUND", "The requested resource does not exist");

    function answerSoql({ searchParams }: URL, locator: string | undefined): Response {
      // A locator is the query and a row; the real one is opaque.
      const [start, text] = locator === undefined ? [0, searchParams.get("q") ?? ""] : fromLocator(locator);
      const records = runSoql(org, sight, text);
      const end = start + BATCH;
      const next = { done: false, nextRecordsUrl: `/services/data/v66.0/query/${toLocator(end, text)}` };
      return Response.json({
        totalSize: records.length,
        ...(end < records.length ? next : { done: true }),
        records: records.slice(start, end),
      });
    }
  }

  return {
    async handle(request) {
      const response = await answer(request).catch((failure: unknown) => {
        if (failure instanceof SoqlRefusal) return restError(400, failure.code, failure.message);
        if (failure instanceof UnknownName)
          return restError(400, "INVALID_FIELD", `No such column '${failure.message}'.`);
        if (failure instanceof SyntaxError) return restError(400, "JSON_PARSER_ERROR", failure.message);
        throw failure;
      });
      if (response.type !== "error")
        response.headers.set("sforce-limit-info", `api-usage=${requests.length}/${dailyRequests}`);
      return response;
    },
    signIn(user) {
      counter += 1;
      const token = `00D-session-${counter}`;
      sessions.set(token, user);
      return token;
    },
    expireSession: (token) => void sessions.delete(token),
    seed: (seeds) => plans.seed(seeds),
    failNext: (cause) => void failures.push(cause),
    requests,
  };
}

const without = (world: CrmWorld, deleted: ReadonlySet<string>): CrmWorld => ({
  ...world,
  accounts: world.accounts.filter((account) => !deleted.has(account.id)),
});

const toLocator = (start: number, text: string): string => `${btoa(encodeURIComponent(text))}-${start}`;
function fromLocator(locator: string): readonly [number, string] {
  const [text = "", start] = locator.split("-");
  return [Number(start), decodeURIComponent(atob(text))];
}
