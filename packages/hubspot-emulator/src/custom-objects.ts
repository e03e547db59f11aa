import { batchAnswer, batchError } from "./answers.ts";
import { badRequest, errorAnswer, missingScope, notFound } from "./failures.ts";

/** An object the portal has defined itself; one for each of an app's names. */
interface CustomObject {
  readonly objectTypeId: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, { readonly name: string; readonly hasUniqueValue?: boolean }>;
  readonly records: Map<string, CustomRecord>;
}

interface CustomRecord {
  readonly id: string;
  properties: Readonly<Record<string, string>>;
  readonly createdAt: string;
  archived: boolean;
}

interface NewSchema {
  readonly name?: string;
  readonly labels?: object;
  readonly primaryDisplayProperty?: string;
  readonly properties?: readonly { readonly name: string; readonly hasUniqueValue?: boolean }[];
}

/** Custom objects of one portal, as far as a store of plans uses them. */
export interface CustomObjects {
  /** Undefined where the path is none of theirs. */
  answer(route: readonly string[], request: Request): Promise<Response | undefined>;
  /** Of an object, by name. */
  recordsOf(name: string): readonly CustomRecord[];
  /** Somebody deletes a record in HubSpot. */
  archive(name: string, id: string): void;
  /** So many of the next creations are not checked for values that have to be unique: two came at the same instant [?]. */
  overlookDuplicates(times: number): void;
}

export interface CustomObjectOptions {
  readonly portalId: number;
  /** ENTERPRISE alone has them [D custom objects]. */
  readonly hasTier: boolean;
  readonly missingScopes: readonly string[];
  readonly now: () => number;
}

const MOST_IN_BATCH = 100;

