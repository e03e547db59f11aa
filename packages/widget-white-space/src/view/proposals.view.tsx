import { Button, newRecordId, useCrm, useFormat, usePlan } from "@sweetspot/widget-kit";
import { createGridModel, readPlan } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { createGridFrame } from "../model/grid-frame.model.ts";
import { previewRecords } from "../model/preview.model.ts";
import { acceptProposal, proposeOfferings, proposePerspectives } from "../model/proposals.model.ts";
import { createVisibleGrid, untouchedGroups } from "../model/visible-grid.model.ts";
import { Grid } from "./grid.view.tsx";
import { Legend } from "./legend.view.tsx";
import { useCellText } from "./use-cell-text.ts";
import { useProposalName } from "./use-proposal-name.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** A preview of more groups starts folded. */
const FOLD_FROM = 20;

export interface ProposalsProps {
  readonly workspace: Workspace;
  readonly onByHand: () => void;
}

/** The first opening: ways to divide the customer, each filled from the CRM's data at once, taken by one click. */
export function Proposals({ workspace, onByHand }: ProposalsProps): ReactNode {
  const { facts, plan, eyes, edit } = workspace;
  const crm = useCrm();
  const { plan: records, library } = usePlan();
  const t = useText();
  const text = useCellText();
  const nameOf = useProposalName();
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const proposals = useMemo(() => proposePerspectives(crm, facts), [crm, facts]);
  const offerings = useMemo(() => proposeOfferings(crm, plan), [crm, plan]);
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const chosen = proposals.find((proposal) => proposal.id === chosenId) ?? proposals[0];
  const planned = useMemo(
    () =>
      chosen &&
      acceptProposal(plan, { proposal: chosen, perspectiveName: nameOf(chosen), offerings }, newRecordId),
    [chosen, plan, offerings, nameOf],
  );
  const preview = useMemo(() => {
    if (!planned) return undefined;
    const reading = readPlan(
      previewRecords(records, planned, { by: eyes.user, at: "2000-01-01T00:00:00.000Z" }),
      library,
    );
    const perspective = planned.puts.find((put) => put.type === "perspective")?.id;
    const model = createGridModel({ plan: reading, facts, perspective, today: eyes.today });
    const folded = model.areas.nodes.length > FOLD_FROM;
    const collapsedAreas = new Set(
      folded ? model.areas.nodes.filter((node) => node.children.length > 0).map((node) => node.id) : [],
    );
    const visible = createVisibleGrid(model.areas, model.offerings, {
      collapsedAreas,
      collapsedOfferings: untouchedGroups(model),
    });
    const frame = createGridFrame(model, visible, {
      unmatchedRow: false,
      unmatchedColumn: false,
      coverage: true,
    });
    return { model, frame };
  }, [planned, records, library, facts, eyes]);
  if (!chosen || !planned || !preview) return null;
  const { model } = preview;
  const shown: Workspace = {
    ...workspace,
    ...preview,
    plan: model.plan,
    filtered: { areas: undefined, offerings: undefined, passes: undefined, count: undefined },
    edit: () => undefined,
    dispatch: () => undefined,
    writable: false,
  };
  return (
    <div className="ws-proposals">
      <div className="ws-proposals-head">
        <h3>{t("proposal.title")}</h3>
        <p>
          {t("proposal.text", {
            suggestions: model.suggestions.length,
            covered: model.grid.coverage().covered,
          })}
        </p>
        <div className="ws-proposal-choices" role="radiogroup" aria-label={t("proposal.choose")}>
          {proposals.map((proposal) => (
            <label
              key={proposal.id}
              className="ws-proposal"
              data-chosen={proposal.id === chosen.id || undefined}
            >
              <input
                type="radio"
                name="proposal"
                checked={proposal.id === chosen.id}
                onChange={() => setChosenId(proposal.id)}
              />
              <strong>{nameOf(proposal)}</strong>
              <span className="ss-meta">
                {t("proposal.reach", {
                  areas: proposal.areas.length,
                  reach: format.percent(proposal.reach),
                })}
              </span>
            </label>
          ))}
        </div>
        {offerings ? (
          <p className="ss-meta">
            {t(`proposal.offerings.${offerings.source}`, { count: offerings.offerings.length })}
          </p>
        ) : null}
        {workspace.writable ? (
          <p className="ws-actions">
            <Button tone="primary" onClick={() => edit(planned)}>
              {t("proposal.accept")}
            </Button>
            <Button tone="quiet" onClick={onByHand}>
              {t("proposal.by-hand")}
            </Button>
          </p>
        ) : (
          <p className="ss-meta">{t("proposal.read-only")}</p>
        )}
      </div>
      <section className="ws-preview" aria-label={t("proposal.preview")}>
        {model.offerings.nodes.length === 0 ? (
          <p className="ss-meta">{t("proposal.no-offerings")}</p>
        ) : (
          <Grid workspace={shown} text={text} table={table} />
        )}
        <Legend />
      </section>
    </div>
  );
}
