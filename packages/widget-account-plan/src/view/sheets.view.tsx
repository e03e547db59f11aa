import { memo, type ReactNode } from "react";
import type { PlanDocument } from "../document/plan-document.model.ts";
import type { PlanPage } from "../document/plan-page.ts";
import { BlockView } from "./blocks.view.tsx";
import { useText } from "./use-words.ts";

interface SheetsProps {
  readonly plan: PlanDocument;
  readonly pages: readonly PlanPage[];
  readonly internal: boolean;
  /** On the desk before it is printed; otherwise the sheets lie in the widget. */
  readonly paper?: boolean;
}

/** The pages as sheets of paper, one below the other; what is too long for one goes on over the next when it is printed. */
export const Sheets = memo(function Sheets({ plan, pages, internal, paper = false }: SheetsProps): ReactNode {
  const t = useText();
  return (
    <div className={paper ? "ap-paper" : "ap-sheets"}>
      {pages.map((page, index) => (
        <article
          key={page.kind}
          className="ap-sheet ss-sheet-page"
          aria-label={t("sheet.label", { title: page.title, number: index + 1 })}
        >
          <header className="ap-sheet-head">
            <div className="ap-sheet-title">
              <h2>{page.title}</h2>
              <p>
                <strong dir="auto">{plan.customer}</strong>
                <span>{plan.head}</span>
              </p>
            </div>
          </header>
          <div className="ap-sheet-rows">
            <div className="ap-sheet-body">
              {page.blocks.map((block, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a page is drawn anew as a whole
                <BlockView key={place} block={block} />
              ))}
              {internal ? <p className="ap-sheet-foot">{t("document.internal")}</p> : null}
            </div>
          </div>
        </article>
      ))}
    </div>
  );
});
