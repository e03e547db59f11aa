import { Button, Dialog, usePlanSession, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useId, useState } from "react";
import { decodeFile } from "../../csv/csv-fields.ts";
import type { CsvPreview } from "../../csv/csv-in.model.ts";
import type { CsvIssue } from "../../csv/csv-row.model.ts";
import type { Csv } from "../use-csv.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** Issues listed; a file of another shape has one in every line. */
const MOST_ISSUES = 50;
/** Bytes; a grid of 200 areas by 60 offerings with long notes stays far below. */
const LARGEST_FILE = 20_000_000;

interface CsvDialogProps {
  readonly workspace: Workspace;
  readonly csv: Csv;
}

/** A file read back: first what it would change and what is wrong with it, then one click. */
export function CsvDialog({ workspace, csv }: CsvDialogProps): ReactNode {
  const { state, dispatch } = workspace;
  const session = usePlanSession();
  const toast = useToast();
  const t = useText();
  const [preview, setPreview] = useState<CsvPreview | undefined>(undefined);
  const [refused, setRefused] = useState(false);
  const close = (): void => {
    setPreview(undefined);
    setRefused(false);
    dispatch({ kind: "dialog-closed" });
  };
  const open = (file: File | undefined): void => {
    setPreview(undefined);
    setRefused(false);
    if (!file) return;
    if (file.size > LARGEST_FILE) {
      setRefused(true);
      return;
    }
    file.arrayBuffer().then(
      (bytes) => setPreview(csv.read(decodeFile(new Uint8Array(bytes)))),
      () => setRefused(true),
    );
  };
  const apply = (): void => {
    if (!preview?.edit) return;
    session.edit(preview.edit);
    toast({ text: t("csv.done", { count: preview.changed }), undo: true });
    close();
  };
  const nothing = preview !== undefined && preview.edit === undefined;
  return (
    <Dialog
      open={state.dialog === "csv"}
      onOpenChange={close}
      title={t("menu.import")}
      size="large"
      footer={
        <>
          <Button onClick={close}>{t("panel.cancel")}</Button>
          <Button tone="primary" disabled={!preview || nothing} onClick={apply}>
            {preview && !nothing ? t("csv.apply", { count: preview.changed }) : t("csv.apply-none")}
          </Button>
        </>
      }
    >
      <div className="ws-form">
        <p>{t("csv.text")}</p>
        <FileChooser onChoose={open} />
        {refused ? <p role="alert">{t("csv.unreadable")}</p> : null}
        {preview ? <Preview preview={preview} /> : null}
      </div>
    </Dialog>
  );
}

function FileChooser({ onChoose }: { readonly onChoose: (file: File | undefined) => void }): ReactNode {
  const t = useText();
  const id = useId();
  return (
    <p className="ws-file">
      <label htmlFor={id} className="ss-label">
        {t("csv.file")}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(event) => onChoose(event.target.files?.[0])}
      />
    </p>
  );
}

function Preview({ preview }: { readonly preview: CsvPreview }): ReactNode {
  const t = useText();
  const { newPerspectives, newAreas, newOfferings, issues } = preview;
  const lines = [
    t("csv.rows", { count: preview.rows }),
    newPerspectives.length > 0 ? t("csv.new-perspectives", { names: newPerspectives.join(", ") }) : "",
    newAreas.length > 0 ? t("csv.new-areas", { count: newAreas.length, names: some(newAreas) }) : "",
    newOfferings.length > 0
      ? t("csv.new-offerings", { count: newOfferings.length, names: some(newOfferings) })
      : "",
    t("csv.cells", { count: preview.changed }),
    preview.levelsSet > 0 ? t("csv.levels-set", { count: preview.levelsSet }) : "",
    preview.levelsHandedBack > 0 ? t("csv.levels-back", { count: preview.levelsHandedBack }) : "",
    preview.otherCrmLevel > 0 ? t("csv.other-crm", { count: preview.otherCrmLevel }) : "",
  ].filter(Boolean);
  return (
    <div aria-live="polite">
      <ul className="ws-csv-summary">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {issues.length > 0 ? (
        <>
          <h3>{t("csv.issues", { count: issues.length })}</h3>
          <ol className="ws-csv-issues">
            {issues.slice(0, MOST_ISSUES).map((issue, index) => (
              <li key={`${String(issue.line)}-${String(index)}`}>
                <Issue issue={issue} />
              </li>
            ))}
          </ol>
          {issues.length > MOST_ISSUES ? (
            <p>{t("csv.more-issues", { count: issues.length - MOST_ISSUES })}</p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Issue({ issue }: { readonly issue: CsvIssue }): ReactNode {
  const t = useText();
  const column = issue.column === undefined ? "" : t(`csv.column.${issue.column}`);
  return (
    <>
      <strong>{t("csv.line", { line: issue.line })}</strong>
      {column ? ` · ${column}` : ""}: {t(`csv.issue.${issue.problem}`, { value: issue.value })}
    </>
  );
}

const some = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(", ") : `${names.slice(0, 5).join(", ")} …`;
