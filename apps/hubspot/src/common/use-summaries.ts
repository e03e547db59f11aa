import { useCallback, useEffect, useRef, useState } from "react";
import { askGateway, type Problem } from "./gateway.ts";
import type { SummaryAnswer } from "./gateway-answers.ts";
import { WIDGETS } from "./widgets.gen.ts";

export interface RecordReference {
  readonly objectType: "company" | "deal";
  readonly objectId: string;
}

export type SummaryState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly problem: Problem }
  /** `stale`: shown again while it is asked for anew, or because asking anew failed. */
  | { readonly kind: "ready"; readonly answer: SummaryAnswer; readonly stale: boolean };

/** The summaries of one record, which stays the same while the card stands; `reload` keeps what is shown until there is something newer. */
export function useSummaries({ objectType, objectId }: RecordReference): {
  readonly state: SummaryState;
  readonly reload: () => void;
} {
  const [state, setState] = useState<SummaryState>({ kind: "loading" });
  // Answers may overtake each other; only the newest question's answer counts.
  const question = useRef(0);
  const load = useCallback(async () => {
    const mine = (question.current += 1);
    const answer = await askGateway<SummaryAnswer>("summary", {
      objectType,
      objectId,
      widgets: WIDGETS.map(({ id }) => id),
    });
    if (mine !== question.current) return;
    setState((shown) => {
      if (answer.ok) return { kind: "ready", answer: answer.value, stale: false };
      const keeps = shown.kind === "ready" && answer.problem !== "forbidden";
      return keeps ? { ...shown, stale: true } : { kind: "failed", problem: answer.problem };
    });
  }, [objectType, objectId]);
  useEffect(() => {
    void load();
    return () => {
      question.current += 1;
    };
  }, [load]);
  const reload = useCallback(() => {
    setState((shown) => (shown.kind === "ready" ? { ...shown, stale: true } : { kind: "loading" }));
    void load();
  }, [load]);
  return { state, reload };
}
