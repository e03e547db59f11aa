import { SortableList, useVirtualRows } from "@sweetspot/widget-kit";
import { type ReactNode, useRef, useState } from "react";

const AREAS = ["North", "Rhine-Ruhr", "South", "Bucharest"].map((label) => ({
  id: label.toLowerCase(),
  label,
}));

export function ListParts(): ReactNode {
  const [areas, setAreas] = useState(AREAS);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ count: 5_000, rowHeight: 28, scroller });
  return (
    <>
      <section>
        <h3>Sortable list</h3>
        <SortableList
          label="Order of areas"
          items={areas}
          onReorder={(ids) => setAreas(ids.flatMap((id) => AREAS.find((area) => area.id === id) ?? []))}
        />
        <output data-test="order">{areas.map((area) => area.id).join(" ")}</output>
      </section>
      <section>
        <h3>5,000 rows</h3>
        {/* A long list scrolls, so it must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="long" ref={scroller} aria-label="5,000 rows" tabIndex={0}>
          <div style={{ height: virtual.totalSize, position: "relative" }}>
            {virtual.rows.map((row) => (
              <div key={row.key} className="line" style={{ transform: `translateY(${String(row.start)}px)` }}>
                {`Row ${String(row.index + 1)}`}
              </div>
            ))}
          </div>
        </section>
      </section>
    </>
  );
}
