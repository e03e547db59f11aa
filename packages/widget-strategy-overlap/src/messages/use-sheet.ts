import { printTable, useSurface } from "@sweetspot/widget-kit";
import { useEffect, useState } from "react";

export interface SheetPrinter {
  /** While true the sheet stands in the page, for paper only; everything else stays off it. */
  readonly printing: boolean;
  readonly print: () => void;
}

/** Prints one sheet of its own instead of the widget. */
export function useSheet(): SheetPrinter {
  const surface = useSurface();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return undefined;
    const done = (): void => setPrinting(false);
    window.addEventListener("afterprint", done);
    printTable(surface);
    return () => window.removeEventListener("afterprint", done);
  }, [printing, surface]);
  return { printing, print: () => setPrinting(true) };
}
