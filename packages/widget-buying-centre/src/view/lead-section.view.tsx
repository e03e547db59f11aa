import { Button, Chip, Combobox, Face, useTeamChoices } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { setLead } from "../edits/member-edits.model.ts";
import type { SectionProps } from "./person-panel.view.tsx";
import { useText } from "./use-text.ts";

/** Who of us leads the relationship: one, or an open task. */
export function LeadSection({ centre, person }: SectionProps): ReactNode {
  const { edit, user, writable, memberName } = centre;
  const { lead } = person.fields;
  const choices = useTeamChoices(lead);
  const t = useText();
  return (
    <section className="bc-section">
      <h3>{t("lead.title")}</h3>
      {writable ? (
        <div className="bc-lead-row">
          <Combobox
            label={t("lead.title")}
            hideLabel
            value={lead}
            options={choices}
            placeholder={t("lead.choose")}
            onChange={(next) => edit(setLead(person.id, next ?? null))}
          />
          {lead === user ? null : (
            <Button onClick={() => edit(setLead(person.id, user))}>{t("lead.me")}</Button>
          )}
        </div>
      ) : (
        <p className="ss-row">
          {lead === undefined ? null : <Face name={memberName(lead)} side="provider" />}
          {memberName(lead)}
        </p>
      )}
      {person.leadMissing ? (
        <p className="ss-row">
          <Chip tone="warn" icon="task">
            {t("lead.missing")}
          </Chip>
          <span className="ss-meta">{t("lead.why")}</span>
        </p>
      ) : null}
    </section>
  );
}
