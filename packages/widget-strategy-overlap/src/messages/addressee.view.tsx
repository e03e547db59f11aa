import type { RecordId } from "@sweetspot/contract";
import { TEXT_LANGUAGES, type TextLanguage } from "@sweetspot/strategy-overlap";
import { newRecordId, PersonPicker, Select } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { toMember, withPeople } from "../people/person-edits.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { directMessage } from "./message-edits.model.ts";
import type { ToldMessage } from "./told.model.ts";

interface Props {
  readonly workspace: Workspace;
  readonly message: ToldMessage;
}

/** Whom a message speaks to: a level of the customer, or one person of the buying centre. */
export function Addressee({ workspace: { reading, edit }, message: { record } }: Props): ReactNode {
  const t = useText();
  return (
    <div className="so-panel-pair">
      <Select<RecordId>
        label={t("messages.level")}
        value={record.fields.level}
        options={reading.board.levels.map(({ id, fields }) => ({ value: id, label: fields.name }))}
        onChange={(level) => edit(directMessage(record, { level }))}
      />
      <PersonPicker
        label={t("messages.person")}
        placeholder={t("messages.person-any")}
        value={record.fields.member}
        onChange={(person) => {
          const picked = toMember(person, newRecordId);
          edit(withPeople(directMessage(record, { member: picked.member ?? null }), picked));
        }}
      />
      <Select<TextLanguage>
        label={t("messages.language")}
        value={TEXT_LANGUAGES.find((one) => one === record.fields.language)}
        options={TEXT_LANGUAGES.map((value) => ({ value, label: t(`messages.language.${value}`) }))}
        onChange={(language) => edit(directMessage(record, { language }))}
      />
    </div>
  );
}
