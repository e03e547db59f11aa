import type { RecordId } from "@sweetspot/contract";
import { meetingSheet } from "@sweetspot/plan-model";
import { Button, TextArea, usePlanLabels, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { changeSheet, removeSheet } from "../edits/sheet-edits.model.ts";
import { prepare, type Preparation } from "../model/preparation.model.ts";
import type { Visit } from "../model/sheets.model.ts";
import { AboutVisit } from "./about-visit.view.tsx";
import { ChooseMessages, ChooseQuestions } from "./choose.view.tsx";
import { Messages } from "./messages.view.tsx";
import { Paper } from "./paper.view.tsx";
import { Questions } from "./questions.view.tsx";
import { TaskButton } from "./task-button.view.tsx";
import { useText } from "./use-text.ts";
import type { Visits } from "./use-visits.ts";

export interface SheetProps {
  readonly page: Visits;
  readonly visit: Visit;
  readonly preparation: Preparation;
}

const LIMITS = meetingSheet.fields;

/** One visit, written where one reads it; the same on paper by one press. */
export function Sheet({ page, visit }: { readonly page: Visits; readonly visit: Visit }): ReactNode {
  const { records, library, visits, show, open, edit, writable } = page;
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const preparation = useMemo(
    () => prepare(visit, visits, records, library),
    [visit, visits, records, library],
  );
  useEffect(() => heading.current?.focus(), []);
  const { id, fields, member } = visit;
  const label = (name: keyof typeof LIMITS): string => labels.field(meetingSheet, name).label;
  const remove = (): void => {
    show(undefined);
    if (edit(removeSheet(id))) toast({ text: t("remove.done"), undo: true });
  };
  return (
    <article className="ms-sheet">
      <div className="ms-sheet-bar">
        <Button tone="quiet" icon="chevron-left" onClick={() => show(undefined)}>
          {t("sheet.back")}
        </Button>
        <span className="ss-row">
          <TaskButton visit={visit} preparation={preparation} />
          {writable ? (
            <Button tone="quiet" icon="trash" onClick={remove}>
              {t("remove.open")}
            </Button>
          ) : null}
          <Button icon="print" tone="primary" onClick={() => open("print")}>
            {t("sheet.print")}
          </Button>
        </span>
      </div>
      <h3 ref={heading} tabIndex={-1} className="ms-title">
        {t("sheet.title", { name: member?.fields.name ?? "" })}
      </h3>
      <AboutVisit page={page} visit={visit} />
      <Messages page={page} visit={visit} preparation={preparation} />
      <Questions page={page} visit={visit} preparation={preparation} />
      <Words
        page={page}
        id={id}
        label={label("avoid")}
        field="avoid"
        value={fields.avoid ?? ""}
        hint={t("sheet.avoid-hint")}
      />
      {visit.status === "held" || (fields.result ?? "") !== "" ? (
        <Words
          page={page}
          id={id}
          label={label("result")}
          field="result"
          value={fields.result ?? ""}
          hint={t("sheet.result-hint")}
        />
      ) : null}
      <ChooseQuestions page={page} visit={visit} preparation={preparation} />
      <ChooseMessages page={page} visit={visit} preparation={preparation} />
      <Paper page={page} visit={visit} preparation={preparation} />
    </article>
  );
}

interface WordsProps {
  readonly page: Visits;
  readonly id: RecordId;
  readonly field: "avoid" | "result";
  readonly label: string;
  readonly value: string;
  readonly hint: string;
}

function Words({ page, id, field, label, value, hint }: WordsProps): ReactNode {
  if (!page.writable)
    return value === "" ? null : (
      <section className="ms-section">
        <h4>{label}</h4>
        <p dir="auto" className="ms-words">
          {value}
        </p>
      </section>
    );
  return (
    <section className="ms-section">
      <TextArea
        label={label}
        hint={hint}
        value={value}
        rows={2}
        maxLength={LIMITS[field].max}
        onCommit={(text) => page.edit(changeSheet(id, { [field]: text }))}
      />
    </section>
  );
}
