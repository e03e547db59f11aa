import { buyingCentreMember } from "@sweetspot/plan-model";
import { useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import type { Person } from "../model/people.model.ts";
import { type Aspect, ASPECTS, type Spread } from "../model/spread.model.ts";
import { type TextKey, useText } from "./use-text.ts";

/** A person in words: for the list, for the ear, for tables. */
export interface PersonText {
  readonly role: (person: Person) => string;
  readonly type: (person: Person) => string;
  /** "+2", or "−1 / +2" where our people differ. */
  readonly spread: (aspect: Aspect, spread: Spread | undefined) => string;
  readonly value: (aspect: Aspect, value: number) => string;
  readonly aspect: (aspect: Aspect) => string;
  readonly standing: (person: Person) => string | undefined;
  readonly notice: (person: Person) => string | undefined;
  /** One sentence for screen readers. */
  readonly summary: (person: Person, lead: string) => string;
}

const ASPECT_KEYS: Readonly<Record<Aspect, TextKey>> = {
  relationship: "rating.relationship",
  influence: "rating.influence",
  power: "rating.power",
  interest: "rating.interest",
};

export function usePersonText(): PersonText {
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  return useMemo((): PersonText => {
    const choice = (field: "role" | "type", value: string | undefined): string =>
      value === undefined ? "" : labels.choice(buyingCentreMember, field, value);
    const value = (aspect: Aspect, number: number): string =>
      aspect === "relationship"
        ? format.number(number, { signDisplay: "exceptZero" })
        : format.number(number);
    const aspectName = (aspect: Aspect): string => t(ASPECT_KEYS[aspect]);
    const spread = (aspect: Aspect, found: Spread | undefined): string =>
      found === undefined ? "" : found.values.map((one) => value(aspect, one)).join(" / ");
    const standing = ({ standing: is, fields }: Person): string | undefined => {
      if (is === "unknown") return t("person.unknown");
      return is === "left" ? t("person.left-on", { date: format.date(fields.leftOn ?? "") }) : undefined;
    };
    const notice = (person: Person): string | undefined =>
      person.notice === undefined ? undefined : t(`notice.${person.notice}`);
    return {
      role: ({ fields }) => choice("role", fields.role),
      type: ({ fields }) => choice("type", fields.type),
      spread,
      value,
      aspect: aspectName,
      standing,
      notice,
      summary: (person, lead) =>
        [
          person.fields.name,
          person.fields.position === person.fields.name ? undefined : person.fields.position,
          standing(person),
          choice("role", person.fields.role),
          choice("type", person.fields.type),
          ...ASPECTS.flatMap((aspect) => {
            const found = person.spreads[aspect];
            return found ? [`${aspectName(aspect)} ${spread(aspect, found)}`] : [];
          }),
          person.diverging.length > 0 ? t("rating.differ") : undefined,
          person.leadMissing ? t("lead.missing") : lead && t("lead.is", { name: lead }),
          notice(person),
        ]
          .filter(Boolean)
          .join(", "),
    };
  }, [t, labels, format]);
}
