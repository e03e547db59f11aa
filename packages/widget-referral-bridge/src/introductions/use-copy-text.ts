import { useSurface, useToast } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { useText } from "../view/use-text.ts";

/** Puts plain text on the clipboard and says so, or says that this page does not let it. */
export function useCopyText(): (text: string) => void {
  const surface = useSurface();
  const toast = useToast();
  const t = useText();
  return useCallback(
    (text) => {
      const write = async (): Promise<void> =>
        surface.copyText ? surface.copyText(text) : navigator.clipboard.writeText(text);
      // A page without https has no clipboard at all: that throws before there is a promise.
      write().then(
        () => toast({ text: t("request.copied") }),
        () => toast({ tone: "bad", text: t("request.copy-refused") }),
      );
    },
    [surface, toast, t],
  );
}
