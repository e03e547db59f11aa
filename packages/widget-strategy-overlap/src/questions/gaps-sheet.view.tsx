import { PrintSheet } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { GapLine } from "./gap-text.model.ts";

interface Props {
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly lines: readonly GapLine[] }[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** On paper: the questions to take along, with room to write the answer. */
export function GapsSheet({ title, groups, open, onOpenChange }: Props): ReactNode {
  return (
    <PrintSheet open={open} onOpenChange={onOpenChange} title={title}>
      <h1>{title}</h1>
      {groups.map(({ name, lines }) => (
        <section key={name} className="so-ask-sheet">
          <h2 dir="auto">{name}</h2>
          <ul>
            {lines.map(({ question, notes }) => (
              <li key={question} className="ss-sheet-whole">
                <p dir="auto">{question}</p>
                {notes.length === 0 ? null : <p className="ss-meta">{notes.join(" · ")}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PrintSheet>
  );
}
