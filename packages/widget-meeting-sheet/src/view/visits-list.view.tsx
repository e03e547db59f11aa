import type { RecordId } from "@sweetspot/contract";
import { Button, Icon, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { ofUs } from "../model/plan-table.model.ts";
import { findVisits, isIn, reachOf, type Visit, withoutVisit } from "../model/sheets.model.ts";
import { usePlanVisit } from "./use-plan-visit.ts";
import type { Visits } from "./use-visits.ts";
import { useText } from "./use-text.ts";
import { VisitRow } from "./visit-row.view.tsx";

/** Visits ahead and behind, how far the plan reaches, and whom nobody plans to meet. */
export function VisitsList({ page }: { readonly page: Visits }): ReactNode {
  const { visits, search, members } = page;
  const t = useText();
  const found = useMemo(() => findVisits(visits, search), [visits, search]);
  const unplanned = useMemo(() => withoutVisit(members, visits), [members, visits]);
  const ahead = found.filter((visit) => visit.ahead);
  const behind = found.filter((visit) => !visit.ahead);
  return (
    <div className="ms-lists">
      <Reach page={page} />
      {found.length === 0 ? <p className="ms-nothing">{t("filter.nothing")}</p> : null}
      <Group page={page} title={t("list.ahead", { count: ahead.length })} visits={ahead} />
      {unplanned.length === 0 || search !== "" ? null : (
        <section>
          <h3>{t("list.unplanned")}</h3>
          <ul className="ms-unplanned">
            {unplanned.map(({ id, fields }) => (
              <li key={id}>
                <bdi>{fields.name}</bdi>
                <PlanButton page={page} member={id} name={fields.name} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group page={page} title={t("list.behind", { count: behind.length })} visits={behind} />
    </div>
  );
}

function Reach({ page: { visits, today } }: { readonly page: Visits }): ReactNode {
  const t = useText();
  const format = useFormat();
  const { until, enough, wanted } = reachOf(visits, today);
  return (
    <p className="ms-reach" data-enough={enough || undefined}>
      <Icon name={enough ? "check" : "calendar"} size="small" />
      <span>
        {until === undefined ? t("reach.none") : t("reach.until", { date: format.date(until) })}{" "}
        {enough ? t("reach.enough") : t("reach.wanted", { date: format.date(wanted) })}
      </span>
    </p>
  );
}

function Group(props: {
  readonly page: Visits;
  readonly title: string;
  readonly visits: readonly Visit[];
}): ReactNode {
  const { page, title, visits } = props;
  const { focus, user, memberName, show } = page;
  if (visits.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {visits.map((visit) => (
          <VisitRow
            key={visit.id}
            visit={visit}
            internal={ofUs(visit.fields, memberName)}
            faded={focus !== undefined && !isIn(visit, focus, user)}
            onOpen={show}
          />
        ))}
      </ul>
    </section>
  );
}

function PlanButton(props: {
  readonly page: Visits;
  readonly member: RecordId;
  readonly name: string;
}): ReactNode {
  const t = useText();
  const plan = usePlanVisit(props.page);
  if (!props.page.writable) return null;
  return (
    <Button size="small" icon="plus" onClick={() => plan({ member: props.member })}>
      {t("new.plan")}
      <span className="ss-hidden">: {props.name}</span>
    </Button>
  );
}
