import type { IsoDate } from "@sweetspot/contract";
import { gridSnapshot } from "@sweetspot/plan-model";
import {
  Button,
  IconButton,
  newRecordId,
  Popover,
  TextInput,
  useFormat,
  usePlanPart,
  usePlanSession,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { forgetDay, nameDay, type SnapshotRecord } from "../edits/snapshot-edits.model.ts";
import { useText } from "../view/use-text.ts";
import type { Workspace } from "../view/use-workspace.ts";

export interface NameDayProps {
  readonly workspace: Workspace;
  readonly named: readonly SnapshotRecord[];
  readonly day: IsoDate;
}

/** Names the later day for the planning period, and lets go of names. Works of a past day too: the grid stays as it was. */
export function NameDay({ named, day }: NameDayProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const session = usePlanSession();
  const writable = usePlanPart((view) => view.writable.plan);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [period, setPeriod] = useState("");
  if (!writable) return null;
  const save = (): void => {
    const edit = nameDay(day, { name, period }, newRecordId);
    if (!edit) return;
    session.edit(edit);
    setName("");
    setPeriod("");
    setOpen(false);
  };
  const { fields } = gridSnapshot;
  return (
    <Popover
      title={t("time.name-title", { day: format.date(day) })}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" tone="quiet" icon="plus">
          {t("time.name")}
        </Button>
      }
    >
      <form
        className="ws-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t("time.name-field")}
          placeholder={t("time.name-example")}
          value={name}
          onType={setName}
          onCommit={setName}
          maxLength={fields.name.max}
        />
        <TextInput
          label={t("time.period-field")}
          placeholder={String(day).slice(0, 4)}
          value={period}
          onType={setPeriod}
          onCommit={setPeriod}
          maxLength={fields.period.max}
        />
        <Button type="submit" tone="primary" disabled={name.trim() === ""}>
          {t("time.name-save")}
        </Button>
        {named.length === 0 ? null : (
          <ul className="ws-named">
            {named.map((item) => (
              <li key={item.id}>
                <span>
                  {item.fields.name} <span className="ss-meta">{format.date(item.fields.takenOn)}</span>
                </span>
                <IconButton
                  icon="trash"
                  size="small"
                  label={t("time.forget", { name: item.fields.name })}
                  onClick={() => session.edit(forgetDay(item.id))}
                />
              </li>
            ))}
          </ul>
        )}
      </form>
    </Popover>
  );
}
