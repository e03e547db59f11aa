import { Button, newRecordId, useCrm } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { acceptOfferings, proposeOfferings, proposePerspectives } from "../model/proposals.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** What is missing before there is a grid. */
export type Missing = "nothing" | "everything" | "proposal" | "areas" | "offerings" | "visible-offerings";

export function useMissing({ model, plan, facts }: Workspace): Missing {
  const crm = useCrm();
  const hasAreas = model.areas.nodes.length > 0;
  const hasOfferings = model.offerings.nodes.length > 0;
  const anyAreas = plan.areas.length > 0;
  return useMemo(() => {
    if (hasAreas && hasOfferings) return "nothing";
    if (hasAreas) return plan.hiddenOfferings.length > 0 ? "visible-offerings" : "offerings";
    if (anyAreas) return "areas";
    return proposePerspectives(crm, facts).length > 0 ? "proposal" : "everything";
  }, [hasAreas, hasOfferings, anyAreas, plan, crm, facts]);
}

/** Empty states that help: the one next step, and the CRM's data where it can take it. */
export function FirstSteps({
  workspace,
  missing,
}: {
  readonly workspace: Workspace;
  readonly missing: "areas" | "offerings" | "visible-offerings";
}): ReactNode {
  const { dispatch, plan, edit, writable } = workspace;
  const crm = useCrm();
  const t = useText();
  const offerings = useMemo(() => proposeOfferings(crm, plan), [crm, plan]);
  const hidden = missing === "visible-offerings";
  return (
    <div className="ss-screen">
      <h3 className="ss-screen-title">
        {t(hidden ? "empty.all-hidden" : missing === "areas" ? "empty.title" : "empty.no-offerings")}
      </h3>
      <p className="ss-screen-text">
        {t(hidden ? "empty.all-hidden-text" : missing === "areas" ? "empty.text" : "empty.no-offerings-text")}
      </p>
      {writable ? (
        <div className="ss-row">
          {offerings && missing === "offerings" ? (
            <Button tone="primary" onClick={() => edit(acceptOfferings(offerings, newRecordId))}>
              {t("empty.take-offerings", { count: offerings.offerings.length })}
            </Button>
          ) : null}
          <Button onClick={() => dispatch({ kind: "dialog-opened", dialog: hidden ? "structure" : "start" })}>
            {t(hidden ? "empty.show-offerings" : "empty.start")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
