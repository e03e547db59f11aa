import { newRecordId, PersonPicker, Select, useTeamChoices } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { describeInsight } from "../board/insight-edits.model.ts";
import { toMember, withPeople } from "../people/person-edits.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { InsightPartProps } from "./insight-part.ts";

/** On a level of persons: the customer's person, or the one of us. */
export function PersonField({ workspace, insight }: InsightPartProps): ReactNode {
  const { reading, edit, writable } = workspace;
  const t = useText();
  const { fields, id } = insight;
  const choices = useTeamChoices(fields.teamMember);
  const onLevel = reading.board.level(fields.level)?.fields.kind === "person";
  if (!writable || (!onLevel && fields.member === undefined && fields.teamMember === undefined)) return null;
  if (fields.side === "provider")
    return (
      <Select
        label={t("composer.team")}
        value={fields.teamMember}
        options={choices}
        onChange={(teamMember) => edit(describeInsight(id, { teamMember }))}
      />
    );
  return (
    <PersonPicker
      label={t("composer.person")}
      value={fields.member}
      onChange={(person) => {
        const picked = toMember(person, newRecordId);
        edit(withPeople(describeInsight(id, { member: picked.member ?? null }), picked));
      }}
    />
  );
}
