import {
  Button,
  Checkbox,
  DateInput,
  Select,
  TextArea,
  TextInput,
  usePlanLabels,
  useT,
  useTeamChoices,
} from "@sweetspot/widget-kit";
import type { RecordId } from "@sweetspot/contract";
import { PERMISSIONS, proof, PROOF_KINDS } from "@sweetspot/plan-model";
import { type ReactNode, useState } from "react";
import { changeProof, type ProofFields, removeProof } from "../edits/proof-edits.model.ts";
import type { KeptProof } from "../model/reading.model.ts";
import { toStorable } from "../model/writing.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface ProofFormProps {
  readonly workspace: Workspace;
  /** Absent while a new one is written: it is saved as a whole. */
  readonly kept?: KeptProof;
  readonly onSave?: (
    fields: ProofFields & { readonly name: string; readonly statement: string },
    scope: "plan" | "library",
  ) => void;
  readonly onCancel: () => void;
}

/** Everything about one fact. One that is kept changes field by field, a new one when it is added. */
export function ProofForm({ workspace, kept, onSave, onCancel }: ProofFormProps): ReactNode {
  const { story, edit, writable, libraryWritable } = workspace;
  const t = useText();
  const kit = useT();
  const labels = usePlanLabels();
  const [draft, setDraft] = useState<ProofFields>({ permission: "on-request" });
  const [shared, setShared] = useState(libraryWritable);
  const fields: ProofFields = kept?.record.fields ?? draft;
  const owners = useTeamChoices(fields.owner ?? undefined);
  const label = (name: string): string => labels.field(proof, name).label;
  const change = (part: ProofFields): void => {
    if (kept) edit(changeProof(kept, part));
    else setDraft({ ...draft, ...part });
  };
  const { name, statement } = fields;
  const about = fields.offerings ?? [];
  return (
    <div className="vp-form">
      <TextInput
        label={label("name")}
        value={name ?? ""}
        maxLength={120}
        onType={(text) => (kept ? undefined : setDraft((before) => ({ ...before, name: text })))}
        onCommit={(text) => change({ name: toStorable(text) })}
      />
      <TextArea
        label={label("statement")}
        hint={labels.field(proof, "statement").help}
        value={statement ?? ""}
        maxLength={2000}
        rows={2}
        onType={(text) => (kept ? undefined : setDraft((before) => ({ ...before, statement: text })))}
        onCommit={(text) => change({ statement: toStorable(text) })}
      />
      <div className="vp-form-pair">
        <Select
          label={label("kind")}
          value={fields.kind ?? undefined}
          options={PROOF_KINDS.map((value) => ({ value, label: labels.choice(proof, "kind", value) }))}
          onChange={(kind) => change({ kind })}
        />
        <Select
          label={label("permission")}
          value={fields.permission ?? undefined}
          options={PERMISSIONS.map((value) => ({ value, label: labels.choice(proof, "permission", value) }))}
          onChange={(permission) => change({ permission })}
        />
        <Select
          label={label("owner")}
          value={fields.owner ?? undefined}
          options={owners}
          onChange={(owner: RecordId) => change({ owner })}
        />
        <DateInput
          label={label("provenOn")}
          value={fields.provenOn ?? undefined}
          onCommit={(provenOn) => change({ provenOn })}
        />
        <DateInput
          label={label("validUntil")}
          value={fields.validUntil ?? undefined}
          onCommit={(validUntil) => change({ validUntil })}
        />
        <TextInput
          label={label("link")}
          value={fields.link ?? ""}
          maxLength={2000}
          onCommit={(link) => change({ link: toStorable(link) || null })}
        />
      </div>
      <fieldset className="vp-form-offerings">
        <legend className="ss-label">{label("offerings")}</legend>
        {story.offerings
          .filter(({ id, fields: { retired } }) => retired !== true || about.includes(id))
          .map(({ id, fields: { name: offering } }) => (
            <Checkbox
              key={id}
              label={offering}
              checked={about.includes(id)}
              onChange={(on) =>
                change({ offerings: on ? [...about, id] : about.filter((one) => one !== id) })
              }
            />
          ))}
      </fieldset>
      <TextArea
        label={label("notes")}
        hint={t("proof.notes-hint")}
        value={fields.notes ?? ""}
        rows={1}
        maxLength={10_000}
        onCommit={(notes) => change({ notes: toStorable(notes) || null })}
      />
      {kept ? (
        <p className="vp-row">
          <Button size="small" onClick={onCancel}>
            {t("proof.done")}
          </Button>
          <Button size="small" tone="danger" icon="trash" onClick={() => edit(removeProof(kept))}>
            {t("proof.remove")}
          </Button>
        </p>
      ) : (
        <p className="vp-row">
          {libraryWritable && writable ? (
            <Checkbox label={t("proof.shared")} checked={shared} onChange={setShared} />
          ) : null}
          <Button
            tone="primary"
            disabled={(name ?? "").trim() === "" || (statement ?? "").trim() === ""}
            onClick={() =>
              onSave?.(
                { ...draft, name: toStorable(name ?? ""), statement: toStorable(statement ?? "") },
                libraryWritable && (shared || !writable) ? "library" : "plan",
              )
            }
          >
            {t("proof.add")}
          </Button>
          <Button onClick={onCancel}>{kit("kit.cancel")}</Button>
        </p>
      )}
    </div>
  );
}
