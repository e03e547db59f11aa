import type { ProblemCode } from "./import-problem.model.ts";

interface ProblemText {
  readonly message: string;
  readonly remedy: string;
}

/** English message and remedy of each problem; `{value}` and `{detail}` are filled in. */
const TEXTS: Readonly<Record<ProblemCode, ProblemText>> = {
  "missing-id": { message: "The row has no id.", remedy: "Export the record again with its id, or add it." },
  "missing-name": {
    message: "The row has no name.",
    remedy: "Give the record a name in the CRM or in this row.",
  },
  "missing-reference": {
    message: "The row does not say which opportunity it belongs to.",
    remedy: "Fill in the opportunity's id or name.",
  },
  "duplicate-id": {
    message: "The id “{value}” stands in {detail} already.",
    remedy: "Keep one of the rows; the first one was taken.",
  },
  "duplicate-name": {
    message: "The name “{value}” stands in {detail} already, and names are the key of this file.",
    remedy: "Export the records with their ids, or make the names differ; the first row was taken.",
  },
  "broken-number": {
    message: "“{value}” is not a number.",
    remedy: "Correct the number, or the decimal sign of this column in the mapping ({detail}).",
  },
  "broken-date": {
    message: "“{value}” is not a date.",
    remedy: "Correct the date, or the order of day and month of this column in the mapping ({detail}).",
  },
  "broken-boolean": { message: "“{value}” is neither yes nor no.", remedy: "Write true or false." },
  "broken-currency": {
    message: "“{value}” is not a currency code.",
    remedy: "Write three letters, for example EUR or USD.",
  },
  "too-long": {
    message: "The text has {detail} characters, more than this field takes.",
    remedy: "Shorten it, or map the column to nothing.",
  },
  "attribute-too-long": {
    message: "The text has {detail} characters and was left out; the rest of the row was taken.",
    remedy: "Shorten it if it is needed.",
  },
  "wrong-column-count": {
    message: "The row has {detail} than the header.",
    remedy: "Put cells that hold the delimiter or a line break in quotes.",
  },
  "unknown-account": {
    message: "No account “{value}” is known.",
    remedy: "Import the accounts too, or say which account is meant.",
  },
  "unknown-opportunity": {
    message: "No opportunity “{value}” is known.",
    remedy: "Import the opportunities too; this line item was left out.",
  },
  "unknown-product": {
    message: "No product “{value}” is known; its name was kept.",
    remedy: "Import the products too, or say which product is meant.",
  },
  "unknown-owner": {
    message: "No team member “{value}” is known.",
    remedy: "Import the users too, or say who is meant.",
  },
  "unknown-parent": {
    message: "No parent account “{value}” is known; the account was taken without a parent.",
    remedy: "Import the parent account too, or say which account is meant.",
  },
  "ambiguous-name": {
    message: "Several records are named “{value}”, so none was linked.",
    remedy: "Export with ids, or say which one is meant.",
  },
  "cyclic-parent": {
    message:
      "Through its parent “{value}” the account would be its own ancestor; it was taken without a parent.",
    remedy: "Correct the parent of one account of the circle.",
  },
};

/** The texts for one problem. Cells are quoted as data; they are cut at 200 characters. */
export function toProblemText(code: ProblemCode, value = "", detail = ""): ProblemText {
  const fill = (text: string): string =>
    text.replace(/\{(?:value|detail)\}/gu, (slot) => (slot === "{value}" ? cut(value) : detail));
  return { message: fill(TEXTS[code].message), remedy: fill(TEXTS[code].remedy) };
}

export const cut = (value: string): string => (value.length > 200 ? `${value.slice(0, 199)}…` : value);
