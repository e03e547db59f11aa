import type { RecordId } from "@sweetspot/contract";
import { dismissedMatch, recordsOf } from "@sweetspot/plan-model";
import { leaveSpot, type MatchSuggestion } from "@sweetspot/strategy-overlap";
import { Button, Combobox, Icon, IconButton } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { clip } from "../board/card.view.tsx";
import { planEdit } from "../board/insight-edits.model.ts";
import type { BoardCommands } from "../board/use-board-commands.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import type { Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { toInsightChoices } from "./insight-choices.model.ts";
import { Section } from "./section.view.tsx";

interface OverlapSectionProps {
  readonly workspace: Workspace;
  readonly insight: InsightRecord;
  readonly commands: BoardCommands;
  readonly proposals: readonly MatchSuggestion[];
  readonly onOpen: (what: Opened) => void;
}

/** What of the other side it meets: sweet spots it is in, what may belong to it, and what somebody ruled out. */
export function OverlapSection(props: OverlapSectionProps): ReactNode {
  const { workspace, insight, commands, proposals, onOpen } = props;
  const { reading, edit, writable } = workspace;
  const { board, records } = reading;
  const t = useText();
  const spots = board.spotsOf(insight.id);
  const verdict = board.readingOf(insight.id) ?? "matched";
  const customer = insight.fields.side === "customer";
  const otherSide = customer ? "provider" : "customer";
  const mine = proposals.filter((one) => (customer ? one.customer : one.provider) === insight.id);
  const dismissed = useMemo(
    () =>
      recordsOf(dismissedMatch, records.values()).filter(
        ({ fields }) => fields.customerInsight === insight.id || fields.providerInsight === insight.id,
      ),
    [records, insight.id],
  );
  const choices = useMemo(
    () =>
      toInsightChoices(
        board,
        reading.insights.filter(
          ({ id, fields }) =>
            fields.side === otherSide &&
            !(customer ? board.isMatched(insight.id, id) : board.isMatched(id, insight.id)),
        ),
        insight.fields.level,
      ),
    [board, reading.insights, otherSide, customer, insight],
  );
  const nameOf = (id: RecordId): string => clip(reading.insight(id)?.fields.statement ?? "", 90);
  return (
    <Section title={t("panel.overlap")}>
      <p className="so-verdict" data-reading={verdict}>
        {t(`panel.${verdict}`)}
      </p>
      {spots.length > 0 ? (
        <ul className="so-list">
          {spots.map((spot) => {
            const others = (customer ? spot.fields.providerInsights : spot.fields.customerInsights) ?? [];
            const name = others.map(nameOf).join(" · ");
            return (
              <li key={spot.id}>
                <Icon name="lens" size="small" />
                <button
                  type="button"
                  className="ss-link"
                  dir="auto"
                  onClick={() => onOpen({ kind: "spot", id: spot.id })}
                >
                  {name}
                </button>
                {writable ? (
                  <IconButton
                    icon="close"
                    size="small"
                    label={t("panel.leave", { name: clip(name, 40) })}
                    onClick={() => edit(leaveSpot(records, spot.id, insight.id))}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {writable ? (
        <Combobox
          label={t(`panel.match-with.${otherSide}`)}
          value={undefined}
          options={choices}
          onChange={(id) => {
            const other = id === undefined ? undefined : reading.insight(id);
            if (other) commands.match(insight, other);
          }}
        />
      ) : null}
      {/* Found while the page is idle: below the field, which must not move away under who uses it. */}
      {mine.map((proposal) => (
        <div key={`${proposal.customer} ${proposal.provider}`} className="so-proposed">
          <p dir="auto">{nameOf(customer ? proposal.provider : proposal.customer)}</p>
          <p className="ss-meta">{t("lane.shared", { words: proposal.shared.join(", ") })}</p>
          {writable ? (
            <div className="so-line">
              <Button size="small" tone="primary" onClick={() => commands.accept(proposal)}>
                {t("lane.accept")}
              </Button>
              <Button size="small" onClick={() => commands.dismiss(proposal)}>
                {t("lane.dismiss")}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      {dismissed.length > 0 ? (
        <details className="so-dismissed">
          <summary>{t("panel.dismissed", { count: dismissed.length })}</summary>
          <ul className="so-list">
            {dismissed.map(({ id, fields }) => (
              <li key={id}>
                <span dir="auto">{nameOf(customer ? fields.providerInsight : fields.customerInsight)}</span>
                {writable ? (
                  <Button
                    size="small"
                    tone="quiet"
                    onClick={() => edit(planEdit("match-restored", [], [id]))}
                  >
                    {t("panel.restore")}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
