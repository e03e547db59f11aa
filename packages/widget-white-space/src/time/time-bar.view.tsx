import type { IsoDate } from "@sweetspot/contract";
import { Button, DateInput, IconButton, Menu, useFormat, usePlanPart, useT } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { namedDays } from "../edits/snapshot-edits.model.ts";
import { useText } from "../view/use-text.ts";
import type { Workspace } from "../view/use-workspace.ts";
import { countKinds } from "./compare.model.ts";
import { NameDay } from "./name-day.view.tsx";
import { toComparedDays, USUAL_DAYS, usualDay } from "./periods.model.ts";

/** Above a grid that is compared: which two days, what came of it in figures, and the way back. */
export function TimeBar({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { comparison, dispatch, eyes } = workspace;
  const t = useText();
  const kit = useT();
  const format = useFormat();
  const records = usePlanPart((view) => view.plan);
  const named = useMemo(() => namedDays(records), [records]);
  const { days, state } = comparison;
  if (!days) return null;
  const { today } = eyes;
  const show = (from: IsoDate, to: IsoDate): void => {
    const chosen = toComparedDays(from, to, today);
    if (chosen) dispatch({ kind: "days-compared", days: chosen });
  };
  const counts = countKinds(comparison.changes);
  return (
    <section className="ws-time" aria-label={t("time.label")}>
      <div className="ws-time-days">
        <DateInput
          label={t("time.from")}
          value={days.from}
          max={today}
          onCommit={(day) => show(day ?? usualDay("year", today), days.to)}
        />
        <DateInput
          label={t("time.to")}
          value={days.to}
          max={today}
          onCommit={(day) => show(days.from, day ?? today)}
        />
        <Menu
          trigger={
            <Button size="small" icon="calendar">
              {t("time.choose")}
            </Button>
          }
          items={[
            ...USUAL_DAYS.map((which) => ({
              id: which,
              label: t(`time.usual.${which}`),
              onSelect: () => show(usualDay(which, today), today),
            })),
            ...(named.length === 0 ? [] : (["separator"] as const)),
            ...named.map(({ id, fields }) => ({
              id,
              label: [fields.name, fields.period, format.date(fields.takenOn)].filter(Boolean).join(" · "),
              onSelect: () => show(fields.takenOn, fields.takenOn < days.to ? days.to : today),
            })),
          ]}
        />
        <NameDay workspace={workspace} named={named} day={days.to} />
        <IconButton
          icon="close"
          size="small"
          label={t("time.end")}
          onClick={() => dispatch({ kind: "days-compared", days: undefined })}
        />
      </div>
      <output className="ws-time-sum">
        {state === "reading" ? t("time.reading") : null}
        {state === "failed"
          ? `${t("time.failed")} ${kit(`kit.error.${comparison.code ?? "unavailable"}.short`)}`
          : null}
        {state === "there" && counts.length === 0 ? t("time.nothing") : null}
        {state === "there"
          ? counts.map(([kind, count]) => t(`time.count.${kind}`, { count })).join(" · ")
          : null}
      </output>
      <p className="ss-meta">
        {comparison.planless ? `${t("time.planless", { day: format.date(days.from) })} ` : null}
        {days.to < today ? `${t("time.read-only", { day: format.date(days.to) })} ` : null}
        {t("time.how")}
      </p>
    </section>
  );
}
