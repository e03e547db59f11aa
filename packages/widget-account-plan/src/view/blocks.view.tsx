import type { ReactNode } from "react";
import type { Block } from "../document/plan-page.ts";

/** A block of a page on the screen and on paper. Texts may be in any direction. */
export function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case "text":
      return (
        <div className="ap-block">
          {block.title === undefined ? null : <h3 dir="auto">{block.title}</h3>}
          <p className={block.isQuote === true ? "ap-quote" : "ap-text"} dir="auto">
            {block.text}
          </p>
        </div>
      );
    case "facts":
      return (
        <dl className="ap-block ap-facts">
          {block.facts.map(({ label, text }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a page is drawn anew as a whole
            <div key={index}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return (
        <div className="ap-block">
          <h3>{block.title}</h3>
          <ul>
            {block.items.map(({ text, note }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a page is drawn anew as a whole
              <li key={index} dir="auto">
                {text}
                {note === undefined || note === "" ? null : <span className="ap-note">{note}</span>}
              </li>
            ))}
          </ul>
          {block.more === undefined ? null : <p className="ap-note">{block.more}</p>}
        </div>
      );
    case "table":
      return (
        <div className="ap-block">
          {block.title === undefined ? null : <h3 dir="auto">{block.title}</h3>}
          {/* Scrolls by itself where the widget is narrow; its focus lets keys scroll it. */}
          <section
            className="ap-table-scroll"
            aria-label={block.title ?? block.columns.join(", ")}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <table className="ap-table">
              <thead>
                <tr>
                  {block.columns.map((column, index) => (
                    // oxlint-disable-next-line react/no-array-index-key -- a page is drawn anew as a whole
                    <th key={index} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {block.rows.map((row, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a page is drawn anew as a whole
                  <tr key={index}>
                    {row.map((text, place) => (
                      // oxlint-disable-next-line react/no-array-index-key -- a page is drawn anew as a whole
                      <td key={place} dir="auto">
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      );
  }
}
