import { classNames, Icon } from "@sweetspot/widget-kit/page";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { usePage } from "../page/page-context.ts";
import { readDroppedFiles } from "./dropped-files.ts";

export interface DropZoneProps {
  /** Names of files on their way. */
  readonly uploading: readonly string[];
  /** What may be dropped, in words; by default exports of a CRM. */
  readonly words?: { readonly title: string; readonly text: string };
  /** Further endings of files, as `.jsonl`. */
  readonly accept?: string;
  /** Once there are files, the place for more stands back. */
  readonly isSmall: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files dropped anywhere on it, or chosen by its button. */
export function DropZone(props: DropZoneProps): ReactNode {
  const { t } = usePage();
  const { uploading, isSmall, onFiles, accept = "" } = props;
  const { title, text } = props.words ?? { title: t("import.drop"), text: t("import.drop.text") };
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const files = await readDroppedFiles(event.dataTransfer);
    if (files.length > 0) onFiles(files);
  };
  return (
    // The keyboard has the button; dropping is the mouse's way to the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classNames("wb-card wb-drop", isSmall && "wb-drop-small", isOver && "wb-drop-over")}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <span className="ss-screen-mark">
        <Icon name="upload" />
      </span>
      <div className="wb-drop-words">
        <h2>{isSmall ? t("import.drop-more") : title}</h2>
        {isSmall ? null : <p className="ss-screen-text">{text}</p>}
      </div>
      <button
        type="button"
        className={classNames("ss-button", !isSmall && "ss-button-primary")}
        onClick={() => input.current?.click()}
      >
        {t("import.choose")}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("import.choose")}
        accept={`.csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,text/plain,application/gzip${accept}`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after a correction.
          event.target.value = "";
        }}
      />
      <output className="wb-drop-status">
        {uploading.length > 0
          ? t("import.reading", { name: uploading[0] ?? "", count: uploading.length })
          : null}
      </output>
    </section>
  );
}
