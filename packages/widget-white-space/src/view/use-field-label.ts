import { useCallback } from "react";
import { useText } from "./use-text.ts";

/** Fields every CRM has under our own names; other fields keep the CRM's label. */
const OURS = ["Industry", "Country", "City"] as const;

/** The words for a CRM field that areas are matched by. */
export function useFieldLabel(): (field: string) => string {
  const t = useText();
  return useCallback(
    (field) => {
      const known = OURS.find((name) => name === field);
      return known === undefined ? field : t(`crm-field.${known}`);
    },
    [t],
  );
}
