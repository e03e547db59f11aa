/** What a person may read before a widget is there. Each is a Custom Label `Sweetspot_<key>` in the org. */
export interface LabelText {
  readonly en: string;
  readonly de: string;
  readonly id: string;
}

/** Texts that the components show themselves, by the part of the label's name after `Sweetspot_`. */
export const LABELS = {
  Loading: {
    en: "Loading the widget …",
    de: "Das Widget wird geladen …",
    id: "Memuat widget …",
  },
  Try_again: {
    en: "Try again",
    de: "Erneut versuchen",
    id: "Coba lagi",
  },
} as const satisfies Readonly<Record<string, LabelText>>;

export type LabelName = keyof typeof LABELS;

/** Name of the Custom Label, as `@salesforce/label/c.<name>` imports it. */
export const toLabelName = (name: LabelName): string => `Sweetspot_${name}`;
