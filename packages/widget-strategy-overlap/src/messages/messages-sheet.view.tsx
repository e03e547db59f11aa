import type { RecordId } from "@sweetspot/contract";
import { PrintSheet, useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import { useCustomerName } from "./message-context.ts";
import type { Told } from "./told.model.ts";

/** All messages, or one alone. */
export type Printed = "all" | RecordId;

interface Props {
  readonly told: Told;
  /** Undefined closes it. */
  readonly printed: Printed | undefined;
  readonly onClose: () => void;
}

/** On paper: what everybody with customer contact should be able to say. */
export function MessagesSheet({ told, printed, onClose }: Props): ReactNode {
  const t = useText();
  const customer = useCustomerName();
  const title = t("messages.sheet-title", { customer });
  const levels = told.levels
    .map(({ id, name, spots }) => ({
      id,
      name,
      messages: spots
        .flatMap(({ messages }) => messages)
        .filter(({ record }) => printed === "all" || record.id === printed),
    }))
    .filter(({ messages }) => messages.length > 0);
  return (
    <PrintSheet
      open={printed !== undefined}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
    >
      <h1>{title}</h1>
      {levels.map(({ id, name, messages }) => (
        <section key={id} className="so-told-sheet">
          <h2 dir="auto">{name}</h2>
          {messages.map(({ record }) => (
            <Message key={record.id} {...record.fields} at={record.updatedAt} />
          ))}
        </section>
      ))}
      <p>{t("messages.sheet-foot")}</p>
    </PrintSheet>
  );
}

interface MessageProps {
  readonly statement: string;
  readonly version: number;
  readonly at: string;
}

function Message({ statement, version, at }: MessageProps): ReactNode {
  const t = useText();
  const format = useFormat();
  return (
    <blockquote className="ss-sheet-whole">
      <p dir="auto">{statement}</p>
      <p className="ss-meta">
        {t("messages.version", { version })} · {format.date(at)}
      </p>
    </blockquote>
  );
}
