import { toRecordId } from "@sweetspot/contract";
import { LEVEL_ORDER } from "@sweetspot/white-space";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { removeView, saveView, viewsFor } from "../edits/view-edits.model.ts";
import { type GridFilter, NO_FILTER } from "../model/filter.model.ts";
import { countingIds, stagePlan } from "../stage.fixture.ts";
import { toConditions, toFilter } from "./saved-view.model.ts";

const lena = toRecordId("lena");
const tobias = toRecordId("tobias");

test("a filter comes back from its conditions as it was", () => {
  const levels = fc.uniqueArray(fc.constantFrom(...LEVEL_ORDER));
  const text = fc.string({ maxLength: 60 }).map((words) => words.trim());
  const flags = fc.record({ suggested: fc.boolean(), overdue: fc.boolean(), byHand: fc.boolean() });
  fc.assert(
    fc.property(levels, text, flags, (chosen, words, on) => {
      const filter: GridFilter = { ...NO_FILTER, ...on, text: words, levels: chosen };
      expect(toFilter(toConditions(filter))).toEqual(filter);
    }),
  );
  expect(toFilter(["of-tomorrow=yes", "level=huge", "nonsense"])).toEqual(NO_FILTER);
});

test("a view is seen by its owner, and by the team once shared; the same name replaces it", () => {
  const ids = countingIds();
  const shown = {
    filter: { ...NO_FILTER, suggested: true },
    lens: "money",
    perspective: undefined,
  };
  const mine = (shared: boolean) => ({ name: " Quarter ", shared, owner: lena });
  const first = stagePlan({ plan: [] });
  const saved = first.after(saveView(first.records, shown, mine(false), ids));
  expect(viewsFor(saved.records, lena).map(({ fields }) => fields.name)).toEqual(["Quarter"]);
  expect(viewsFor(saved.records, tobias)).toEqual([]);
  const shared = saved.after(saveView(saved.records, shown, mine(true), ids));
  const [view] = viewsFor(shared.records, tobias);
  expect(viewsFor(shared.records, tobias)).toHaveLength(1);
  expect(view?.fields).toMatchObject({ filters: ["suggested=yes"], lens: "money", shared: true });
  expect(view && viewsFor(shared.after(removeView(view.id)).records, lena)).toEqual([]);
  expect(saveView(shared.records, shown, { ...mine(true), name: " " }, ids)).toBeUndefined();
});
