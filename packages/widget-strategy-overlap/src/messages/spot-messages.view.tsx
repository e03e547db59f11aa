import type { RecordId } from "@sweetspot/contract";
import { coreMessage } from "@sweetspot/plan-model";
import { Button, newRecordId, TextArea } from "@sweetspot/widget-kit";
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { addMessage } from "./message-edits.model.ts";
import { MessageCard } from "./message-card.view.tsx";
import { MessagesSheet, type Printed } from "./messages-sheet.view.tsx";
import { useListFocus } from "./use-list-focus.ts";
import { readTold, type Told, type ToldMessage, type ToldSpot } from "./told.model.ts";

export interface SpotMessagesProps {
  readonly workspace: Workspace;
  readonly spot: RecordId;
}

/** The core messages of one sweet spot, for the panel that shows it. */
export function SpotMessages({ workspace, spot }: SpotMessagesProps): ReactNode {
  const { reading } = workspace;
  const told = useMemo(() => readTold(reading), [reading]);
  const [printed, setPrinted] = useState<Printed>();
  const found = told.spot(spot);
  if (!found) return null;
  return (
    <>
      <SpotMessageList
        workspace={workspace}
        told={told}
        found={found}
        opened={found.messages.length === 1}
        onPrint={({ record }) => setPrinted(record.id)}
      />
      <MessagesSheet told={told} printed={printed} onClose={() => setPrinted(undefined)} />
    </>
  );
}

interface ListProps {
  readonly workspace: Workspace;
  readonly told: Told;
  readonly found: ToldSpot;
  readonly opened: boolean;
  readonly onPrint: (message: ToldMessage) => void;
}

/** The messages of a sweet spot and the field for a further one. */
export function SpotMessageList({ workspace, told, found, opened, onPrint }: ListProps): ReactNode {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const { messages } = found;
  useListFocus(list, messages.length);
  return (
    <div ref={list} className="so-told-list" tabIndex={-1}>
      {messages.map((message) => (
        <MessageCard
          key={message.record.id}
          workspace={workspace}
          told={told}
          message={message}
          opened={opened}
          onPrint={onPrint}
        />
      ))}
      {messages.length === 0 && !workspace.writable ? (
        <p className="ss-meta">{t("messages.none-here")}</p>
      ) : null}
      {workspace.writable ? <NewMessage workspace={workspace} told={told} found={found} list={list} /> : null}
    </div>
  );
}

/** The first message is asked for with a field; a further one begins with a button, so that lists stay short. */
function NewMessage({
  workspace: { edit, language },
  told,
  found,
  list,
}: Pick<ListProps, "workspace" | "told" | "found"> & {
  readonly list: RefObject<HTMLElement | null>;
}): ReactNode {
  const t = useText();
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    if (writing) list.current?.querySelector<HTMLElement>(":scope > .ss-field textarea")?.focus();
  }, [writing, list]);
  const isFirst = found.messages.length === 0;
  if (!isFirst && !writing)
    return (
      <Button size="small" tone="quiet" icon="plus" onClick={() => setWriting(true)}>
        {t("messages.add-further")}
      </Button>
    );
  return (
    <TextArea
      label={isFirst ? t("messages.first") : t("messages.further")}
      hint={t("messages.first-hint")}
      rows={2}
      value=""
      onCommit={(text) => {
        const place = { spot: found.spot.id, level: found.spot.fields.level, language };
        edit(addMessage(told, place, text, newRecordId));
        setWriting(false);
        // The field goes; a keyboard that was in it stays with the messages. Whoever left it by himself is elsewhere.
        if (list.current?.querySelector("textarea:focus")) list.current.focus();
      }}
      maxLength={coreMessage.fields.statement.max}
    />
  );
}
