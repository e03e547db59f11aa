import { introduction, recordsOf, referralPartner } from "@sweetspot/plan-model";
import { Combobox, usePlanLabels } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { choosePartner } from "./introduction-edits.model.ts";
import type { Introduction } from "./introduction.model.ts";
import { partnerName } from "./partner-name.model.ts";
import type { Introductions } from "./use-introductions.ts";

interface Props {
  readonly introductions: Introductions;
  readonly introduction: Introduction;
}

/** The referral partner who introduces us: chosen while nobody has been asked, told afterwards. */
export function PartnerChoice({ introductions, introduction: one }: Props): ReactNode {
  const labels = usePlanLabels();
  const { library, edit } = introductions;
  const partners = useMemo(() => [...recordsOf(referralPartner, library.values())], [library]);
  const { label } = labels.field(introduction, "partner");
  const name = partnerName(library, one.fields.partner);
  if (one.state !== "candidate")
    return name === undefined ? null : (
      <p className="ss-meta">
        {label}: <bdi>{name}</bdi>
      </p>
    );
  if (partners.length === 0) return null;
  return (
    <Combobox
      label={label}
      value={one.fields.partner}
      options={partners.map(({ id, fields }) => ({ value: id, label: fields.name }))}
      onChange={(id) =>
        edit(
          choosePartner(
            one,
            partners.find((partner) => partner.id === id),
          ),
        )
      }
    />
  );
}
