import type { RecordId } from "@sweetspot/contract";
import { knowledgeGap } from "@sweetspot/plan-model";
import {
  DateInput,
  newRecordId,
  PersonPicker,
  Select,
  TextArea,
  useTeamChoices,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { toMember, withPeople } from "../people/person-edits.model.ts";
import type { GapRecord } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { assignGap, rewordGap } from "./gap-edits.model.ts";

interface ErrandProps {
  readonly workspace: Workspace;
  readonly gap: GapRecord;
}

/** The question's own words, who asks whom, and by when. */
export function Errand({ workspace: { edit }, gap }: ErrandProps): ReactNode {
  const t = useText();
  const { question, owner, due, member } = gap.fields;
  const people = useTeamChoices(owner);
  return (
    <div className="so-panel-pair">
      <TextArea
        label={t("questions.question")}
        rows={1}
        value={question}
        onCommit={(words) => edit(rewordGap(gap, words))}
        maxLength={knowledgeGap.fields.question.max}
      />
      <PersonPicker
        label={t("questions.whom")}
        placeholder={t("questions.whom-open")}
        value={member}
        onChange={(person) => {
          const picked = toMember(person, newRecordId);
          edit(withPeople(assignGap(gap, { member: picked.member ?? null }), picked));
        }}
      />
      <Select<RecordId>
        label={t("questions.owner")}
        value={owner}
        options={people}
        onChange={(id) => edit(assignGap(gap, { owner: id }))}
      />
      <DateInput
        label={t("questions.due")}
        value={due}
        onCommit={(day) => edit(assignGap(gap, { due: day }))}
      />
    </div>
  );
}
