import type { Entity, PlanLabels } from "@sweetspot/plan-model";
import type { Format, MessageValues } from "@sweetspot/widget-kit";
import type { TextLanguage } from "@sweetspot/strategy-overlap";
import type en from "../../locales/en.json";

/** Keys of this widget's texts. */
export type TextKey = keyof typeof en;
export type Text = (key: TextKey, values?: MessageValues) => string;

/** The language a document is written in. */
export interface Words {
  readonly t: Text;
  readonly format: Format;
  readonly labels: PlanLabels;
  readonly language: TextLanguage;
}

/** A choice of the plan model as people read it; nothing for a field nobody has set. */
export const choiceText = (
  { labels }: Words,
  entity: Entity,
  field: string,
  value: string | undefined,
): string => (value === undefined ? "" : labels.choice(entity, field, value));

/** Parts that are there, with a separator of their own. */
export const joined = (parts: readonly (string | undefined)[], separator = " · "): string =>
  parts.filter((part) => part !== undefined && part !== "").join(separator);
