import type { RecordId, TeamMember } from "@sweetspot/contract";
import type { CrmWorld } from "@sweetspot/fixtures";
import type { Desk } from "./answers.ts";
import { toUserId } from "./directory-service.ts";
import { badRequest, type FailureCause, toFailure, tokenExpired } from "./failures.ts";
import { createLimiter, type PortalLimits } from "./limits.ts";
import { CONTACT_DEPARTMENT, DEAL_PRODUCT, PRODUCT_FAMILY } from "./portal-rows.ts";
import { createPortal, type Portal } from "./portal.ts";
import { type CustomObjects, createCustomObjects } from "./custom-objects.ts";
import { answerRoute, isSearch, toRoute } from "./routes.ts";
import type { ObjectType } from "./schema.ts";
import { toSight } from "./sight.ts";

export interface HubspotEmulatorOptions {
  /** Default 4711. */
  readonly portalId?: number;
  /** None unless named. */
  readonly limits?: PortalLimits;
  /** Scopes the app was not granted, for example "crm.objects.line_items.read". */
  readonly missingScopes?: readonly string[];
  /** Objects this portal does not have. */
  readonly missingObjects?: readonly ObjectType[];
  /** Has the portal custom objects, as ENTERPRISE has? Default true. */
  readonly hasCustomObjects?: boolean;
  /** Associated records of one record in one answer; default 500. */
  readonly associationsPerPage?: number;
  /** Associations tell the ids of records the user may not see; default false. */
  readonly leaksAssociations?: boolean;
  /** Milliseconds until a search finds a change; default 0. */
  readonly searchLagMs?: number;
  /** The portal's clock, in milliseconds; default the machine's. */
  readonly now?: () => number;
}

export interface Session {
  readonly token: string;
  /** What signed requests and token introspection call the user; owners have other ids. */
  readonly userId: string;
}

export interface HubspotEmulator {
  readonly portalId: number;
  /** Answers a request as HubSpot would; nothing leaves the process. */
  handle(request: Request): Promise<Response>;
  /** An access token of one user (user-level app); of somebody who is none it is refused at the first request. */
  signIn(user: RecordId): Session;
  expireToken(token: string): void;
  /** The next request fails this way, whoever makes it; several queue up. */
  failNext(cause: FailureCause, options?: { readonly retryAfter?: string; readonly times?: number }): void;
  /** What was asked, in order, for example "POST /crm/objects/2026-09/deals/batch/read". */
  readonly requests: readonly string[];
  /** The portal's data, to be changed under the feet of its readers. */
  readonly portal: Portal;
  /** What apps keep in objects of their own. */
  readonly customObjects: Omit<CustomObjects, "answer">;
  /** What an admin of this portal would map. */
  readonly mapping: Portal["mapped"] & {
    readonly opportunityProduct: string;
    readonly contactDepartment: string;
    readonly productFamily: string;
  };
}

/** A portal in memory that holds this world. */
export function createHubspotEmulator(
  world: CrmWorld,
  options: HubspotEmulatorOptions = {},
): HubspotEmulator {
  const { portalId = 4711, now = Date.now, searchLagMs = 0 } = options;
  const { associationsPerPage = 500, leaksAssociations = false } = options;
  const portal = createPortal(world);
  const customObjects = createCustomObjects({
    portalId,
    hasTier: options.hasCustomObjects ?? true,
    missingScopes: options.missingScopes ?? [],
    now,
  });
  const sessions = new Map<string, RecordId>();
  const failures: { readonly cause: FailureCause; readonly retryAfter: string | undefined }[] = [];
  const requests: string[] = [];
  const limiter = createLimiter(options.limits ?? {}, now);
  let counter = 0;

  const memberOf = (request: Request): TeamMember | undefined => {
    const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
    return world.teamMembers.find((member) => member.active && member.id === sessions.get(token));
  };

  const deskOf = ({ role }: TeamMember): Desk => ({
    portal,
    sight: toSight(
      portal,
      world.access.filter((rule) => rule.role === role),
    ),
    now,
    associationsPerPage,
    leaksAssociations,
  });

  async function answer(request: Request, pathname: string): Promise<Response> {
    const failure = failures.shift();
    if (failure) return toFailure(failure.cause, failure.retryAfter);
    const member = memberOf(request);
    if (!member) return tokenExpired();
    const refused = limiter.refuse(isSearch(pathname));
    if (refused) return refused;
    const custom = await customObjects.answer(toRoute(pathname) ?? [], request);
    if (custom) return custom;
    const response = await answerRoute(
      {
        desk: deskOf(member),
        portalId,
        missingScopes: options.missingScopes ?? [],
        missingObjects: options.missingObjects ?? [],
      },
      request,
    );
    for (const [name, value] of Object.entries(limiter.headers(isSearch(pathname))))
      response.headers.set(name, value);
    if (request.method !== "GET" && searchLagMs > 0) delayIndex(portal, now(), searchLagMs);
    return response;
  }

  return {
    portalId,
    async handle(request) {
      const { pathname } = new URL(request.url);
      requests.push(`${request.method} ${pathname}`);
      return answer(request, pathname).catch((failure: unknown) => {
        if (failure instanceof SyntaxError) return badRequest("Invalid input JSON.");
        throw failure;
      });
    },
    signIn(user) {
      counter += 1;
      const token = `pat-session-${portalId}-${counter}`;
      sessions.set(token, user);
      return { token, userId: String(toUserId(world.teamMembers, user)) };
    },
    expireToken: (token) => void sessions.delete(token),
    failNext(cause, { retryAfter, times = 1 } = {}) {
      for (let count = 0; count < times; count += 1) failures.push({ cause, retryAfter });
    },
    requests,
    portal,
    customObjects,
    mapping: {
      ...portal.mapped,
      opportunityProduct: DEAL_PRODUCT,
      contactDepartment: CONTACT_DEPARTMENT,
      productFamily: PRODUCT_FAMILY,
    },
  };
}

/** Records changed at this instant reach the index later. */
function delayIndex({ records }: Portal, at: number, lagMs: number): void {
  for (const table of Object.values(records))
    for (const record of table.values())
      if (Date.parse(record.updatedAt) === at) record.indexedAt = at + lagMs;
}
