import { type TeamMember, valueOf } from "@sweetspot/contract";
import { batchAnswer, batchError, type Desk, toInstant } from "./answers.ts";
import { badRequest, errorAnswer, notFound } from "./failures.ts";
import { HOME_CURRENCY, PIPELINE, TIME_ZONE } from "./portal-rows.ts";
import { customDefinition, type ObjectType, type PropertyDefinition } from "./schema.ts";

const LONG_AGO = "2020-01-01T00:00:00.000Z";
const MOST_OWNERS = 500;

/** The user behind a member: owners and users have ids of their own [D owners]. */
export const toUserId = (members: readonly TeamMember[], member: string): number =>
  700_001 + members.findIndex((one) => one.id === member);

/** People who may own records. Those who left are archived and have no user id any more [D owners]. */
export function listOwners({ portal }: Desk, { searchParams }: URL): Response {
  const archived = searchParams.get("archived") === "true";
  const limit = Number(searchParams.get("limit") ?? 100);
  if (!(limit >= 1 && limit <= MOST_OWNERS)) return badRequest(`limit must be between 1 and ${MOST_OWNERS}.`);
  const start = Number(searchParams.get("after") ?? 0);
  const owners = portal.members.filter((member) => member.active !== archived);
  const end = start + limit;
  return Response.json({
    results: owners.slice(start, end).map((member) => {
      const [firstName, ...last] = member.name.split(" ");
      const userId = toUserId(portal.members, member.id);
      return {
        id: member.id,
        ...(member.email.state === "known" ? { email: member.email.value } : {}),
        type: "PERSON",
        firstName,
        lastName: last.join(" "),
        ...(archived ? {} : { userId }),
        userIdIncludingInactive: userId,
        createdAt: LONG_AGO,
        updatedAt: LONG_AGO,
        archived,
        teams: [{ id: "1", name: "Sales", primary: true }],
      };
    }),
    ...(end < owners.length ? { paging: { next: { after: String(end), link: `?after=${end}` } } } : {}),
  });
}

/** Those who can sign in, and whether they may do everything [D user provisioning]. */
export const listUsers = ({ portal }: Desk): Response =>
  Response.json({
    results: portal.members
      .filter((member) => member.active)
      .map((member) => ({
        id: String(toUserId(portal.members, member.id)),
        email: valueOf(member.email) ?? `${member.id}@example.com`,
        roleIds: [],
        superAdmin: member.role === "admin",
      })),
  });

export const accountDetails = ({ portal }: Desk, portalId: number): Response =>
  Response.json({
    portalId,
    accountType: "STANDARD",
    timeZone: TIME_ZONE,
    companyCurrency: HOME_CURRENCY,
    additionalCurrencies: portal.currencies,
    uiDomain: "app.hubspot.com",
    dataHostingLocation: "eu1",
  });

const OUTCOMES = { open: "0.4", won: "1.0", lost: "0.0" } as const;

export function listPipelines({ portal }: Desk, type: ObjectType): Response {
  if (type !== "deals") return Response.json({ results: [] });
  const times = { createdAt: LONG_AGO, updatedAt: LONG_AGO, archived: false };
  return Response.json({
    results: [
      {
        id: PIPELINE,
        label: "Sales Pipeline",
        displayOrder: 0,
        ...times,
        stages: portal.stages.map(({ id, label, status }, displayOrder) => ({
          id,
          label,
          displayOrder,
          ...times,
          // Texts both [D pipelines].
          metadata: { isClosed: String(status !== "open"), probability: OUTCOMES[status] },
        })),
      },
    ],
  });
}

const toProperty = (definition: PropertyDefinition) => ({
  ...definition,
  createdAt: LONG_AGO,
  updatedAt: LONG_AGO,
  archived: false,
  hasUniqueValue: false,
  hidden: false,
  formField: false,
});

export const listProperties = ({ portal }: Desk, type: ObjectType): Response =>
  Response.json({ results: [...portal.definitions[type].values()].map(toProperty) });

export function readProperty({ portal }: Desk, type: ObjectType, name: string): Response {
  const definition = portal.definitions[type].get(name);
  return definition ? Response.json(toProperty(definition)) : notFound();
}

export type NewProperty = Partial<PropertyDefinition> & { readonly name?: string; readonly label?: string };

const exists = (name: string): Response =>
  errorAnswer(409, {
    category: "CONFLICT",
    message: `A property named "${name}" already exists.`,
    subCategory: "Properties.PROPERTY_ALREADY_EXISTS",
  });

export function createProperty({ portal }: Desk, type: ObjectType, body: NewProperty): Response {
  const refused = refuseProperty(portal.groups[type], body);
  if (refused) return refused;
  const { name = "" } = body;
  if (portal.definitions[type].has(name)) return exists(name);
  const definition = define(body);
  portal.definitions[type].set(name, definition);
  return Response.json(toProperty(definition), { status: 201 });
}

/** Those that exist already are told one by one, the others are made. */
export function createProperties(
  { portal, now }: Desk,
  type: ObjectType,
  { inputs = [] }: { readonly inputs?: readonly NewProperty[] },
): Response {
  const refused = inputs.map((input) => refuseProperty(portal.groups[type], input)).find((one) => one);
  if (refused) return refused;
  const isThere = ({ name = "" }: NewProperty): boolean => portal.definitions[type].has(name);
  const errors = inputs
    .filter(isThere)
    .map(({ name = "" }) => batchError("CONFLICT", `A property named "${name}" already exists.`, [name]));
  const made = inputs.filter((input) => !isThere(input)).map(define);
  for (const definition of made) portal.definitions[type].set(definition.name, definition);
  return batchAnswer(made.map(toProperty), errors, now(), 201);
}

const define = (body: NewProperty): PropertyDefinition => ({
  ...customDefinition(body.name ?? "", body.label ?? ""),
  ...body,
});

/** Names are lower case; a property stands in a group that exists [D properties]. */
function refuseProperty(groups: ReadonlyMap<string, string>, body: NewProperty): Response | undefined {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(body.name ?? "")) return badRequest(`"${body.name}" is no valid name.`);
  if (!body.label || !body.type || !body.fieldType)
    return badRequest("label, type and fieldType are required.");
  if (!groups.has(body.groupName ?? ""))
    return badRequest(`Property group "${body.groupName}" does not exist.`);
  return undefined;
}

export function createGroup(
  { portal, now }: Desk,
  type: ObjectType,
  { name = "", label = "" }: { readonly name?: string; readonly label?: string },
): Response {
  if (portal.groups[type].has(name)) return exists(name);
  portal.groups[type].set(name, label);
  const at = toInstant(now());
  return Response.json({ name, label, displayOrder: -1, archived: false, createdAt: at }, { status: 201 });
}

export const listGroups = ({ portal }: Desk, type: ObjectType): Response =>
  Response.json({
    results: [...portal.groups[type]].map(([name, label]) => ({
      name,
      label,
      displayOrder: -1,
      archived: false,
    })),
  });
