import { useVirtualRows } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useRef } from "react";
import { usePage } from "../../page/page-context.ts";
import type { Proposal } from "../relations-client.ts";
import { toShownScore } from "./compare.model.ts";
import { pairKey } from "./match-desk.ts";

export interface MatchListProps {
  readonly proposals: readonly Proposal[];
  readonly chosen: number;
  readonly isReading: boolean;
  readonly onChoose: (index: number) => void;
}

const ROW = 52;

/** All pairs in doubt; drawn only as far as they are in sight. */
export function MatchList({ proposals, chosen, isReading, onChoose }: MatchListProps): ReactNode {
  const { t, format } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, totalSize, scrollToRow } = useVirtualRows({
    count: proposals.length,
    scroller,
    rowHeight: ROW,
  });
  useEffect(() => {
    scrollToRow(chosen);
    // A new choice alone moves the list: whoever scrolls looks around.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen]);
  return (
    <>
      <p className="ss-meta wb-match-found">
        {t("relations.matches.found", { count: proposals.length, number: format.number(proposals.length) })}
        {isReading ? ` ${t("relations.matches.reading")}` : ""}
      </p>
      <div ref={scroller} className="wb-match-scroll">
        <ul className="wb-match-list" aria-label={t("relations.matches.list")} style={{ height: totalSize }}>
          {rows.map(({ index, start }) => {
            const proposal = proposals[index];
            if (!proposal) return null;
            const { one, other, oneRecord, otherRecord, score } = proposal;
            return (
              <li
                key={pairKey(proposal)}
                aria-setsize={proposals.length}
                aria-posinset={index + 1}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
              >
                <button
                  type="button"
                  className="wb-match-row"
                  tabIndex={index === chosen ? 0 : -1}
                  aria-current={index === chosen}
                  onClick={() => onChoose(index)}
                >
                  <span className="wb-clip">{oneRecord?.name ?? one}</span>
                  <span className="wb-clip ss-meta">{otherRecord?.name ?? other}</span>
                  <span className="wb-match-score ss-number">{format.percent(toShownScore(score))}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
