import { Button, Checkbox, Popover } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { PageKind, PlanPage } from "../document/plan-page.ts";
import { useText } from "./use-words.ts";

interface PageChoiceProps {
  readonly pages: readonly PlanPage[];
  readonly hidden: ReadonlySet<PageKind>;
  readonly onChange: (hidden: ReadonlySet<PageKind>) => void;
}

/** Which pages are shown, printed and handed on. */
export function PageChoice({ pages, hidden, onChange }: PageChoiceProps): ReactNode {
  const t = useText();
  const toggle = (kind: PageKind, wanted: boolean): void => {
    const next = new Set(hidden);
    if (wanted) next.delete(kind);
    else next.add(kind);
    onChange(next);
  };
  const wanted = pages.filter(({ kind }) => !hidden.has(kind)).length;
  return (
    <Popover
      title={t("pages.label")}
      trigger={<Button icon="check">{t("pages.button", { wanted, pages: pages.length })}</Button>}
    >
      <div className="ap-choice">
        {pages.map(({ kind, title }) => (
          <Checkbox
            key={kind}
            label={title}
            checked={!hidden.has(kind)}
            onChange={(checked) => toggle(kind, checked)}
          />
        ))}
      </div>
    </Popover>
  );
}
