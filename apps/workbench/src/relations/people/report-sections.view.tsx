import { type RecordId, RELATION_TYPES, type RelationTie } from "@sweetspot/contract";
import type { ReactNode } from "react";
import { type TextKey, usePage } from "../../page/page-context.ts";
import { toShownScore } from "../matches/compare.model.ts";
import { PairReasons } from "../matches/match-pair.view.tsx";
import type { StoredReport } from "../relations-client.ts";

/** The parts of a report; one without anything says so, so that nobody takes it for left out. */
export function ReportSections({ report }: { readonly report: StoredReport }): ReactNode {
  const { t, format } = usePage();
  const { records, ties, sources, merged, decisions, introductions, wish } = report;
  const recordNames = new Map<RecordId, string>(
    records.map(({ source, key, name }) => [`${source}/${key}` as RecordId, `${name} (${source})`]),
  );
  const nameOf = (id: RecordId): string => recordNames.get(id) ?? id;
  return (
    <>
      <Section title={t("relations.report.sources")} count={sources.length}>
        <ul>
          {sources.map(({ name, purpose, importedAt, retentionMonths }) => (
            <li key={name}>
              <strong>{name}</strong>: {purpose}{" "}
              <span className="ss-meta">
                {t("relations.last-import")}: {format.dateTime(importedAt)} · {t("relations.retention")}:{" "}
                {retentionMonths === undefined
                  ? t("relations.retention.none")
                  : t("relations.retention.months", { count: retentionMonths })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("relations.report.records")} count={records.length}>
        <ul>
          {records.map(({ source, key, name, title, city, birthDate, sourceDate }) => (
            <li key={`${source}/${key}`}>
              <strong>{[title, name].filter(Boolean).join(" ")}</strong>
              {[city, birthDate].flatMap((text) => (text ? [`, ${text}`] : []))}{" "}
              <span className="ss-meta">{[source, key, sourceDate].filter(Boolean).join(" · ")}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("relations.report.ties")} count={ties.length}>
        <ul>
          {ties.map((tie) => (
            <li key={tie.id}>
              <TieWords tie={tie} report={report} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("relations.report.merged")} count={merged.length}>
        {merged.map((merge) => (
          <div key={`${merge.one} ${merge.other}`} className="wb-report-merge">
            <p>
              {nameOf(merge.one)} = {nameOf(merge.other)}{" "}
              <span className="ss-chip">
                {merge.decided
                  ? t("relations.merges.decided")
                  : t("relations.pair.score", { score: format.percent(toShownScore(merge.score)) })}
              </span>
            </p>
            <PairReasons reasons={merge.reasons} />
          </div>
        ))}
      </Section>
      <Section title={t("relations.report.decisions")} count={decisions.length}>
        <ul>
          {decisions.map(({ one, other, same, at }) => (
            <li key={`${one} ${other}`}>
              {nameOf(one)} {same ? "=" : "≠"} {nameOf(other)}{" "}
              <span className="ss-meta">{format.dateTime(at)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("relations.report.introductions")} count={introductions.length}>
        <ul>
          {introductions.map(({ scope, as, changedAt }) => (
            <li key={`${scope} ${as} ${changedAt}`}>
              {t(`relations.report.as.${as}`)} <span className="ss-meta">{format.dateTime(changedAt)}</span>
            </li>
          ))}
        </ul>
      </Section>
      {wish ? (
        <Section title={t("relations.part.mine")} count={1}>
          <p>{t(`relations.wish.${wish}`)}</p>
        </Section>
      ) : null}
    </>
  );
}

function Section({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}): ReactNode {
  const { t, format } = usePage();
  return (
    <section className="wb-report-part">
      <h3>
        {title} <span className="ss-meta ss-number">{format.number(count)}</span>
      </h3>
      {count === 0 ? <p className="ss-meta">{t("relations.report.nothing")}</p> : children}
    </section>
  );
}

function TieWords({ tie, report }: { readonly tie: RelationTie; readonly report: StoredReport }): ReactNode {
  const { t, format } = usePage();
  const other = [tie.person, tie.otherPerson].find((id) => id !== undefined && id !== report.person.id);
  const name =
    report.bodies.find(({ id }) => id === tie.body)?.name ??
    report.people.find(({ id }) => id === other)?.name ??
    tie.body ??
    other;
  const type = KNOWN_TYPES.has(tie.type) ? t(`relations.type.${tie.type}` as TextKey) : tie.type;
  return (
    <>
      <strong>{name}</strong>: {tie.role ? `${tie.role} (${type})` : type}
      {tie.share === undefined ? "" : `, ${format.percent(tie.share / 100)}`}
      {tie.from || tie.to ? `, ${tie.from ?? "?"} – ${tie.to ?? ""}` : ""}{" "}
      <span className="ss-meta">{[tie.source?.name, tie.source?.date].filter(Boolean).join(" · ")}</span>
    </>
  );
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(RELATION_TYPES);
