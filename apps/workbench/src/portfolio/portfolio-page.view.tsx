import { createTranslator } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useDesk } from "../gateway/desk.ts";
import { PAGE_CATALOGS } from "../page/page-catalogs.ts";
import { PageContext, usePage } from "../page/page-context.ts";
import { goTo } from "../page/use-route.ts";
import { useView } from "../page/use-view.ts";
import { ProblemScreen } from "../shell/problem-screen.view.tsx";
import de from "./locales/de.json";
import en from "./locales/en.json";
import id from "./locales/id.json";
import { createPortfolioClient } from "./portfolio-client.ts";
import { createPortfolioList, type PortfolioView } from "./portfolio-list.ts";
import { fromQueryText, toQueryText } from "./portfolio-query.model.ts";
import { PortfolioTable } from "./portfolio-table.view.tsx";
import { PortfolioTools } from "./portfolio-tools.view.tsx";

/** All accounts the user may see against all offerings. Brings its own texts. */
export function PortfolioPage({ query }: { readonly query: string }): ReactNode {
  const page = usePage();
  const environment = useMemo(
    () => ({ ...page, t: createTranslator([...PAGE_CATALOGS, { en, de, id }], page.locale).t }),
    [page],
  );
  return (
    <PageContext value={environment}>
      <PortfolioPlace text={query} />
    </PageContext>
  );
}

function PortfolioPlace({ text }: { readonly text: string }): ReactNode {
  const { t } = usePage();
  const { gateway } = useDesk();
  const [source] = useState(() => createPortfolioList(createPortfolioClient(gateway)));
  const view = useView(source);
  const query = useMemo(() => fromQueryText(text), [text]);
  useEffect(() => source.ask(query), [source, query]);
  useEffect(() => source.dispose, [source]);
  useEffect(() => {
    document.title = `${t("portfolio.title")} · ${t("app.name")}`;
  }, [t]);
  const scroller = useRef<HTMLDivElement>(null);
  // Another order or filter begins at its top.
  const shown = useRef(view.query);
  useEffect(() => {
    if (shown.current !== view.query) scroller.current?.scrollTo({ top: 0 });
    shown.current = view.query;
  }, [view.query]);

  if (view.state === "failed" && view.error)
    return <ProblemScreen error={view.error} title={t("portfolio.title")} onRetry={source.retry} />;
  const isEmpty = view.state === "ready" && view.rows.length === 0;
  return (
    <section className="wb-accounts wb-portfolio wb-card" aria-labelledby="portfolio-title">
      <header className="wb-accounts-head">
        <h1 id="portfolio-title">{t("portfolio.title")}</h1>
        <Sums view={view} />
      </header>
      <PortfolioTools
        query={query}
        offerings={view.offerings}
        onChange={(change) =>
          goTo({ page: "portfolio", query: toQueryText({ ...query, ...change }) }, "replace")
        }
      />
      {isEmpty ? (
        <div className="ss-screen">
          <h2 className="ss-screen-title">{t("portfolio.none")}</h2>
          <p className="ss-screen-text">{t("portfolio.none.text")}</p>
        </div>
      ) : (
        <div ref={scroller} className="wb-accounts-scroll">
          <PortfolioTable view={view} query={query} onReadMore={source.readMore} scroller={scroller} />
        </div>
      )}
    </section>
  );
}

function Sums({ view }: { readonly view: PortfolioView }): ReactNode {
  const { t, format } = usePage();
  const { summary } = view;
  return (
    <output className="ss-meta">
      {summary === undefined
        ? t("portfolio.reading")
        : t("portfolio.sums", {
            count: summary.accounts,
            accounts: format.number(summary.accounts),
            planned: format.number(summary.planned),
            coverage: format.percent(summary.possible === 0 ? 0 : summary.covered / summary.possible),
            reviews: format.number(summary.overdueReviews),
            steps: format.number(summary.overdueSteps),
          })}
      {view.building ? <span className="wb-portfolio-building">{t("portfolio.building")}</span> : null}
    </output>
  );
}
