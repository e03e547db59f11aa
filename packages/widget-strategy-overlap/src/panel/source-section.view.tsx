import { CONFIDENCES, insight as insightEntity, SOURCE_KINDS } from "@sweetspot/plan-model";
import {
  Button,
  DateInput,
  Icon,
  SegmentedControl,
  Select,
  TextInput,
  useFormat,
  usePlanLabels,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { describeInsight } from "../board/insight-edits.model.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { Section } from "./section.view.tsx";
import { toAddress } from "./source-address.model.ts";

interface SourceSectionProps {
  readonly workspace: Workspace;
  readonly insight: InsightRecord;
}

/** Who told us, what kind of source it is, from when, and how sure we are. */
export function SourceSection({ workspace, insight }: SourceSectionProps): ReactNode {
  const { edit, writable, today } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const { id, fields } = insight;
  const address = toAddress(fields.sourceLink);
  const label = (name: string): string => labels.field(insightEntity, name).label;
  if (!writable) {
    const words = [
      fields.sourceKind && labels.choice(insightEntity, "sourceKind", fields.sourceKind),
      fields.toldBy,
      fields.sourceDate && format.date(fields.sourceDate),
      fields.confidence &&
        `${label("confidence")}: ${labels.choice(insightEntity, "confidence", fields.confidence)}`,
    ].filter(Boolean);
    return (
      <Section title={t("panel.source")}>
        <p dir="auto">{words.join(" · ") || t("panel.no-source")}</p>
        <SourceLink address={address} text={t("panel.open-source")} />
      </Section>
    );
  }
  return (
    <Section title={t("panel.source")}>
      <TextInput
        label={t("card.who-told")}
        value={fields.toldBy ?? ""}
        maxLength={insightEntity.fields.toldBy.max}
        onCommit={(toldBy) => edit(describeInsight(id, { toldBy: toldBy.trim() || null }))}
      />
      <div className="so-pair">
        <Select
          label={label("sourceKind")}
          value={fields.sourceKind}
          options={SOURCE_KINDS.map((value) => ({
            value,
            label: labels.choice(insightEntity, "sourceKind", value),
          }))}
          onChange={(sourceKind) => edit(describeInsight(id, { sourceKind }))}
        />
        <DateInput
          label={label("sourceDate")}
          value={fields.sourceDate}
          max={today}
          onCommit={(sourceDate) => edit(describeInsight(id, { sourceDate }))}
        />
      </div>
      <TextInput
        label={label("sourceLink")}
        value={fields.sourceLink ?? ""}
        maxLength={insightEntity.fields.sourceLink.max}
        onCommit={(sourceLink) => edit(describeInsight(id, { sourceLink: sourceLink.trim() || null }))}
      />
      <SourceLink address={address} text={t("panel.open-source")} />
      <span className="ss-label">{label("confidence")}</span>
      <div className="so-line">
        <SegmentedControl
          size="small"
          label={label("confidence")}
          value={fields.confidence}
          options={CONFIDENCES.map((value) => ({
            value,
            label: labels.choice(insightEntity, "confidence", value),
          }))}
          onChange={(confidence) => edit(describeInsight(id, { confidence }))}
        />
        {fields.confidence === undefined ? null : (
          <Button size="small" tone="quiet" onClick={() => edit(describeInsight(id, { confidence: null }))}>
            {t("panel.unset")}
          </Button>
        )}
      </div>
    </Section>
  );
}

function SourceLink({
  address,
  text,
}: {
  readonly address: string | undefined;
  readonly text: string;
}): ReactNode {
  if (address === undefined) return null;
  return (
    <a className="so-source-link" href={address} target="_blank" rel="noopener noreferrer nofollow">
      <Icon name="external" size="small" />
      {text}
    </a>
  );
}
