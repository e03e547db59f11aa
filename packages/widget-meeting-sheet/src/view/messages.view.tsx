import { meetingSheet } from "@sweetspot/plan-model";
import { Button, IconButton, TextArea, useKeptFocus, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { changeSheet, toggleMessage } from "../edits/sheet-edits.model.ts";
import type { SheetProps } from "./sheet.view.tsx";
import { useText } from "./use-text.ts";

/** What to say: core messages of the plan, and words for this visit only. */
export function Messages({ page, visit, preparation }: SheetProps): ReactNode {
  const { edit, writable, open } = page;
  const t = useText();
  const labels = usePlanLabels();
  const { ref, keep } = useKeptFocus<HTMLElement>();
  const { id, fields } = visit;
  return (
    <section ref={ref} className="ms-section">
      <div className="ms-section-head">
        <h4>{t("messages.title")}</h4>
        {writable && preparation.messages.length + preparation.offeredMessages.length > 0 ? (
          <Button size="small" icon="plus" onClick={() => open("messages")}>
            {t("messages.choose")}
          </Button>
        ) : null}
      </div>
      {preparation.messages.length === 0 ? (
        <p className="ss-meta">
          {t(preparation.offeredMessages.length > 0 ? "messages.none" : "messages.no-core")}
        </p>
      ) : (
        <ul className="ms-messages">
          {preparation.messages.map((message) => (
            <li key={message.id}>
              <p dir="auto" className="ms-words">
                {message.fields.statement}
              </p>
              {writable ? (
                <IconButton
                  icon="close"
                  size="small"
                  label={t("messages.remove", { text: message.fields.statement.slice(0, 60) })}
                  onClick={() => {
                    keep();
                    edit(toggleMessage(id, fields.messages ?? [], message.id));
                  }}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {writable ? (
        <TextArea
          label={labels.field(meetingSheet, "keyMessages").label}
          value={fields.keyMessages ?? ""}
          rows={2}
          maxLength={meetingSheet.fields.keyMessages.max}
          onCommit={(keyMessages) => edit(changeSheet(id, { keyMessages }))}
        />
      ) : (
        <p dir="auto" className="ms-words">
          {fields.keyMessages}
        </p>
      )}
    </section>
  );
}
