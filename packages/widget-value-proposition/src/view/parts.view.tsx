import { Icon } from "@sweetspot/widget-kit";
import { valueProposition } from "@sweetspot/plan-model";
import { frameOfPart, type TextLanguage } from "@sweetspot/strategy-overlap";
import type { ReactNode } from "react";
import { swapWord, writePart } from "../edits/proposition-edits.model.ts";
import { progressOf } from "../model/parts.model.ts";
import type { PropositionRecord } from "../model/reading.model.ts";
import type { StoryTask } from "../model/tasks.model.ts";
import type { PartWords, StoryWords } from "../model/words.model.ts";
import { usePartName } from "./use-part-name.ts";
import { ChosenProofs } from "./chosen-proofs.view.tsx";
import type { Typing } from "./typing.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";
import { type TooLong, WritingField } from "./writing-field.view.tsx";

interface PartsProps {
  readonly workspace: Workspace;
  readonly proposition: PropositionRecord;
  /** Language the texts are written in. */
  readonly language: TextLanguage;
  readonly words: StoryWords;
  readonly tasks: readonly StoryTask[];
  readonly tooLong: TooLong;
  readonly typing: Typing;
}

/** The four parts in their order, each with the frame it may begin with. */
export function Parts(props: PartsProps): ReactNode {
  const { workspace, proposition, language, words, tasks, tooLong, typing } = props;
  const { edit, writable } = workspace;
  const t = useText();
  const nameOf = usePartName();
  return (
    <ol className="vp-parts" aria-label={t("parts.label")}>
      {progressOf(proposition, tasks).map(({ part, state }, index) => (
        <li key={part} className="vp-part" data-state={state}>
          <span className="vp-part-number" aria-hidden="true">
            {index + 1}
          </span>
          <div className="vp-part-body">
            <h3 className="vp-part-head">
              {nameOf(part)}
              <span className="ss-meta">{t(`part.${part}.asks`)}</span>
            </h3>
            <WritingField
              hideLabel
              label={nameOf(part)}
              name={`${proposition.id} ${part}`}
              value={proposition.fields[part] ?? ""}
              placeholder={frameOfPart(part, language).replace("{text}.", "…")}
              max={valueProposition.fields[part].max}
              writable={writable}
              tooLong={tooLong}
              onType={(text) => typing.set({ part, text })}
              onWrite={(text) => {
                typing.set(undefined);
                edit(writePart(proposition.id, part, text));
              }}
            />
            <PartHints workspace={workspace} proposition={proposition} words={words[part]} />
            {part === "proof" ? (
              <ChosenProofs workspace={workspace} proposition={proposition} tasks={tasks} />
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface PartHintsProps {
  readonly workspace: Workspace;
  readonly proposition: PropositionRecord;
  readonly words: PartWords;
}

/** What is said in the customer's own words, and what in ours although he has a word for it. */
function PartHints({ workspace, proposition, words }: PartHintsProps): ReactNode {
  const { edit, writable } = workspace;
  const t = useText();
  const own = [...new Set(words.own.map(({ found }) => found))];
  return (
    <>
      {own.length > 0 ? (
        <p className="vp-hint" data-tone="own">
          <Icon name="note" size="small" />
          <span>{t("words.own", { words: own.slice(0, 3).join(" · ") })}</span>
        </p>
      ) : null}
      {words.jargon.map(({ id, found, instead }) => (
        <p key={id} className="vp-hint" data-tone="jargon">
          <Icon name="info" size="small" />
          <span>
            {t("words.jargon", { found })}{" "}
            {writable ? (
              <button
                type="button"
                className="ss-link"
                onClick={() => edit(swapWord(proposition, { found, instead }))}
              >
                {t("words.swap", { instead })}
              </button>
            ) : (
              t("words.swap", { instead })
            )}
          </span>
        </p>
      ))}
    </>
  );
}
