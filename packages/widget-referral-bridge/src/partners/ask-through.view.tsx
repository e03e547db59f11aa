import { introduction } from "@sweetspot/plan-model";
import { Chip, newRecordId, PersonPicker, useHost, usePlanLabels, useToast } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useIntroductions } from "../introductions/use-introductions.ts";
import type { Bridge } from "../view/use-bridge.ts";
import { useText } from "../view/use-text.ts";
import { beginThrough } from "./ask-through.model.ts";
import type { PartnerRecord } from "./partners.model.ts";

interface Props {
  readonly page: Bridge;
  readonly partner: PartnerRecord;
}

/** Introductions of this customer through a partner, and one more. */
export function AskThrough({ page, partner }: Props): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const { user } = useHost();
  const { all, writable, today, edit } = useIntroductions();
  const { name } = partner.fields;
  const through = all.filter(({ fields }) => fields.partner === partner.id);
  if (through.length === 0 && !writable) return null;
  const open = (id: (typeof through)[number]["id"]): void => {
    page.setTab("introductions");
    page.showIntroduction(id);
  };
  return (
    <section className="rb-part">
      <h3>{t("partners.through", { name })}</h3>
      {through.length === 0 ? null : (
        <ul>
          {through.map(({ id, fields, state, next }) => (
            <li key={id}>
              <button type="button" className="rb-profile" onClick={() => open(id)}>
                <bdi className="rb-intro-name">{fields.targetName}</bdi>
                <Chip tone={next === "give-feedback" ? "warn" : "plain"}>
                  {next === "give-feedback"
                    ? t("partners.feedback-due")
                    : labels.choice(introduction, "state", state)}
                </Chip>
              </button>
            </li>
          ))}
        </ul>
      )}
      {writable ? (
        <PersonPicker
          label={t("partners.ask", { name })}
          hint={t("partners.ask-hint")}
          value={undefined}
          onChange={(person) => {
            if (person === undefined) return;
            const begun = beginThrough(partner, person, { all, user: user.id, today, newId: newRecordId });
            if (!edit(begun.edit)) return;
            open(begun.id);
            toast({ text: t("start.done"), undo: true });
          }}
        />
      ) : null}
    </section>
  );
}
