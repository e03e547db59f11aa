import type { CrmReader, InsightReader, PlanStore, RelationReader, TeamMember } from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import { createContext, use } from "react";
import type { Gateway } from "./gateway-client.ts";

/** What the page works with in one user's name. */
export interface Desk {
  readonly member: TeamMember;
  readonly reader: CrmReader;
  readonly store: PlanStore;
  readonly relations: RelationReader;
  readonly insights: InsightReader;
  readonly gateway: Gateway;
}

export function createDesk(gateway: Gateway): Desk {
  const ports = createHttpCrm({ baseUrl: "", token: gateway.token, fetch: gateway.fetch });
  return { member: gateway.member, ...ports, gateway };
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("The view needs a signed-in user.");
  return desk;
}
