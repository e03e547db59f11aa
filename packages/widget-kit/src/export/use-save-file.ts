import { useSurface } from "../widget/widget-context.ts";
import { canSave } from "./leaving.ts";
import { toFileName } from "./save-file.ts";
import { useHandOverFile } from "./use-hand-over-file.ts";

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
  const handOver = useHandOverFile();
  if (!canSave(surface)) return undefined;
  return ({ title, extension, content }) => handOver({ name: `${toFileName(title)}.${extension}`, content });
}
