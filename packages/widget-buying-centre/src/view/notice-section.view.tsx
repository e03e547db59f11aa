import { valueOf } from "@sweetspot/contract";
import { Button, Icon, useCrm } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { changeMember, identify, markLeft, takeOver } from "../edits/member-edits.model.ts";
import { candidatesOf } from "../model/candidates.model.ts";
import { ContactChooser } from "./contact-chooser.view.tsx";
import type { SectionProps } from "./person-panel.view.tsx";
import { useText } from "./use-text.ts";

/** What the CRM says otherwise, and what can be done about it: told, never applied. */
export function NoticeSection({ centre, person }: SectionProps): ReactNode {
  const { edit, today, writable } = centre;
  const t = useText();
  const { contact, notice, fields, id } = person;
  if (person.standing === "unknown") return writable ? <Identify centre={centre} person={person} /> : null;
  if (notice === undefined) return null;
  const told =
    notice === "changed" && contact
      ? t("notice.changed-text", {
          now: [contact.name, valueOf(contact.title)].filter(Boolean).join(", "),
          before: [fields.name, fields.position].filter(Boolean).join(", "),
        })
      : t(notice === "moved" ? "notice.moved-text" : "notice.gone-text");
  return (
    <section className="bc-notice">
      <p>
        <Icon name="alert" size="small" /> {told}
      </p>
      {writable ? (
        <div className="ss-row">
          {contact ? (
            <Button size="small" onClick={() => edit(takeOver(id, contact))}>
              {t("notice.take-over")}
            </Button>
          ) : null}
          {notice === "changed" ? null : (
            <>
              <Button size="small" onClick={() => edit(markLeft(id, today))}>
                {t("notice.mark-left")}
              </Button>
              {contact ? null : (
                <Button
                  size="small"
                  tone="quiet"
                  onClick={() => edit(changeMember(id, { contact: null, account: null }))}
                >
                  {t("notice.unlink")}
                </Button>
              )}
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** An unknown person gets a face: one of the contacts nobody has placed yet. */
function Identify({ centre, person }: SectionProps): ReactNode {
  const { edit, people } = centre;
  const { contacts, people: involved } = useCrm();
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  if (!choosing)
    return (
      <section className="bc-unknown">
        <p>{t("unknown.text")}</p>
        <Button size="small" icon="person" onClick={() => setChoosing(true)}>
          {t("unknown.choose")}
        </Button>
      </section>
    );
  return (
    <section className="bc-unknown">
      <ContactChooser
        candidates={candidatesOf({ contacts, ...(involved ? { people: involved } : {}) }, people)}
        label={t("unknown.choose")}
        onChoose={(contact) => {
          edit(identify(person.id, contact));
          setChoosing(false);
        }}
      />
    </section>
  );
}
