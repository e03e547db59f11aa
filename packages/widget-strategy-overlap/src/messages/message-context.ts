import { useCrm, useHost } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import type { RecordId } from "@sweetspot/contract";

/** Names of our people; undefined for somebody the CRM does not know any more. */
export function useMemberName(): (id: RecordId | undefined) => string | undefined {
  const { teamMembers } = useCrm();
  const { user } = useHost();
  return useMemo(() => {
    const names = new Map([user, ...teamMembers].map(({ id, name }) => [id, name]));
    return (id) => (id === undefined ? undefined : names.get(id));
  }, [teamMembers, user]);
}

/** What the customer is called; empty until the CRM has answered. */
export const useCustomerName = (): string => useCrm().account?.name ?? "";
