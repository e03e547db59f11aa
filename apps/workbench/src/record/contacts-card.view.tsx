import { type Contact, type CrmView, valueOf } from "@sweetspot/contract";
import { Face } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";
import { Card } from "./card.view.tsx";
import { FieldValue } from "./field-value.view.tsx";
import { LongList } from "./long-list.view.tsx";
import type { Pointed } from "./pointed.ts";
import { useOpening } from "./use-opening.ts";

/** The people at the customer. */
export function ContactsCard({
  view,
  pointed,
}: {
  readonly view: CrmView;
  readonly pointed: Pointed | undefined;
}): ReactNode {
  const { t, format } = usePage();
  const [isOpen, setOpen] = useOpening("contact", pointed);
  const target = pointed?.type === "contact" ? pointed.id : undefined;
  const title = t("record.contacts");
  if (view.status === "loading") return <Card title={title} isReading />;
  const { contacts } = view;
  return (
    <Card title={title} meta={format.number(contacts.length)}>
      {contacts.length === 0 ? (
        <p className="ss-meta">{t("record.no-contacts")}</p>
      ) : (
        <LongList
          items={contacts}
          label={title}
          searchLabel={t("record.search-contacts")}
          words={wordsOf}
          rowHeight={46}
          renderRow={(contact) => <Person contact={contact} />}
          pointed={target}
          isOpen={isOpen}
          onOpenChange={setOpen}
        />
      )}
    </Card>
  );
}

const wordsOf = (contact: Contact): string =>
  [contact.name, valueOf(contact.title), valueOf(contact.department), valueOf(contact.email)].join(" ");

function Person({ contact }: { readonly contact: Contact }): ReactNode {
  const { title, department } = contact;
  const parts = [title, department].filter((field) => field.state !== "empty");
  return (
    <div className="wb-person-row">
      <span aria-hidden="true" className="wb-face">
        <Face name={contact.name} side="customer" size="large" />
      </span>
      <div className="wb-two-lines">
        <span className="wb-clip">{contact.name}</span>
        <span className="ss-meta wb-clip">
          {parts.length === 0 ? <FieldValue field={title}>{() => null}</FieldValue> : null}
          {parts.map((field, index) => (
            <span key={field === title ? "title" : "department"}>
              {index > 0 ? " · " : ""}
              <FieldValue field={field}>{(text) => text}</FieldValue>
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
