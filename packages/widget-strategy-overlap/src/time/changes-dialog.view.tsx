import type { IsoDate, PlanFields, RecordId } from "@sweetspot/contract";
import { DateInput, daysBefore, Dialog, SegmentedControl, useFormat, useT } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { useMemberName } from "../messages/message-context.ts";
import type { BoardReading } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { ChangeList } from "./change-list.view.tsx";
import { useChanges } from "./use-changes.ts";
import { whatChanged } from "./what-changed.model.ts";

export interface ChangesDialogProps {
  /** The board of today: names of what changed are taken from it. */
  readonly workspace: Workspace;
  /** The day whose end is the beginning; a week ago where absent. */
  readonly since?: IsoDate | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What people did on the board since a day, newest first. */
export function ChangesDialog({ open, ...props }: ChangesDialogProps): ReactNode {
  return open ? <Changes {...props} /> : null;
}

const STEPS = [
  ["week", 7],
  ["month", 30],
  ["quarter", 91],
] as const;

type Step = (typeof STEPS)[number][0];

function Changes({ workspace, since, onOpenChange }: Omit<ChangesDialogProps, "open">): ReactNode {
  const { reading, today } = workspace;
  const t = useText();
  const kit = useT();
  const format = useFormat();
  const nameOf = useMemberName();
  const [day, setDay] = useState(since ?? daysBefore(today, 7));
  const history = useChanges(day);
  const titleOf = useMemo(() => createTitles(reading, nameOf), [reading, nameOf]);
  const groups = useMemo(
    () => (history.state === "read" ? whatChanged(history.changes, titleOf) : []),
    [history, titleOf],
  );
  const step = STEPS.find(([, days]) => daysBefore(today, days) === day)?.[0];
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="large"
      eyebrow={t("time.since", { day: format.date(day) })}
      title={t("time.changes-title")}
    >
      <div className="so-panel-filters">
        <SegmentedControl<Step>
          label={t("time.choose-since")}
          size="small"
          value={step}
          options={STEPS.map(([value]) => ({ value, label: t(`time.ago.${value}`) }))}
          onChange={(next) => setDay(daysBefore(today, STEPS.find(([value]) => value === next)?.[1] ?? 7))}
        />
        <DateInput
          label={t("time.since-day")}
          value={day}
          max={today}
          onCommit={(next) => {
            if (next !== null) setDay(next);
          }}
        />
      </div>
      <div aria-live="polite">
        {history.state === "reading" ? <p className="ss-meta">{t("time.changes-reading")}</p> : null}
        {history.state === "failed" ? <p>{kit(`kit.error.${history.code}.short`)}</p> : null}
        {history.state === "read" && groups.length === 0 ? <p>{t("time.changes-none")}</p> : null}
      </div>
      <ChangeList key={day} groups={groups} />
    </Dialog>
  );
}

/** What records without words of their own are called: by what they join, or by the person they name. */
function createTitles(
  { board }: BoardReading,
  nameOf: (id: RecordId | undefined) => string | undefined,
): (record: RecordId, fields: PlanFields) => string | undefined {
  const statement = (id: unknown): string | undefined =>
    typeof id === "string" ? board.insight(id as RecordId)?.fields.statement : undefined;
  return (_, fields) => {
    const customer = fields["customerInsights"] ?? fields["customerInsight"] ?? fields["lower"];
    const provider = fields["providerInsights"] ?? fields["providerInsight"] ?? fields["upper"];
    const both = [customer, provider].flat().flatMap((id) => statement(id) ?? []);
    if (both.length > 0) return both.join(" ↔ ");
    const { teamMember, name } = fields as { readonly teamMember?: RecordId; readonly name?: string };
    return nameOf(teamMember) ?? name;
  };
}
