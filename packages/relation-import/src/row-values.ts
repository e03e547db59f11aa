import type { Field } from "./fields.ts";
import type { FileRow } from "./file-rows.ts";
import { isPartialDate } from "./partial-dates.ts";
import type { RelationProblemCode } from "./relation-report.model.ts";

/** What is wrong with a row; the file's and the row's place are added where it is told. */
export interface RowFault {
  readonly code: RelationProblemCode;
  readonly effect: "row" | "value" | "none";
  readonly field?: Field;
  readonly value?: string;
}

/** Takes values out of one row and remembers what is wrong with them. */
export interface RowValues {
  readonly faults: readonly RowFault[];
  /** True where the row cannot be taken. */
  readonly bad: boolean;
  add(fault: RowFault): void;
  /** The text, trimmed; undefined where there is none. One that is too long, or no text, is a fault. */
  text(field: Field, longest: number, effect: "row" | "value"): string | undefined;
  date(field: Field, effect: "row" | "value"): string | undefined;
  /** A number that is not negative; a decimal comma and a per cent sign are understood. */
  number(field: Field, effect: "row" | "value"): number | undefined;
}

const NUMBER = /^\d{1,12}(?:[.,]\d+)?$/u;

export function createRowValues({ values }: FileRow): RowValues {
  const faults: RowFault[] = [];
  const told = (field: Field): string => {
    const value = values[field];
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  const self: RowValues = {
    faults,
    get bad() {
      return faults.some(({ effect }) => effect === "row");
    },
    add: (fault) => void faults.push(fault),
    text(field, longest, effect) {
      const value = values[field];
      if (value === undefined) return undefined;
      if (typeof value !== "string" && typeof value !== "number") {
        faults.push({ code: "broken-value", effect, field, value: told(field) });
        return undefined;
      }
      const text = String(value).trim();
      if (text === "") return undefined;
      if (text.length > longest) {
        faults.push({ code: "too-long", effect, field, value: text });
        return undefined;
      }
      return text;
    },
    date(field, effect) {
      const text = self.text(field, 40, effect);
      if (text === undefined || isPartialDate(text)) return text;
      faults.push({ code: "impossible-date", effect, field, value: text });
      return undefined;
    },
    number(field, effect) {
      const text = self.text(field, 40, effect);
      if (text === undefined) return undefined;
      const bare = text.replace(/\s*%$/u, "");
      if (NUMBER.test(bare)) return Number(bare.replace(",", "."));
      const negative = bare.startsWith("-") && NUMBER.test(bare.slice(1));
      const code = field === "share" && negative ? "share-out-of-range" : "broken-number";
      faults.push({ code, effect, field, value: text });
      return undefined;
    },
  };
  return self;
}
