import { Button, Chip, ConfirmDialog, Icon, IconButton, Menu, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { Addressee } from "./addressee.view.tsx";
import { ControlQuestions } from "./control-questions.view.tsx";
import { JargonNotices } from "./jargon.view.tsx";
import { useCustomerName } from "./message-context.ts";
import { removeMessage } from "./message-edits.model.ts";
import { MessageEditor } from "./message-editor.view.tsx";
import { toMailAddress, toSharedText } from "./message-text.model.ts";
import { Readers } from "./readers.view.tsx";
import type { Told, ToldMessage } from "./told.model.ts";
import { useCopy } from "./use-copy.ts";
import { Wordings } from "./wordings.view.tsx";

interface Props {
  readonly workspace: Workspace;
  readonly told: Told;
  readonly message: ToldMessage;
  /** Are its questions, readers and earlier wordings shown from the start? */
  readonly opened: boolean;
  readonly onPrint: (message: ToldMessage) => void;
}

/** One core message: its words, its ways out, and what its author looks after. */
export function MessageCard({ workspace, told, message, opened, onPrint }: Props): ReactNode {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    // The keyboard comes back to where it went in.
    if (edited.current && !editing) card.current?.querySelector<HTMLElement>("[data-reword]")?.focus();
    edited.current = editing;
  }, [editing]);
  const [removing, setRemoving] = useState(false);
  const [open, setOpen] = useState(opened);
  const { writable, reading, edit } = workspace;
  const { record, readers, unaware } = message;
  const { statement, version, member, level } = record.fields;
  const person = reading.member(member)?.fields.name;
  const elsewhere = told.levels.find(({ id }) => id === level)?.name;
  const home = reading.board.spots.find(({ id }) => id === record.fields.sweetSpot)?.fields.level;
  return (
    <article ref={card} className="so-told-card" aria-label={statement.slice(0, 80)}>
      <p className="so-told-head">
        <Chip tone="sweet">{t("messages.version", { version })}</Chip>
        <span className="ss-meta">{format.date(record.updatedAt)}</span>
        {level === home || elsewhere === undefined ? null : (
          <span className="ss-meta" dir="auto">
            {t("messages.speaks-to", { name: elsewhere })}
          </span>
        )}
        {person === undefined ? null : <Chip icon="person">{person}</Chip>}
      </p>
      {editing ? (
        <MessageEditor workspace={workspace} message={message} onDone={() => setEditing(false)} />
      ) : (
        <blockquote className="so-told-words" dir="auto" lang={record.fields.language}>
          {statement}
        </blockquote>
      )}
      <JargonNotices
        workspace={workspace}
        message={message}
        onReword={writable && !editing ? () => setEditing(true) : undefined}
      />
      <p className="so-panel-acts">
        <WaysOut message={message} level={elsewhere ?? ""} onPrint={() => onPrint(message)} />
        {writable && !editing ? (
          <IconButton
            icon="pencil"
            size="small"
            label={t("messages.reword")}
            data-reword
            onClick={() => setEditing(true)}
          />
        ) : null}
        {writable ? (
          <Menu
            trigger={<IconButton icon="more" size="small" label={t("messages.more")} />}
            items={[
              {
                id: "remove",
                icon: "trash",
                tone: "danger",
                label: t("messages.remove"),
                onSelect: () => setRemoving(true),
              },
            ]}
          />
        ) : null}
        <Button
          size="small"
          tone="quiet"
          className="so-told-fold"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name={message.checked ? "circle-check" : "circle-dashed"} size="small" />
          {readers.length === 0
            ? t("messages.nobody-asked")
            : t("messages.readers-known", { known: readers.length - unaware, count: readers.length })}
          <Icon name={open ? "chevron-up" : "chevron-down"} size="small" />
        </Button>
      </p>
      {open ? (
        <div className="so-told-more">
          {writable ? <Addressee workspace={workspace} message={message} /> : null}
          <ControlQuestions workspace={workspace} message={message} />
          <Readers workspace={workspace} told={told} message={message} />
          <Wordings message={message} />
        </div>
      ) : null}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={t("messages.remove-title")}
        text={t("messages.remove-text", { count: readers.length })}
        confirm={t("messages.remove")}
        tone="danger"
        onConfirm={() => edit(removeMessage(record))}
      />
    </article>
  );
}

interface WaysProps {
  readonly message: ToldMessage;
  readonly level: string;
  readonly onPrint: () => void;
}

/** Copy the sentence; share it with what it is about; print it. */
function WaysOut({ message: { record }, level, onPrint }: WaysProps): ReactNode {
  const t = useText();
  const copy = useCopy();
  const customer = useCustomerName();
  const { statement, version } = record.fields;
  const words = {
    subject: t("messages.share-subject", { customer }),
    note: t("messages.share-note", { customer, level, version }),
  };
  const shared = toSharedText(statement, words);
  const address = toMailAddress(words.subject, shared);
  return (
    <>
      <Button size="small" icon="copy" onClick={() => copy(statement, t("messages.copied"))}>
        {t("messages.copy")}
      </Button>
      <Menu
        align="start"
        trigger={
          <Button size="small" tone="quiet" icon="external">
            {t("messages.share")}
          </Button>
        }
        items={[
          {
            id: "text",
            icon: "copy",
            label: t("messages.copy-with-note"),
            onSelect: () => copy(shared, t("messages.copied")),
          },
          ...(address === undefined
            ? []
            : [
                {
                  id: "mail",
                  icon: "mail" as const,
                  label: t("messages.mail"),
                  onSelect: () => openMail(address),
                },
              ]),
          { id: "print", icon: "print", label: t("messages.print"), onSelect: onPrint },
        ]}
      />
    </>
  );
}

/** By a link: sandboxes take away `location`, and a mail opens no window. */
function openMail(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.click();
}
