import { TEXT_LANGUAGES } from "@sweetspot/strategy-overlap";
import { useFormat, useHost, usePlanLabels, useT } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import type { Text, TextKey, Words } from "../document/words.ts";

/** This widget's texts in the host's language. */
export const useText = (): Text => useT<TextKey>();

/** What a document is written with. */
export function useWords(): Words {
  const t = useText();
  const format = useFormat();
  const labels = usePlanLabels();
  const { locale } = useHost();
  const language = TEXT_LANGUAGES.find((one) => locale.toLowerCase().startsWith(one)) ?? "en";
  return useMemo(() => ({ t, format, labels, language }), [t, format, labels, language]);
}
