import { Button, Face, Icon, type IconName, IconButton, useFormat, useHost } from "@sweetspot/widget-kit";
import { type ReactNode, useRef } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { AddReaders } from "./add-readers.view.tsx";
import { useMemberName } from "./message-context.ts";
import { confirmReader, removeReader, withdrawConfirmation } from "./message-edits.model.ts";
import { useListFocus } from "./use-list-focus.ts";
import type { Knowing, Reader, Told, ToldMessage } from "./told.model.ts";

interface Props {
  readonly workspace: Workspace;
  readonly told: Told;
  readonly message: ToldMessage;
}

/** Who must know the message, in sales and outside it, and who has said that he knows this wording. */
export function Readers({ workspace, told, message }: Props): ReactNode {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  useListFocus(list, message.readers.length);
  const known = message.readers.length - message.unaware;
  return (
    <section className="so-panel-part">
      <h5 className="so-panel-part-title">
        {t("messages.readers")}
        {message.readers.length === 0 ? null : (
          <span className="ss-meta">
            {t("messages.readers-known", { known, count: message.readers.length })}
          </span>
        )}
      </h5>
      {message.readers.length === 0 ? <p className="ss-meta">{t("messages.readers-none")}</p> : null}
      <ul ref={list} className="so-panel-list" tabIndex={-1} aria-label={t("messages.readers")}>
        {message.readers.map((reader) => (
          <ReaderRow key={reader.id} workspace={workspace} message={message} reader={reader} />
        ))}
      </ul>
      {workspace.writable ? <AddReaders workspace={workspace} told={told} message={message} /> : null}
    </section>
  );
}

const MARKS: Readonly<Record<Knowing, IconName>> = {
  knows: "circle-full",
  knew: "circle-check",
  open: "circle-dashed",
};

interface RowProps {
  readonly workspace: Workspace;
  readonly message: ToldMessage;
  readonly reader: Reader;
}

function ReaderRow({ workspace: { writable, edit, author }, message, reader }: RowProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  const { user } = useHost();
  const { version } = message.record.fields;
  const name = nameOf(reader.teamMember) ?? reader.name ?? t("messages.reader-gone");
  const isMe = reader.teamMember === user.id;
  const when = reader.confirmedAt === undefined ? "" : format.date(reader.confirmedAt);
  return (
    <li className="so-told-reader" data-knowing={reader.knowing}>
      <Face name={name} side="provider" />
      <span className="so-told-reader-words">
        <bdi>{name}</bdi>
        {reader.department === undefined ? null : (
          <span className="ss-meta" dir="auto">
            {reader.department}
          </span>
        )}
      </span>
      <span className="so-told-knowing">
        <Icon name={MARKS[reader.knowing]} size="small" />
        {t(`messages.knowing.${reader.knowing}`, { when, version: reader.confirmedVersion ?? 0 })}
      </span>
      {writable ? (
        <span className="so-told-reader-acts">
          {reader.knowing === "knows" ? (
            <IconButton
              icon="undo"
              size="small"
              label={t("messages.withdraw", { name })}
              onClick={() => edit(withdrawConfirmation(reader))}
            />
          ) : (
            <Button size="small" onClick={() => edit(confirmReader(reader, version, author().at))}>
              {isMe ? t("messages.i-know") : t("messages.confirmed-to-me")}
              {isMe ? null : <span className="ss-hidden">{name}</span>}
            </Button>
          )}
          <IconButton
            icon="close"
            size="small"
            label={t("messages.reader-remove", { name })}
            onClick={() => edit(removeReader(reader))}
          />
        </span>
      ) : null}
    </li>
  );
}
