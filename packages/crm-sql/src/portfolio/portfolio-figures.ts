import {
  type Account,
  type Asset,
  type IsoDate,
  type Money,
  type Opportunity,
  type PlanRecord,
  type PortfolioLevel,
  type RecordId,
} from "@sweetspot/contract";
import { recordsOf, stepReview } from "@sweetspot/plan-model";
import { deriveLevels, type Level, LEVEL_ORDER, type OfferingMatch } from "@sweetspot/white-space";
import {
  addMonths,
  type Axis,
  type CrmFacts,
  createGridModel,
  type GridModel,
  pendingSteps,
  readMoneyBook,
  readPlan,
  type Records,
  toCrmFacts,
} from "@sweetspot/white-space-plan";

/** A step of a plan that was looked through longer ago than this is due again. */
const REVIEW_MONTHS = 12;
const WHOLE = "whole";
const NO_FACTS: CrmFacts = {
  accounts: [],
  deals: [],
  assets: [],
  currency: undefined,
  otherCurrencies: 0,
  parents: new Map(),
};

/** What a role may see of one account, and its plan. */
export interface PortfolioSubject {
  readonly account: Account;
  /** The account and everything below it. */
  readonly family: readonly Account[];
  readonly opportunities: readonly Opportunity[];
  readonly assets: readonly Asset[];
  /** Empty without a plan. */
  readonly plan: readonly PlanRecord[];
}

export interface ComputedFigures {
  readonly covered: number;
  readonly possible: number;
  readonly levels: Readonly<Record<RecordId, PortfolioLevel>>;
  readonly potential: readonly Money[];
  readonly overdueReviews: number;
  /** The cell whose next step is due first. */
  readonly nextCell: RecordId | undefined;
  readonly nextDue: IsoDate | undefined;
}

export interface FigureMaker {
  /** Columns of the portfolio, in the library's order. */
  readonly offerings: readonly { readonly id: RecordId; readonly name: string }[];
  figuresOf(subject: PortfolioSubject): ComputedFigures;
}

/** Figures by the rules of the grid itself, so that a portfolio and the grid it opens never say different things. */
export function createFigureMaker(library: readonly PlanRecord[], today: IsoDate): FigureMaker {
  const byId = toRecords(library);
  const bare = createGridModel({
    plan: readPlan(new Map(), byId),
    facts: NO_FACTS,
    perspective: undefined,
    today,
  });
  const { leaves } = bare.offerings;
  const records = new Map(bare.plan.offerings.map(({ record }) => [record.id, record.fields]));
  const matches = leaves.map((leaf): OfferingMatch => {
    const fields = records.get(leaf.record);
    return { id: leaf.id, name: leaf.name, products: fields?.products ?? [], terms: fields?.terms ?? [] };
  });

  const asOneArea = (facts: CrmFacts): Levels => {
    if (facts.deals.length + facts.assets.length === 0)
      return { covered: 0, possible: leaves.length, levels: {} };
    const area = { id: WHOLE, accounts: facts.accounts.map(({ id }) => id) };
    const derived = deriveLevels({
      areas: [area],
      offerings: matches,
      accounts: facts.accounts,
      deals: facts.deals,
      assets: facts.assets,
      today,
      rules: bare.plan.rules,
    });
    const levels = highest(leaves.map((leaf) => [leaf.record, derived.cell(WHOLE, leaf.id).level]));
    const covered = leaves.filter((leaf) => derived.cell(WHOLE, leaf.id).level !== "none").length;
    return { covered, possible: leaves.length, levels };
  };

  const book = readMoneyBook(byId);
  const columns = uniqueLeaves(bare.offerings);
  return {
    offerings: columns,
    figuresOf(subject) {
      const facts = toCrmFacts(subject, { book, today });
      if (subject.plan.length === 0) return { ...asOneArea(facts), ...NO_PLAN };
      const plan = readPlan(toRecords(subject.plan), byId);
      const model = createGridModel({ plan, facts, perspective: undefined, today });
      const hasAreas = model.areas.leaves.length > 0;
      const step = pendingSteps(model, undefined)[0]?.cell.record;
      return {
        ...(hasAreas ? ofGrid(model, columns) : asOneArea(facts)),
        potential: potentialOf(model),
        overdueReviews: recordsOf(stepReview, subject.plan).filter(
          ({ fields }) =>
            fields.reviewedAt !== undefined &&
            fields.reviewedAt.slice(0, 10) < addMonths(today, -REVIEW_MONTHS),
        ).length,
        nextCell: step?.id,
        nextDue: step?.fields.nextStepDue,
      };
    },
  };
}

type Levels = Pick<ComputedFigures, "covered" | "possible" | "levels">;
const NO_PLAN = { potential: [], overdueReviews: 0, nextCell: undefined, nextDue: undefined } as const;

function ofGrid({ grid, areas, offerings }: GridModel, columns: FigureMaker["offerings"]): Levels {
  const shown = new Set(offerings.nodes.map((node) => node.record));
  const leftOut = columns.flatMap(({ id }) => (shown.has(id) ? [] : [[id, "left-out"] as const]));
  const { covered, possible } = grid.coverage();
  return {
    covered,
    possible,
    levels: {
      ...highest(
        offerings.leaves.flatMap((offering) =>
          areas.leaves.map((area) => [offering.record, grid.cell(area.id, offering.id).level] as const),
        ),
      ),
      ...Object.fromEntries(leftOut),
    },
  };
}

/** The highest level of each offering; "none" is left out, "not-possible" is said only where all its cells are. */
function highest(cells: readonly (readonly [RecordId, Level])[]): Record<RecordId, PortfolioLevel> {
  const found = new Map<RecordId, Level>();
  for (const [offering, level] of cells) {
    const known = found.get(offering);
    if (known === undefined || LEVEL_ORDER.indexOf(level) < LEVEL_ORDER.indexOf(known))
      found.set(offering, level);
  }
  return Object.fromEntries(
    [...found].flatMap(([offering, level]) => (level === "none" ? [] : [[offering, level] as const])),
  );
}

function potentialOf({ plan, areas }: GridModel): Money[] {
  const shown = new Set<RecordId>(areas.nodes.map((node) => node.record));
  const sums = new Map<string, number>();
  for (const { fields } of plan.cells.values())
    if (fields.potential && shown.has(fields.area))
      sums.set(
        fields.potential.currency,
        (sums.get(fields.potential.currency) ?? 0) + fields.potential.amount,
      );
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((one, other) => other.amount - one.amount || (one.currency < other.currency ? -1 : 1));
}

/** A group that holds something itself is one column with its own name. */
const uniqueLeaves = ({ leaves }: Axis): FigureMaker["offerings"] => [
  ...new Map(leaves.map((leaf) => [leaf.record, { id: leaf.record, name: leaf.name }])).values(),
];

const toRecords = (records: readonly PlanRecord[]): Records =>
  new Map(records.map((record) => [record.id, record]));
