import { Button, Icon, useFormat, useT } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import type { TimeTravel } from "./use-time-travel.ts";

export interface TimeBarProps {
  readonly travel: TimeTravel;
  readonly onChanges: () => void;
}

/** Above a board of the past: which day it is of, that it cannot be edited, and the way back. */
export function TimeBar({ travel, onChanges }: TimeBarProps): ReactNode {
  const t = useText();
  const kit = useT();
  const format = useFormat();
  if (travel.day === undefined) return null;
  const day = format.date(travel.day);
  return (
    <div className="so-past-bar" data-state={travel.state}>
      <Icon name={travel.state === "failed" ? "alert" : "clock"} />
      <output>
        {travel.state === "reading" ? t("time.reading", { day }) : null}
        {travel.state === "there" ? t(travel.empty ? "time.there-empty" : "time.there", { day }) : null}
        {travel.state === "failed"
          ? `${t("time.failed", { day })} ${kit(`kit.error.${travel.code ?? "unavailable"}.short`)}`
          : null}
      </output>
      <p className="so-panel-acts">
        {travel.state === "there" ? (
          <Button size="small" onClick={onChanges}>
            {t("time.changes-since")}
          </Button>
        ) : null}
        {travel.state === "failed" ? (
          <Button size="small" onClick={travel.retry}>
            {kit("kit.state.retry")}
          </Button>
        ) : null}
        <Button size="small" tone="primary" onClick={() => travel.go(undefined)}>
          {t("time.back")}
        </Button>
      </p>
    </div>
  );
}
