import type { ReactNode } from "react";
import { cellText, type TableData } from "../export/table.model.ts";
import { classNames } from "./class-names.ts";

export interface TableTwinProps {
  readonly table: TableData;
  /** The row that is also chosen in the picture. */
  readonly selected?: string;
  readonly onSelect?: (row: string) => void;
}

/** From this many characters on, a text wants a column it can be read in. */
const SENTENCE = 24;

/** What the picture says, as a table. In a narrow widget each row becomes a card with the column's name beside each value. */
export function TableTwin({ table, selected, onSelect }: TableTwinProps): ReactNode {
  return (
    // Wide tables scroll, so the keyboard must reach them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="ss-table-scroll" aria-label={table.title} tabIndex={0}>
      <table className="ss-table">
        <caption className="ss-hidden">{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" className={column.align === "end" ? "ss-end" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr
              key={row.id}
              className={classNames(row.id === selected && "ss-table-selected")}
              aria-current={row.id === selected ? "true" : undefined}
            >
              {table.columns.map((column, index) => {
                const text = cellText(row.cells[index]);
                const className = classNames(
                  column.align === "end" && "ss-end ss-number",
                  text.length > SENTENCE && "ss-table-long",
                );
                if (index > 0) {
                  return (
                    <td key={column.id} className={className} data-label={column.label}>
                      {text}
                    </td>
                  );
                }
                return (
                  <th key={column.id} scope="row" className={className}>
                    {onSelect === undefined ? (
                      text
                    ) : (
                      <button type="button" className="ss-link" onClick={() => onSelect(row.id)}>
                        {text}
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
