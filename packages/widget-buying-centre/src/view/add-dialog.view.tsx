import { type Contact, type RecordId } from "@sweetspot/contract";
import { Button, Dialog, newRecordId, TextInput, useCrm, useCrmFeed, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { addContacts, addUnknown } from "../edits/member-edits.model.ts";
import { candidatesOf } from "../model/candidates.model.ts";
import { ContactChooser } from "./contact-chooser.view.tsx";
import type { Centre } from "./use-centre.ts";
import { useText } from "./use-text.ts";

/** Takes any number of contacts into the buying centre, or somebody nobody knows yet. */
export function AddDialog({ centre }: { readonly centre: Centre }): ReactNode {
  const { opened, open } = centre;
  const t = useText();
  return (
    <Dialog open={opened === "add"} onOpenChange={() => open(undefined)} title={t("add.title")}>
      {opened === "add" ? <Adding centre={centre} /> : null}
    </Dialog>
  );
}

function Adding({ centre }: { readonly centre: Centre }): ReactNode {
  const { people, edit, open } = centre;
  const { contacts, people: involved, complete } = useCrm();
  const feed = useCrmFeed();
  const t = useText();
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlyMap<RecordId, Contact>>(new Map());
  useEffect(() => feed.readPeople?.(), [feed]);
  const candidates = useMemo(
    () => candidatesOf({ contacts, ...(involved ? { people: involved } : {}) }, people),
    [contacts, involved, people],
  );
  const toggle = (contacts: readonly Contact[], on: boolean): void =>
    setChosen((before) => {
      const next = new Map(before);
      for (const contact of contacts)
        if (on) next.set(contact.id, contact);
        else next.delete(contact.id);
      return next;
    });
  const add = (): void => {
    if (edit(addContacts([...chosen.values()], newRecordId)))
      toast({ text: t("add.done", { count: chosen.size }), undo: true });
    open(undefined);
  };
  return (
    <>
      <section className="bc-section">
        <h3>{t("add.from-crm")}</h3>
        <ContactChooser
          candidates={candidates}
          label={t("add.from-crm")}
          chosen={new Set(chosen.keys())}
          onToggle={toggle}
        />
        {complete ? null : <p className="ss-meta">{t("add.reading")}</p>}
        <Button tone="primary" disabled={chosen.size === 0} onClick={add}>
          {t("add.take", { count: chosen.size })}
        </Button>
      </section>
      <section className="bc-section">
        <h3>{t("add.unknown")}</h3>
        <TextInput
          label={t("add.unknown-label")}
          hint={t("add.unknown-hint")}
          value=""
          maxLength={120}
          onCommit={(name) => {
            if (edit(addUnknown(name, newRecordId))) toast({ text: t("add.done", { count: 1 }), undo: true });
          }}
        />
      </section>
    </>
  );
}
