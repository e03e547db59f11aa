import { useToast } from "../parts/toast.view.tsx";
import { useSurface, useT, useWidgetEnvironment } from "../widget/widget-context.ts";
import { saveFile } from "./save-file.ts";

interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

/**
 * Hands a file to the user. Where the page around a frame may swallow it without a word, says so, and offers a tab
 * instead.
 */
export function useHandOverFile(): (file: NamedFile) => void {
  const surface = useSurface();
  const { root } = useWidgetEnvironment();
  const toast = useToast();
  const t = useT();
  return (file) => {
    saveFile(file, surface, root.overlay);
    const { openFile } = surface;
    if (!openFile) return;
    const open = (): void => {
      if (!openFile.call(surface, file)) toast({ tone: "bad", text: t("kit.export.no-tab") });
    };
    toast({
      tone: "warn",
      text: t("kit.export.maybe-lost"),
      action: { label: t("kit.export.in-tab"), run: open },
    });
  };
}
