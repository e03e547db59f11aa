import type { ReactNode } from "react";

const ROWS = [0, 1, 2, 3];
const COLUMNS = [0, 1, 2, 3, 4];

/** The shape of what comes. It appears only after 300 ms (in CSS), so that a quick answer does not flash. */
export function Skeleton({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="ss-skeleton" aria-busy="true">
      <div aria-hidden="true">
        {children ??
          ROWS.map((row) => (
            <div key={row} className="ss-skeleton-row">
              {COLUMNS.map((column) => (
                <span key={column} className="ss-bone" />
              ))}
            </div>
          ))}
      </div>
      <output className="ss-meta">{text}</output>
    </div>
  );
}
