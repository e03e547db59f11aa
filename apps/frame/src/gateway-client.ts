import {
  CrmError,
  type CrmErrorMessage,
  fromCrmErrorMessage,
  type NewOpportunity,
  type NewTask,
  type RecordId,
  type TeamMember,
} from "@sweetspot/contract";

/** What a launch code buys. */
export interface Launch {
  /** Kept in this page's memory only. */
  readonly token: string;
  readonly member: TeamMember;
  readonly account: RecordId;
  readonly widget: string;
}

/** The gateway's calls outside the ports. Each throws a `CrmError`. */
export interface GatewayClient {
  exchange(code: string): Promise<Launch>;
  createTask(task: NewTask): Promise<{ readonly id: RecordId }>;
  createOpportunity(opportunity: NewOpportunity): Promise<{ readonly id: RecordId }>;
}

export function createGatewayClient(baseUrl: string, token: () => string | undefined): GatewayClient {
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const bearer = token();
    let response: Response;
    try {
      response = await fetch(`${baseUrl}${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
      });
    } catch (error) {
      throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer as T;
    const error = (answer as { readonly error?: CrmErrorMessage } | undefined)?.error;
    throw error
      ? fromCrmErrorMessage(error)
      : new CrmError("unavailable", `The gateway answered ${response.status}.`);
  };
  return {
    exchange: (code) => post("/api/launch/exchange", { code }),
    createTask: (task) => post("/api/crm/tasks", task),
    createOpportunity: (opportunity) => post("/api/crm/opportunities", opportunity),
  };
}
