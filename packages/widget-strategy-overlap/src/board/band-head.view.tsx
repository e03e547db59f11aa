import type { RecordId } from "@sweetspot/contract";
import { Face, Icon } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useBoardTools } from "./board-context.ts";
import type { LevelRows } from "./level-rows.model.ts";

/** A level's name, its people, and what stands on it in numbers. */
export function BandHead({
  rows,
  person,
}: {
  readonly rows: LevelRows;
  readonly person: RecordId | undefined;
}): ReactNode {
  const { level, counts, people } = rows;
  const { t, dispatch, format } = useBoardTools();
  return (
    <header className="so-band-head">
      <h3 dir="auto">{level.fields.name}</h3>
      {level.fields.kind === "person" ? <span className="ss-meta">{t("level.one-to-one")}</span> : null}
      {people.map(({ id, fields }) => (
        <button
          key={id}
          type="button"
          className="ss-chip so-person"
          dir="auto"
          aria-pressed={person === id}
          onClick={() => dispatch({ kind: "filtered", filter: { person: person === id ? undefined : id } })}
        >
          <Face name={fields.name} side="customer" />
          {fields.name}
        </button>
      ))}
      <span className="so-counts">
        <b data-side="customer">
          <span className="ss-hidden">{t("counts.customer")} </span>
          {format.number(counts.customer)}
        </b>
        <b data-side="spots">
          <Icon name="lens" size="small" />
          <span className="ss-hidden">{t("counts.spots")} </span>
          {format.number(counts.spots)}
        </b>
        <b data-side="provider">
          <span className="ss-hidden">{t("counts.provider")} </span>
          {format.number(counts.provider)}
        </b>
        {counts.openNeeds > 0 ? (
          <span className="so-needs">{t("counts.needs", { count: counts.openNeeds })}</span>
        ) : null}
        {counts.gaps > 0 ? (
          <span className="so-needs">
            <Icon name="gap" size="small" />
            <span className="ss-hidden">{t("counts.gaps")} </span>
            {format.number(counts.gaps)}
          </span>
        ) : null}
      </span>
    </header>
  );
}
