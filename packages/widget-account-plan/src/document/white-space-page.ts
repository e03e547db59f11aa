import { cell } from "@sweetspot/plan-model";
import { type GridModel, pendingSteps, whereNext } from "@sweetspot/white-space-plan";
import { type Block, listBlock, type PlanPage, tableBlock } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { choiceText, joined, type Words } from "./words.ts";

const MOST_STEPS = 20;
const MOST_SUGGESTIONS = 10;

/** Step 7: what the customer buys where, what happens next, and where it would be worth asking. */
export function whiteSpacePage(source: PlanSource, words: Words): PlanPage | undefined {
  const blocks = source.grids.flatMap((model) => [
    ...gridTable(model, words),
    ...listBlock(words.t("white-space.steps"), nextSteps(model, source, words), {
      most: MOST_STEPS,
      say: (rest) => words.t("text.more", { rest }),
    }),
    ...listBlock(
      words.t("white-space.next"),
      whereNext(model)
        .filter((entry) => entry.cell.suggestionState === "open")
        .map(({ cell: place, suggestion, potential }) => ({
          text: `${place.area.name}: ${place.offering.name}`,
          note: joined([
            words.t("white-space.evidence", { evidence: suggestion.evidence }),
            potential ? words.format.money(potential) : undefined,
          ]),
        })),
      { most: MOST_SUGGESTIONS, say: (rest) => words.t("text.more", { rest }) },
    ),
  ]);
  return blocks.length === 0
    ? undefined
    : { kind: "white-space", title: words.t("page.white-space"), blocks };
}

/** Steps with a date come first, the next one before the others. */
export const nextSteps = (model: GridModel, source: PlanSource, { format, t }: Words) =>
  pendingSteps(model, undefined).map(({ cell: place }) => {
    const fields = place.record?.fields;
    return {
      text: fields?.nextStep ?? "",
      note: joined([
        `${place.area.name}, ${place.offering.name}`,
        source.teamName(fields?.nextStepOwner),
        fields?.nextStepDue === undefined ? t("text.no-date") : format.date(fields.nextStepDue),
        fields?.potential ? format.money(fields.potential) : undefined,
      ]),
    };
  });

function gridTable(model: GridModel, words: Words): Block[] {
  const columns = model.offerings.leaves;
  if (columns.length === 0) return [];
  return tableBlock(
    [model.perspective?.fields.name ?? "", ...columns.map(({ name }) => name)],
    model.areas.leaves.map((area) => [
      area.name,
      ...columns.map((offering) => choiceText(words, cell, "level", model.cell(area.id, offering.id).level)),
    ]),
  );
}
