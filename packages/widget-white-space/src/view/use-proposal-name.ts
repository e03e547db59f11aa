import { useCallback } from "react";
import type { PerspectiveProposal } from "../model/proposals.model.ts";
import { useFieldLabel } from "./use-field-label.ts";
import { useText } from "./use-text.ts";

/** What a proposed perspective is called: the field that divides, or whose accounts its areas are. */
export function useProposalName(): (proposal: PerspectiveProposal) => string {
  const t = useText();
  const fieldLabel = useFieldLabel();
  return useCallback(
    (proposal) => {
      if (proposal.kind === "attribute") return fieldLabel(proposal.field ?? "");
      return t(proposal.kind === "whole" ? "proposal.whole" : "proposal.child-accounts");
    },
    [t, fieldLabel],
  );
}
