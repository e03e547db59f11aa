import { PrintSheet, useCrm, useFormat } from "@sweetspot/widget-kit";
import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import { frameOfPart, type Part } from "@sweetspot/strategy-overlap";
import type { ReactNode } from "react";
import { audienceName } from "../model/audience.model.ts";
import { safeLink, toStory } from "../model/leaving.model.ts";
import { mayLeave, proofsOf } from "../model/proofs.model.ts";
import type { OpenProposition } from "./opened.model.ts";
import { toTextLanguage, type Workspace } from "./use-workspace.ts";

interface StorySheetProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition;
}

/** One page to take along or to hand over: nothing on it is for us only. */
export function StorySheet({ workspace, opened }: StorySheetProps): ReactNode {
  const { story, state, dispatch, today, language } = workspace;
  const { entry, group, proposition } = opened;
  const format = useFormat();
  const { account } = useCrm();
  const own = state.frames ?? toTextLanguage(proposition.fields.language) ?? language;
  const proofs = proofsOf(story, proposition).filter((kept) => mayLeave(kept, today));
  const told = toStory(proposition.fields.name, proposition.fields, proofs, own);
  // The page speaks the story's language, whatever the rep's is.
  const asks = (part: Part): string => frameOfPart(part, own).replace(/:?\s*\{text\}\.$/u, "");
  return (
    <PrintSheet
      open={state.dialog === "sheet"}
      onOpenChange={() => dispatch({ kind: "dialog-closed" })}
      title={proposition.fields.name}
    >
      <p className="vp-sheet-meta">
        {[account?.name, audienceName(story, group.audience), format.date(today)].filter(Boolean).join(" · ")}
      </p>
      <h1 dir="auto">{proposition.fields.name}</h1>
      {entry.aims[0] === undefined ? null : (
        <blockquote className="vp-sheet-aim" dir="auto">
          {entry.aims[0]}
        </blockquote>
      )}
      {PROPOSITION_PARTS.map((part) => {
        const text = proposition.fields[part] ?? "";
        return text === "" ? null : (
          <section key={part} className="vp-sheet-part ss-sheet-whole">
            <h2>{asks(part)}</h2>
            <p dir="auto">{text}</p>
          </section>
        );
      })}
      {told.proofs.length > 0 ? (
        <section className="vp-sheet-proofs">
          <ul>
            {told.proofs.map(({ text, link }) => (
              <li key={text} dir="auto">
                {text}
                {safeLink(link) === undefined ? null : ` ${safeLink(link) ?? ""}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PrintSheet>
  );
}
