import { INSIGHT_KINDS, insight as insightEntity } from "@sweetspot/plan-model";
import type { MatchSuggestion } from "@sweetspot/strategy-overlap";
import { SegmentedControl, Select, TextArea, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { placeInsight, rewordInsight } from "../board/insight-edits.model.ts";
import type { BoardCommands } from "../board/use-board-commands.ts";
import type { Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { InsightPartProps } from "./insight-part.ts";
import { LinksSection } from "./links-section.view.tsx";
import { NotesSection } from "./notes-section.view.tsx";
import { OverlapSection } from "./overlap-section.view.tsx";
import { PersonField } from "./person-field.view.tsx";
import { Section } from "./section.view.tsx";
import { SourceSection } from "./source-section.view.tsx";
import { StateSection } from "./state-section.view.tsx";

export interface InsightPanelProps extends InsightPartProps {
  readonly commands: BoardCommands;
  readonly proposals: readonly MatchSuggestion[];
  readonly onOpen: (what: Opened) => void;
  readonly onRemove: () => void;
}

/** All about one insight: its words, how far it is, where we know it from, and what it has to do with the others. */
export function InsightPanel(props: InsightPanelProps): ReactNode {
  const { workspace, insight, commands, proposals, onOpen, onRemove } = props;
  const { reading, edit, writable } = workspace;
  const t = useText();
  const { fields } = insight;
  const { board } = reading;
  const labels = usePlanLabels();
  return (
    <>
      <Section title={t("panel.statement")}>
        {writable ? (
          <TextArea
            label={t("panel.statement")}
            hideLabel
            value={fields.statement}
            maxLength={insightEntity.fields.statement.max}
            onCommit={(text) => edit(rewordInsight(insight, text))}
          />
        ) : (
          <p className="so-read" dir="auto">
            {fields.statement}
          </p>
        )}
        {writable ? (
          <>
            <SegmentedControl
              size="small"
              label={labels.field(insightEntity, "kind").label}
              value={fields.kind}
              options={INSIGHT_KINDS.map((value) => ({
                value,
                label: labels.choice(insightEntity, "kind", value),
                icon: value,
              }))}
              onChange={(kind) => edit(placeInsight(reading, insight, { level: fields.level, kind }))}
            />
            <Select
              label={labels.field(insightEntity, "level").label}
              value={fields.level}
              options={board.levels.map(({ id, fields: level }) => ({ value: id, label: level.name }))}
              onChange={(level) => edit(placeInsight(reading, insight, { level, kind: fields.kind }))}
            />
          </>
        ) : null}
        <PersonField workspace={workspace} insight={insight} />
      </Section>
      {fields.side === "customer" ? <StateSection workspace={workspace} insight={insight} /> : null}
      <SourceSection workspace={workspace} insight={insight} />
      <OverlapSection
        workspace={workspace}
        insight={insight}
        commands={commands}
        proposals={proposals}
        onOpen={onOpen}
      />
      <LinksSection workspace={workspace} insight={insight} onOpen={onOpen} />
      <NotesSection workspace={workspace} insight={insight} onRemove={onRemove} />
    </>
  );
}
