import {
  defineSummary,
  type Money,
  type PlanRecord,
  type RecordId,
  type SummaryCount,
  type SummaryCrm,
  type SummaryText,
} from "@sweetspot/contract";
import {
  createGridModel,
  type GridModel,
  readMoneyBook,
  readPlan,
  toCrmFacts,
} from "@sweetspot/white-space-plan";
import { summarise, type WhiteSpaceSummary } from "./figures.model.ts";
import { drawPreview } from "./preview.model.ts";

const UNREAD: SummaryCrm = { account: undefined, family: [], opportunities: [], assets: [] };

/** The first perspective of an account's white space, for a card. */
export const summary = defineSummary({
  widget: "white-space",
  compute: ({ plan, library, crm, today }) => {
    const model = createGridModel({
      plan: readPlan(byId(plan), byId(library)),
      facts: toCrmFacts(crm ?? UNREAD, { book: readMoneyBook(byId(library)), today }),
      perspective: undefined,
      today,
    });
    const figures = summarise(model);
    if (figures.areas === 0 || figures.offerings === 0)
      return { state: "empty", headline: emptyHeadline(figures), counts: [] };
    const { nextStep, lastChange } = figures;
    return {
      state: crm ? "ready" : "partial",
      headline: toHeadline(figures),
      counts: toCounts(figures, openPotential(model)),
      ...(nextStep
        ? {
            nextStep: {
              text: nextStep.text,
              about: [nextStep.area, nextStep.offering],
              ...(nextStep.due === undefined ? {} : { due: nextStep.due }),
            },
          }
        : {}),
      ...(lastChange ? { lastReview: lastChange.at } : {}),
      preview: drawPreview(model),
    };
  },
});

const byId = (records: readonly PlanRecord[]): ReadonlyMap<RecordId, PlanRecord> =>
  new Map(records.map((record) => [record.id, record]));

const emptyHeadline = ({ offerings }: WhiteSpaceSummary): SummaryText => ({
  key: offerings === 0 ? "summary.no-offerings" : "summary.no-areas",
});

function toHeadline({ best, covered, possible }: WhiteSpaceSummary): SummaryText {
  if (best) return { key: "summary.best", values: { area: best.area, offering: best.offering } };
  return { key: "summary.covered", values: { covered, possible } };
}

function toCounts(figures: WhiteSpaceSummary, potential: Money | undefined): SummaryCount[] {
  return [
    { key: "summary.count.covered", value: figures.covered, of: figures.possible },
    { key: "summary.count.suggestions", value: figures.suggestions },
    { key: "summary.count.strong", value: figures.strong },
    ...(potential ? [{ key: "summary.count.potential", value: potential }] : []),
  ];
}

/** What reps expect of cells not yet strong; undefined where none is known, or in several currencies. */
function openPotential(model: GridModel): Money | undefined {
  const amounts = model.areas.leaves.flatMap((area) =>
    model.offerings.leaves.flatMap((offering) => {
      const { level, record } = model.cell(area.id, offering.id);
      const potential = record?.fields.potential;
      return potential && level !== "strong" && level !== "not-possible" ? [potential] : [];
    }),
  );
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  return { currency: first.currency, amount: amounts.reduce((sum, { amount }) => sum + amount, 0) };
}
