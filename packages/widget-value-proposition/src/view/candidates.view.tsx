import { Button, Icon, newRecordId, useCrm, useFormat, useHost, usePlanPart } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { keepCandidate } from "../edits/proof-edits.model.ts";
import { type Candidate, proofCandidates, strongName } from "../model/candidates.model.ts";
import type { PropositionRecord } from "../model/reading.model.ts";
import { strongAreas } from "../model/strong-areas.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const FIRST = 6;

interface CandidatesProps {
  readonly workspace: Workspace;
  readonly proposition: PropositionRecord;
}

/** What the CRM's own data could prove: deals this customer gave us, areas of his where an offering is strong. */
export function Candidates({ workspace, proposition }: CandidatesProps): ReactNode {
  const { story, today, edit } = workspace;
  const t = useText();
  const crm = useCrm();
  const plan = usePlanPart((view) => view.plan);
  const library = usePlanPart((view) => view.library);
  const { user } = useHost();
  const [count, setCount] = useState(FIRST);
  const words = useCandidateWords();
  const { account, family, opportunities, assets } = crm;
  const strong = useMemo(
    () => strongAreas(plan, library, { account, family, opportunities, assets }, today),
    [plan, library, account, family, opportunities, assets, today],
  );
  const found = useMemo(
    () => proofCandidates({ story, opportunities, strong, about: proposition.fields.offerings ?? [] }),
    [story, opportunities, strong, proposition.fields.offerings],
  );
  const keep = (candidate: Candidate): void => {
    const { name, statement } = words(candidate);
    const about = candidate.kind === "won-deal" ? candidate.account : account?.id;
    const deal =
      candidate.kind === "won-deal"
        ? {
            opportunity: candidate.deal,
            ...(candidate.closedOn === undefined ? {} : { provenOn: candidate.closedOn }),
          }
        : { provenOn: today };
    edit(
      keepCandidate(
        proposition,
        {
          name,
          statement,
          kind: "reference-customer",
          permission: "on-request",
          owner: user.id,
          ...(about === undefined ? {} : { account: about }),
          ...(candidate.offerings.length > 0 ? { offerings: candidate.offerings } : {}),
          ...deal,
        },
        newRecordId,
      ),
    );
  };
  if (found.length === 0) return null;
  return (
    <section className="vp-candidates" aria-label={t("candidates.title")}>
      <h3>{t("candidates.title")}</h3>
      <p className="ss-meta">{t("candidates.how")}</p>
      <ul className="vp-proofs">
        {found.slice(0, count).map((candidate) => {
          const { name, statement, why } = words(candidate);
          return (
            <li key={candidate.id} className="vp-candidate">
              <Icon name={candidate.kind === "won-deal" ? "check" : "grid"} />
              <span className="vp-proof-words">
                <b dir="auto">{name}</b>
                <span className="vp-proof-fact" dir="auto">
                  {statement}
                </span>
                <span className="ss-meta">{why}</span>
              </span>
              <Button
                size="small"
                aria-label={t("candidates.keep-name", { name })}
                onClick={() => keep(candidate)}
              >
                {t("candidates.keep")}
              </Button>
            </li>
          );
        })}
      </ul>
      {found.length > count ? (
        <Button size="small" tone="quiet" onClick={() => setCount(count + 20)}>
          {t("candidates.more", { count: Math.min(20, found.length - count) })}
        </Button>
      ) : null}
    </section>
  );
}

/** A candidate as a name, the fact as it may be told, and where it is from. Amounts are nobody's business. */
function useCandidateWords(): (candidate: Candidate) => {
  readonly name: string;
  readonly statement: string;
  readonly why: string;
} {
  const t = useText();
  const format = useFormat();
  const { account, family } = useCrm();
  return (candidate) => {
    if (candidate.kind === "strong-area") {
      const { area, offering, deals } = candidate;
      return {
        name: strongName(candidate),
        statement: t("candidates.area.statement", { area, offering }),
        why: deals === 0 ? t("candidates.area.by-hand") : t("candidates.area.why", { deals }),
      };
    }
    const where =
      [account, ...family].find((one) => one?.id === candidate.account)?.name ?? account?.name ?? "";
    const products = candidate.products.slice(0, 3).join(", ");
    const { name, closedOn } = candidate;
    return {
      name,
      statement:
        products === ""
          ? t("candidates.deal.statement", { where })
          : t("candidates.deal.statement-products", { where, products }),
      why:
        closedOn === undefined
          ? t("candidates.deal.won")
          : t("candidates.deal.why", { date: format.date(closedOn) }),
    };
  };
}
