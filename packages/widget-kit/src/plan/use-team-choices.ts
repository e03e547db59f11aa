import type { RecordId } from "@sweetspot/contract";
import { useMemo } from "react";
import type { Choice } from "../parts/select.view.tsx";
import { useCrm, useHost } from "../widget/widget-context.ts";

/** Team members to choose from: the user first, then by name; those who left only where they are chosen already. */
export function useTeamChoices(chosen?: RecordId | undefined): readonly Choice<RecordId>[] {
  const { teamMembers } = useCrm();
  const { user } = useHost();
  return useMemo(() => {
    const others = teamMembers.filter(({ id, active }) => id !== user.id && (active || id === chosen));
    return [user, ...others].map(({ id, name }) => ({ value: id, label: name }));
  }, [teamMembers, user, chosen]);
}
