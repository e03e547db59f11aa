import { Icon, type IconName, useCrm, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { proof } from "@sweetspot/plan-model";
import type { ReactNode } from "react";
import { ageOf, lifeOf } from "../model/proofs.model.ts";
import type { KeptProof } from "../model/reading.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const PERMISSION_ICONS: Readonly<Record<string, IconName>> = {
  granted: "shield",
  "on-request": "note",
  "internal-only": "eye-off",
};

interface ProofFaceProps {
  readonly workspace: Workspace;
  readonly kept: KeptProof;
}

/** A fact as it is found in a list: what it says, who answers for it, whether it may be told, and for how long. */
export function ProofFace({ workspace, kept }: ProofFaceProps): ReactNode {
  const { today, story } = workspace;
  const { fields } = kept.record;
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const { teamMembers } = useCrm();
  const life = lifeOf(kept, today);
  const age = ageOf(kept, today);
  const owner = teamMembers.find(({ id }) => id === fields.owner)?.name;
  const about = (fields.offerings ?? []).flatMap(
    (id) => story.offerings.find((one) => one.id === id)?.fields.name ?? [],
  );
  const { permission, kind } = fields;
  const meta = [
    kind === undefined ? "" : labels.choice(proof, "kind", kind),
    owner === undefined ? t("proof.no-owner") : t("proof.owner", { owner }),
    ...about,
    t(`proof.origin.${kept.origin}`),
  ].filter(Boolean);
  return (
    <span className="vp-proof" data-life={life}>
      <span className="vp-proof-words">
        <b dir="auto">{fields.name}</b>
        <span className="vp-proof-fact" dir="auto">
          {fields.statement}
        </span>
        <span className="ss-meta">{meta.join(" · ")}</span>
      </span>
      <span className="vp-proof-marks">
        <span className="vp-proof-permission" data-permission={permission ?? "none"}>
          <Icon name={PERMISSION_ICONS[permission ?? ""] ?? "question"} size="small" />
          {permission === undefined
            ? t("proof.permission.open")
            : labels.choice(proof, "permission", permission)}
        </span>
        <span className="vp-proof-life">
          {age === undefined ? null : (
            <meter className="vp-life" min={0} max={1} value={age} aria-label={t("proof.age")} />
          )}
          {life === "open-ended"
            ? t("proof.open-ended")
            : t(life === "expired" ? "proof.expired" : "proof.valid", {
                date: format.date(fields.validUntil ?? ""),
              })}
        </span>
      </span>
    </span>
  );
}
