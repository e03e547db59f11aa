import { useFormat, useToday } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import type { Cast } from "../model/chosen-way.ts";
import type { Spoken } from "../model/sentence.model.ts";
import { useText } from "./use-text.ts";

/** How relations are said in the host's language, about the people of a cast. */
export function useSpeech(cast: Cast): Spoken {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  return useMemo(() => ({ t, format, today, cast }), [t, format, today, cast]);
}
