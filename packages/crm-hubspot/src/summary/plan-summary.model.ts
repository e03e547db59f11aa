import type { Money, PlanFields, PlanRecord, PlanSnapshot } from "@sweetspot/contract";
import { ENTITIES, type Entity } from "@sweetspot/plan-model";

/** One company property of the summary, and how its value is read off a plan. */
export interface SummaryFigure {
  /** Internal name in HubSpot; never changed once portals have it. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly type: "number" | "string" | "date" | "datetime";
  /** The value as HubSpot takes it; "" where there is none. */
  readonly valueIn: (plan: PlanSnapshot) => string;
}

export const SUMMARY_GROUP = { name: "sweetspot", label: "Sweetspot" } as const;

const snake = (name: string): string =>
  name.replaceAll("-", "_").replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const nameOf = (...parts: readonly string[]): string => [SUMMARY_GROUP.name, ...parts.map(snake)].join("_");
const wordsOf = (name: string): string => snake(name).replaceAll("_", " ");
const labelOf = (text: string): string => `${SUMMARY_GROUP.label}: ${text}`;

export const VERSION_PROPERTY = nameOf("plan-version");

/** What holds for every plan. */
const COMMON: readonly SummaryFigure[] = [
  {
    name: VERSION_PROPERTY,
    label: labelOf("version of the plan"),
    help: "Counts the changes of the account plan.",
    type: "number",
    valueIn: ({ version }) => String(version),
  },
  {
    name: nameOf("plan-changed-at"),
    label: labelOf("plan changed at"),
    help: "When something in the account plan was last written.",
    type: "datetime",
    valueIn: ({ records }) =>
      records
        .map(({ updatedAt }) => updatedAt)
        .toSorted()
        .at(-1) ?? "",
  },
];

/** The figures of a summary, made from the plan model: how many records, what they are worth, what is due next. */
export const toSummaryFigures = (entities: readonly Entity[] = ENTITIES): readonly SummaryFigure[] => [
  ...COMMON,
  ...entities
    .filter(({ scopes }) => scopes.includes("plan"))
    .flatMap((entity) => [toCount(entity), ...toSums(entity), ...toDueDates(entity)]),
];

const recordsIn = ({ records }: PlanSnapshot, entity: Entity): PlanRecord[] =>
  records.filter(({ type }) => type === entity.name);

const toCount = (entity: Entity): SummaryFigure => ({
  name: nameOf(entity.name, "count"),
  label: labelOf(`number of ${wordsOf(entity.name)} records`),
  help: entity.help,
  type: "number",
  valueIn: (plan) => String(recordsIn(plan, entity).length),
});

/** Amounts are added up where all are in one currency; of several there is no sum. */
function toSums(entity: Entity): SummaryFigure[] {
  const amounts = Object.entries(entity.fields).filter(([, field]) => field.kind === "money");
  return amounts.flatMap(([field, { help }]): SummaryFigure[] => {
    const sumIn = (plan: PlanSnapshot): Money | undefined => {
      const found = recordsIn(plan, entity).flatMap(({ fields }) => moneyIn(fields, field));
      const [first] = found;
      if (!first || found.some(({ currency }) => currency !== first.currency)) return undefined;
      return { ...first, amount: found.reduce((sum, { amount }) => sum + amount, 0) };
    };
    return [
      {
        name: nameOf(entity.name, field),
        label: labelOf(`${wordsOf(field)}, all ${wordsOf(entity.name)} records`),
        help,
        type: "number",
        valueIn: (plan) => String(sumIn(plan)?.amount ?? ""),
      },
      {
        name: nameOf(entity.name, field, "currency"),
        label: labelOf(`${wordsOf(field)}, currency`),
        help: "ISO 4217 code. Empty where the plan has amounts in several currencies.",
        type: "string",
        valueIn: (plan) => sumIn(plan)?.currency ?? "",
      },
    ];
  });
}

function moneyIn(fields: PlanFields, name: string): Money[] {
  const value = fields[name] as Partial<Money> | null | undefined;
  return typeof value?.amount === "number" && typeof value.currency === "string" ? [value as Money] : [];
}

/** A date "xDue" counts until the flag "xDone" of the same record is set. */
function toDueDates(entity: Entity): SummaryFigure[] {
  const dates = Object.entries(entity.fields).filter(
    ([name, field]) => field.kind === "date" && entity.fields[toFlag(name)]?.kind === "flag",
  );
  return dates.map(([name, { help }]) => ({
    name: nameOf(entity.name, name),
    label: labelOf(`earliest ${wordsOf(name)}`),
    help,
    type: "date",
    valueIn: (plan) =>
      recordsIn(plan, entity)
        .filter(({ fields }) => fields[toFlag(name)] !== true)
        .flatMap(({ fields }) => (typeof fields[name] === "string" ? [fields[name]] : []))
        .toSorted()[0] ?? "",
  }));
}

const toFlag = (date: string): string => date.replace(/Due$/, "Done");
