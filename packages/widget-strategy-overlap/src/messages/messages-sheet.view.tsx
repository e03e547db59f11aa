import type { RecordId } from "@sweetspot/contract";
import { useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import { useCustomerName } from "./message-context.ts";
import type { Told } from "./told.model.ts";

interface Props {
  readonly told: Told;
  /** One message alone. */
  readonly only?: RecordId | undefined;
}

/** On paper only: what everybody with customer contact should be able to say. */
export function MessagesSheet({ told, only }: Props): ReactNode {
  const t = useText();
  const format = useFormat();
  const customer = useCustomerName();
  const levels = told.levels
    .map(({ id, name, spots }) => ({
      id,
      name,
      messages: spots
        .flatMap(({ messages }) => messages)
        .filter(({ record }) => only === undefined || record.id === only),
    }))
    .filter(({ messages }) => messages.length > 0);
  return (
    <section className="so-sheet">
      <h1>{t("messages.sheet-title", { customer })}</h1>
      {levels.map(({ id, name, messages }) => (
        <section key={id}>
          <h2 dir="auto">{name}</h2>
          {messages.map(({ record }) => (
            <blockquote key={record.id} dir="auto">
              {record.fields.statement}
              <footer>
                {t("messages.version", { version: record.fields.version })} · {format.date(record.updatedAt)}
              </footer>
            </blockquote>
          ))}
        </section>
      ))}
      <p className="ss-meta">{t("messages.sheet-foot")}</p>
    </section>
  );
}
