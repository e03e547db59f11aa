import { BUYING_ROLES, BUYING_TYPES, buyingCentreMember } from "@sweetspot/plan-model";
import { DateInput, Select, TextArea, TextInput, useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { changeMember, type MemberPatch } from "../edits/member-edits.model.ts";
import type { SectionProps } from "./person-panel.view.tsx";
import { type TextKey, useText } from "./use-text.ts";

const ROLES = BUYING_ROLES.toReversed();
const ROLE_HINTS: Readonly<Record<(typeof BUYING_ROLES)[number], TextKey>> = {
  sponsor: "role.sponsor",
  "decision-maker": "role.decision-maker",
  recommender: "role.recommender",
  user: "role.user",
};
const LIMITS = buyingCentreMember.fields;

/** Who the person is, and what part he has. */
export function AboutSection({ centre, person }: SectionProps): ReactNode {
  const { edit, writable } = centre;
  const labels = usePlanLabels();
  const t = useText();
  const format = useFormat();
  const { id, fields } = person;
  const label = (name: keyof typeof LIMITS): string => labels.field(buyingCentreMember, name).label;
  const change = (patch: MemberPatch): void => void edit(changeMember(id, patch));
  if (!writable) {
    const told = (["position", "unofficialRole", "source", "notes"] as const).filter((name) => fields[name]);
    return (
      <section className="bc-section">
        <h3>{t("about.title")}</h3>
        <dl className="bc-facts">
          {(["role", "type"] as const).map((name) => {
            const value = fields[name];
            return value === undefined ? null : (
              <div key={name}>
                <dt className="ss-label">{label(name)}</dt>
                <dd>{labels.choice(buyingCentreMember, name, value)}</dd>
              </div>
            );
          })}
          {told.map((name) => (
            <div key={name}>
              <dt className="ss-label">{label(name)}</dt>
              <dd dir="auto">{fields[name]}</dd>
            </div>
          ))}
          {fields.leftOn === undefined ? null : (
            <div>
              <dt className="ss-label">{label("leftOn")}</dt>
              <dd>{format.date(fields.leftOn)}</dd>
            </div>
          )}
        </dl>
      </section>
    );
  }
  return (
    <section className="bc-section">
      <h3>{t("about.title")}</h3>
      <div className="bc-pair">
        <Select
          label={label("role")}
          value={fields.role}
          options={ROLES.map((role) => ({
            value: role,
            label: labels.choice(buyingCentreMember, "role", role),
            hint: t(ROLE_HINTS[role]),
          }))}
          onChange={(role) => change({ role })}
        />
        <Select
          label={label("type")}
          value={fields.type}
          options={BUYING_TYPES.map((type) => ({
            value: type,
            label: labels.choice(buyingCentreMember, "type", type),
          }))}
          onChange={(type) => change({ type })}
        />
      </div>
      <TextInput
        label={label("unofficialRole")}
        hint={t("about.unofficial-hint")}
        value={fields.unofficialRole ?? ""}
        maxLength={LIMITS.unofficialRole.max}
        onCommit={(unofficialRole) => change({ unofficialRole })}
      />
      <div className="bc-pair">
        <TextInput
          label={label("name")}
          value={fields.name}
          maxLength={LIMITS.name.max}
          onCommit={(name) => change({ name: name.trim() })}
        />
        <TextInput
          label={label("position")}
          value={fields.position ?? ""}
          maxLength={LIMITS.position.max}
          onCommit={(position) => change({ position })}
        />
      </div>
      <TextInput
        label={label("source")}
        value={fields.source ?? ""}
        maxLength={LIMITS.source.max}
        onCommit={(source) => change({ source })}
      />
      <TextArea
        label={label("notes")}
        hint={t("about.notes-hint")}
        value={fields.notes ?? ""}
        maxLength={LIMITS.notes.max}
        rows={2}
        onCommit={(notes) => change({ notes })}
      />
      <DateInput label={label("leftOn")} value={fields.leftOn} onCommit={(leftOn) => change({ leftOn })} />
    </section>
  );
}
