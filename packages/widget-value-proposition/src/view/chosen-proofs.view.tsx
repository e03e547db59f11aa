import { Button, Icon, IconButton } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { dropProof } from "../edits/proof-edits.model.ts";
import { proofsOf } from "../model/proofs.model.ts";
import type { PropositionRecord } from "../model/reading.model.ts";
import type { StoryTask } from "../model/tasks.model.ts";
import { ProofFace } from "./proof-face.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface ChosenProofsProps {
  readonly workspace: Workspace;
  readonly proposition: PropositionRecord;
  readonly tasks: readonly StoryTask[];
}

/** The facts behind the fourth part, those that are gone told as gone. */
export function ChosenProofs({ workspace, proposition, tasks }: ChosenProofsProps): ReactNode {
  const { story, edit, writable, dispatch } = workspace;
  const t = useText();
  const chosen = proofsOf(story, proposition);
  const gone = tasks.flatMap((task) => (task.kind === "proof-missing" ? [task.proof] : []));
  return (
    <div className="vp-chosen">
      {chosen.length + gone.length > 0 ? (
        <ul className="vp-proofs" aria-label={t("proof.chosen")}>
          {chosen.map((kept) => (
            <li key={kept.record.id} className="vp-proof-row">
              <ProofFace workspace={workspace} kept={kept} />
              {writable ? (
                <IconButton
                  icon="close"
                  size="small"
                  label={t("proof.drop", { name: kept.record.fields.name })}
                  onClick={() => edit(dropProof(proposition, kept.record.id))}
                />
              ) : null}
            </li>
          ))}
          {gone.map((id) => (
            <li key={id} className="vp-proof-row">
              <span className="vp-hint" data-tone="jargon">
                <Icon name="question" size="small" />
                {t("proof.gone")}
              </span>
              {writable ? (
                <IconButton
                  icon="close"
                  size="small"
                  label={t("proof.drop", { name: t("proof.gone") })}
                  onClick={() => edit(dropProof(proposition, id))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {writable ? (
        <Button
          size="small"
          icon="shield"
          onClick={() => dispatch({ kind: "dialog-opened", dialog: "proofs" })}
        >
          {t("proof.choose")}
        </Button>
      ) : null}
    </div>
  );
}
