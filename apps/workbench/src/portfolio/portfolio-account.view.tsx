/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are laid out as grids, where elements of a table lose their roles */
import type { PortfolioFigures, PortfolioPage, PortfolioRow } from "@sweetspot/contract";
import { type CSSProperties, memo, type ReactNode } from "react";
import { walkRows } from "../accounts/walk-rows.ts";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";

const GRID_WIDGET = "white-space";
const PLAN_WIDGET = "account-plan";

/** One account's line. It opens the account at its grid; what is overdue leads to the plan. */
export const PortfolioAccount = memo(function PortfolioAccount(props: {
  readonly row: PortfolioRow;
  readonly offerings: PortfolioPage["offerings"];
  readonly index: number;
  readonly place: CSSProperties;
}): ReactNode {
  const { row, offerings, index, place } = props;
  const { t, format, changeSettings } = usePage();
  const { figures } = row;
  const href = toHash({ page: "account", account: row.account });
  return (
    <div role="row" className="wb-account-row wb-portfolio-row" aria-rowindex={index + 2} style={place}>
      <div role="rowheader" className="wb-account-account wb-portfolio-name">
        <a
          href={href}
          data-account-row=""
          onKeyDown={walkRows}
          onClick={() => changeSettings({ widget: GRID_WIDGET })}
        >
          {row.name}
        </a>
      </div>
      <div role="cell" className="wb-portfolio-coverage ss-number">
        {figures ? (
          <>
            <Bar figures={figures} />
            {t("portfolio.of", {
              covered: format.number(figures.covered),
              possible: format.number(figures.possible),
            })}
          </>
        ) : null}
      </div>
      <div role="cell" className="wb-portfolio-gaps ss-number">
        {figures ? format.number(figures.possible - figures.covered) : null}
      </div>
      <div role="cell" className="wb-portfolio-potential ss-number">
        {figures?.potential.map((money) => format.compactMoney(money)).join(" + ")}
      </div>
      <div role="cell" className="wb-portfolio-overdue-reviews ss-number">
        {figures && figures.overdueReviews > 0 ? (
          <a
            className="wb-portfolio-overdue"
            href={href}
            onClick={() => changeSettings({ widget: PLAN_WIDGET })}
            aria-label={t("portfolio.reviews", { count: figures.overdueReviews })}
          >
            {format.number(figures.overdueReviews)}
          </a>
        ) : null}
      </div>
      <div role="cell" className="wb-portfolio-next-step" title={figures?.nextStep?.text}>
        <NextStep step={figures?.nextStep} />
      </div>
      {offerings.map(({ id, name }) => {
        const level = figures?.levels[id] ?? "none";
        return (
          <div
            role="cell"
            key={id}
            className="wb-portfolio-offering"
            title={`${name}: ${t(`portfolio.level.${level}`)}`}
          >
            <span
              className="wb-portfolio-level"
              data-level={figures ? level : "unknown"}
              aria-hidden="true"
            />
            <span className="ss-hidden">
              {figures ? t(`portfolio.level.${level}`) : t("portfolio.reading")}
            </span>
          </div>
        );
      })}
    </div>
  );
});

function Bar({ figures }: { readonly figures: PortfolioFigures }): ReactNode {
  const share = figures.possible === 0 ? 0 : figures.covered / figures.possible;
  return (
    <span className="wb-portfolio-bar" aria-hidden="true">
      <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
    </span>
  );
}

function NextStep({ step }: { readonly step: PortfolioFigures["nextStep"] }): ReactNode {
  const { t, format } = usePage();
  if (!step) return null;
  const words = step.due === undefined ? step.text : format.relativeDays(step.due);
  return step.overdue ? (
    <span className="wb-portfolio-overdue">
      {words}
      <span className="ss-hidden"> {t("portfolio.step-overdue")}</span>
    </span>
  ) : (
    words
  );
}
