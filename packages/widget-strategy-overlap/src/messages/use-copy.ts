import { useSurface, useToast } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { useText } from "../workspace/use-text.ts";

/** Puts plain text on the clipboard and says so, or says that this page does not let it. */
export function useCopy(): (text: string, done: string) => void {
  const surface = useSurface();
  const toast = useToast();
  const t = useText();
  return useCallback(
    (text, done) => {
      const write = async (): Promise<void> =>
        surface.copyText ? surface.copyText(text) : navigator.clipboard.writeText(text);
      // A page without https has no clipboard at all: that throws before there is a promise.
      write().then(
        () => toast({ text: done }),
        () => toast({ tone: "bad", text: t("messages.copy-refused") }),
      );
    },
    [surface, toast, t],
  );
}
