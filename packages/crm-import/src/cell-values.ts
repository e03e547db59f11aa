import type { Money } from "@sweetspot/contract";
import { parseBoolean } from "./boolean-values.ts";
import { parseDate, parseInstant } from "./date-values.ts";
import { ATTRIBUTE_LIMIT, type ColumnMapping, type FileMapping, targetOf } from "./file-mapping.model.ts";
import type { ProblemCode } from "./import-problem.model.ts";
import type { ImportKind } from "./import-sink.port.ts";
import { currencyOf, parseNumber } from "./number-values.ts";
import { attributeLabels } from "./recognise.ts";

/** What the cells of one row say, by target; absent where the cell is empty or no column is mapped. */
export interface CellValues {
  readonly texts: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly money: Readonly<Record<string, Money>>;
  readonly booleans: Readonly<Record<string, boolean>>;
  readonly attributes: Readonly<Record<string, string | null>>;
}

/** A cell that cannot be read. */
export interface CellProblem {
  readonly code: ProblemCode;
  readonly column: string;
  readonly value: string;
  readonly detail?: string;
  readonly effect: "row" | "value";
}

export interface CellReader {
  /** `problems` gets what is wrong; the values of such cells are absent. */
  read(cells: readonly string[], problems: CellProblem[]): CellValues;
}

interface Draft {
  readonly texts: Record<string, string>;
  readonly numbers: Record<string, number>;
  readonly amounts: {
    readonly name: string;
    readonly value: number;
    readonly currency: string | undefined;
  }[];
  readonly booleans: Record<string, boolean>;
  readonly attributes: Record<string, string | null>;
}

/** Puts one cell into the draft, or says what is wrong with it. */
type CellRule = (cell: string, draft: Draft) => Omit<CellProblem, "column" | "value"> | undefined;

const NOTHING = new Set(["-", "–", "—", "#n/a", "n/a", "null"]);

/** Reads rows of one file by its mapping; `currency` is that of amounts which name none. */
export function createCellReader(kind: ImportKind, mapping: FileMapping, currency: string): CellReader {
  const labels = attributeLabels(mapping.columns);
  const rules = mapping.columns.flatMap((column, at) => {
    const label = labels[at];
    const attribute = label === undefined ? [] : [{ at, column, rule: attributeRule(label, column) }];
    const rule = column.target === "attribute" ? undefined : ruleOf(kind, column);
    return rule === undefined ? attribute : [...attribute, { at, column, rule }];
  });
  return {
    read(cells, problems) {
      const draft: Draft = { texts: {}, numbers: {}, amounts: [], booleans: {}, attributes: {} };
      for (const { at, column, rule } of rules) {
        const cell = (cells[at] ?? "").trim();
        const problem = rule(cell, draft);
        if (problem) problems.push({ ...problem, column: column.header, value: cell });
      }
      const money: Record<string, Money> = {};
      for (const amount of draft.amounts) {
        const code = draft.texts["currency"] ?? amount.currency ?? mapping.currency ?? currency;
        money[amount.name] = { amount: amount.value, currency: code };
      }
      return { ...draft, money };
    },
  };
}

function attributeRule(label: string, { dates }: ColumnMapping): CellRule {
  return (cell, { attributes }) => {
    if (cell.length > ATTRIBUTE_LIMIT) {
      return { code: "attribute-too-long", effect: "value", detail: String(cell.length) };
    }
    attributes[label] = cell === "" ? null : ((dates && parseDate(cell, dates)) ?? cell);
    return undefined;
  };
}

function ruleOf(kind: ImportKind, column: ColumnMapping): CellRule | undefined {
  const target = targetOf(kind, column.target);
  if (target === undefined) return undefined;
  const { name, limit = 255 } = target;
  const { dates = "ymd", decimal = "." } = column;
  switch (target.is) {
    case "number":
      return (cell, { numbers }) => {
        if (cell === "" || NOTHING.has(cell.toLowerCase())) return undefined;
        const number = parseNumber(cell, decimal);
        if (number === undefined)
          return { code: "broken-number", effect: "row", detail: `decimal “${decimal}”` };
        numbers[name] = number.value;
        return undefined;
      };
    case "money":
      return (cell, { amounts }) => {
        if (cell === "" || NOTHING.has(cell.toLowerCase())) return undefined;
        const number = parseNumber(cell, decimal);
        if (number === undefined)
          return { code: "broken-number", effect: "row", detail: `decimal “${decimal}”` };
        amounts.push({ name, ...number });
        return undefined;
      };
    case "date":
    case "instant": {
      const parse = target.is === "date" ? parseDate : parseInstant;
      return (cell, { texts }) => {
        if (cell === "" || NOTHING.has(cell.toLowerCase())) return undefined;
        const date = parse(cell, dates);
        if (date === undefined) return { code: "broken-date", effect: "row", detail: dates };
        texts[name] = date;
        return undefined;
      };
    }
    case "boolean":
      return (cell, { booleans }) => {
        if (cell === "" || NOTHING.has(cell.toLowerCase())) return undefined;
        const value = parseBoolean(cell);
        if (value === undefined) return { code: "broken-boolean", effect: "row" };
        booleans[name] = value;
        return undefined;
      };
    case "currency":
      return (cell, { texts }) => {
        if (cell === "" || NOTHING.has(cell.toLowerCase())) return undefined;
        const code = currencyOf(cell);
        if (code === undefined) return { code: "broken-currency", effect: "row" };
        texts[name] = code;
        return undefined;
      };
    default:
      return (whole, { texts }) => {
        const cell = column.list ? (whole.split(";")[0] ?? "").trim() : whole;
        if (cell === "") return undefined;
        if (cell.length > limit) return { code: "too-long", effect: "row", detail: String(cell.length) };
        texts[name] = cell;
        return undefined;
      };
  }
}
