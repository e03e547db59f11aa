import { defineSummary, type PlanRecord, type RecordId, type SummaryText } from "@sweetspot/contract";
import { isWhole, progressOf } from "../model/parts.model.ts";
import { readStory } from "../model/reading.model.ts";
import { spotEntries } from "../model/spots.model.ts";
import { clip } from "../model/writing.model.ts";
import { storyTasks, tasksAbout } from "../model/tasks.model.ts";
import { drawPreview } from "./preview.model.ts";

/** An account's value propositions, for a card. Needs nothing of the CRM. */
export const summary = defineSummary({
  widget: "value-proposition",
  compute: ({ plan, library, today }) => {
    const story = readStory(byId(plan), byId(library));
    const spots = spotEntries(story);
    if (spots.length === 0) return { state: "empty", headline: { key: "summary.begin" }, counts: [] };
    const tasks = storyTasks(story, today, "en");
    const groups = spots.flatMap((spot) => spot.groups);
    const told = groups.map((group) => group.told);
    const whole = told.filter((one) => isWhole(progressOf(one, tasksAbout(tasks, one.id))));
    const aboutProofs = tasks.filter(({ kind }) => kind.startsWith("pro"));
    const spoken = spots.filter((spot) => spot.groups.length > 0).length;
    const last = [...story.propositions, ...story.ladders].reduce(
      (latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest),
      "",
    );
    const [first] = whole;
    const headline: SummaryText = first
      ? { key: "summary.told", values: { promise: clip(first.fields.promise ?? "", 120) } }
      : { key: "summary.untold", values: { spots: spots.length - spoken } };
    return {
      state: "ready",
      headline,
      counts: [
        { key: "summary.count.spots", value: spoken, of: spots.length },
        { key: "summary.count.whole", value: whole.length, of: told.length },
        { key: "summary.count.proofs", value: aboutProofs.length },
        { key: "summary.count.tasks", value: tasks.length },
      ],
      ...(last === "" ? {} : { lastReview: last }),
      preview: drawPreview(spots, tasks),
    };
  },
});

const byId = (records: readonly PlanRecord[]): ReadonlyMap<RecordId, PlanRecord> =>
  new Map(records.map((record) => [record.id, record]));
