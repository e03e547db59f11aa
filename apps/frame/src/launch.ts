import {
  CrmError,
  type CrmErrorMessage,
  fromCrmErrorMessage,
  type RecordId,
  type TeamMember,
} from "@sweetspot/contract";

/** What a launch code buys. */
export interface Launch {
  /** Of a session; kept in this page's memory only. */
  readonly token: string;
  readonly member: TeamMember;
  readonly account: RecordId;
  readonly widget: string;
  /** What the widget may make in the CRM; absent where it may make everything. */
  readonly makes?: readonly ("task" | "opportunity")[];
  /** The gateway can compare this CRM's customers. */
  readonly insights?: boolean;
}

/** Trades the code for a session. A code works once. @throws CrmError `unauthenticated` for a used or expired one */
export async function exchangeLaunchCode(gatewayUrl: string, code: string): Promise<Launch> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`${gatewayUrl}/api/launch/exchange`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
      credentials: "omit",
      cache: "no-store",
    });
    answer = await response.json();
  } catch (error) {
    throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
  }
  if (response.ok) return answer as Launch;
  const { error } = answer as { readonly error?: CrmErrorMessage };
  throw error
    ? fromCrmErrorMessage(error)
    : new CrmError("unavailable", `The gateway answered ${response.status}.`);
}
