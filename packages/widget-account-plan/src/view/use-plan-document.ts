import { useCrm, usePlanPart, useToday } from "@sweetspot/widget-kit";
import { useMemo, useState } from "react";
import { type PlanDocument, writePlan } from "../document/plan-document.model.ts";
import type { PageKind, PlanPage } from "../document/plan-page.ts";
import type { Audience } from "../document/plan-source.ts";
import { useWords } from "./use-words.ts";

interface ShownDocument {
  readonly plan: PlanDocument;
  /** Of its pages those that are not left out. */
  readonly pages: readonly PlanPage[];
  readonly hidden: ReadonlySet<PageKind>;
  readonly setHidden: (hidden: ReadonlySet<PageKind>) => void;
}

/** The plan written for an audience, and which of its pages are wanted. */
export function usePlanDocument(audience: Audience): ShownDocument {
  const records = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const { account, family, opportunities, assets, teamMembers } = useCrm();
  const today = useToday();
  const words = useWords();
  const [hidden, setHidden] = useState<ReadonlySet<PageKind>>(new Set());
  const plan = useMemo(
    () =>
      writePlan(
        {
          plan: records,
          library,
          crm: { account, family, opportunities, assets, teamMembers },
          audience,
          today,
        },
        words,
      ),
    [records, library, account, family, opportunities, assets, teamMembers, audience, today, words],
  );
  const pages = useMemo(() => plan.pages.filter(({ kind }) => !hidden.has(kind)), [plan, hidden]);
  return { plan, pages, hidden, setHidden };
}
