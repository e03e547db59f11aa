import { useSurface, useWidgetEnvironment } from "../widget/widget-context.ts";
import { canSave } from "./leaving.ts";
import { saveFile, toFileName } from "./save-file.ts";

/** Hands a file to the user. */
export type SaveFile = (file: {
  readonly title: string;
  /** Without its dot. */
  readonly extension: string;
  readonly content: Blob;
}) => void;

/** Undefined where neither host nor frame may download: then do not offer it. */
export function useSaveFile(): SaveFile | undefined {
  const surface = useSurface();
  const { root } = useWidgetEnvironment();
  if (!canSave(surface)) return undefined;
  return ({ title, extension, content }) =>
    saveFile({ name: `${toFileName(title)}.${extension}`, content }, surface, root.overlay);
}
