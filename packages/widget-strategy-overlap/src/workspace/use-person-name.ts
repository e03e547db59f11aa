import { useCallback } from "react";
import { useMemberName } from "../messages/message-context.ts";
import type { BoardReading, InsightRecord } from "./board-reading.model.ts";

/** Whom an insight is about: the customer's person, or the one of us. */
export function usePersonName({ members }: BoardReading): (insight: InsightRecord) => string | undefined {
  const memberName = useMemberName();
  return useCallback(
    ({ fields }) =>
      fields.side === "customer"
        ? members.find(({ id }) => id === fields.member)?.fields.name
        : memberName(fields.teamMember),
    [members, memberName],
  );
}
