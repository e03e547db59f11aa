import { defineSummary, type SummaryText } from "@sweetspot/contract";
import { type BoardReading, readBoard } from "../workspace/board-reading.model.ts";
import { drawPreview } from "./preview.model.ts";

/** An account's strategy comparison, for a card. Needs nothing of the CRM. */
export const summary = defineSummary({
  widget: "strategy-overlap",
  compute: ({ plan }) => {
    const reading = readBoard(new Map(plan.map((record) => [record.id, record])));
    const { board, insights, spots, gaps } = reading;
    if (insights.length === 0 && gaps.length === 0)
      return { state: "empty", headline: { key: "summary.begin" }, counts: [] };
    const customer = insights.filter(({ fields }) => fields.side === "customer");
    const confirmed = customer.filter(
      ({ fields }) => fields.state === "confirmed" || fields.state === "done",
    );
    const open = gaps.filter(({ fields }) => fields.level !== undefined && !fields.answer);
    const next = open
      .filter(({ fields }) => fields.due !== undefined)
      .toSorted((one, other) => ((one.fields.due ?? "") < (other.fields.due ?? "") ? -1 : 1))[0];
    const last = [...insights, ...spots, ...gaps].reduce(
      (latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest),
      "",
    );
    return {
      state: "ready",
      headline: toHeadline(reading),
      counts: [
        { key: "summary.count.spots", value: board.spots.length },
        { key: "summary.count.needs", value: needsIn(reading), of: customer.length },
        { key: "summary.count.confirmed", value: confirmed.length, of: customer.length },
        { key: "summary.count.questions", value: open.length },
      ],
      ...(next
        ? {
            nextStep: {
              text: next.fields.question,
              about: [
                next.fields.level === undefined ? "" : (board.level(next.fields.level)?.fields.name ?? ""),
              ],
              ...(next.fields.due === undefined ? {} : { due: next.fields.due }),
            },
          }
        : {}),
      lastReview: last,
      preview: drawPreview(board),
    };
  },
});

const needsIn = ({ board, insights }: BoardReading): number =>
  insights.filter(({ id }) => board.readingOf(id) === "open-need").length;

function toHeadline(reading: BoardReading): SummaryText {
  const { board, insights } = reading;
  if (board.spots.length > 0)
    return { key: "summary.spots", values: { spots: board.spots.length, needs: needsIn(reading) } };
  const customer = insights.filter(({ fields }) => fields.side === "customer").length;
  return { key: "summary.no-spots", values: { customer, provider: insights.length - customer } };
}
