import { PARTNER_STATES, referralPartner } from "@sweetspot/plan-model";
import {
  type ApplyEdit,
  Button,
  Checkbox,
  Combobox,
  DateInput,
  Dialog,
  Select,
  TextArea,
  TextInput,
  useCrm,
  useFormat,
  usePlanLabels,
  useTeamChoices,
  useToast,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../view/use-text.ts";
import type { Bridge } from "../view/use-bridge.ts";
import { AskThrough } from "./ask-through.view.tsx";
import { Facts } from "./facts.view.tsx";
import { changePartner, type PartnerPatch, removePartner } from "./partner-edits.model.ts";
import type { Partner, ProfileRecord } from "./partners.model.ts";

interface Props {
  readonly page: Bridge;
  readonly partner: Partner;
  readonly profiles: readonly ProfileRecord[];
  readonly writable: boolean;
  readonly edit: ApplyEdit;
  readonly onClose: () => void;
}

const LIMITS = referralPartner.fields;

/** One referral partner: whom he meets, what he looks out for, who keeps in touch. */
export function PartnerDialog(props: Props): ReactNode {
  const { page, partner, profiles, writable, edit, onClose } = props;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const toast = useToast();
  const { teamMembers } = useCrm();
  const { record, status } = partner;
  const { id, fields } = record;
  const team = useTeamChoices(fields.owner);
  const label = (name: keyof typeof LIMITS): string => labels.field(referralPartner, name).label;
  const change = (patch: PartnerPatch): void => void edit(changePartner(id, patch));
  const chosen = fields.searchProfiles ?? [];
  return (
    <Dialog
      open
      place="side"
      onOpenChange={onClose}
      eyebrow={labels.entity(referralPartner).one}
      title={fields.name}
      {...(writable
        ? {
            footer: (
              <Button
                tone="quiet"
                icon="trash"
                onClick={() => {
                  onClose();
                  if (edit(removePartner(id))) toast({ text: t("partners.removed"), undo: true });
                }}
              >
                {t("detail.remove")}
              </Button>
            ),
          }
        : {})}
    >
      {writable ? (
        <div className="rb-part">
          <TextInput
            label={label("name")}
            value={fields.name}
            maxLength={LIMITS.name.max}
            onCommit={(name) => change({ name })}
          />
          <TextArea
            label={label("multiplies")}
            rows={2}
            value={fields.multiplies ?? ""}
            maxLength={LIMITS.multiplies.max}
            onCommit={(multiplies) => change({ multiplies })}
          />
          <div className="rb-intro-fields">
            <Select
              label={label("status")}
              value={status}
              options={PARTNER_STATES.map((value) => ({
                value,
                label: labels.choice(referralPartner, "status", value),
              }))}
              onChange={(value) => change({ status: value })}
            />
            <Combobox
              label={label("owner")}
              value={fields.owner}
              options={team}
              onChange={(owner) => change({ owner: owner ?? null })}
            />
            <DateInput
              label={label("lastContact")}
              value={fields.lastContact}
              onCommit={(lastContact) => change({ lastContact })}
            />
          </div>
          {profiles.length === 0 ? null : (
            <fieldset className="rb-picks">
              <legend className="ss-label">{label("searchProfiles")}</legend>
              {profiles.map((profile) => (
                <Checkbox
                  key={profile.id}
                  label={profile.fields.name}
                  checked={chosen.includes(profile.id)}
                  onChange={(on) =>
                    change({
                      searchProfiles: on
                        ? [...chosen, profile.id]
                        : chosen.filter((one) => one !== profile.id),
                    })
                  }
                />
              ))}
            </fieldset>
          )}
          <TextArea
            label={label("notes")}
            rows={3}
            value={fields.notes ?? ""}
            maxLength={LIMITS.notes.max}
            onCommit={(notes) => change({ notes })}
          />
        </div>
      ) : (
        <Facts
          facts={[
            [label("multiplies"), fields.multiplies],
            [label("status"), labels.choice(referralPartner, "status", status)],
            [label("owner"), teamMembers.find((member) => member.id === fields.owner)?.name],
            [label("lastContact"), fields.lastContact && format.date(fields.lastContact)],
            [label("searchProfiles"), partner.profiles.map((profile) => profile.fields.name).join(", ")],
            [label("notes"), fields.notes],
          ]}
        />
      )}
      <AskThrough page={page} partner={record} />
    </Dialog>
  );
}
