import type { IsoDate } from "@sweetspot/contract";
import { Button, DateInput, daysBefore, Popover, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { TimeTravel } from "./use-time-travel.ts";

/** Days back that are one press away. */
const STEPS = [
  ["week", 7],
  ["month", 30],
  ["quarter", 91],
] as const;

export interface TimeButtonProps {
  readonly travel: TimeTravel;
  readonly today: IsoDate;
  /** Opens the list of what people did. */
  readonly onChanges: () => void;
}

/** Chooses the day the board is shown of. */
export function TimeButton({ travel, today, onChanges }: TimeButtonProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const go = (day: IsoDate | undefined): void => {
    travel.go(day === undefined || day >= today ? undefined : day);
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("time.choose")}
      trigger={
        <Button tone="quiet" icon="clock">
          {travel.day === undefined ? t("time.today") : t("time.as-of", { day: format.date(travel.day) })}
        </Button>
      }
    >
      <div className="so-past-choose">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // Enter means the day typed, which the field hands over when it is left.
            event.currentTarget.querySelector("input")?.blur();
          }}
        >
          <DateInput
            label={t("time.day")}
            value={travel.day ?? today}
            max={today}
            onCommit={(day) => go(day ?? undefined)}
          />
        </form>
        <p className="so-panel-acts">
          {STEPS.map(([step, days]) => (
            <Button key={step} size="small" onClick={() => go(daysBefore(today, days))}>
              {t(`time.ago.${step}`)}
            </Button>
          ))}
          {travel.day === undefined ? null : (
            <Button size="small" onClick={() => go(undefined)}>
              {t("time.back")}
            </Button>
          )}
        </p>
        <Button
          tone="quiet"
          size="small"
          icon="swap"
          onClick={() => {
            setOpen(false);
            onChanges();
          }}
        >
          {t("time.changes-open")}
        </Button>
      </div>
    </Popover>
  );
}