export function createCustomObjects({
  portalId,
  hasTier,
  missingScopes,
  now,
}: CustomObjectOptions): CustomObjects {
  const objects = new Map<string, CustomObject>();
  let overlooked = 0;
  let counter = 0;
  const lacks = (scope: string): Response | undefined =>
    missingScopes.includes(scope) ? missingScope(scope) : undefined;
  /** What answers a portal without the tier nobody has looked at [?]. */
  const noTier = (): Response =>
    errorAnswer(403, { category: "FORBIDDEN", message: "Your account has no custom objects." });
  const find = (segment: string): CustomObject | undefined =>
    [...objects.values()].find(
      ({ name, objectTypeId }) => segment === objectTypeId || segment === `p${portalId}_${name}`,
    );
  const toSchema = ({ objectTypeId, name, properties }: CustomObject) => ({
    objectTypeId,
    name,
    fullyQualifiedName: `p${portalId}_${name}`,
    properties: [...properties.values()],
    archived: false,
  });

  async function answerSchemas(request: Request): Promise<Response> {
    if (request.method === "GET")
      return (
        lacks("crm.schemas.custom.read") ?? Response.json({ results: [...objects.values()].map(toSchema) })
      );
    const refused = lacks("crm.schemas.custom.write") ?? (hasTier ? undefined : noTier());
    if (refused) return refused;
    const {
      name = "",
      labels,
      primaryDisplayProperty,
      properties = [],
    } = (await request.json()) as NewSchema;
    if (!labels || !properties.some((one) => one.name === primaryDisplayProperty))
      return badRequest("labels and a primaryDisplayProperty among the properties are required.");
    if (objects.has(name)) return errorAnswer(409, { category: "CONFLICT", message: "It already exists." });
    const made: CustomObject = {
      objectTypeId: `2-${1000 + objects.size}`,
      name,
      properties: new Map(properties.map((one) => [one.name, one])),
      records: new Map(),
    };
    objects.set(name, made);
    return Response.json(toSchema(made), { status: 201 });
  }

  const toRecord = ({ id, properties, createdAt }: CustomRecord) => ({
    id,
    properties: { ...properties, hs_object_id: id, hs_createdate: createdAt },
    createdAt,
    updatedAt: createdAt,
    archived: false,
  });

  function create(object: CustomObject, properties: Readonly<Record<string, string>>): Response {
    for (const [name, value] of Object.entries(properties)) {
      const definition = object.properties.get(name);
      if (!definition) return badRequest(`Property "${name}" does not exist.`);
      if (value.length > 65_536) return badRequest(`"${name}" is too long.`);
      const isTaken = [...object.records.values()].some(
        (record) => !record.archived && record.properties[name] === value,
      );
      if (definition.hasUniqueValue === true && isTaken && overlooked === 0)
        return badRequest(`"${value}" is taken: "${name}" must be unique.`);
    }
    overlooked = Math.max(0, overlooked - 1);
    counter += 1;
    const id = String(7_000_000 + counter);
    const record = { id, properties, createdAt: new Date(now()).toISOString(), archived: false };
    object.records.set(id, record);
    return Response.json(toRecord(record), { status: 201 });
  }

  /** Of several records that have one value, the latest answers [?]. */
  function readBatch(
    { records }: CustomObject,
    body: { readonly idProperty?: string; readonly inputs?: readonly { readonly id: string }[] },
  ): Response {
    const { idProperty, inputs = [] } = body;
    if (inputs.length === 0 || inputs.length > MOST_IN_BATCH) return badRequest("1 to 100 inputs.");
    const found = inputs.map(({ id }) =>
      [...records.values()].findLast(
        (record) => !record.archived && (idProperty ? record.properties[idProperty] : record.id) === id,
      ),
    );
    const missing = inputs.filter((_, index) => !found[index]).map(({ id }) => id);
    return batchAnswer(
      found.flatMap((record) => (record ? [toRecord(record)] : [])),
      missing.length === 0 ? [] : [batchError("OBJECT_NOT_FOUND", "Could not get some objects.", missing)],
      now(),
    );
  }

  /** Records that are not there are passed over [?]. */
  function archiveBatch(
    { records }: CustomObject,
    { inputs = [] }: { readonly inputs?: readonly { readonly id: string }[] },
  ): Response {
    if (inputs.length === 0 || inputs.length > MOST_IN_BATCH) return badRequest("1 to 100 inputs.");
    for (const { id } of inputs) {
      const record = records.get(id);
      if (record) record.archived = true;
    }
    return new Response(null, { status: 204 });
  }

  function list({ records }: CustomObject, { searchParams }: URL): Response {
    const live = [...records.values()].filter((record) => !record.archived);
    const start = Number(searchParams.get("after") ?? 0);
    const end = start + Number(searchParams.get("limit") ?? 10);
    return Response.json({
      results: live.slice(start, end).map(toRecord),
      ...(end < live.length ? { paging: { next: { after: String(end) } } } : {}),
    });
  }

  return {
    async answer([product, family, segment = "", ...rest], request) {
      if (product === "crm-object-schemas" && family === "schemas") return answerSchemas(request);
      const object = product === "crm" && family === "objects" ? find(segment) : undefined;
      if (!object) return undefined;
      const refused = lacks("crm.objects.custom.read");
      if (refused) return refused;
      if (request.method === "DELETE") {
        const record = object.records.get(rest[0] ?? "");
        if (record) record.archived = true;
        return lacks("crm.objects.custom.write") ?? new Response(null, { status: 204 });
      }
      if (request.method === "GET" && rest.length === 0) return list(object, new URL(request.url));
      if (request.method === "PATCH") {
        const record = object.records.get(rest[0] ?? "");
        const { properties = {} } = (await request.json()) as { properties?: Record<string, string> };
        if (!record) return notFound();
        record.properties = { ...record.properties, ...properties };
        return lacks("crm.objects.custom.write") ?? Response.json(toRecord(record));
      }
      if (request.method !== "POST") return notFound();
      if (rest.join("/") === "batch/read") return readBatch(object, await request.json());
      if (rest.join("/") === "batch/archive")
        return lacks("crm.objects.custom.write") ?? archiveBatch(object, await request.json());
      if (rest.length > 0) return notFound();
      const { properties = {} } = (await request.json()) as { properties?: Record<string, string> };
      return lacks("crm.objects.custom.write") ?? create(object, properties);
    },
    recordsOf: (name) => [...(objects.get(name)?.records.values() ?? [])],
    archive(name, id) {
      const record = objects.get(name)?.records.get(id);
      if (record) record.archived = true;
    },
    overlookDuplicates(times) {
      overlooked = times;
    },
  };
}
