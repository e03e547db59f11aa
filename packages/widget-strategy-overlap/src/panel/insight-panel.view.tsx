import { INSIGHT_KINDS, INSIGHT_STATES, insight as insightEntity } from "@sweetspot/plan-model";
import type { MatchSuggestion } from "@sweetspot/strategy-overlap";
import {
  Button,
  Checkbox,
  newRecordId,
  PersonPicker,
  SegmentedControl,
  Select,
  TextArea,
  useCrm,
  useFormat,
  usePlanLabels,
  useTeamChoices,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import {
  describeInsight,
  planEdit,
  placeInsight,
  rewordInsight,
  setInsightState,
} from "../board/insight-edits.model.ts";
import type { BoardCommands } from "../board/use-board-commands.ts";
import { STATE_ICONS } from "../board/card.view.tsx";
import { toMember, withPeople } from "../people/person-edits.model.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import type { Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { LinksSection } from "./links-section.view.tsx";
import { OverlapSection } from "./overlap-section.view.tsx";
import { Section } from "./section.view.tsx";
import { SourceSection } from "./source-section.view.tsx";

export interface InsightPanelProps {
  readonly workspace: Workspace;
  readonly insight: InsightRecord;
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
        <Person workspace={workspace} insight={insight} />
      </Section>
      {fields.side === "customer" ? <State workspace={workspace} insight={insight} /> : null}
      <SourceSection workspace={workspace} insight={insight} />
      <OverlapSection
        workspace={workspace}
        insight={insight}
        commands={commands}
        proposals={proposals}
        onOpen={onOpen}
      />
      <LinksSection workspace={workspace} insight={insight} onOpen={onOpen} />
      <Notes workspace={workspace} insight={insight} onRemove={onRemove} />
    </>
  );
}

interface PartProps {
  readonly workspace: Workspace;
  readonly insight: InsightRecord;
}

/** On a level of persons: the customer's person, or the one of us. */
function Person({ workspace, insight }: PartProps): ReactNode {
  const { reading, edit, writable } = workspace;
  const t = useText();
  const { fields, id } = insight;
  const choices = useTeamChoices(fields.teamMember);
  const onLevel = reading.board.level(fields.level)?.fields.kind === "person";
  if (!writable || (!onLevel && fields.member === undefined && fields.teamMember === undefined)) return null;
  if (fields.side === "provider")
    return (
      <Select
        label={t("composer.team")}
        value={fields.teamMember}
        options={choices}
        onChange={(teamMember) =>
          edit(planEdit("insight-described", [{ id, type: insightEntity.name, fields: { teamMember } }]))
        }
      />
    );
  return (
    <PersonPicker
      label={t("composer.person")}
      value={fields.member}
      onChange={(person) => {
        const picked = toMember(person, newRecordId);
        edit(withPeople(describeInsight(id, { member: picked.member ?? null }), picked));
      }}
    />
  );
}

/** Unconfirmed, confirmed by the customer, done: with who said so and when. */
function State({ workspace, insight }: PartProps): ReactNode {
  const { edit, author, writable } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const { state = "unconfirmed", stateBy, stateAt } = insight.fields;
  const by = teamMembers.find(({ id }) => id === stateBy)?.name;
  return (
    <Section title={labels.field(insightEntity, "state").label}>
      {writable ? (
        <SegmentedControl
          size="small"
          label={labels.field(insightEntity, "state").label}
          value={state}
          options={INSIGHT_STATES.map((value) => ({
            value,
            label: labels.choice(insightEntity, "state", value),
            icon: STATE_ICONS[value],
          }))}
          onChange={(next) => edit(setInsightState(insight.id, next, author()))}
        />
      ) : (
        <p>{labels.choice(insightEntity, "state", state)}</p>
      )}
      {stateAt === undefined ? (
        <p className="ss-meta">{t("panel.state-hint")}</p>
      ) : (
        <p className="ss-meta">
          {t("panel.state-by", { name: by ?? t("panel.someone"), date: format.dateTime(stateAt) })}
        </p>
      )}
    </Section>
  );
}

function Notes({ workspace, insight, onRemove }: PartProps & { readonly onRemove: () => void }): ReactNode {
  const { edit, writable } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const { id, fields, createdBy, createdAt } = insight;
  const author = teamMembers.find((member) => member.id === createdBy)?.name ?? t("panel.someone");
  return (
    <Section title={labels.field(insightEntity, "notes").label}>
      {writable ? (
        <>
          <TextArea
            label={labels.field(insightEntity, "notes").label}
            hideLabel
            hint={t("panel.notes-hint")}
            value={fields.notes ?? ""}
            maxLength={insightEntity.fields.notes.max}
            onCommit={(notes) => edit(describeInsight(id, { notes: notes.trim() || null }))}
          />
          <Checkbox
            label={t("panel.internal")}
            checked={fields.internal === true}
            onChange={(internal) => edit(describeInsight(id, { internal: internal || null }))}
          />
        </>
      ) : fields.notes === undefined ? null : (
        <p className="so-read" dir="auto">
          {fields.notes}
        </p>
      )}
      <p className="ss-meta">{t("panel.written", { name: author, date: format.date(createdAt) })}</p>
      {writable ? (
        <Button size="small" tone="danger" icon="trash" onClick={onRemove}>
          {t("panel.remove")}
        </Button>
      ) : null}
    </Section>
  );
}
