import { meetingSheet } from "@sweetspot/plan-model";
import { Chip, Face, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import type { RecordId } from "@sweetspot/contract";
import { type KeyboardEvent, memo, type ReactNode } from "react";
import type { Visit } from "../model/sheets.model.ts";
import { useText } from "./use-text.ts";

interface Props {
  readonly visit: Visit;
  readonly internal: string;
  readonly faded: boolean;
  readonly onOpen: (sheet: RecordId) => void;
}

/** One visit in one line: when, whom, why, who of us, and what is still open. */
export const VisitRow = memo(function VisitRow({ visit, internal, faded, onOpen }: Props): ReactNode {
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const { fields, member } = visit;
  return (
    <li>
      <button
        type="button"
        className="ms-row"
        data-faded={faded || undefined}
        onClick={() => onOpen(visit.id)}
        onKeyDown={walk}
      >
        <span className="ms-when">
          {fields.meetingDate === undefined ? t("visit.no-date") : format.date(fields.meetingDate)}
          {fields.meetingDate === undefined ? null : (
            <span className="ss-meta">{format.relativeDays(fields.meetingDate)}</span>
          )}
        </span>
        <span className="ms-who">
          <Face name={member?.fields.name ?? "?"} side="customer" size="large" />
          <span className="ms-names">
            <bdi className="ms-name">{member?.fields.name}</bdi>
            <bdi className="ss-meta ms-reason">{fields.reason}</bdi>
          </span>
        </span>
        <span className="ms-internal">
          {internal === "" ? null : <Face name={internal} side="provider" />}
          <bdi>{internal === "" ? t("visit.nobody") : internal}</bdi>
        </span>
        <span className="ms-marks">
          <Chip tone={TONES[visit.status]}>{labels.choice(meetingSheet, "status", visit.status)}</Chip>
          {visit.overdue ? (
            <Chip tone="warn" icon="clock">
              {t("visit.overdue")}
            </Chip>
          ) : null}
          {visit.tooFar ? <Chip tone="warn">{t("visit.too-far")}</Chip> : null}
          {visit.leadMissing ? <Chip tone="warn">{t("lead.missing")}</Chip> : null}
          {visit.status === "held" && visit.unanswered > 0 ? (
            <Chip tone="warn" icon="question">
              {t("visit.unanswered", { count: visit.unanswered })}
            </Chip>
          ) : visit.questions > 0 ? (
            <Chip icon="question">{t("visit.questions", { count: visit.questions })}</Chip>
          ) : null}
          {member?.fields.leftOn === undefined ? null : <Chip tone="bad">{t("visit.left")}</Chip>}
        </span>
      </button>
    </li>
  );
});

const TONES = { "to-arrange": "plain", arranged: "accent", held: "good", cancelled: "plain" } as const;

/** The arrow keys go from row to row. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const list = event.currentTarget.closest("ul");
  if (by === 0 || !list) return;
  const rows = [...list.querySelectorAll<HTMLElement>(".ms-row")];
  const next = rows[rows.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
