/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are laid out as grids, where elements of a table lose their roles */
import type { PortfolioPage, PortfolioQuery, PortfolioSort } from "@sweetspot/contract";
import { Icon, useVirtualRows } from "@sweetspot/widget-kit/page";
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useMemo } from "react";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";
import { PortfolioAccount } from "./portfolio-account.view.tsx";
import { type PortfolioLine, toLines } from "./portfolio-lines.model.ts";
import type { PortfolioView } from "./portfolio-list.ts";
import { toQueryText } from "./portfolio-query.model.ts";

const ROW_HEIGHT = 46;
const FIGURES = ["coverage", "gaps", "potential", "overdue-reviews", "next-step"] as const;

/** The lines in sight of a list that may be a hundred thousand long. On a phone each account is a card of two lines. */
export function PortfolioTable(props: {
  readonly view: PortfolioView;
  readonly query: PortfolioQuery;
  readonly onReadMore: () => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { view, query, onReadMore, scroller } = props;
  const { t } = usePage();
  const { hasMore, offerings, summary } = view;
  const lines = useMemo(
    () => toLines(view.rows, view.query.group !== undefined, summary),
    [view.rows, view.query.group, summary],
  );
  const { rows, totalSize } = useVirtualRows({
    count: lines.length,
    scroller,
    rowHeight: ROW_HEIGHT,
    overscan: 10,
  });
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > lines.length - 40) onReadMore();
  }, [hasMore, last, lines.length, onReadMore]);

  return (
    <div
      role="table"
      className="wb-account-table wb-portfolio-table"
      style={{ "--offerings": offerings.length } as CSSProperties}
      aria-label={t("portfolio.title")}
      aria-rowcount={hasMore ? -1 : lines.length + 1}
      aria-busy={view.state === "reading"}
    >
      <div role="rowgroup" className="wb-account-heads">
        <Heads query={query} offerings={offerings} />
      </div>
      <div role="rowgroup" className="wb-account-rows" style={{ height: totalSize }}>
        {rows.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const place = { height: ROW_HEIGHT, transform: `translateY(${start}px)` };
          return line.kind === "group" ? (
            <Group key={`group ${line.value ?? ""}`} line={line} index={index} place={place} />
          ) : (
            <PortfolioAccount
              key={line.row.account}
              row={line.row}
              offerings={offerings}
              index={index}
              place={place}
            />
          );
        })}
      </div>
    </div>
  );
}

function Heads(props: {
  readonly query: PortfolioQuery;
  readonly offerings: PortfolioPage["offerings"];
}): ReactNode {
  const { query, offerings } = props;
  return (
    <div role="row" className="wb-account-row wb-portfolio-row" aria-rowindex={1}>
      <Head sort="name" query={query} />
      {FIGURES.map((sort) => (
        <Head key={sort} sort={sort} query={query} />
      ))}
      {offerings.map(({ id, name }) => (
        <div role="columnheader" key={id} className="wb-portfolio-offering" title={name}>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}

/** A head that sorts is a link: it can be opened elsewhere, and walked back from. */
function Head({ sort, query }: { readonly sort: PortfolioSort; readonly query: PortfolioQuery }): ReactNode {
  const { t } = usePage();
  const isSorted = (query.sort ?? "name") === sort;
  const isReversed = isSorted && query.reversed === true;
  const target = toQueryText({ ...query, sort, reversed: isSorted && !isReversed });
  // Figures begin with the largest need: most gaps and potential are descending, least coverage and next dates ascending.
  const ascends = (sort === "name" || sort === "coverage" || sort === "next-step") !== isReversed;
  return (
    <div
      role="columnheader"
      className={`wb-portfolio-${sort}`}
      aria-sort={isSorted ? (ascends ? "ascending" : "descending") : "none"}
    >
      <a href={toHash({ page: "portfolio", query: target })}>
        {t(`portfolio.column.${sort}`)}
        {isSorted ? <Icon name={ascends ? "chevron-up" : "chevron-down"} size="small" /> : null}
      </a>
    </div>
  );
}

function Group(props: {
  readonly line: Extract<PortfolioLine, { readonly kind: "group" }>;
  readonly index: number;
  readonly place: CSSProperties;
}): ReactNode {
  const { value, sums } = props.line;
  const { t, format } = usePage();
  return (
    <div
      role="row"
      className="wb-account-row wb-portfolio-group"
      aria-rowindex={props.index + 2}
      style={props.place}
    >
      <div role="rowheader">
        {value ?? t("portfolio.group.without")}
        {sums === undefined ? null : (
          <span className="ss-meta">
            {t("portfolio.group.sums", {
              count: sums.accounts,
              accounts: format.number(sums.accounts),
              coverage: format.percent(sums.possible === 0 ? 0 : sums.covered / sums.possible),
            })}
          </span>
        )}
      </div>
    </div>
  );
}
