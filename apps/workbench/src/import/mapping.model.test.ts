import type { FileMapping } from "@sweetspot/crm-import";
import { expect, test } from "vitest";
import { formatOf, setFormat, setTarget, targetsOf } from "./mapping.model.ts";

const mapping: FileMapping = {
  kind: "opportunities",
  columns: [
    { header: "Opportunity ID", target: "id" },
    { header: "Closed", target: "closeDate", dates: "dmy", assumed: true },
    { header: "Volume", target: "attribute" },
  ],
  key: "id",
  stages: {},
};

test("a meaning belongs to one column: giving it to another one takes it away from the first", () => {
  const changed = setTarget(mapping, 2, "closeDate");
  expect(changed.columns.map((column) => column.target)).toEqual(["id", "attribute", "closeDate"]);
  expect(changed.columns[1]).toEqual({ header: "Closed", target: "attribute" });
});

test("without a column for the id rows are known by their name, and by the id again when there is one", () => {
  const without = setTarget(mapping, 0, "ignored");
  expect(without.key).toBe("name");
  expect(setTarget(without, 0, "id").key).toBe("id");
});

test("many columns may be kept under their own label or left out", () => {
  const two = setTarget(setTarget(mapping, 0, "attribute"), 1, "attribute");
  expect(two.columns.map((column) => column.target)).toEqual(["attribute", "attribute", "attribute"]);
});

test("amounts ask for the decimal sign and dates for their order", () => {
  expect(setTarget(mapping, 2, "amount").columns[2]).toEqual({
    header: "Volume",
    target: "amount",
    decimal: ".",
  });
  expect(formatOf("opportunities", "closeDate")).toBe("dates");
  expect(formatOf("opportunities", "name")).toBeUndefined();
});

test("what the user has chosen is no assumption any more", () => {
  expect(setFormat(mapping, 1, { dates: "mdy" }).columns[1]).toEqual({
    header: "Closed",
    target: "closeDate",
    dates: "mdy",
  });
});

test("only kinds that have a place for further columns offer to keep them", () => {
  expect(targetsOf("accounts")).toContain("attribute");
  expect(targetsOf("contacts")).not.toContain("attribute");
  expect(targetsOf("ignored")).toEqual(["ignored"]);
});
