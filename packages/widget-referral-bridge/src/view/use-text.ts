import { type MessageValues, useT } from "@sweetspot/widget-kit";
import type en from "../../locales/en.json";

/** Keys of this widget's texts. */
export type TextKey = keyof typeof en;
export type Text = (key: TextKey, values?: MessageValues) => string;

/** This widget's texts in the host's language. */
export const useText = (): Text => useT<TextKey>();
