import { Dialog, PersonPicker, toMemberFields } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { usePlanVisit } from "./use-plan-visit.ts";
import { useText } from "./use-text.ts";
import type { Visits } from "./use-visits.ts";

/** Whom to visit is all a new sheet needs. */
export function NewDialog({ page }: { readonly page: Visits }): ReactNode {
  const { opened, open } = page;
  const t = useText();
  const plan = usePlanVisit(page);
  return (
    <Dialog open={opened === "new"} onOpenChange={() => open(undefined)} title={t("new.title")} size="small">
      <PersonPicker
        label={t("new.who")}
        hint={t("new.hint")}
        value={undefined}
        onChange={(person) => {
          if (!person) return;
          open(undefined);
          plan(person.kind === "member" ? { member: person.member } : { fields: toMemberFields(person) });
        }}
      />
    </Dialog>
  );
}
