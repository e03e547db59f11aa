import type { PlanFields, PlanIssue, PlanValue, RecordId } from "@sweetspot/contract";
import { findEntity } from "./entities/index.ts";
import type { Entity } from "./entity.ts";
import type { FieldKind } from "./field-kinds.ts";
import { unstorable } from "./storable.ts";

/** Does a whole record (not a patch) keep to its declaration? Fields the declaration does not know are let through. */
export function validateRecord(
  record: { readonly id: RecordId; readonly type: string; readonly fields: PlanFields },
  scope: "plan" | "library",
): PlanIssue[] {
  const issue = (problem: string, message: string, field?: string): PlanIssue => ({
    record: record.id,
    problem,
    message,
    ...(field === undefined ? {} : { field }),
  });
  if (record.id.length === 0 || record.id.length > 400 || unstorable(record.id))
    return [issue("bad-id", "A record's id has 1 to 400 characters.")];
  const entity = findEntity(record.type);
  if (!entity) return [issue("unknown-type", `There is no entity "${record.type}" in the plan model.`)];
  if (!entity.scopes.includes(scope))
    return [issue("wrong-scope", `A ${entity.name} does not belong into the ${scope}.`)];
  return [...storageIssues(record.fields), ...fieldIssues(entity, record.fields)].map(
    ({ field, problem, message }) => issue(problem, message, field),
  );
}

interface FieldIssue {
  readonly field: string;
  readonly problem: string;
  readonly message: string;
}

/** About all fields, the ones the declaration does not know included. */
function storageIssues(fields: PlanFields): FieldIssue[] {
  return Object.entries(fields).flatMap(([field, value]): FieldIssue[] => {
    if (field === "__proto__" || unstorable(field))
      return [{ field, problem: "bad-field-name", message: "No field can have this name." }];
    const reason = unstorable(value);
    return reason ? [{ field, problem: "unstorable", message: `${field} cannot be stored: ${reason}.` }] : [];
  });
}

function fieldIssues(entity: Entity, fields: PlanFields): FieldIssue[] {
  return Object.entries(entity.fields).flatMap(([field, declaration]): FieldIssue[] => {
    const value = fields[field];
    if (value === undefined || value === null)
      return declaration.required
        ? [{ field, problem: "required", message: `${entity.name}.${field} is required.` }]
        : [];
    const problem = valueProblem(declaration, value);
    return problem ? [{ field, ...problem, message: `${entity.name}.${field}: ${problem.message}` }] : [];
  });
}

interface Problem {
  readonly problem: string;
  readonly message: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

function valueProblem(declaration: FieldKind, value: PlanValue): Problem | undefined {
  switch (declaration.kind) {
    case "text":
      return textProblem(value, declaration.max, declaration.required === true);
    case "choice":
      return typeof value === "string" && declaration.choices.includes(value)
        ? undefined
        : {
            problem: "not-a-choice",
            message: `"${String(value)}" is none of ${declaration.choices.join(", ")}.`,
          };
    case "number":
      return numberProblem(value, declaration.min, declaration.max);
    case "flag":
      return typeof value === "boolean"
        ? undefined
        : { problem: "not-a-flag", message: "true or false is wanted." };
    case "money":
      return isMoney(value)
        ? undefined
        : { problem: "not-money", message: "an amount and a currency of three letters are wanted." };
    case "date":
      return typeof value === "string" && DATE.test(value) && isRealDate(value)
        ? undefined
        : { problem: "not-a-date", message: `"${String(value)}" is no date YYYY-MM-DD.` };
    case "instant":
      return typeof value === "string" && INSTANT.test(value) && isRealDate(value.slice(0, 10))
        ? undefined
        : { problem: "not-an-instant", message: `"${String(value)}" is no instant in UTC.` };
    case "reference":
    case "crm-reference":
      return textProblem(value, 400, true);
    case "list":
      return listProblem(declaration.of, declaration.max, value);
  }
}

function textProblem(value: PlanValue, max: number, required: boolean): Problem | undefined {
  if (typeof value !== "string") return { problem: "not-text", message: "text is wanted." };
  if (required && value.trim() === "") return { problem: "required", message: "the text is empty." };
  if (value.length > max)
    return {
      problem: "too-long",
      message: `the text has ${value.length} characters; ${max} fit. Shorten it.`,
    };
  return undefined;
}

function numberProblem(value: PlanValue, min: number, max: number): Problem | undefined {
  if (typeof value !== "number" || !Number.isFinite(value))
    return { problem: "not-a-number", message: "a number is wanted." };
  if (value < min || value > max)
    return { problem: "out-of-range", message: `${value} is not between ${min} and ${max}.` };
  return undefined;
}

function listProblem(item: FieldKind, max: number, value: PlanValue): Problem | undefined {
  if (!Array.isArray(value)) return { problem: "not-a-list", message: "a list is wanted." };
  if (value.length > max)
    return { problem: "too-long", message: `the list has ${value.length} entries; ${max} fit.` };
  for (const entry of value as readonly PlanValue[]) {
    const problem = valueProblem(item, entry);
    if (problem) return problem;
  }
  return undefined;
}

function isMoney(value: PlanValue): boolean {
  if (typeof value !== "object" || value === null || !("amount" in value) || !("currency" in value))
    return false;
  const { amount, currency } = value;
  return (
    typeof amount === "number" &&
    Number.isFinite(amount) &&
    Math.abs(amount) <= 1e15 &&
    typeof currency === "string" &&
    /^[A-Z]{3}$/.test(currency)
  );
}

/** 31 February is refused: a date is kept as entered, never moved. So is the year 0, which databases do not know. */
function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return date >= "0001" && Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === date;
}
