import { valueOf } from "@sweetspot/contract";
import { Checkbox, Chip, useCrm, useCrmFeed, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useMemo } from "react";
import { setDecides } from "../edits/member-edits.model.ts";
import { crmRolesOf } from "../model/candidates.model.ts";
import { dealsOf } from "../model/deals.model.ts";
import type { SectionProps } from "./person-panel.view.tsx";
import { useText } from "./use-text.ts";

/** Which deals the person decides; what the CRM calls him there stands beside it, in its own words. */
export function DecidesSection({ centre, person }: SectionProps): ReactNode {
  const { edit, writable } = centre;
  const crm = useCrm();
  const t = useText();
  const format = useFormat();
  const decides = person.fields.decides ?? [];
  const { opportunities } = crm;
  const feed = useCrmFeed();
  useEffect(() => feed.readPeople?.(), [feed]);
  const deals = useMemo(() => dealsOf({ opportunities }, []), [opportunities]);
  const roles = person.fields.contact === undefined ? [] : (crmRolesOf(crm).get(person.fields.contact) ?? []);
  if (deals.length === 0 || (!writable && decides.length === 0 && roles.length === 0)) return null;
  return (
    <section className="bc-section">
      <h3>{t("decides.title")}</h3>
      {roles.length > 0 ? (
        <p className="ss-row">
          <span className="ss-meta">{t("decides.in-crm")}</span>
          {roles.map((role) => (
            <Chip key={role}>{role}</Chip>
          ))}
        </p>
      ) : null}
      {deals
        .filter(({ deal }) => writable || decides.includes(deal.id))
        .map(({ deal }) => {
          const amount = valueOf(deal.amount);
          return (
            <Checkbox
              key={deal.id}
              label={<bdi>{deal.name}</bdi>}
              hint={[valueOf(deal.stage), amount && format.money(amount)].filter(Boolean).join(" · ")}
              checked={decides.includes(deal.id)}
              disabled={!writable}
              onChange={(on) => edit(setDecides(person.id, decides, deal.id, on))}
            />
          );
        })}
    </section>
  );
}
