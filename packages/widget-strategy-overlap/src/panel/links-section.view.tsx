import type { RecordId } from "@sweetspot/contract";
import { insightLink, insightLinkId } from "@sweetspot/plan-model";
import { Combobox, Icon, type IconName, IconButton, TextInput } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { clip } from "../board/card.view.tsx";
import { explainLink, linkable, linkInsights, unlinkInsights } from "../lane/link-edits.model.ts";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import type { Opened } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { toInsightChoices } from "./insight-choices.model.ts";
import { Section } from "./section.view.tsx";

interface LinksSectionProps {
  readonly workspace: Workspace;
  readonly insight: InsightRecord;
  readonly onOpen: (what: Opened) => void;
}

const WAYS = ["why", "meaning", "conflict"] as const;
type Way = (typeof WAYS)[number];
const ICONS: Readonly<Record<Way, IconName>> = {
  why: "chevron-up",
  meaning: "chevron-down",
  conflict: "conflict",
};

/** Up the levels "why?", down "what does that mean?", and what contradicts it. */
export function LinksSection(props: LinksSectionProps): ReactNode {
  const t = useText();
  return (
    <Section title={t("panel.links")}>
      {WAYS.map((way) => (
        <LinkWay key={way} way={way} {...props} />
      ))}
    </Section>
  );
}

function LinkWay({ way, workspace, insight, onOpen }: LinksSectionProps & { readonly way: Way }): ReactNode {
  const { reading, edit, writable } = workspace;
  const { board, insights, links } = reading;
  const t = useText();
  const linked =
    way === "conflict"
      ? board.conflictsOf(insight.id).map(({ link, insight: other }) => ({ link, other: other.id }))
      : (way === "why" ? board.whyOf(insight.id) : board.meaningOf(insight.id)).map(({ id }) => ({
          link: way === "why" ? insightLinkId(insight.id, id) : insightLinkId(id, insight.id),
          other: id,
        }));
  const choices = useMemo(
    () => toInsightChoices(board, linkable(board, insights, insight, way), insight.fields.level),
    [board, insights, insight, way],
  );
  if (linked.length === 0 && (!writable || choices.length === 0)) return null;
  const linkOf = (id: RecordId) => links.find((link) => link.id === id);
  return (
    <div className="so-way" data-way={way}>
      <p className="so-way-title">
        <Icon name={ICONS[way]} size="small" />
        {t(`panel.${way}`)}
      </p>
      {linked.length > 0 ? (
        <ul className="so-list">
          {linked.map(({ link, other }) => {
            const found = reading.insight(other);
            if (!found) return null;
            const name = clip(found.fields.statement, 120);
            const record =
              linkOf(link) ??
              links.find(
                ({ fields }) =>
                  [fields.lower, fields.upper].includes(other) &&
                  [fields.lower, fields.upper].includes(insight.id),
              );
            return (
              <li key={other}>
                <div>
                  <button
                    type="button"
                    className="ss-link"
                    dir="auto"
                    onClick={() => onOpen({ kind: "insight", id: other })}
                  >
                    {name}
                  </button>
                  {record && writable ? (
                    <TextInput
                      label={t("panel.explain")}
                      hideLabel
                      placeholder={t("panel.explain")}
                      value={record.fields.explanation ?? ""}
                      maxLength={insightLink.fields.explanation.max}
                      onCommit={(text) => edit(explainLink(record.id, text))}
                    />
                  ) : record?.fields.explanation === undefined ? null : (
                    <p className="ss-meta" dir="auto">
                      {record.fields.explanation}
                    </p>
                  )}
                </div>
                {record && writable ? (
                  <IconButton
                    icon="close"
                    size="small"
                    label={t("panel.unlink", { name: clip(name, 40) })}
                    onClick={() => edit(unlinkInsights(record.id))}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {writable && choices.length > 0 ? (
        <Combobox
          label={t(`panel.add-${way}`)}
          hideLabel
          placeholder={t(`panel.add-${way}`)}
          value={undefined}
          options={choices}
          onChange={(id) => {
            const other = id === undefined ? undefined : reading.insight(id);
            if (other) edit(linkInsights(board, insight, other, way === "conflict" ? "conflicts" : "serves"));
          }}
        />
      ) : null}
    </div>
  );
}
