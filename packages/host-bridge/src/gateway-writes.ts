import {
  CrmError,
  type CrmErrorMessage,
  fromCrmErrorMessage,
  type NewOpportunity,
  type NewTask,
  type RecordId,
} from "@sweetspot/contract";

export interface GatewayOptions {
  /** Where the gateway is; no slash at its end. */
  readonly baseUrl: string;
  readonly token: () => string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** Something was created; what the page shows of the CRM is no longer all there is. */
  readonly onCreated?: () => void;
  /** What the CRM behind the gateway lets this user make; default: all. */
  readonly makes?: readonly ("task" | "opportunity")[];
}

/** What a widget may start in the CRM behind a gateway. */
export interface GatewayWrites {
  createTask?(task: NewTask): Promise<{ readonly id: RecordId }>;
  createOpportunity?(opportunity: NewOpportunity): Promise<{ readonly id: RecordId }>;
}

export function createGatewayWrites(options: GatewayOptions): GatewayWrites {
  const { baseUrl, token, fetch = globalThis.fetch.bind(globalThis), onCreated } = options;
  const { makes = ["task", "opportunity"] } = options;
  /** Of wishes of which nobody knows whether they were granted: who tries again must not get two. */
  const keys = new Map<string, string>();

  async function post(path: string, record: object): Promise<{ readonly id: RecordId }> {
    const wish = JSON.stringify([path, record]);
    const key = keys.get(wish) ?? crypto.randomUUID();
    keys.set(wish, key);
    try {
      const made = await send(path, record, key);
      keys.delete(wish);
      return made;
    } catch (error) {
      if (!CrmError.is(error, "unavailable")) keys.delete(wish);
      throw error;
    }
  }

  async function send(path: string, record: object, key: string): Promise<{ readonly id: RecordId }> {
    const bearer = token();
    const headers = {
      "content-type": "application/json",
      "idempotency-key": key,
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(`${baseUrl}/api/crm/${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(record),
        credentials: "omit",
      });
      body = await response.json();
    } catch (error) {
      throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
    }
    if (isMessage(body)) throw fromCrmErrorMessage(body.error);
    if (response.ok && isCreated(body)) {
      onCreated?.();
      return { id: body.id };
    }
    throw new CrmError("unavailable", `The answer (${response.status}) is not the gateway's.`);
  }

  return {
    ...(makes.includes("task") ? { createTask: (task: NewTask) => post("tasks", task) } : {}),
    ...(makes.includes("opportunity")
      ? { createOpportunity: (opportunity: NewOpportunity) => post("opportunities", opportunity) }
      : {}),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isCreated = (body: unknown): body is { id: RecordId } =>
  isObject(body) && typeof body["id"] === "string";

const isMessage = (body: unknown): body is { error: CrmErrorMessage } =>
  isObject(body) && isObject(body["error"]) && typeof body["error"]["message"] === "string";
