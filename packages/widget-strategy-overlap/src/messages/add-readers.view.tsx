import { type RecordId, valueOf } from "@sweetspot/contract";
import { messageReader } from "@sweetspot/plan-model";
import { Button, Combobox, newRecordId, TextInput, useCrm, useTeamChoices } from "@sweetspot/widget-kit";
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { useMemberName } from "./message-context.ts";
import { addReaders, type NewReader } from "./message-edits.model.ts";
import { proposeReaders } from "./proposed-readers.model.ts";
import type { Told, ToldMessage } from "./told.model.ts";

interface Props {
  readonly workspace: Workspace;
  readonly told: Told;
  readonly message: ToldMessage;
}

/** Puts people on a message's list: all who meet the customer at once, one of the team, or somebody without the CRM. */
export function AddReaders({ workspace, told, message }: Props): ReactNode {
  const { reading, edit } = workspace;
  const t = useText();
  const crm = useCrm();
  const nameOf = useMemberName();
  const choices = useTeamChoices();
  const [outside, setOutside] = useState(false);
  const [count, setCount] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (count > 0) place.current?.querySelector("input")?.focus();
  }, [count]);
  const known = new Set<RecordId | undefined>(message.readers.map(({ teamMember }) => teamMember));
  const owner = crm.account ? valueOf(crm.account.owner) : undefined;
  const proposed = useMemo(
    () => proposeReaders(reading, told, message, owner),
    [reading, told, message, owner],
  );
  const names = proposed.map((one) => ("name" in one ? one.name : nameOf(one.teamMember))).filter(Boolean);
  const add = (people: readonly NewReader[]): boolean =>
    edit(addReaders(told, [message.record.id], people, newRecordId));
  return (
    <div ref={place} className="so-told-add">
      {proposed.length === 0 ? null : (
        <Button size="small" icon="plus" title={names.join(", ")} onClick={() => add(proposed)}>
          {t("messages.readers-propose", { count: proposed.length })}
        </Button>
      )}
      <Combobox<RecordId>
        // Chosen people go onto the list; the field begins anew.
        key={count}
        label={t("messages.reader-add")}
        value={undefined}
        options={choices.filter(({ value }) => !known.has(value))}
        onChange={(teamMember) => {
          if (teamMember === undefined) return;
          add([{ teamMember }]);
          setCount(count + 1);
        }}
      />
      {outside ? (
        <OutsideForm onAdd={(person) => add([person])} onDone={() => setOutside(false)} />
      ) : (
        <Button size="small" tone="quiet" icon="person" onClick={() => setOutside(true)}>
          {t("messages.reader-outside")}
        </Button>
      )}
    </div>
  );
}

interface OutsideProps {
  readonly onAdd: (person: NewReader) => void;
  readonly onDone: () => void;
}

/** Somebody of service, maintenance or a project who meets the customer and has no access to the CRM. */
function OutsideForm({ onAdd, onDone }: OutsideProps): ReactNode {
  const t = useText();
  const [name, setName] = useState("");
  const [department, setDepartment] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const focusName = (): void => form.current?.querySelector("input")?.focus();
  useEffect(focusName, []);
  const { fields } = messageReader;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAdd({ name, department });
    setName("");
    setDepartment("");
    focusName();
  };
  return (
    <form ref={form} className="so-told-outside" onSubmit={submit}>
      <TextInput
        label={t("messages.outside-name")}
        value={name}
        onType={setName}
        onCommit={setName}
        maxLength={fields.name.max}
      />
      <TextInput
        label={t("messages.outside-department")}
        placeholder={t("messages.outside-example")}
        value={department}
        onType={setDepartment}
        onCommit={setDepartment}
        maxLength={fields.department.max}
      />
      <p className="so-panel-acts">
        <Button type="submit" size="small" tone="primary" disabled={name.trim() === ""}>
          {t("messages.outside-add")}
        </Button>
        <Button size="small" onClick={onDone}>
          {t("messages.outside-done")}
        </Button>
      </p>
    </form>
  );
}
