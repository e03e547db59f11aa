import { newRecordId, type TableData } from "@sweetspot/widget-kit";
import { createTranslator, useCrm, useFormat } from "@sweetspot/widget-kit";
import { createGridModel, type GridModel } from "@sweetspot/white-space-plan";
import { useMemo } from "react";
import { toCsvRows } from "../csv/csv-out.model.ts";
import { type CsvPreview, readCsv } from "../csv/csv-in.model.ts";
import { CSV_COLUMNS, createCsvReader, createCsvWords } from "../csv/csv-words.ts";
import { catalogs } from "../locales.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

export interface Csv {
  /** Every cell of every perspective, one line each: what `read` takes back without loss. */
  readonly table: () => TableData;
  readonly read: (text: string) => CsvPreview;
}

export function useCsv(workspace: Workspace): Csv {
  const { plan, facts, model, eyes, author } = workspace;
  const { teamMembers } = useCrm();
  const { currency } = useFormat();
  const t = useText();
  const words = useMemo(() => createCsvWords(t as (key: string) => string), [t]);
  const reader = useMemo(
    () =>
      createCsvReader(
        ["en", "de", "id"].map((language) => createCsvWords(createTranslator(catalogs, language).t)),
      ),
    [],
  );
  const models = (): readonly GridModel[] =>
    plan.perspectives.length === 0
      ? [model]
      : plan.perspectives.map((perspective) =>
          perspective.id === model.perspective?.id
            ? model
            : createGridModel({ plan, facts, perspective: perspective.id, today: eyes.today }),
        );
  return {
    table: () => {
      const rows = toCsvRows(models(), words, teamMembers);
      return {
        title: t("widget.title"),
        columns: CSV_COLUMNS.map((id, index) => ({ id, label: rows[0]?.[index] ?? id })),
        rows: rows.slice(1).map((cells, index) => ({ id: String(index), cells })),
      };
    },
    read: (text) =>
      readCsv(text, {
        models: models(),
        reader,
        people: teamMembers,
        currency: facts.currency ?? currency,
        perspectiveName: t("start.perspective-default"),
        author: author(),
        newId: newRecordId,
      }),
  };
}
