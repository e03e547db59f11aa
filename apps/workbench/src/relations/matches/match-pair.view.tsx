import type { MatchReason } from "@sweetspot/relation-book";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, type Ref, useId } from "react";
import { type TextKey, usePage } from "../../page/page-context.ts";
import type { MatchKind, MatchRecord, Proposal } from "../relations-client.ts";
import {
  type ComparedField,
  compareRecords,
  reasonKey,
  toShownScore,
  weighReasons,
  weightWord,
} from "./compare.model.ts";
import type { MatchAnswer } from "./match-desk.ts";

export interface MatchPairProps {
  readonly ref: Ref<HTMLElement>;
  readonly kind: MatchKind;
  readonly proposal: Proposal;
  readonly onAnswer: (answer: MatchAnswer) => void;
}

const ANSWERS = [
  { answer: "same", key: "S", look: "ss-button ss-button-primary" },
  { answer: "different", key: "D", look: "ss-button" },
  { answer: "later", key: "L", look: "ss-button ss-button-quiet" },
] as const;

/** Two records side by side: what agrees, what differs, why they may be one. */
export function MatchPair({ ref, kind, proposal, onAnswer }: MatchPairProps): ReactNode {
  const { t, format } = usePage();
  const id = useId();
  return (
    <article ref={ref} className="wb-card wb-pair" aria-labelledby={id} tabIndex={-1}>
      <header className="wb-pair-head">
        <h2 id={id}>{t(`relations.pair.${kind}`)}</h2>
        <span className="ss-chip ss-number">
          {t("relations.pair.score", { score: format.percent(toShownScore(proposal.score)) })}
        </span>
      </header>
      <PairTable kind={kind} proposal={proposal} />
      <PairReasons reasons={proposal.reasons} />
      <div className="wb-answers">
        {ANSWERS.map(({ answer, key, look }) => (
          <button
            key={answer}
            type="button"
            className={look}
            aria-keyshortcuts={key}
            onClick={() => onAnswer(answer)}
          >
            {t(`relations.answer.${answer}`)} <kbd className="ss-key">{key}</kbd>
          </button>
        ))}
      </div>
    </article>
  );
}

/** Field by field; the source of each on top. */
export function PairTable({ kind, proposal }: Pick<MatchPairProps, "kind" | "proposal">): ReactNode {
  const { t } = usePage();
  const { oneRecord, otherRecord, one, other } = proposal;
  return (
    <table className="wb-pair-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="ss-hidden">{t("relations.pair.field")}</span>
          </th>
          <th scope="col">
            <RecordSource record={oneRecord} id={one} />
          </th>
          <th scope="col">
            <span className="ss-hidden">{t("relations.pair.verdict")}</span>
          </th>
          <th scope="col">
            <RecordSource record={otherRecord} id={other} />
          </th>
        </tr>
      </thead>
      <tbody>
        {compareRecords(kind, proposal).map((line) => (
          <tr key={line.field} data-verdict={line.verdict}>
            <th scope="row">{t(`relations.field.${line.field}`)}</th>
            <td>{line.one === "" ? "–" : line.one}</td>
            <td className="wb-verdict">
              <VerdictMark verdict={line.verdict} />
            </td>
            <td>{line.other === "" ? "–" : line.other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecordSource({
  record,
  id,
}: {
  readonly record: MatchRecord | undefined;
  readonly id: string;
}): ReactNode {
  const { t } = usePage();
  if (!record) return <span className="ss-meta">{t("relations.pair.gone")}</span>;
  const part = "contact" in record ? "contact" : "teamMember" in record ? "team-member" : undefined;
  return (
    <>
      {record.source}
      <span className="ss-meta wb-record-key">
        {part ? t(`relations.record.${part}`) : record.key || id}
        {record.sourceDate === undefined ? "" : ` · ${record.sourceDate}`}
      </span>
    </>
  );
}

const MARKS = { same: "check", partly: "swap", different: "close", unknown: "question" } as const;

function VerdictMark({ verdict }: Pick<ComparedField, "verdict">): ReactNode {
  const { t } = usePage();
  const words = t(`relations.verdict.${verdict}`);
  return (
    <span title={words}>
      <Icon name={MARKS[verdict]} size="small" />
      <span className="ss-hidden">{words}</span>
    </span>
  );
}

/** Why the two may be one, and why not, in words. */
export function PairReasons({ reasons }: { readonly reasons: readonly MatchReason[] }): ReactNode {
  const { t } = usePage();
  const { pro, contra } = weighReasons(reasons);
  const list = (side: "pro" | "contra", told: readonly MatchReason[]): ReactNode =>
    told.length === 0 ? null : (
      <div className={`wb-reasons wb-reasons-${side}`}>
        <h3>{t(`relations.reasons.${side}`)}</h3>
        <ul>
          {told.map((reason) => (
            <li key={reason.reason}>
              {t(`relations.reason.${reasonKey(reason)}` as TextKey)}{" "}
              <span className="ss-meta">{t(`relations.weight.${weightWord(reason.weight)}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className="wb-reasons-both">
      {list("pro", pro)}
      {list("contra", contra)}
    </div>
  );
}
