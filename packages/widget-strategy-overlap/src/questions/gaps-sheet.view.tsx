import type { ReactNode } from "react";
import type { GapLine } from "./gap-text.model.ts";

interface Props {
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly lines: readonly GapLine[] }[];
}

/** On paper only: the questions to take along, with room to write. */
export function GapsSheet({ title, groups }: Props): ReactNode {
  return (
    <section className="so-sheet">
      <h1>{title}</h1>
      {groups.map(({ name, lines }) => (
        <section key={name}>
          <h2 dir="auto">{name}</h2>
          <ul>
            {lines.map(({ question, notes }) => (
              <li key={question} dir="auto">
                {question}
                {notes.length === 0 ? null : <footer>{notes.join(" · ")}</footer>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
