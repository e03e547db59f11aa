import { MEETING_STATES, meetingSheet } from "@sweetspot/plan-model";
import {
  Button,
  Chip,
  Combobox,
  DateInput,
  newRecordId,
  PersonPicker,
  Select,
  TextInput,
  toMemberFields,
  useFormat,
  useKeptFocus,
  usePlanLabels,
  useTeamChoices,
} from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { ofUs } from "../model/plan-table.model.ts";
import { changePerson, changeSheet, setLead, setStatus } from "../edits/sheet-edits.model.ts";
import type { Visit } from "../model/sheets.model.ts";
import { useText } from "./use-text.ts";
import type { Visits } from "./use-visits.ts";

const LIMITS = meetingSheet.fields;

/** Whom, who of us, when, how far, and why. */
export function AboutVisit({ page, visit }: { readonly page: Visits; readonly visit: Visit }): ReactNode {
  const { edit, today, writable } = page;
  const labels = usePlanLabels();
  const { id, fields } = visit;
  const choices = useTeamChoices(fields.internalContact);
  const label = (name: keyof typeof LIMITS): string => labels.field(meetingSheet, name).label;
  const { ref, keep } = useKeptFocus<HTMLElement>();
  const kept = useMemo(
    (): Visits => ({
      ...page,
      edit: (made) => {
        keep();
        return page.edit(made);
      },
    }),
    [page, keep],
  );
  if (!writable) return <Facts page={page} visit={visit} />;
  return (
    <section ref={ref} className="ms-section">
      <div className="ms-fields">
        <PersonPicker
          label={label("member")}
          value={fields.member}
          onChange={(person) => {
            if (!person) return;
            const visited =
              person.kind === "member" ? { member: person.member } : { fields: toMemberFields(person) };
            edit(changePerson(id, visited, newRecordId));
          }}
        />
        <Combobox
          label={label("internalContact")}
          value={fields.internalContact}
          options={choices}
          onChange={(internalContact) => edit(changeSheet(id, { internalContact: internalContact ?? null }))}
        />
        <DateInput
          label={label("meetingDate")}
          value={fields.meetingDate}
          onCommit={(meetingDate) => edit(changeSheet(id, { meetingDate }))}
        />
        <Select
          label={label("status")}
          value={visit.status}
          options={MEETING_STATES.map((value) => ({
            value,
            label: labels.choice(meetingSheet, "status", value),
          }))}
          onChange={(status) => edit(setStatus(id, status, today))}
        />
      </div>
      <Marks page={kept} visit={visit} />
      <TextInput
        label={label("colleagues")}
        value={fields.colleagues ?? ""}
        maxLength={LIMITS.colleagues.max}
        onCommit={(colleagues) => edit(changeSheet(id, { colleagues }))}
      />
      <TextInput
        label={label("reason")}
        value={fields.reason ?? ""}
        maxLength={LIMITS.reason.max}
        onCommit={(reason) => edit(changeSheet(id, { reason }))}
      />
      <TextInput
        label={label("statusNote")}
        value={fields.statusNote ?? ""}
        maxLength={LIMITS.statusNote.max}
        onCommit={(statusNote) => edit(changeSheet(id, { statusNote, statusDate: today }))}
      />
    </section>
  );
}

/** What is odd about this visit, each with the one step that mends it. */
function Marks({ page, visit }: { readonly page: Visits; readonly visit: Visit }): ReactNode {
  const { edit, memberName, today } = page;
  const t = useText();
  const { member, fields } = visit;
  const lead = member?.fields.lead;
  const { internalContact } = fields;
  return (
    <div className="ms-notes">
      {visit.leadMissing && member ? (
        <p className="ss-row">
          <Chip tone="warn" icon="task">
            {t("lead.missing")}
          </Chip>
          <span className="ss-meta">{t("lead.why")}</span>
          {internalContact === undefined ? null : (
            <Button size="small" onClick={() => edit(setLead(member.id, internalContact))}>
              {t("lead.take", { name: memberName(internalContact) })}
            </Button>
          )}
        </p>
      ) : null}
      {lead !== undefined && lead !== internalContact ? (
        <p className="ss-meta">{t("lead.other", { name: memberName(lead) })}</p>
      ) : null}
      {visit.overdue ? (
        <p className="ss-row">
          <Chip tone="warn" icon="clock">
            {t("visit.overdue")}
          </Chip>
          <Button size="small" onClick={() => edit(setStatus(visit.id, "held", today))}>
            {t("visit.was-held")}
          </Button>
        </p>
      ) : null}
      {visit.tooFar ? <p className="ss-meta">{t("visit.too-far-text")}</p> : null}
      {member?.fields.leftOn === undefined ? null : (
        <p>
          <Chip tone="bad">{t("visit.left")}</Chip>
        </p>
      )}
    </div>
  );
}

function Facts({ page, visit }: { readonly page: Visits; readonly visit: Visit }): ReactNode {
  const labels = usePlanLabels();
  const format = useFormat();
  const { fields, member } = visit;
  const told: readonly (readonly [keyof typeof LIMITS, string | undefined])[] = [
    ["member", member?.fields.name],
    ["internalContact", ofUs(fields, page.memberName)],
    ["meetingDate", fields.meetingDate && format.date(fields.meetingDate)],
    ["status", labels.choice(meetingSheet, "status", visit.status)],
    ["reason", fields.reason],
    ["statusNote", fields.statusNote],
  ];
  return (
    <dl className="ms-facts">
      {told
        .filter(([, text]) => text)
        .map(([name, text]) => (
          <div key={name}>
            <dt className="ss-label">{labels.field(meetingSheet, name).label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
    </dl>
  );
}
