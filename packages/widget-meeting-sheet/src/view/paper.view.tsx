import { meetingSheet } from "@sweetspot/plan-model";
import { PrintSheet, useCrm, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { SheetProps } from "./sheet.view.tsx";
import { ofUs } from "../model/plan-table.model.ts";
import { useText } from "./use-text.ts";

/** The sheet to take along: one A4 page for a visit of usual length, with room to write under each question. */
export function Paper({ page, visit, preparation }: SheetProps): ReactNode {
  const { opened, open, memberName } = page;
  const { account } = useCrm();
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const { fields, member } = visit;
  const name = member?.fields.name ?? "";
  const label = (field: keyof typeof meetingSheet.fields): string => labels.field(meetingSheet, field).label;
  const state = labels.choice(meetingSheet, "status", visit.status);
  const status =
    fields.statusDate === undefined
      ? state
      : t("status.of", { status: state, date: format.date(fields.statusDate) });
  const facts: readonly (readonly [string, string | undefined])[] = [
    [
      label("meetingDate"),
      fields.meetingDate === undefined ? t("visit.no-date") : format.date(fields.meetingDate),
    ],
    [label("internalContact"), ofUs(fields, memberName)],
    [label("status"), [status, fields.statusNote].filter(Boolean).join(": ")],
    [label("reason"), fields.reason],
  ];
  return (
    <PrintSheet
      open={opened === "print"}
      onOpenChange={() => open(undefined)}
      title={t("sheet.document", { name, account: account?.name ?? "" })}
    >
      <header>
        <p className="ss-meta">
          {[t("widget.one"), account?.name, t("paper.internal")].filter(Boolean).join(" · ")}
        </p>
        <h1 dir="auto">{name}</h1>
        {member?.fields.position === undefined || member.fields.position === name ? null : (
          <p dir="auto">{member.fields.position}</p>
        )}
      </header>
      <table>
        <tbody>
          {facts
            .filter(([, text]) => text)
            .map(([title, text]) => (
              <tr key={title}>
                <th className="ms-paper-label">{title}</th>
                <td dir="auto">{text}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {preparation.messages.length > 0 || fields.keyMessages ? (
        <section>
          <h2>{t("messages.title")}</h2>
          <ul>
            {preparation.messages.map((message) => (
              <li key={message.id} dir="auto">
                {message.fields.statement}
              </li>
            ))}
            {fields.keyMessages ? (
              <li dir="auto" className="ms-words">
                {fields.keyMessages}
              </li>
            ) : null}
          </ul>
        </section>
      ) : null}
      {preparation.questions.length > 0 ? (
        <section>
          <h2>{t("questions.title")}</h2>
          <ol>
            {preparation.questions.map(({ gap, answered, oneToOne }) => (
              <li key={gap.id} dir="auto">
                {gap.fields.question}
                {oneToOne ? <em> ({t("questions.one-to-one")})</em> : null}
                {answered ? (
                  <p className="ms-words">
                    <strong>{gap.fields.answer}</strong>
                  </p>
                ) : (
                  <div className="ms-lines" aria-hidden="true" />
                )}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {fields.avoid ? (
        <section className="ss-sheet-whole">
          <h2>{label("avoid")}</h2>
          <p dir="auto" className="ms-words">
            {fields.avoid}
          </p>
        </section>
      ) : null}
      <section className="ss-sheet-whole">
        <h2>{label("result")}</h2>
        {fields.result ? (
          <p dir="auto" className="ms-words">
            {fields.result}
          </p>
        ) : (
          <div className="ms-lines" aria-hidden="true" />
        )}
      </section>
    </PrintSheet>
  );
}
