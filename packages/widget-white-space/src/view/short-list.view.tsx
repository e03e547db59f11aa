import { Button } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "./use-text.ts";

/** Entries shown before "show all". */
const FIRST = 6;

export interface ShortListProps {
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  /** Stands between title and entries. */
  readonly note?: ReactNode;
  readonly children: (limit: number) => ReactNode;
}

/** A list under the grid: its first entries, all on demand. */
export function ShortList({ title, hint, count, note, children }: ShortListProps): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  return (
    <section className="ws-list">
      <h3>
        {title} <span className="ss-meta">{hint}</span>
      </h3>
      {note}
      <ol>{children(all ? count : FIRST)}</ol>
      {count > FIRST ? (
        <Button size="small" tone="quiet" onClick={() => setAll(!all)}>
          {all ? t("lists.fewer") : t("lists.all", { count })}
        </Button>
      ) : null}
    </section>
  );
}
