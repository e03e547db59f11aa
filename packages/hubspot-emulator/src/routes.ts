import type { Desk } from "./answers.ts";
import {
  associateRecords,
  type AssociationsBody,
  listAssociations,
  listLabels,
  readAssociations,
} from "./associations-service.ts";
import {
  accountDetails,
  createGroup,
  createProperties,
  createProperty,
  listGroups,
  listOwners,
  listPipelines,
  listProperties,
  listUsers,
  type NewProperty,
  readProperty,
} from "./directory-service.ts";
import { badRequest, errorAnswer, missingScope } from "./failures.ts";
import {
  archiveRecord,
  type BatchBody,
  changeBatch,
  changeRecord,
  createRecord,
  listRecords,
  mergeRecords,
  type NewRecord,
  readBatch,
  readRecord,
} from "./objects-service.ts";
import type { Properties } from "./portal-rows.ts";
import { type ObjectType, SCHEMA, toObjectType } from "./schema.ts";
import { type SearchBody, searchRecords } from "./search-service.ts";

/** Versions by date; the older numbered paths lead to the same place until September 2027 [D migration guide]. */
export const API_VERSIONS: readonly string[] = ["2026-03", "2026-09"];
const NUMBERED = /^v[34]$/;

export interface Gate {
  readonly desk: Desk;
  readonly portalId: number;
  /** Scopes the app was not granted. */
  readonly missingScopes: readonly string[];
  /** Objects this portal does not have. */
  readonly missingObjects: readonly ObjectType[];
}

/** "/crm/objects/2026-09/deals/search" and "/crm/v3/objects/deals/search" are ["crm", "objects", "deals", "search"]. */
export function toRoute(pathname: string): readonly string[] | undefined {
  const parts = pathname
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
  const version = parts.findIndex((part) => NUMBERED.test(part) || API_VERSIONS.includes(part));
  if (version !== 1 && version !== 2) return undefined;
  return parts.toSpliced(version, 1);
}

export const isSearch = (pathname: string): boolean => pathname.endsWith("/search");

const unknownPath = (): Response =>
  errorAnswer(404, { category: "NOT_FOUND", message: "The requested resource does not exist." });

export async function answerRoute(gate: Gate, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [product, family, ...rest] = toRoute(url.pathname) ?? [];
  const { desk } = gate;
  const lacks = (scope: string): Response | undefined =>
    gate.missingScopes.includes(scope) ? missingScope(scope) : undefined;

  if (product === "account-info" && family === "details") return accountDetails(desk, gate.portalId);
  if (product === "settings" && family === "users") return lacks("settings.users.read") ?? listUsers(desk);
  if (product !== "crm") return unknownPath();
  if (family === "owners") return lacks("crm.objects.owners.read") ?? listOwners(desk, url);

  const [segment = ""] = rest;
  const type = toObjectType(segment);
  if (!type || gate.missingObjects.includes(type))
    return badRequest(`Unable to infer object type from: ${segment}`);
  const body = async <T>(): Promise<T> => (await request.json()) as T;
  if (family === "pipelines") return lacks(SCHEMA[type].readScope) ?? listPipelines(desk, type);
  if (family === "properties") return answerProperties(gate, type, rest.slice(1), request);
  const missing = lacks(SCHEMA[type].readScope);
  if (missing) return missing;
  if (family === "associations") {
    const to = toObjectType(rest[1] ?? "");
    if (!to || gate.missingObjects.includes(to))
      return badRequest(`Unable to infer object type from: ${rest[1]}`);
    const missingThere = lacks(SCHEMA[to].readScope);
    if (missingThere) return missingThere;
    if (rest[2] === "labels") return listLabels(desk, type, to);
    if (rest[2] === "batch" && rest[3] === "read")
      return readAssociations(desk, type, to, await body<AssociationsBody>());
  }
  if (family === "objects") return answerObjects(gate, type, rest.slice(1), request);
  return unknownPath();
}

async function answerObjects(
  gate: Gate,
  type: ObjectType,
  rest: readonly string[],
  request: Request,
): Promise<Response> {
  const { desk } = gate;
  const url = new URL(request.url);
  const [first, second, third, fourth, fifth] = rest;
  const body = async <T>(): Promise<T> => (await request.json()) as T;
  const values = async (): Promise<Properties> =>
    (await body<{ readonly properties?: Properties }>()).properties ?? {};

  if (request.method === "POST") {
    if (first === undefined) {
      const { writeScope } = SCHEMA[type];
      if (gate.missingScopes.includes(writeScope)) return missingScope(writeScope);
      return createRecord(desk, type, await body<NewRecord>());
    }
    if (first === "search") return searchRecords(desk, type, await body<SearchBody>());
    if (first === "merge") return mergeRecords(desk, type, await body());
    if (first === "batch" && second === "read") return readBatch(desk, type, await body<BatchBody>());
    if (first === "batch" && second === "update") return changeBatch(desk, type, await body<BatchBody>());
    return unknownPath();
  }
  if (first === undefined) return listRecords(desk, type, url);
  if (second === "associations") {
    const isDefault = third === "default";
    const to = toObjectType((isDefault ? fourth : third) ?? "");
    if (!to || gate.missingObjects.includes(to)) return badRequest("Unable to infer object type.");
    if (request.method === "GET") return listAssociations(desk, type, first, to, url);
    const target = (isDefault ? fifth : fourth) ?? "";
    if (request.method === "PUT")
      return associateRecords(desk, [type, first], [to, target], isDefault ? undefined : await body());
    if (request.method === "DELETE") {
      desk.portal.associations.remove(type, first, to, target);
      return new Response(null, { status: 204 });
    }
  }
  if (request.method === "GET") return readRecord(desk, type, first, url);
  if (request.method === "PATCH") return changeRecord(desk, type, first, await values());
  if (request.method === "DELETE") return archiveRecord(desk, type, first);
  return unknownPath();
}

async function answerProperties(
  { desk, missingScopes }: Gate,
  type: ObjectType,
  [first, second]: readonly string[],
  request: Request,
): Promise<Response> {
  const body = async <T>(): Promise<T> => (await request.json()) as T;
  if (request.method === "GET") {
    if (first === undefined) return listProperties(desk, type);
    return first === "groups" ? listGroups(desk, type) : readProperty(desk, type, first);
  }
  const scope = `crm.schemas.${type}.write`;
  if (missingScopes.includes(scope)) return missingScope(scope);
  if (first === undefined) return createProperty(desk, type, await body<NewProperty>());
  if (first === "groups") return createGroup(desk, type, await body());
  if (first === "batch" && second === "create") return createProperties(desk, type, await body());
  return unknownPath();
}
