import type { RecordId, TeamMember } from "@sweetspot/contract";
import { type Choice, useCrm, useHost } from "@sweetspot/widget-kit";
import { useMemo } from "react";

/** Team members to choose from: the user first, then by name; those who left only where they are chosen already. */
export function usePeople(chosen: RecordId | undefined): readonly Choice<RecordId>[] {
  const { teamMembers } = useCrm();
  const { user } = useHost();
  return useMemo(() => {
    const others = teamMembers.filter(
      (member) => member.id !== user.id && (member.active || member.id === chosen),
    );
    const toChoice = (member: TeamMember): Choice<RecordId> => ({ value: member.id, label: member.name });
    return [user, ...others].map(toChoice);
  }, [teamMembers, user, chosen]);
}
