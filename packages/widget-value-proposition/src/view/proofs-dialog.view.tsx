import { Button, Dialog, Icon, newRecordId, SearchInput, useCrm } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { addProof, dropProof, takeProof } from "../edits/proof-edits.model.ts";
import { findProofs } from "../model/proofs.model.ts";
import type { KeptProof, PropositionRecord } from "../model/reading.model.ts";
import { Candidates } from "./candidates.view.tsx";
import { ProofFace } from "./proof-face.view.tsx";
import { ProofForm } from "./proof-form.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** Longer lists are searched. */
const FIRST = 30;

interface ProofsDialogProps {
  readonly workspace: Workspace;
  /** The proposition a proof is chosen for; absent where the library itself is looked through. */
  readonly proposition: PropositionRecord | undefined;
}

/** The library of proofs: found, chosen, renewed; and what the CRM's own data could prove. */
export function ProofsDialog({ workspace, proposition }: ProofsDialogProps): ReactNode {
  const { state, dispatch } = workspace;
  const t = useText();
  return (
    <Dialog
      open={state.dialog === "proofs"}
      onOpenChange={() => dispatch({ kind: "dialog-closed" })}
      title={t(proposition ? "proof.choose" : "proofs.title")}
      {...(proposition ? { eyebrow: proposition.fields.name } : {})}
      size="large"
    >
      {state.dialog === "proofs" ? <ProofsBody workspace={workspace} proposition={proposition} /> : null}
    </Dialog>
  );
}

function ProofsBody({ workspace, proposition }: ProofsDialogProps): ReactNode {
  const { story, today, edit, writable, libraryWritable } = workspace;
  const t = useText();
  const { teamMembers } = useCrm();
  const [text, setText] = useState("");
  const [adding, setAdding] = useState(false);
  const found = findProofs(
    story,
    {
      text,
      offerings: proposition?.fields.offerings ?? [],
      nameOf: (person) => teamMembers.find(({ id }) => id === person)?.name ?? "",
    },
    today,
  );
  return (
    <>
      <div className="vp-row">
        <SearchInput
          label={t("proofs.search", { count: story.proofs.length })}
          value={text}
          onChange={setText}
          found={text === "" ? undefined : t("proofs.found", { count: found.length })}
        />
        {writable || libraryWritable ? (
          <Button size="small" icon="plus" onClick={() => setAdding(!adding)} aria-expanded={adding}>
            {t("proofs.add")}
          </Button>
        ) : null}
      </div>
      {adding ? (
        <ProofForm
          workspace={workspace}
          onSave={(fields, scope) => {
            if (edit(addProof(fields, scope, newRecordId))) setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : null}
      {found.length === 0 ? (
        <p className="ss-meta">{t(text === "" ? "proofs.none" : "proofs.nothing-found")}</p>
      ) : (
        <ul className="vp-proofs" aria-label={t("proofs.title")}>
          {found.slice(0, FIRST).map((kept) => (
            <ProofRow key={kept.record.id} workspace={workspace} kept={kept} proposition={proposition} />
          ))}
        </ul>
      )}
      {found.length > FIRST ? (
        <p className="ss-meta">{t("proofs.more", { count: found.length - FIRST })}</p>
      ) : null}
      {proposition && writable ? <Candidates workspace={workspace} proposition={proposition} /> : null}
    </>
  );
}

function ProofRow({
  workspace,
  kept,
  proposition,
}: {
  readonly workspace: Workspace;
  readonly kept: KeptProof;
  readonly proposition: PropositionRecord | undefined;
}): ReactNode {
  const { edit, writable, libraryWritable } = workspace;
  const t = useText();
  const [open, setOpen] = useState(false);
  const chosen = proposition?.fields.proofs?.includes(kept.record.id) === true;
  const mayEdit = kept.origin === "library" ? libraryWritable : writable;
  const { name } = kept.record.fields;
  return (
    <li className="vp-proof-item" data-chosen={chosen || undefined}>
      <div className="vp-proof-row">
        <ProofFace workspace={workspace} kept={kept} />
        <span className="vp-proof-actions">
          {proposition && writable ? (
            <Button
              size="small"
              pressed={chosen}
              aria-label={t(chosen ? "proof.taken-name" : "proof.take-name", { name })}
              onClick={() =>
                edit(chosen ? dropProof(proposition, kept.record.id) : takeProof(proposition, kept))
              }
            >
              {chosen ? <Icon name="check" size="small" /> : null}
              {t(chosen ? "proof.taken" : "proof.take")}
            </Button>
          ) : null}
          {mayEdit ? (
            <Button
              size="small"
              tone="quiet"
              icon="pencil"
              aria-expanded={open}
              aria-label={t("proof.edit-name", { name })}
              onClick={() => setOpen(!open)}
            >
              {t("proof.edit")}
            </Button>
          ) : null}
        </span>
      </div>
      {open ? <ProofForm workspace={workspace} kept={kept} onCancel={() => setOpen(false)} /> : null}
    </li>
  );
}
