import type { IsoDate, PlanEdit, RecordId } from "@sweetspot/contract";
import { foldText } from "@sweetspot/contract";
import {
  choosePartner,
  type NewId,
  overPartner,
  startIntroduction,
} from "../introductions/introduction-edits.model.ts";
import { hasWay, type Introduction } from "../introductions/introduction.model.ts";
import type { PartnerRecord } from "./partners.model.ts";

/** Whom the partner shall introduce us to: a contact of the CRM, or somebody known by name alone. */
interface Wanted {
  readonly name: string;
  readonly contact?: RecordId;
}

interface Around {
  readonly all: readonly Introduction[];
  readonly user: RecordId;
  readonly today: IsoDate;
  readonly newId: NewId;
}

/** Puts an introduction through a partner on the list; whoever waits there for a way gets this one. */
export function beginThrough(
  partner: PartnerRecord,
  { name, contact }: Wanted,
  { all, user, today, newId }: Around,
): { readonly id: RecordId; readonly edit: PlanEdit | undefined } {
  const waiting = all.find(
    ({ state, fields }) =>
      state === "candidate" &&
      !hasWay(fields) &&
      (contact === undefined
        ? foldText(fields.targetName) === foldText(name)
        : fields.targetContact === contact),
  );
  if (waiting) return { id: waiting.id, edit: choosePartner(waiting, partner) };
  return startIntroduction(
    {
      target: contact ?? name,
      targetName: name,
      ...(contact === undefined ? {} : { targetContact: contact }),
      starter: partner.fields.owner ?? user,
      ...overPartner(partner),
    },
    today,
    newId,
  );
}
